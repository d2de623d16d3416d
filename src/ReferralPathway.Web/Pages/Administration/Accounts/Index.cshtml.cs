using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.Administration.Accounts;

/// <summary>Every account, by name. A search is posted, because names do not stand in addresses.</summary>
public sealed class IndexModel(PathwayDb db) : PageModel
{
    [BindProperty]
    public string? Wanted { get; set; }

    public IReadOnlyList<Account> People { get; private set; } = [];

    public IReadOnlyDictionary<OrganisationId, Organisation> Organisations { get; private set; } = new Dictionary<OrganisationId, Organisation>();

    public string? Next { get; private set; }

    public string? First { get; private set; }

    /// <summary>The accounts whose manager has not confirmed them yet.</summary>
    public const string Awaiting = "/administration/accounts?status=awaiting";

    public bool IsAwaiting { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? after, [FromQuery] string? status, CancellationToken stopping)
    {
        IsAwaiting = status == "awaiting";
        if (await db.Users.Where(a => !IsAwaiting || a.Status == AccountStatus.AwaitingConfirmation).PageAsync(after, stopping) is not { } page) return NotFound();
        Next = page.Next is { } next ? $"/administration/accounts?{(IsAwaiting ? "status=awaiting&" : "")}after={next}" : null;
        First = after is null ? null : IsAwaiting ? Awaiting : "/administration/accounts";
        await ShowAsync(page.Rows, stopping);
        return Page();
    }

    [ChangesNothing]
    public async Task OnPostAsync(CancellationToken stopping)
    {
        await ShowAsync(await db.Called(Wanted).OrderBy(a => a.Name).ThenBy(a => a.Id).Take(AccountLists.Size).ToListAsync(stopping), stopping);
    }

    private async Task ShowAsync(IReadOnlyList<Account> people, CancellationToken stopping)
    {
        People = people;
        var ids = people.Select(a => a.OrganisationId).Distinct().ToArray();
        Organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stopping);
    }
}
