using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>Nothing to show: what is true, and (inside) when or how that changes.</summary>
[HtmlTargetElement("rp-empty")]
public sealed class EmptyState(Wording t) : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Become("div", "rp-empty", Html($"{Icons.Road}<p><b>{t.Say(Title)}</b>{await output.GetChildContentAsync()}</p>"));
}
