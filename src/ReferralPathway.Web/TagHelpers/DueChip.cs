using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using ReferralPathway.Web.Texts;
using static ReferralPathway.Web.TagHelpers.Markup;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>
/// A deadline: amber with a ring today or late, amber within seven days, grey later or when somebody else has to act. The words are the
/// time that is left, unless the page gives others (a date, when the label beside it says what it is for).
/// </summary>
[HtmlTargetElement("rp-due", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueChip(Wording t) : TagHelper
{
    /// <summary>The last day.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The last instant, when hours matter.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>Somebody else has to act.</summary>
    public bool Waiting { get; set; }

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("span", Classes(t, On, At, Waiting), Content(t, On, At, Text));

    internal static IHtmlContent Chip(Wording t, DateOnly? on, DateTimeOffset? at, bool waiting) =>
        Html($"<span class=\"{Classes(t, on, at, waiting)}\">{Content(t, on, at, null)}</span>");

    private static IHtmlContent Content(Wording t, DateOnly? on, DateTimeOffset? at, string? text) =>
        Html($"{Icons.Clock}{(text is not null ? t.Say(text) : at is { } instant ? t.Left(instant) : t.Left(on ?? t.Today))}");

    private static string Classes(Wording t, DateOnly? on, DateTimeOffset? at, bool waiting) =>
        waiting ? "rp-due" : ((at is { } instant ? Wording.DayOf(instant) : on ?? t.Today).DayNumber - t.Today.DayNumber) switch
        {
            <= 0 => "rp-due rp-due--now",
            <= 7 => "rp-due rp-due--soon",
            _ => "rp-due",
        };
}
