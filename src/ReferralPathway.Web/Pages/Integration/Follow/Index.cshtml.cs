using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Integration.Follow;

/// <summary>Takes a plan for integration on: begin, go through it after a change of the right to stay, end it.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IntegrationRow Plan { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/integration/{Plan.Id}";

    public bool IsOpen => View.PublicIntegrationIsOpen(current.Today);

    public IReadOnlyList<Choice> Acts { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string integrationId, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, stopping)) return NotFound();
        Input = new() { Act = Acts is [var only] ? Enum.Parse<IntegrationAct>(only.Value) : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string integrationId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Act", Input.Act is { } chosen && Acts.Any(s => s.Value == chosen.ToString()));
        if (Input.Act == IntegrationAct.Review) checks.Needed("Input.Note", Input.Note, "Integration.Follow.Note", 4000);
        if (Input.Act == IntegrationAct.Complete) checks.Needed("Input.Outcome", Input.Outcome, "Assistance.Follow.Outcome", 4000);
        if (Input.Act == IntegrationAct.Discontinue) checks.Needed("Input.Reason", Input.Reason, "Assistance.Follow.Reason", 4000);
        if (!ModelState.IsValid) return Page();
        Take(await hand.ForActAsync(CaseParts.Integrations, revision, stopping), View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Integration.Follow.Done.{Input.Act}";
        return Redirect(Here);
    }

    private void Take(Case theCase, bool carries)
    {
        var (id, act) = (Plan.Id, current.Act);
        switch (Input.Act)
        {
            case IntegrationAct.Begin: theCase.BeginIntegration(id, act, carries); break;
            case IntegrationAct.Review: theCase.ReviewIntegration(id, Input.Note!, act, carries); break;
            case IntegrationAct.Complete: theCase.EndIntegration(id, completed: true, Input.Outcome!, act, carries); break;
            default: theCase.EndIntegration(id, completed: false, Input.Reason!, act, carries); break;
        }
    }

    private async Task<bool> ShowAsync(string integrationId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (IntegrationWay.Find(View, integrationId) is not { } plan || !View.MayWrite(plan)) return false;
        Plan = plan;
        Acts = [.. IntegrationWay.Acts(plan).Select(s => new Choice(s.ToString(), $"Integration.Follow.{s}"))];
        return Acts.Count > 0;
    }

    public sealed record Form
    {
        public IntegrationAct? Act { get; init; }

        public string? Note { get; init; }

        public string? Outcome { get; init; }

        public string? Reason { get; init; }
    }
}
