using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Whereabouts.Grants;

/// <summary>Which persons may read where the person stays: a manager names them, for a time, and takes it back. The manager does not read it by that.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public string Here => $"{Case}/whereabouts/grants";

    /// <summary>One's own team, but for oneself.</summary>
    public IReadOnlyList<Choice> Team { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        Input = new() { Until = current.Today.AddDays(30) };
        return await ShowAsync(stopping) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Person", Team.Any(m => m.Value == Input.Person));
        if (Input.Until is null) checks.Needed("Input.Until", Input.Until, "Whereabouts.Grants.Until");
        checks.Needed("Input.Why", Input.Why, "Whereabouts.Grants.Why", 1000);
        if (!ModelState.IsValid) return Page();
        var to = UserId.Parse(Input.Person!, null);
        var person = await db.Users.AsNoTracking().Where(a => a.Id == to.Value).Select(a => a.PersonId).SingleAsync(stopping);
        var theCase = await hand.ForActAsync(CaseParts.Addresses, revision, stopping);
        theCase.GrantAddress(new(to, person, current.Who.Person, current.Who.IsManager, Input.Until!.Value, Input.Why!), current.Act);
        return await DoneAsync("Whereabouts.Grants.Done", stopping);
    }

    public async Task<IActionResult> OnPostEndAsync(int revision, Guid grant, CancellationToken stopping)
    {
        if (!await ShowAsync(stopping)) return NotFound();
        (await hand.ForActAsync(CaseParts.Addresses, revision, stopping)).EndAddressGrant(grant, current.Who.IsManager, current.Act);
        return await DoneAsync("Whereabouts.Grants.Ended", stopping);
    }

    private async Task<IActionResult> DoneAsync(string done, CancellationToken stopping)
    {
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = done;
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Team = [.. View.Team.Where(m => m.UserId != current.Who.User).Select(m => new Choice(m.UserId.ToString(), m.Name))];
        return View.Address is not null;
    }

    public sealed record Form
    {
        public string? Person { get; init; }

        public DateOnly? Until { get; init; }

        public string? Why { get; init; }
    }
}
