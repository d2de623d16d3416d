using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// What administrators and managers do with accounts. Whatever takes access away works at once; whatever gives it becomes an <see cref="AccountChange"/> and
/// waits for another person. Nothing here is saved before the caller saves.
/// </summary>
public sealed class Staff(PathwayDb db, CurrentPerson current, OneTimeLinks links, Sessions sessions)
{
    private const int ConfirmWithinWorkingDays = 2;

    /// <summary>A new account, and the mail with its link. It can do nothing until its person has taken the link and somebody else has confirmed it.</summary>
    public async Task<Account> InviteAsync(Organisation organisation, string email, string name, Role role, bool isManager, (DateOnly? From, DateOnly? To) active, PersonId? person, CancellationToken stopping)
    {
        var account = New(organisation, email, name, role, isManager, person ?? PersonId.New(current.At), current.At);
        (account.ActiveFrom, account.ActiveTo) = active;
        db.Users.Add(account);
        await AskAsync(AccountChangeKind.NewAccount, account, organisation, role, isManager, stopping);
        await links.SendAsync(account, "Invitation", current.At, stopping);
        Happened("Account.Invited", account, ("organisation", organisation.Id.ToString()), ("role", role.ToString()), ("manager", isManager ? "yes" : "no"));
        return account;
    }

    public static Account New(Organisation organisation, string email, string name, Role role, bool isManager, PersonId person, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        Name = name,
        PersonId = person,
        OrganisationId = organisation.Id,
        Role = role,
        IsManager = isManager,
        Status = AccountStatus.Invited,
        LockoutEnabled = true,
        SecurityStamp = NewStamp(),
    };

    /// <summary>Asks for a change that another person has to confirm.</summary>
    public async Task<AccountChange> AskAsync(AccountChangeKind kind, Account account, Organisation organisation, Role role, bool isManager, CancellationToken stopping)
    {
        if (await db.AccountChanges.AnyAsync(c => c.Account == account.UserId && c.State == ChangeState.Waiting, stopping)) throw new RuleBrokenException(Rule.AChangeIsDecidedOnce);
        var others = await db.Users.CountAsync(a => a.OrganisationId == organisation.Id && a.IsManager && a.Status == AccountStatus.Active && a.PersonId != account.PersonId, stopping);
        var change = AccountChange.Ask(kind, (account.UserId, account.PersonId), organisation, role, isManager, others, current.Who.Person, current.Act);
        db.AccountChanges.Add(change);
        Happened("Account.ChangeAsked", account, ("change", change.Id.ToString()), ("kind", kind.ToString()), ("role", role.ToString()), ("manager", isManager ? "yes" : "no"));
        if (change.IsReady) Tell(change);
        return change;
    }

    /// <summary>The invited person has taken the link.</summary>
    public async Task AcceptedAsync(Account account, CancellationToken stopping)
    {
        account.Status = AccountStatus.AwaitingConfirmation;
        var change = await db.AccountChanges.SingleAsync(c => c.Account == account.UserId && c.Kind == AccountChangeKind.NewAccount, stopping);
        if (change.State == ChangeState.Confirmed) account.Status = AccountStatus.Active;
        else
        {
            change.Accepted();
            Tell(change);
        }
    }

    public async Task ConfirmAsync(AccountChange change, CancellationToken stopping)
    {
        change.Confirm(current.Who.Person, current.Who.IsManager, current.Act);
        var account = await db.Users.SingleAsync(a => a.Id == change.Account.Value, stopping);
        switch (change.Kind)
        {
            case AccountChangeKind.NewAccount or AccountChangeKind.Enable:
                account.Status = AccountStatus.Active;
                break;
            case AccountChangeKind.Role or AccountChangeKind.Manager:
                (account.Role, account.IsManager) = (change.Role, change.IsManager);
                break;
            case AccountChangeKind.SecondFactor:
                await RemoveFactorAsync(account, stopping);
                await links.SendAsync(account, "NewStart", current.At, stopping);
                break;
        }
        account.SecurityStamp = NewStamp();
        await CloseWorkAsync(change, stopping);
        Happened("Account.ChangeConfirmed", account, ("change", change.Id.ToString()), ("kind", change.Kind.ToString()), ("askedBy", change.AskedBy.ToString()));
    }

    public async Task RefuseAsync(AccountChange change, CancellationToken stopping)
    {
        change.Refuse(current.Who.Person, current.Who.IsManager, current.Act);
        await EndAsync(change, "Account.ChangeRefused", stopping);
    }

