using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Guidance;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Pages.Administration;

/// <summary>What waits for a second administrator, and the way to what administrators keep.</summary>
public sealed class IndexModel(PathwayDb db) : PageModel
{
    public IReadOnlyList<WaitingChange> Waiting { get; private set; } = [];

    /// <summary>Organisations that are to be restored.</summary>
    public IReadOnlyList<Organisation> Returning { get; private set; } = [];

    /// <summary>Another reading of the rules that is asked for.</summary>
    public RuleChange? Rules { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping)
    {
        Waiting = await db.AccountChanges.Where(c => c.Decider == ChangeDecider.Administrators).WaitingAsync(db, stopping);
        Returning = await db.Organisations.AsNoTracking().Where(o => o.RestoreAskedAt != null).OrderBy(o => o.RestoreAskedAt).Take(AccountLists.Size).ToListAsync(stopping);
        Rules = await db.RuleChanges.AsNoTracking().SingleOrDefaultAsync(c => c.State == RuleChangeState.Waiting, stopping);
    }
}
