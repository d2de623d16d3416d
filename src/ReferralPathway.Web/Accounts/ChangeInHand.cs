using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Accounts;

/// <summary>A change of an account with what its decider needs to see.</summary>
public sealed record ChangeInHand(AccountChange Change, Account Account, Organisation Organisation, string AskedBy)
{
    public static async Task<ChangeInHand?> FindAsync(PathwayDb db, IQueryable<AccountChange> reachable, Guid id, CancellationToken stopping)
    {
        if (await reachable.SingleOrDefaultAsync(c => c.Id == id, stopping) is not { } change) return null;
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == change.Account.Value, stopping);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == change.Organisation, stopping);
        var askedBy = await db.Users.Where(a => a.Id == change.AskedBy.Value).Select(a => a.Name).SingleOrDefaultAsync(stopping);
        return new(change, account, organisation, askedBy ?? "");
    }
}