    public async Task WithdrawAsync(AccountChange change, CancellationToken stopping)
    {
        change.Withdraw(current.Act);
        await EndAsync(change, "Account.ChangeWithdrawn", stopping);
    }

    /// <summary>At once: the next request of the account is refused.</summary>
    public async Task DisableAsync(Account account, CancellationToken stopping)
    {
        // The sweep passes on what the account had to do; its managers hear of it now.
        if (account.Status == AccountStatus.Active) Tell(new Notice(NoticeKind.WorkLeft, account.OrganisationId, null, null, account.Id, managersOnly: true, current.At));
        account.Status = AccountStatus.Disabled;
        account.SecurityStamp = NewStamp();
        if (await db.AccountChanges.SingleOrDefaultAsync(c => c.Account == account.UserId && c.State == ChangeState.Waiting, stopping) is { } waiting) await WithdrawAsync(waiting, stopping);
        await db.Links.Where(l => l.UserId == account.Id).ExecuteDeleteAsync(stopping);
        await sessions.EndAllOfAsync(account.Id, stopping);
        Happened("Account.Disabled", account);
    }

    /// <summary>Takes the manager's flag away, at once.</summary>
    public void Unmanage(Account account)
    {
        account.IsManager = false;
        Happened("Account.ManagerEnded", account);
    }

    public async Task SignOutAsync(Account account, CancellationToken stopping)
    {
        account.SecurityStamp = NewStamp();
        await sessions.EndAllOfAsync(account.Id, stopping);
        Happened("Account.SignedOutByAdministrator", account);
    }

    /// <summary>Ends a lockout. Gives nobody access who had none: both factors are still asked for.</summary>
    public void Unlock(Account account)
    {
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        Happened("Account.Unlocked", account);
    }

    /// <summary>A new link for somebody who has not taken theirs, or has forgotten the password. The second factor is still asked for.</summary>
    public async Task SendLinkAsync(Account account, CancellationToken stopping)
    {
        await links.SendAsync(account, account.Status == AccountStatus.Invited ? "Invitation" : "NewPassword", current.At, stopping);
        Happened("Account.LinkSent", account);
    }

    public static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    private async Task EndAsync(AccountChange change, string kind, CancellationToken stopping)
    {
        var account = await db.Users.SingleAsync(a => a.Id == change.Account.Value, stopping);
        if (change.Kind == AccountChangeKind.NewAccount)
        {
            account.Status = AccountStatus.Disabled;
            account.SecurityStamp = NewStamp();
            await db.Links.Where(l => l.UserId == account.Id).ExecuteDeleteAsync(stopping);
        }
        await CloseWorkAsync(change, stopping);
        Happened(kind, account, ("change", change.Id.ToString()), ("kind", change.Kind.ToString()));
    }

    private async Task RemoveFactorAsync(Account account, CancellationToken stopping)
    {
        account.PasswordHash = null;
        await db.SecondFactors.Where(f => f.UserId == account.Id).ExecuteDeleteAsync(stopping);
        await db.RecoveryCodes.Where(c => c.UserId == account.Id).ExecuteDeleteAsync(stopping);
        await db.UserPasskeys.Where(p => p.UserId == account.Id).ExecuteDeleteAsync(stopping);
    }

    private void Tell(AccountChange change)
    {
        var byManagers = change.Decider == ChangeDecider.Managers;
        var where = byManagers ? change.Organisation : change.AskedFor;
        var due = SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(current.Today, ConfirmWithinWorkingDays).AddDays(1));
        db.WorkItems.Add(new(WorkKind.ConfirmAccount, null, change.Id, where, null, byManagers ? change.AskedFor : null, due, null, byManagers, current.At));
        Tell(new Notice(NoticeKind.AccountToConfirm, where, null, null, change.Id, byManagers, current.At));
    }

    private void Tell(Notice notice)
    {
        db.Tell(notice);
    }

    private Task<int> CloseWorkAsync(AccountChange change, CancellationToken stopping) =>
        db.WorkItems.Where(w => w.SourceId == change.Id && w.Kind == WorkKind.ConfirmAccount && w.ClosedAt == null).ExecuteUpdateAsync(s => s.SetProperty(w => w.ClosedAt, current.At), stopping);

    private void Happened(string kind, Account account, params IEnumerable<(string, string)> details)
    {
        account.Changed(kind, current.Act);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, kind, account.Id, details));
    }
}
