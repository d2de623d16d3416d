using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sweeps;

/// <summary>The last day of a consent has passed (K4): on the day after, waiting referrals are called back and an accepted one gets nothing new.</summary>
internal sealed class ConsentExpiry(CaseLoader cases) : ISweep
{
    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        var behind = ConsentId.From(after);
        return await db.Consents.AsNoTracking()
            .Where(c => c.State == ConsentState.Given && c.ValidUntil < today && !db.Consents.Any(later => later.Previous == c.Id))
            .Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Id), ValueTuple.Create(behind)))
            .OrderBy(c => c.Id).Take(most).Select(c => new Due(c.Id.Value, c.CaseId.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await cases.LoadAsync(CaseId.From(due.Lock), CaseParts.Consents | CaseParts.Referrals, stopping) is not { } found) return;
        var id = ConsentId.From(due.Id);
        if (found.Consents.Any(c => c.Previous == id)) return;
        found.ExpireConsent(id, found.Referrals, Act.BySystem(found.Lead, at));
        await db.SaveChangesAsync(stopping);
    }
}
