using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Accounts;

/// <summary>One account. What takes access away is done at once; what gives it is asked for, and waits for another person.</summary>
public sealed class ShowModel(PathwayDb db, Staff staff, RealClock clock, Wording t) : PageModel, IRaced
{
    [BindProperty]
    public Role? Role { get; set; }

    /// <summary>The one at which the administrator saw the account. Asked of what gives access; what takes it away works at once, whoever was faster.</summary>
    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public Account Account { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public AccountChange? Waiting { get; private set; }

    public bool HasFactor { get; private set; }

    public DateTimeOffset? LockedUntil => Account.LockoutEnd > clock.Now ? Account.LockoutEnd : null;

    public IReadOnlyList<Choice> Roles => [.. OrganisationKinds.RolesOf(Organisation.Kind).Select(r => new Choice(r.ToString(), $"Role.{r}"))];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stopping) => await FindAsync(id, stopping) ? Page() : NotFound();

    public Task<IActionResult> OnPostLinkAsync(string id, CancellationToken stopping) => DoAsync(id, "Link", () => staff.SendLinkAsync(Account, stopping), stopping);

    public Task<IActionResult> OnPostSignOutAsync(string id, CancellationToken stopping) => DoAsync(id, "SignOut", () => staff.SignOutAsync(Account, stopping), stopping);

    public Task<IActionResult> OnPostUnlockAsync(string id, CancellationToken stopping) => DoAsync(id, "Unlock", () => { Demand(); staff.Unlock(Account); }, stopping);

    public Task<IActionResult> OnPostUnmanageAsync(string id, CancellationToken stopping) => DoAsync(id, "Unmanage", () => staff.Unmanage(Account), stopping);

    public Task<IActionResult> OnPostDisableAsync(string id, CancellationToken stopping) => DoAsync(id, "Disable", () => staff.DisableAsync(Account, stopping), stopping);

    public Task<IActionResult> OnPostWithdrawAsync(string id, CancellationToken stopping) => DoAsync(id, "Withdraw", () => Waiting is { } waiting ? staff.WithdrawAsync(waiting, stopping) : Task.CompletedTask, stopping);

    public Task<IActionResult> OnPostEnableAsync(string id, CancellationToken stopping) => AskAsync(id, AccountChangeKind.Enable, stopping);

    public Task<IActionResult> OnPostManageAsync(string id, CancellationToken stopping) => AskAsync(id, AccountChangeKind.Manager, stopping);

    public Task<IActionResult> OnPostSecondFactorAsync(string id, CancellationToken stopping) => AskAsync(id, AccountChangeKind.SecondFactor, stopping);

    public async Task<IActionResult> OnPostRoleAsync(string id, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping)) return NotFound();
        if (Role is { } role && Enum.IsDefined(role)) return await AskAsync(id, AccountChangeKind.Role, stopping);
        ModelState.AddModelError(nameof(Role), t.Error("CodeUnknown"));
        return Page();
    }

    private Task<IActionResult> AskAsync(string id, AccountChangeKind kind, CancellationToken stopping) => DoAsync(id, "Asked", () => { Demand(); return
        kind == AccountChangeKind.Enable == (Account.Status == AccountStatus.Disabled)
            ? staff.AskAsync(kind, Account, Organisation, kind == AccountChangeKind.Role ? Role!.Value : Account.Role, kind == AccountChangeKind.Manager || Account.IsManager, stopping)
            : throw new RuleBrokenException(Rule.AChangeIsDecidedOnce); }, stopping);

    private void Demand()
    {
        if (Account.Revision != Revision) throw new DbUpdateConcurrencyException();
    }

    public async Task<IReadOnlyList<Raced>> SinceAsync(DateTimeOffset seen, CancellationToken stopping)
    {
        await FindAsync(Account.Id.ToString(), stopping);
        if (Account.ChangedAt is not { } at || Account.ChangedBy is not { } by) return [];
        var who = await db.Users.Where(a => a.Id == by.Value).Select(a => a.Name).SingleOrDefaultAsync(stopping) ?? "";
        return [new(at, who, t[$"Audit.Kind.{Account.ChangedHow}"], [])];
    }

    private Task<IActionResult> DoAsync(string id, string what, Action act, CancellationToken stopping) => DoAsync(id, what, () => { act(); return Task.CompletedTask; }, stopping);

    private async Task<IActionResult> DoAsync(string id, string what, Func<Task> act, CancellationToken stopping)
    {
        if (!await FindAsync(id, stopping)) return NotFound();
        await act();
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Accounts.Done.{what}";
        return Redirect($"/administration/accounts/{Account.Id}");
    }

    private async Task<bool> FindAsync(string id, CancellationToken stopping)
    {
        if (!Guid.TryParse(id, out var wanted)
            || await (from a in db.Users join o in db.Organisations on a.OrganisationId equals o.Id where a.Id == wanted select new { Account = a, Organisation = o }).SingleOrDefaultAsync(stopping) is not { Account: { } account } found) return false;
        Account = account;
        Organisation = found.Organisation;
        Waiting = await db.AccountChanges.SingleOrDefaultAsync(c => c.Account == account.UserId && c.State == ChangeState.Waiting, stopping);
        HasFactor = await db.SecondFactors.AnyAsync(f => f.UserId == wanted && f.ConfirmedAt != null, stopping);
        return true;
    }
}
