using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Data.Sweeps;

/// <summary>The last day of a ground of law has passed (A37). What it opened has closed by itself; on the day after, what waits on it is called back, and there is nothing left to review.</summary>
internal sealed class GroundExpiry(CaseLoader cases) : ISweep
{
    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var behind = LegalGroundId.From(after);
        return await Over(db, at).AsNoTracking().Where(g => EF.Functions.GreaterThan(ValueTuple.Create(g.Id), ValueTuple.Create(behind)))
            .OrderBy(g => g.Id).Take(most).Select(g => new Due(g.Id.Value, g.CaseId.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = LegalGroundId.From(due.Id);
        if (!await Over(db, at).AnyAsync(g => g.Id == id, stopping)) return;
        if (await cases.LoadAsync(CaseId.From(due.Lock), CaseParts.Consents | CaseParts.Referrals, stopping) is not { } found) return;
        found.EndLegalGround(id, found.Referrals, Act.BySystem(found.Lead, at));
        await db.SaveChangesAsync(stopping);
    }

    private static IQueryable<LegalGround> Over(PathwayDb db, DateTimeOffset at)
    {
        var today = SwedishCalendar.DayOf(at);
        return db.LegalGrounds.Where(g => g.ValidUntil < today && (
            db.WorkItems.Any(w => w.Kind == WorkKind.ReviewEmergency && w.ClosedAt == null && w.SourceId == (Guid)(object)g.Id)
            || db.Referrals.Any(r => r.Ground == g.Id && r.Status == ReferralStatus.Sent)));
    }
}
