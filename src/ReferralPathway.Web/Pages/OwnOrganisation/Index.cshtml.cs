using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.OwnOrganisation;

/// <summary>What a manager answers for: who works here, and who is to be let in.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, INavigation navigation) : PageModel
{
    public string Organisation => navigation.Who!.Organisation;

    public IReadOnlyList<WaitingChange> Waiting { get; private set; } = [];

    public IReadOnlyList<Account> People { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? after, CancellationToken stopping)
    {
        var mine = current.Who.Organisation;
        Waiting = await db.AccountChanges.Where(c => c.Decider == ChangeDecider.Managers && c.Organisation == mine).WaitingAsync(db, stopping);
        if (await db.Users.Where(a => a.OrganisationId == mine).PageAsync(after, stopping) is not { } page) return NotFound();
        People = page.Rows;
        Next = page.Next is { } next ? $"/organisation?after={next}" : null;
        First = after is null ? null : "/organisation";
        return Page();
    }
}
