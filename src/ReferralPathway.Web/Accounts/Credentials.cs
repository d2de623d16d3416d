using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Accounts;

/// <summary>Whether somebody is who they say they are. Every try is counted, every failure recorded (without what was typed), and no failure says which it was.</summary>
public sealed class Credentials(PathwayDb db, CurrentPerson current, HashingQueue hashing, Lockout lockout, SecondFactors factors, Sessions sessions, SessionCookie cookie, CurrentSession session, SignInRules rules)
{
    /// <summary>Whether the second factor is asked for with the password.</summary>
    public bool AsksCode => rules.SecondFactor;

    /// <returns>Where to go next; null when it failed.</returns>
    public async Task<string?> SignInAsync(string email, string password, CancellationToken stopping)
    {
        var normal = email.Trim().ToUpperInvariant();
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedEmail == normal, stopping);
        // An account that does not exist costs the same questions.
        var claimed = await lockout.ClaimAsync(account?.Id ?? Guid.Empty, stopping);
        var right = await hashing.VerifyAsync(account, PasswordRules.Normal(password), stopping);
        if (account is null || claimed is null || !right || !await WorksAsync(account, stopping))
        {
            await RefuseAsync(account?.Id, "password", stopping);
            return null;
        }
        if (session.Found is { } older) await sessions.EndAsync(older.Id, stopping);
        if (!rules.SecondFactor) return await OpenAsync(account, stopping);
        await lockout.GiveBackAsync(account.Id, claimed.Value, stopping);
        var stage = await factors.IsConfirmedAsync(account.Id, stopping) ? SessionStage.CodeMissing : SessionStage.FactorMissing;
        cookie.Write(await sessions.StartAsync(account, stage, stopping));
        return stage == SessionStage.CodeMissing ? "/sign-in/code" : "/sign-in/second-factor";
    }

    /// <summary>The second factor of a session whose password was right.</summary>
    public async Task<bool> GiveCodeAsync(FoundSession half, string code, CancellationToken stopping)
    {
        if (await lockout.ClaimAsync(half.Account.Id, stopping) is not null && await factors.UseAsync(half.Account.Id, code, stopping)) return await OpenAsync(half.Account.Id, stopping);
        await RefuseAsync(half.Account.Id, "code", stopping);
        return false;
    }

    /// <summary>The first code of a new second factor.</summary>
    /// <returns>The recovery codes; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpFactorAsync(FoundSession half, string code, CancellationToken stopping)
    {
        if (await lockout.ClaimAsync(half.Account.Id, stopping) is null || await factors.ConfirmAsync(half.Account.Id, code, stopping) is not { } codes)
        {
            await RefuseAsync(half.Account.Id, "new code", stopping);
            return null;
        }
        if (half.Account.Status == AccountStatus.Active) await OpenAsync(half.Account.Id, stopping);
        else
        {
            await lockout.ForgiveAsync(half.Account.Id, stopping);
            await sessions.EndAsync(half.Id, stopping);
            cookie.Delete();
        }
        await db.GoOnAsAsync(ActingAs.Person(PersonClaims.Actor(half.Account, half.Organisation), current.At), stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.SecondFactorSetUp", half.Account.Id));
        await db.SaveChangesAsync(stopping);
        return codes;
    }

    /// <summary>The first code of a key that is to follow the one in use. The owner is told by mail: if it was somebody else, that is how they learn.</summary>
    /// <returns>The new recovery codes; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> ReplaceFactorAsync(FoundSession here, string code, CancellationToken stopping)
    {
        if (await lockout.ClaimAsync(here.Account.Id, stopping) is null || await factors.ReplaceAsync(here.Account.Id, code, stopping) is not { } codes)
        {
            await RefuseAsync(here.Account.Id, "new code", stopping);
            return null;
        }
        await lockout.ForgiveAsync(here.Account.Id, stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.SecondFactorReplaced", here.Account.Id));
        var notice = new Notice(NoticeKind.SecondFactorReplaced, here.Account.OrganisationId, here.Account.UserId, null, null, managersOnly: false, current.At);
        db.Notices.Add(notice);
        db.Outbox.Add(Letter.For(notice));
        await db.SaveChangesAsync(stopping);
        return codes;
    }

    /// <summary>Proves again who sits at a locked session, or before something that must not be done by whoever finds the screen open.</summary>
    public async Task<bool> ProveAsync(FoundSession held, string password, string? code, CancellationToken stopping)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == held.Account.Id, stopping);
        var claimed = await lockout.ClaimAsync(account.Id, stopping);
        var right = await hashing.VerifyAsync(account, PasswordRules.Normal(password), stopping);
        if (claimed is not null && right && (!rules.SecondFactor || await factors.UseAsync(account.Id, code ?? "", stopping)))
        {
            await lockout.ForgiveAsync(account.Id, stopping);
            return true;
        }
        await RefuseAsync(account.Id, "again", stopping);
        return false;
    }

    public async Task SignOutAsync(CancellationToken stopping)
    {
        if (session.Found is { } found) await sessions.EndAsync(found.Id, stopping);
        cookie.Delete();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken stopping)
    {
        await OpenAsync(await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, stopping), stopping);
        return true;
    }

    private async Task<string> OpenAsync(Account account, CancellationToken stopping)
    {
        await lockout.ForgiveAsync(account.Id, stopping);
        cookie.Write(await sessions.StartAsync(account, SessionStage.Open, stopping));
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == account.OrganisationId, stopping);
        await db.GoOnAsAsync(ActingAs.Person(PersonClaims.Actor(account, organisation), current.At), stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.SignedIn", account.Id));
        await db.SaveChangesAsync(stopping);
        return "/";
    }

    private async Task<bool> WorksAsync(Account account, CancellationToken stopping) =>
        account.Status == AccountStatus.Active
        && !(account.ActiveFrom > current.Today) && !(account.ActiveTo < current.Today)
        && await db.Organisations.AnyAsync(o => o.Id == account.OrganisationId && o.IsActive, stopping);

    private async Task RefuseAsync(Guid? account, string step, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "SignIn", account, ("step", step)));
        await db.SaveChangesAsync(stopping);
    }
}
