using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Team;

/// <summary>Who of one's own organisation works with the person: added, removed, made responsible.</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stopping) => LoadAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        var known = Guid.TryParse(Input.Colleague, out var colleague) && (Colleagues.Any(c => c.Value == Input.Colleague) || View.Team.Any(m => m.UserId.Value == colleague));
        if (!known) ModelState.AddModelError("Input.Colleague", t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();
        return await ActAsync(revision, "Case.Team.Added", c => c.AddToTeam(UserId.From(colleague), Input.Responsible, current.Act), stopping);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int revision, Guid member, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        return await ActAsync(revision, "Case.Team.Removed", c => c.RemoveFromTeam(UserId.From(member), current.Act), stopping);
    }

    public async Task<IActionResult> OnPostResponsibleAsync(int revision, Guid member, CancellationToken stopping)
    {
        await LoadAsync(stopping);
        return await ActAsync(revision, "Case.Team.Changed", c => c.MakeResponsible(UserId.From(member), current.Act), stopping);
    }

    private async Task<IActionResult> ActAsync(int revision, string done, Action<Case> act, CancellationToken stopping)
    {
        act(await hand.ForActAsync(CaseParts.Core, revision, stopping));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = done;
        // Whoever leaves the team themselves no longer changes it.
        return Redirect(done == "Case.Team.Removed" ? Case : $"{Case}/team");
    }

    private async Task LoadAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        var (organisation, role, today) = (current.Who.Organisation, current.Who.Role, current.Today);
        var active = await db.Users.AsNoTracking()
            .Where(a => a.OrganisationId == organisation && a.Role == role && a.Status == AccountStatus.Active && (a.ActiveFrom == null || a.ActiveFrom <= today) && (a.ActiveTo == null || a.ActiveTo >= today))
            .OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(stopping);
        Colleagues = [.. active.Where(a => View.Team.All(m => m.UserId.Value != a.Id)).Select(a => new Choice(a.Id.ToString(), a.Name))];
    }

    public sealed record Form
    {
        public string? Colleague { get; init; }

        public bool Responsible { get; init; }
    }
}
