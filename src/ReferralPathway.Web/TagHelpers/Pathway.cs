using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

public enum StageState
{
    Later,
    Done,
    Now,

    /// <summary>Runs beside the stages, such as assistance: a bar under them.</summary>
    Along,
}

/// <summary>The pathway of one case: the sentence of now, and three to seven stages; once per case page.</summary>
[HtmlTargetElement("rp-path")]
public sealed class Pathway(Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Where the person stands now and what that means, as in <c>now="T.Rich(…)"</c>.</summary>
    public IHtmlContent? Now { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var stages = new List<StageState>();
        context.Items[typeof(Pathway)] = stages;
        var content = await output.GetChildContentAsync();
        var id = ViewContext.NextId("path");
        output.Become("section", "rp-pathway", Html($"""
            <h2 class="govuk-visually-hidden" id="{id}">{t["Look.Path"]}</h2>{When(Now is not null, $"<p class=\"rp-pathway__now\">{Now}</p>")}<ol class="rp-path rp-path--{stages.Count(stage => stage is not StageState.Along)}">{content}</ol>
            """));
        output.Attributes.SetAttribute("aria-labelledby", id);
    }
}

/// <summary>One stage: its name, its date or state, and inside who acted, or <c>rp-blocked</c>.</summary>
[HtmlTargetElement("rp-stage", ParentTag = "rp-path")]
public sealed class Stage(Wording t) : TagHelper
{
    public string Name { get; set; } = "";
    public string? When { get; set => field = value is "" ? null : value; }
    public StageState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((List<StageState>)context.Items[typeof(Pathway)]).Add(State);
        var text = await output.GetChildContentAsync();
        output.Become("li", $"rp-stage {Modifier}", Html($"""
            {(State is StageState.Done or StageState.Along ? Icons.Tick : null)}<h3 class="rp-stage__name">{t.Say(Name)}{Markup.When(State is not StageState.Along, $"<span class=\"govuk-visually-hidden\">: {t[$"Look.Stage.{State}"]}</span>")}</h3>{Markup.When(When is not null, $"<span class=\"rp-stage__state\">{t.Say(When ?? "")}</span>")}{Markup.When(!text.IsEmptyOrWhiteSpace, $"<div class=\"rp-stage__text\">{text}</div>")}
            """));
        if (State is StageState.Now) output.Attributes.SetAttribute("aria-current", "step");
    }

    private string Modifier => State switch { StageState.Done => "rp-stage--done", StageState.Now => "rp-stage--now", StageState.Along => "rp-stage--done rp-stage--along", _ => "rp-stage--later" };
}

/// <summary>What cannot happen yet, and (inside) what it waits for.</summary>
[HtmlTargetElement("rp-blocked")]
public sealed class Blocked(Wording t) : TagHelper
{
    public string What { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become("p", "rp-blocked", Html($"{Icons.Lock}<b>{t.Say(What)}</b> {await output.GetChildContentAsync()}"));
}
