using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Forms;

/// <summary>A list that is taken along as a table: never without a purpose, which the record keeps.</summary>
internal static class Export
{
    /// <summary>More lines than these are narrowed down first.</summary>
    public const int Most = 1_000;

    public static IEnumerable<Choice> Purposes { get; } = [.. new[] { "FollowUp", "Planning", "Handover" }.Select(p => new Choice(p, $"ListViews.Purpose.{p}"))];
}
