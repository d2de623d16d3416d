using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Data.Sweeps;

/// <summary>The last day to claim the costs of a quarter has passed, and the claim is still a draft (B4).</summary>
internal sealed class MissedClaims : ISweep
{
    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        var behind = ClaimId.From(after);
        return await db.Claims.AsNoTracking().Where(c => c.Status == ClaimStatus.Draft && c.ClaimBy < today)
            .Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Id), ValueTuple.Create(behind)))
            .OrderBy(c => c.Id).Take(most).Select(c => new Due(c.Id.Value, c.CaseId.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = ClaimId.From(due.Id);
        if (await db.Claims.SingleOrDefaultAsync(c => c.Id == id, stopping) is not { } claim) return;
        claim.Miss(Act.BySystem(claim.Claimant, at));
        await db.SaveChangesAsync(stopping);
    }
}
