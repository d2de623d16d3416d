using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>How much of a data group somebody may read.</summary>
public enum Sees { None, Part, Full }

/// <summary>Full, half or no circle, with the words for those who do not see it.</summary>
[HtmlTargetElement("rp-sees", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SeesMark(Wording t) : TagHelper
{
    public Sees How { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Html($"<span class=\"rp-sees{Modifier}\"></span><span class=\"govuk-visually-hidden\">{t[$"Look.Sees.{How}"]}</span>"));
    }

    private string Modifier => How switch { Sees.Full => "", Sees.Part => " rp-sees--part", _ => " rp-sees--none" };
}
