using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Forward through a long list by its keys, and back to its beginning. Without either there is nothing to show.</summary>
[HtmlTargetElement("rp-pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Pager(Wording t) : TagHelper
{
    /// <summary>The next rows; null on the last page.</summary>
    public string? Next { get; set => field = Written(value); }

    /// <summary>The first rows; null on the first page.</summary>
    public string? First { get; set => field = Written(value); }

    public int Size { get; set; } = 25;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Next is null && First is null)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("nav", "rp-pager", Html($"{When(Next is not null, $"<a class=\"govuk-link\" href=\"{Next}\" rel=\"next\">{t["Look.Pager.Next", ("n", Size)]}</a>")}{When(First is not null, $"<a class=\"govuk-link\" href=\"{First}\">{t["Look.Pager.First"]}</a>")}"));
        output.Attributes.SetAttribute("aria-label", t["Look.Pager"]);
    }

    /// <summary>Razor writes a null as an empty attribute.</summary>
    private static string? Written(string? address) => string.IsNullOrEmpty(address) ? null : address;
}
