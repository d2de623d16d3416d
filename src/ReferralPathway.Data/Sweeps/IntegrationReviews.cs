using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Sweeps;

/// <summary>
/// A right to stay was recorded that a plan for integration has not seen, or a work permit has run out: the plan comes under review. So does one whose review was asked
/// for before its case was closed and taken up again.
/// </summary>
internal sealed class IntegrationReviews(CaseLoader cases) : ISweep
{
    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var behind = IntegrationPlanId.From(after);
        return await Unseen(db, at)
            .Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Id), ValueTuple.Create(behind)))
            .OrderBy(p => p.Id).Take(most).Select(p => new Due(p.Id.Value, p.CaseId.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = CaseId.From(due.Lock);
        var unseen = await Unseen(db, at).Where(p => p.CaseId == id).Select(p => p.Id).ToListAsync(stopping);
        if (unseen.Count == 0 || await cases.LoadAsync(id, CaseParts.Integrations, stopping) is not { } found) return;
        var takePart = await db.Participations.AsNoTracking().Where(p => p.CaseId == id && p.ValidFrom <= at && p.ValidUntil >= at).Select(p => p.OrganisationId).ToListAsync(stopping);
        found.IntegrationsComeUnderReview(unseen, takePart, Act.BySystem(found.Lead, at));
        await db.SaveChangesAsync(stopping);
    }

    private static IQueryable<IntegrationPlan> Unseen(PathwayDb db, DateTimeOffset at)
    {
        var today = SwedishCalendar.DayOf(at);
        return db.Integrations.AsNoTracking()
            .Where(p => p.Status == IntegrationStatus.Draft || p.Status == IntegrationStatus.Active)
            .Where(p => db.Cases.Any(c => c.Id == p.CaseId && c.Status == CaseStatus.Open))
            .Where(p => db.Set<LegalStatusEntry>().Any(e => e.CaseId == p.CaseId && e.Number > p.StatusSeen)
                || p.PublicWasOpen && db.Cases.Any(c => c.Id == p.CaseId && db.Set<FactsVersion>().Any(f => f.Id == c.FactsId && f.Facts.LegalStatus == "WORK" && f.Facts.LegalStatusValidTo < today))
                || p.ReviewSince != null && !db.WorkItems.Any(w => w.Kind == WorkKind.ReviewIntegration && w.CaseId == p.CaseId && w.ClosedAt == null));
    }
}
