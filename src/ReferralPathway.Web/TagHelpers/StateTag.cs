using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>What a tag means, not which colour it has.</summary>
public enum TagKind
{
    /// <summary>Where something stands (fjord).</summary>
    State,

    /// <summary>A fact that asks for nothing (grey).</summary>
    Fact,

    /// <summary>Granted by an authority (green).</summary>
    Granted,

    /// <summary>You have a date to keep (amber).</summary>
    Due,

    /// <summary>Something is wrong (red).</summary>
    Wrong,
}

[HtmlTargetElement("rp-tag", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTag(Wording t) : TagHelper
{
    public string Text { get; set; } = "";
    public TagKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Become("strong", $"govuk-tag{Colour}", Html($"{t.Say(Text)}"));

    private string Colour => Kind switch { TagKind.Fact => " govuk-tag--grey", TagKind.Granted => " govuk-tag--green", TagKind.Due => " govuk-tag--yellow", TagKind.Wrong => " govuk-tag--red", _ => "" };
}
