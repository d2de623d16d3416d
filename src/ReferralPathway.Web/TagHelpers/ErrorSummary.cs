using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>What needs another look, in the order of the questions, each a link to its field, or to the form where it is about the whole of it. The layout places it first in <c>main</c>.</summary>
[HtmlTargetElement("rp-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummary(Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var asked = Asked.On(ViewContext);
        var errors = ViewContext.ViewData.ModelState
            .Where(entry => entry.Value!.Errors.Count > 0)
            .Select(entry => (Place: asked.FindIndex(question => question.Name == entry.Key), Message: entry.Value!.Errors[0].ErrorMessage))
            .OrderBy(error => error.Place)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var answers = errors.Count(error => error.Place >= 0);
        var title = answers > 0 ? t.Count("Look.Errors.Title", answers) : t["Look.Errors.NotDone"];
        output.Become("div", "govuk-error-summary", Html($"""
            <div role="alert"><h2 class="govuk-error-summary__title">{title}</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">{Join(errors.Select(error => Item(error.Place < 0 ? ActForm.Sent(ViewContext) : asked[error.Place].Id, error.Message)))}</ul></div></div>
            """));
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
    }

    private IHtmlContent Item(string? id, string message)
    {
        var text = message.Length > 0 ? message : t["Errors.NotUnderstood"];
        return id is null ? Html($"<li>{text}</li>") : Html($"<li><a href=\"#{id}\">{text}</a></li>");
    }
}
