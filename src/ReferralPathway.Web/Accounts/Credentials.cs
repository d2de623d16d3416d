using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Measures;

namespace ReferralPathway.Web.Accounts;

/// <summary>Whether somebody is who they say they are. Every try is counted, every failure recorded (without what was typed), and no failure says which it was.</summary>
public sealed class Credentials(PathwayDb db, CurrentPerson current, HashingQueue hashing, Lockout lockout, SecondFactors factors, Passkeys passkeys, Sessions sessions, SessionCookie cookie, CurrentSession session, SignInRules rules, Counts counts)
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
        var verified = await hashing.VerifyAsync(account, PasswordRules.Normal(password), stopping);
        if (account is null || claimed is null || verified == PasswordVerificationResult.Failed || !await WorksAsync(account, stopping))
        {
            await RefuseAsync(account, claimed, "password", stopping);
            return null;
        }
        if (session.Found is { } older) await sessions.EndAsync(older.Id, stopping);
        string next;
        if (!rules.SecondFactor) next = await OpenAsync(account, "password", stopping);
        else
        {
            await lockout.GiveBackAsync(account.Id, claimed.Value, stopping);
            var stage = await factors.IsConfirmedAsync(account.Id, stopping) ? SessionStage.CodeMissing : SessionStage.FactorMissing;
            cookie.Write(await sessions.StartAsync(account, stage, stopping));
            next = stage == SessionStage.CodeMissing ? "/sign-in/code" : "/sign-in/second-factor";
        }
        // Last: tries are counted beside this transaction, in the same row.
        if (verified == PasswordVerificationResult.SuccessRehashNeeded) await RenewHashAsync(account, password, stopping);
        return next;
    }

    /// <summary>The password was hashed by what was enough then.</summary>
    private async Task RenewHashAsync(Account account, string password, CancellationToken stopping)
    {
        var hash = await hashing.HashAsync(account, PasswordRules.Normal(password), stopping);
        await db.Users.Where(a => a.Id == account.Id && a.PasswordHash == account.PasswordHash).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash), stopping);
    }

    /// <summary>A passkey is both factors: something that one has, opened by something that one knows or is.</summary>
    public async Task<bool> SignInByPasskeyAsync(string answer, string asked, CancellationToken stopping)
    {
        var owner = await passkeys.OwnerAsync(answer, stopping);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == owner, stopping);
        var claimed = await lockout.ClaimAsync(owner ?? Guid.Empty, stopping);
        if (account is null || claimed is null || !await passkeys.UseAsync(account, answer, asked, stopping) || !await WorksAsync(account, stopping))
        {
            await RefuseAsync(account, claimed, "passkey", stopping);
            return false;
        }
        if (session.Found is { } older) await sessions.EndAsync(older.Id, stopping);
        await OpenAsync(account, "passkey", stopping);
        return true;
    }

    /// <summary>The second factor of a session whose password was right.</summary>
    public async Task<bool> GiveCodeAsync(FoundSession half, string code, CancellationToken stopping)
    {
        var claimed = await lockout.ClaimAsync(half.Account.Id, stopping);
        if (claimed is not null && await factors.UseAsync(half.Account.Id, code, stopping)) return await OpenAsync(half.Account.Id, stopping);
        await RefuseAsync(half.Account, claimed, "code", stopping);
        return false;
    }

    /// <summary>The first code of a new second factor.</summary>
    /// <returns>The recovery codes; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpFactorAsync(FoundSession half, string code, CancellationToken stopping)
    {
        var claimed = await lockout.ClaimAsync(half.Account.Id, stopping);
        if (claimed is null || await factors.ConfirmAsync(half.Account.Id, code, stopping) is not { } codes)
        {
            await RefuseAsync(half.Account, claimed, "new code", stopping);
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
        var claimed = await lockout.ClaimAsync(here.Account.Id, stopping);
        if (claimed is null || await factors.ReplaceAsync(here.Account.Id, code, stopping) is not { } codes)
        {
            await RefuseAsync(here.Account, claimed, "new code", stopping);
            return null;
        }
        await lockout.ForgiveAsync(here.Account.Id, stopping);
        await TellAsync(here, "Account.SecondFactorReplaced", NoticeKind.SecondFactorReplaced, stopping);
        return codes;
    }

    /// <summary>Proves again who sits at a locked session, or before something that must not be done by whoever finds the screen open.</summary>
    public async Task<bool> ProveAsync(FoundSession held, string password, string? code, CancellationToken stopping)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == held.Account.Id, stopping);
        var claimed = await lockout.ClaimAsync(account.Id, stopping);
        var right = await hashing.VerifyAsync(account, PasswordRules.Normal(password), stopping) != PasswordVerificationResult.Failed;
        if (claimed is not null && right && (!rules.SecondFactor || await factors.UseAsync(account.Id, code ?? "", stopping)))
        {
            await lockout.ForgiveAsync(account.Id, stopping);
            return true;
        }
        await RefuseAsync(account, claimed, "again", stopping);
        return false;
    }

    /// <summary>The same by a passkey, which must be one of the person's own.</summary>
    public async Task<bool> ProveByPasskeyAsync(FoundSession held, string answer, string asked, CancellationToken stopping)
    {
        var claimed = await lockout.ClaimAsync(held.Account.Id, stopping);
        if (claimed is not null && await passkeys.UseAsync(held.Account, answer, asked, stopping))
        {
            await lockout.ForgiveAsync(held.Account.Id, stopping);
            return true;
        }
        await RefuseAsync(held.Account, claimed, "again", stopping);
        return false;
    }

    /// <summary>Whoever has just proved who they are goes on in the same session, which a number that somebody saw before no longer opens.</summary>
    public async Task GoOnAsync(FoundSession held, CancellationToken stopping)
    {
        cookie.Write(await sessions.ProvedAsync(held.Id, stopping));
        await db.GoOnAsAsync(ActingAs.Person(PersonClaims.Actor(held.Account, held.Organisation), current.At), stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.Proved", held.Account.Id));
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>Keeps a new passkey, or not when what the browser brought does not answer what it was asked. The owner is told by mail.</summary>
    public async Task<bool> AddPasskeyAsync(FoundSession here, string name, string answer, string asked, CancellationToken stopping)
    {
        if (!await passkeys.AddAsync(here.Account, name, answer, asked, stopping)) return false;
        await TellAsync(here, "Account.PasskeyAdded", NoticeKind.PasskeyAdded, stopping);
        return true;
    }

    /// <summary>Takes a passkey away; the next try with it fails.</summary>
    public async Task RemovePasskeyAsync(FoundSession here, string id, CancellationToken stopping)
    {
        if (await passkeys.RemoveAsync(here.Account.Id, id, stopping)) await TellAsync(here, "Account.PasskeyRemoved", NoticeKind.PasskeyRemoved, stopping);
    }

    public async Task RenamePasskeyAsync(FoundSession here, string id, string name, CancellationToken stopping)
    {
        if (!await passkeys.RenameAsync(here.Account.Id, id, name, stopping)) return;
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.PasskeyRenamed", here.Account.Id));
        await db.SaveChangesAsync(stopping);
    }

    public async Task SignOutAsync(CancellationToken stopping)
    {
        cookie.Delete();
        if (session.Found is not { } found) return;
        await sessions.EndAsync(found.Id, stopping);
        await db.GoOnAsAsync(ActingAs.Person(PersonClaims.Actor(found.Account, found.Organisation), current.At), stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.SignedOut", found.Account.Id));
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>The way in to an account has changed: its owner is told, in the application and by mail.</summary>
    private async Task TellAsync(FoundSession here, string happened, NoticeKind kind, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, happened, here.Account.Id));
        db.Tell(new(kind, here.Account.OrganisationId, here.Account.UserId, null, null, managersOnly: false, current.At));
        await db.SaveChangesAsync(stopping);
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken stopping)
    {
        await OpenAsync(await db.Users.AsNoTracking().SingleAsync(a => a.Id == id, stopping), "code", stopping);
        return true;
    }

    /// <param name="by">What was shown last, in a word of the record.</param>
    private async Task<string> OpenAsync(Account account, string by, CancellationToken stopping)
    {
        await lockout.ForgiveAsync(account.Id, stopping);
        cookie.Write(await sessions.StartAsync(account, SessionStage.Open, stopping));
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == account.OrganisationId, stopping);
        await db.GoOnAsAsync(ActingAs.Person(PersonClaims.Actor(account, organisation), current.At), stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.SignedIn", account.Id, ("by", by)));
        await db.SaveChangesAsync(stopping);
        return "/";
    }

    private async Task<bool> WorksAsync(Account account, CancellationToken stopping) =>
        account.Status == AccountStatus.Active
        && !(account.ActiveFrom > current.Today) && !(account.ActiveTo < current.Today)
        && await db.Organisations.AnyAsync(o => o.Id == account.OrganisationId && o.IsActive, stopping);

    /// <summary>Writes the failure down. When it was the one that closes the account, its owner is told: whoever else tries does not see that.</summary>
    private async Task RefuseAsync(Account? account, int? claimed, string step, CancellationToken stopping)
    {
        counts.SignInFailed(step);
        db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "SignIn", account?.Id, ("step", step)));
        if (account is not null && claimed is { } number && Lockout.Closes(number))
        {
            db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Account.Closed", account.Id));
            db.Tell(new(NoticeKind.AccountClosed, account.OrganisationId, account.UserId, null, null, managersOnly: false, current.At));
        }
        await db.SaveChangesAsync(stopping);
    }
}
