using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Data.Sweeps;

/// <summary>The last day of a permit has passed, or the last day for an appeal (P8, T7): on the day after, the permit is over and the refusal final.</summary>
internal sealed class PermitEnds(CaseLoader cases) : ISweep
{
    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        var behind = PermitId.From(after);
        return await db.Permits.AsNoTracking()
            .Where(p => p.Status == PermitStatus.Granted && p.ValidTo < today || (p.Status == PermitStatus.Refused || p.Status == PermitStatus.Revoked) && p.AppealBy < today)
            .Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.Id), ValueTuple.Create(behind)))
            .OrderBy(p => p.Id).Take(most).Select(p => new Due(p.Id.Value, p.CaseId.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await cases.LoadAsync(CaseId.From(due.Lock), CaseParts.Permits, stopping) is not { } found) return;
        found.PermitsMoveOn(Act.BySystem(found.Lead, at));
        await db.SaveChangesAsync(stopping);
    }
}
