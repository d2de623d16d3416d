using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

public enum CheckState { Met, Open, NotNeeded }

/// <summary>What is checked before a decision; made of <c>rp-check</c>.</summary>
[HtmlTargetElement("rp-checks")]
public sealed class Checks : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "rp-checks");
}

/// <summary>One check, and inside what was found.</summary>
[HtmlTargetElement("rp-check", ParentTag = "rp-checks")]
public sealed class Check(Wording t) : TagHelper
{
    public string Title { get; set; } = "";
    public CheckState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, modifier) = State switch { CheckState.Met => (Icons.Met, ""), CheckState.Open => (Icons.Open, " rp-check--open"), _ => (Icons.NotNeeded, " rp-check--none") };
        output.Become("li", $"rp-check{modifier}", Html($"{icon}<div><b>{t.Say(Title)}<span class=\"govuk-visually-hidden\">: {t[$"Look.Check.{State}"]}</span></b><p>{await output.GetChildContentAsync()}</p></div>"));
    }
}
