using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Show;

/// <summary>One organisation that takes part, or took part: for which reasons, since when, and what it may read.</summary>
/// <param name="EndedOn">Null while it takes part.</param>
public sealed record PartLine(Named Name, bool IsMine, IReadOnlyList<ParticipationReason> Reasons, DateOnly Since, DateOnly? EndedOn, DataGroups Groups)
{
    /// <summary>One line for each organisation; the reader's own first, then those that take part, then those that did.</summary>
    public static IReadOnlyList<PartLine> Of(CaseView view, DateTimeOffset at) =>
    [
        .. view.Parts.GroupBy(p => p.OrganisationId).Select(parts =>
        {
            var live = parts.Where(p => p.ValidUntil >= at).ToList();
            var counted = live.Count > 0 ? live : [.. parts];
            var mine = parts.Key == view.Mine;
            return new PartLine(
                new(counted[0].NameSv, counted[0].NameEn), mine, [.. counted.Select(p => p.Reason).Distinct()], Wording.DayOf(counted.Min(p => p.ValidFrom)),
                live.Count > 0 ? null : Wording.DayOf(counted.Max(p => p.ValidUntil)),
                live.Count > 0 || mine ? counted.Aggregate(DataGroups.None, (all, p) => all | new DataGroups(p.Groups)) : DataGroups.None);
        }).OrderByDescending(p => p.IsMine).ThenBy(p => p.EndedOn is not null).ThenBy(p => p.Since),
    ];

    /// <summary>How much of a group it reads of what is new.</summary>
    public Sees How(DataGroup group) =>
        Groups.Has(group) ? Sees.Full : Reach.SummaryOf(group) is { IsEmpty: false } summary && Groups.Covers(summary) ? Sees.Part : Sees.None;
}
