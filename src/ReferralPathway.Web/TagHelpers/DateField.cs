using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>A day, typed as 2026-03-16. The hint shows today as the example unless the page says something better.</summary>
[HtmlTargetElement("rp-date")]
public sealed class DateField : TextField
{
    public DateField(Wording t) : base(t) => (Width, Inputmode) = (10, "numeric");

    protected override string? HintText => base.HintText ?? T["Look.DateExample", ("date", T.Today)];
}
