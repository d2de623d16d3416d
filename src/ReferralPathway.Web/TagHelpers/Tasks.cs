using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>How far one part of a form has come.</summary>
public enum TaskState { ToDo, Started, Done, Wrong, Later, Optional }

/// <summary>The parts of a long form, in the order that suits the person; made of <c>rp-task</c>.</summary>
[HtmlTargetElement("rp-tasks")]
public sealed class TaskList : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("ul", "govuk-task-list");
}

/// <summary>One part of a long form. What cannot start yet is no link and says so; what is done and cannot be changed has no <c>href</c>.</summary>
[HtmlTargetElement("rp-task")]
public sealed class TaskItem(Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "";
    public string? Hint { get; set; }
    public string Href { get; set; } = "";
    public TaskState State { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = ViewContext.NextId("task");
        var title = IsNoLink
            ? Html($"<div>{t.Say(Title)}</div>")
            : Html($"<a class=\"govuk-link govuk-task-list__link\" href=\"{Href}\" aria-describedby=\"{(Hint is null ? "" : $"{id}-hint ")}{id}\">{t.Say(Title)}</a>");
        output.Become("li", $"govuk-task-list__item{(IsNoLink ? "" : " govuk-task-list__item--with-link")}", Html($"""
            <div class="govuk-task-list__name-and-hint">{title}{When(Hint is not null, $"<div class=\"govuk-task-list__hint\" id=\"{id}-hint\">{t.Say(Hint ?? "")}</div>")}</div><div class="govuk-task-list__status{(State is TaskState.Later ? " govuk-task-list__status--cannot-start-yet" : "")}" id="{id}">{Status}</div>
            """));
    }

    private bool IsNoLink => State is TaskState.Later || Href == "";

    private IHtmlContent Status => State switch
    {
        TaskState.ToDo => Html($"<strong class=\"govuk-tag\">{t["Look.Task.ToDo"]}</strong>"),
        TaskState.Started => Html($"<strong class=\"govuk-tag govuk-tag--grey\">{t["Look.Task.Started"]}</strong>"),
        TaskState.Wrong => Html($"<strong class=\"govuk-tag govuk-tag--red\">{t["Look.Task.Wrong"]}</strong>"),
        _ => Html($"{t[$"Look.Task.{State}"]}"),
    };
}

/// <summary>How many parts of a long form are done.</summary>
[HtmlTargetElement("rp-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Progress(Wording t) : TagHelper
{
    public int Done { get; set; }
    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var words = t["Look.Progress", ("n", Done), ("all", Of)];
        output.Become("div", "rp-progress", Html($"<span id=\"progress\">{words}</span><progress max=\"{Of}\" value=\"{Done}\" aria-labelledby=\"progress\">{words}</progress>"));
    }
}
