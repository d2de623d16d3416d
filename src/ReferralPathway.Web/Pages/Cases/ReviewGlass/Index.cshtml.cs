using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using Glass = ReferralPathway.Domain.Cases.BreakGlass;

namespace ReferralPathway.Web.Pages.Cases.ReviewGlass;

/// <summary>A manager says of each opening outside the team whether it was justified. Never of their own.</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, Sealer sealer, CurrentPerson current) : PageModel
{
    public string Reference => hand.Standing.Reference;

    public string Case => $"/cases/{hand.Id}";

    public string Here => $"{Case}/review-glass";

    public UserId Me => current.Who.User;

    /// <summary>Those that wait first, then the reviewed, newest first.</summary>
    public IReadOnlyList<(Glass Glass, string Name)> Openings { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stopping) => LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(Guid glass, bool justified, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        if (Openings.All(o => o.Glass.Id != glass)) return NotFound();
        var theCase = await hand.ForActAsync(CaseParts.BreakGlass, stopping);
        theCase.ReviewBreakGlass(glass, justified, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Case.ReviewGlass.Done";
        return Redirect(Here);
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        var found = await db.Set<Glass>().Where(g => g.CaseId == hand.Id && g.OrganisationId == current.Who.Organisation)
            .OrderBy(g => g.ReviewedAt != null).ThenByDescending(g => g.OpenedAt).ThenBy(g => g.Id).ToListAsync(stopping);
        await sealer.OpenAsync(db, stopping);
        var people = found.Select(g => g.UserId.Value).ToArray();
        var names = await db.Users.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stopping);
        Openings = [.. found.Select(g => (g, names.GetValueOrDefault(g.UserId.Value, "")))];
    }
}
