using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>A file to send along; the form around it says <c>files="true"</c>. A browser forgets the choice when the form comes back.</summary>
[HtmlTargetElement("rp-file")]
public sealed class FileField(Wording t) : Question(t)
{
    /// <summary>What the browser offers first; what is taken is decided by the content.</summary>
    public string? Accept { get; set; }

    protected override Task<IHtmlContent> Ask(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult(Html($"""{LabelFor}{HintAndError}<input class="{ErrorClass("govuk-file-upload")}" id="{Id}" name="{Name}" type="file"{Attribute("accept", Accept)}{Described}>"""));
}
