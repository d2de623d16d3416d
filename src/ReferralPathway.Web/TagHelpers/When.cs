using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Questions that follow one answer of the <c>rp-choice</c> or <c>rp-choices</c> around it. Without script they are always shown.</summary>
[HtmlTargetElement("rp-when", ParentTag = "rp-choice"), HtmlTargetElement("rp-when", ParentTag = "rp-choices")]
public sealed class When : TagHelper
{
    public string Value { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((Dictionary<string, IHtmlContent>)context.Items[typeof(When)])[Value] = await output.GetChildContentAsync();
        output.SuppressOutput();
    }

    internal static async Task<IReadOnlyDictionary<string, IHtmlContent>> InsideOf(TagHelperContext context, TagHelperOutput output)
    {
        var under = new Dictionary<string, IHtmlContent>();
        context.Items[typeof(When)] = under;
        await output.GetChildContentAsync();
        return under;
    }
}
