using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Reimbursement;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Data.Sweeps;

/// <summary>
/// A quarter of a person's stay has ended, and a municipality that takes part in the case and may know of the permits has not begun to claim its costs (B1): it has that to do from now on, until the last day (B2).
/// </summary>
internal sealed class UnclaimedQuarters(ClaimReader claims) : ISweep
{
    public bool ByDay => true;

    /// <summary>The quarters that have ended and can still be claimed for, the latest first.</summary>
    private static IReadOnlyList<Quarter> Ended(DateOnly today)
    {
        var last = Quarter.Of(Quarter.Of(today).First.AddDays(-1));
        return [.. new[] { last, Quarter.Of(last.First.AddDays(-1)) }.Where(q => q.ClaimBy >= today)];
    }

    /// <summary>Cases with a permit of those quarters, or an application that has waited for a year at most.</summary>
    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        if (Ended(SwedishCalendar.DayOf(at)) is not [var latest, ..] ended) return [];
        var (from, to, waited, behind) = (ended[^1].First, latest.Last, ended[^1].First.AddYears(-1), CaseId.From(after));
        return await db.Cases.AsNoTracking()
            .Where(c => c.Status != CaseStatus.Draft && db.Set<PermitSummary>().Any(s => s.CaseId == c.Id && s.On <= to && (s.ValidTo >= from || s.ValidTo == null && s.On >= waited)))
            .Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Id), ValueTuple.Create(behind)))
            .OrderBy(c => c.Id).Take(most).Select(c => new Due(c.Id.Value, c.Id.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var (id, today) = (CaseId.From(due.Id), SwedishCalendar.DayOf(at));
        if (await claims.WindowAsync(id, today, stopping) is not { } window) return;
        var ended = Ended(today).Where(window.Overlaps).ToList();
        var parts = await db.Participations.AsNoTracking().Where(p => p.CaseId == id && p.ValidFrom <= at && p.ValidUntil >= at)
            .Where(p => db.Organisations.Any(o => o.Id == p.OrganisationId && o.Kind == OrganisationKind.Municipality)).Select(p => new { p.OrganisationId, p.Groups }).ToListAsync(stopping);
        // The sweep reads as the system. Whoever may not know how the permits stand is not told by a reminder that there is one.
        var municipalities = parts.Where(p => p.Groups.Has(DataGroup.MigrationSummary)).Select(p => p.OrganisationId).Distinct();
        var begun = await db.Claims.AsNoTracking().Where(c => c.CaseId == id).Select(c => new { c.Claimant, c.Year, c.QuarterNumber }).ToListAsync(stopping);
        var told = await db.WorkItems.AsNoTracking().Where(w => w.CaseId == id && w.Kind == WorkKind.BeginClaim).Select(w => w.SourceId).ToListAsync(stopping);
        db.WorkItems.AddRange(
            from municipality in municipalities
            from quarter in ended
            where !begun.Any(c => c.Claimant == municipality && c.Year == quarter.Year && c.QuarterNumber == quarter.Number)
            where !told.Contains(WorkList.SourceOf(id, municipality, quarter))
            select WorkList.ToBeginClaim(id, municipality, quarter, at));
        await db.SaveChangesAsync(stopping);
    }
}
