using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Accounts;

/// <summary>A new password for somebody who has just proved who they are.</summary>
public sealed class OwnPassword(PathwayDb db, CurrentPerson current, HashingQueue hashing, Sessions sessions, SessionCookie cookie)
{
    /// <summary>The stamp changes, so every session ends; the person goes on in a new one.</summary>
    public async Task ChangeAsync(FoundSession here, string password, CancellationToken stopping)
    {
        var account = await db.Users.SingleAsync(a => a.Id == here.Account.Id, stopping);
        account.PasswordHash = await hashing.HashAsync(account, password, stopping);
        account.SecurityStamp = Staff.NewStamp();
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.PasswordChanged", account.Id));
        db.Tell(new(NoticeKind.PasswordChanged, account.OrganisationId, account.UserId, null, null, managersOnly: false, current.At));
        await db.SaveChangesAsync(stopping);
        cookie.Write(await sessions.StartAsync(account, SessionStage.Open, stopping));
    }
}
