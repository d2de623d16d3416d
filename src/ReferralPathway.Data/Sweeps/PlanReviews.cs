using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sweeps;

/// <summary>The day of a plan's review has come (L4), or a reflection period ends in a week. The plans of a closed case rest.</summary>
internal sealed class PlanReviews(CaseLoader cases) : ISweep
{
    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        var soon = today.AddDays(PlanTimes.BeforeReflectionEnds);
        var behind = PlanId.From(after);
        return await db.Plans.AsNoTracking()
            .Where(p => p.Status == PlanStatus.Active)
            .Where(p => p.ReviewOn <= today && db.Cases.Any(c => c.Id == p.CaseId && c.Status == CaseStatus.Open)
                || db.Cases.Any(c => c.Id == p.CaseId && c.Status == CaseStatus.Open && db.Set<FactsVersion>().Any(f => f.Id == c.FactsId
                    && f.Facts.LegalStatus == "RP" && f.Facts.LegalStatusValidTo <= soon && p.ReviewedOn!.Value.AddDays(PlanTimes.BeforeReflectionEnds) < f.Facts.LegalStatusValidTo)))
            .Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Id), ValueTuple.Create(behind)))
            .OrderBy(p => p.Id).Take(most).Select(p => new Due(p.Id.Value, p.CaseId.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = CaseId.From(due.Lock);
        if (await cases.LoadAsync(id, CaseParts.Plans, stopping) is not { } found) return;
        var takePart = await db.Participations.AsNoTracking().Where(p => p.CaseId == id && p.ValidFrom <= at && p.ValidUntil >= at).Select(p => p.OrganisationId).ToListAsync(stopping);
        found.PlansMoveOn(takePart, Act.BySystem(found.Lead, at));
        await db.SaveChangesAsync(stopping);
    }
}
