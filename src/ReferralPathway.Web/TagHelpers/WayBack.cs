using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>One link back, in <c>@section Way</c>.</summary>
[HtmlTargetElement("rp-back", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BackLink(Wording t) : TagHelper
{
    public string Href { get; set; } = "/";
    public string Text { get; set; } = "Look.Back";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "", Html($"<a href=\"{Href}\" class=\"govuk-back-link\">{t.Say(Text)}</a>"));
        output.Attributes.SetAttribute("aria-label", t["Look.Back"]);
    }
}

/// <summary>The way from the list to this page, in <c>@section Way</c>; made of <c>rp-crumb</c>.</summary>
[HtmlTargetElement("rp-crumbs")]
public sealed class Crumbs(Wording t) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("nav", "govuk-breadcrumbs", Html($"<ol class=\"govuk-breadcrumbs__list\">{await output.GetChildContentAsync()}</ol>"));
        output.Attributes.SetAttribute("aria-label", t["Look.Crumbs"]);
    }
}

/// <summary>One step of the way; without <c>href</c> it is this page.</summary>
[HtmlTargetElement("rp-crumb", ParentTag = "rp-crumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Crumb(Wording t) : TagHelper
{
    public string? Href { get; set; }
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("li", "govuk-breadcrumbs__list-item", Href is null ? Html($"{t.Say(Text)}") : Html($"<a class=\"govuk-breadcrumbs__link\" href=\"{Href}\">{t.Say(Text)}</a>"));
        if (Href is null) output.Attributes.SetAttribute("aria-current", "page");
    }
}
