using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Integration.End;

/// <summary>A component has come to its end, and what came of it.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IntegrationRow Plan { get; private set; } = null!;

    public ComponentRow One { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/integration/{Plan.Id}";

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string integrationId, string componentId, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, componentId, stopping)) return NotFound();
        Input = new() { On = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string integrationId, string componentId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, componentId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Needed("Input.On", Input.On, "Integration.End.On");
        checks.Needed("Input.Outcome", Input.Outcome, "Integration.End.Outcome", 2000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Integrations, revision, stopping);
        theCase.EndComponent(Plan.Id, One.Id, Input.On!.Value, Input.Outcome!, current.Act, View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Integration.End.Done";
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(string integrationId, string componentId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (IntegrationWay.Find(View, integrationId) is not { IsOver: false } plan || plan.Components.FirstOrDefault(c => c.Id.ToString() == componentId) is not { EndedOn: null } component) return false;
        (Plan, One) = (plan, component);
        return View.MayWrite(plan);
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }

        public string? Outcome { get; init; }
    }
}
