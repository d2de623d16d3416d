using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>
/// The head of a page: caption, its one <c>h1</c>, and the sentence under it. What stands inside (a button) goes to the right. The
/// heading is also the document's title unless the page sets <c>ViewData["Title"]</c>, as it must when the heading shows personal details.
/// </summary>
[HtmlTargetElement("rp-head")]
public sealed class PageHead(Wording t) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public string Title { get; set; } = "";
    public string? Caption { get; set => field = value is "" ? null : value; }
    public string? Lede { get; set => field = value is "" ? null : value; }

    /// <summary>Words of the pathway on this page that may want explaining: names of <c>Terms.*</c>, with commas between.</summary>
    public string Terms { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var aside = await output.GetChildContentAsync();
        ViewContext.ViewData["Title"] ??= t.Say(Title);
        output.Become("div", aside.IsEmptyOrWhiteSpace ? "rp-head" : "rp-head rp-head__row", Html($"""
            <div>{When(Caption is not null, $"<span class=\"govuk-caption-l rp-num\">{t.Say(Caption ?? "")}</span>")}<h1 class="govuk-heading-l">{t.Say(Title)}</h1>{When(Lede is not null, $"<p class=\"rp-lede\">{t.Say(Lede ?? "")}</p>")}{Words}</div>{aside}
            """));
    }

    private IHtmlContent? Words => Terms.Length == 0 ? null : Html($"""
        <details class="govuk-details rp-noprint govuk-!-margin-top-3"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t["Help.Terms.OnPage"]}</span></summary>
        <div class="govuk-details__text">{Join(Terms.Split(',', StringSplitOptions.TrimEntries).Select(term => Html($"<p class=\"govuk-body\"><b>{t[$"Terms.{term}.Name"]}</b>: {t[$"Terms.{term}.Text"]}</p>")))}</div></details>
        """);
}
