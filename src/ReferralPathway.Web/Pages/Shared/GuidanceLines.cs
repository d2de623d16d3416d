using ReferralPathway.Domain.Guidance;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>Lines of an answer, to be shown as a list.</summary>
/// <param name="Way">Where the next step of a line is done by whoever reads it; null where it is not done here.</param>
/// <param name="Level">The level of the lines' headings.</param>
public sealed record GuidanceLines(GuidanceAnswer Answer, IEnumerable<GuidanceLine> Lines, HotlineNow Hotline, Func<GuidanceLine, string?>? Way = null, int Level = 3);
