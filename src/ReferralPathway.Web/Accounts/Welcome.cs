using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Accounts;

/// <summary>What happens when somebody takes a link that came by mail: they set a password, and from then on act as themselves.</summary>
public sealed class Welcome(PathwayDb db, CurrentPerson current, OneTimeLinks links, Staff staff, HashingQueue hashing, Sessions sessions, SecondFactors factors, SignInRules rules, SessionCookie cookie)
{
    /// <returns>Where to go next; null when the link has just been used by somebody else.</returns>
    public async Task<string?> TakeAsync(OneTimeLink link, Account account, string password, CancellationToken stopping)
    {
        if (!await links.UseAsync(link, stopping)) return null;
        var organisation = await db.Organisations.SingleAsync(o => o.Id == account.OrganisationId, stopping);
        account.PasswordHash = await hashing.HashAsync(account, password, stopping);
        account.SecurityStamp = Staff.NewStamp();
        account.EmailConfirmed = true;
        await db.GoOnAsAsync(ActingAs.Person(PersonClaims.Actor(account, organisation), current.At), stopping);
        if (account.Status == AccountStatus.Invited) await staff.AcceptedAsync(account, stopping);
        else db.Tell(new(NoticeKind.PasswordChanged, account.OrganisationId, account.UserId, null, null, managersOnly: false, current.At));
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.PasswordSet", account.Id, ("status", account.Status.ToString())));
        await db.SaveChangesAsync(stopping);
        await sessions.EndAllOfAsync(account.Id, stopping);
        if (!rules.SecondFactor || await factors.IsConfirmedAsync(account.Id, stopping)) return "/sign-in";
        cookie.Write(await sessions.StartAsync(account, SessionStage.FactorMissing, stopping));
        return "/sign-in/second-factor";
    }
}
