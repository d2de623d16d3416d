using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>One statement to agree with, bound to a bool.</summary>
[HtmlTargetElement("rp-tick")]
public sealed class Tick(Wording t) : Question(t)
{
    private bool Ticked => State?.RawValue switch { string one => one == "true", string[] several => several.Contains("true"), _ => For.Model is true };

    protected override Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output) => Task.FromResult(Html($"""
        {ErrorOnly}<div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{Id}" name="{Name}" type="checkbox" value="true"{Flag("checked", Ticked)}{Described}>
        <label class="govuk-label govuk-checkboxes__label" for="{Id}">{LabelText}</label>{Markup.When(HintText is not null, $"<div id=\"{Id}-hint\" class=\"govuk-hint govuk-checkboxes__hint\">{HintText}</div>")}</div></div>
        """));

    private IHtmlContent? ErrorOnly => Markup.When(Error is not null, $"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">{T["Look.Error"]}</span> {Error}</p>");
}
