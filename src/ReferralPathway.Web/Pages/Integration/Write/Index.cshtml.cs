using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Integration.Write;

/// <summary>Begins a plan for long-term integration, and changes its draft (F15).</summary>
[RuleAt("Input.Responsible", nameof(Rule.ThePlansWorkerIsOnTheTeam))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    /// <summary>The draft that is changed; null for a new plan.</summary>
    public IntegrationRow? Draft { get; private set; }

    public IReadOnlyList<Choice> Team { get; private set; } = [];

    public bool IsOpen => View.PublicIntegrationIsOpen(current.Today);

    /// <summary>A plan of one's own that is not over: a second one is rarely what is meant.</summary>
    public IntegrationRow? Already => Draft is null ? View.Integrations.FirstOrDefault(p => p.Owner == View.Mine && !p.IsOver) : null;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string? integrationId, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, stopping)) return NotFound();
        Input = Draft is { } draft
            ? new() { Responsible = draft.Responsible.ToString(), StartsOn = draft.StartsOn, Goals = draft.Goals?.Value }
            : new() { Responsible = current.Who.User.ToString(), StartsOn = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? integrationId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Responsible", Team.Any(m => m.Value == Input.Responsible));
        if (Input.StartsOn is null) checks.Needed("Input.StartsOn", Input.StartsOn, "Assistance.Write.StartsOn");
        checks.Short("Input.Goals", Input.Goals, "Assistance.Write.Goals", 4000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Integrations, revision, stopping);
        var terms = new IntegrationTerms(UserId.Parse(Input.Responsible!, null), Input.StartsOn!.Value, Input.Goals);
        var id = Draft?.Id ?? default;
        if (Draft is null) id = theCase.DraftIntegration(terms, current.Act).Id;
        else theCase.RewriteIntegration(id, terms, current.Act, View.CarriesOn(Draft.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Assistance.Write.Saved";
        return Redirect(Draft is null ? $"{Case}/integration/{id}/components/new" : $"{Case}/integration/{id}");
    }

    private async Task<bool> ShowAsync(string? integrationId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Team = [.. View.Team.Select(m => new Choice(m.UserId.ToString(), m.Name))];
        if (integrationId is null) return true;
        Draft = IntegrationWay.Find(View, integrationId);
        return Draft is { Status: IntegrationStatus.Draft } && View.MayWrite(Draft);
    }

    public sealed record Form
    {
        public string? Responsible { get; init; }

        public DateOnly? StartsOn { get; init; }

        public string? Goals { get; init; }
    }
}
