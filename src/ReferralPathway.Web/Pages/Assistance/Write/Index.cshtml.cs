using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Assistance.Write;

/// <summary>Begins a plan of assistance, and changes its draft (F8).</summary>
[RuleAt("Input.ReviewOn", nameof(Rule.AReviewLiesAhead), nameof(Rule.AReviewHasItsDay))]
[RuleAt("Input.Responsible", nameof(Rule.ThePlansWorkerIsOnTheTeam))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    /// <summary>The draft that is changed; null for a new plan.</summary>
    public PlanRow? Draft { get; private set; }

    public IReadOnlyList<Choice> Team { get; private set; } = [];

    /// <summary>A plan of one's own that is not over: a second one is rarely what is meant.</summary>
    public PlanRow? Already => Draft is null ? View.Plans.FirstOrDefault(p => p.Owner == View.Mine && p.Status is not (PlanStatus.Completed or PlanStatus.Discontinued)) : null;

    [BindProperty]
    public Form Input { get; set; } = new();

    private DateOnly? ReflectionEnds => View.Facts.LegalStatus == "RP" ? View.Facts.LegalStatusValidTo : null;

    public async Task<IActionResult> OnGetAsync(string? planId, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        Input = Draft is { } draft
            ? new() { Responsible = draft.Responsible.ToString(), StartsOn = draft.StartsOn, ReviewOn = draft.ReviewOn, Goals = draft.Goals?.Value }
            : new() { Responsible = current.Who.User.ToString(), StartsOn = current.Today, ReviewOn = PlanTimes.SuggestedReview(current.Today, ReflectionEnds) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? planId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Responsible", Team.Any(m => m.Value == Input.Responsible));
        if (Input.StartsOn is null) checks.Needed("Input.StartsOn", Input.StartsOn, "Assistance.Write.StartsOn");
        if (Input.ReviewOn is null) checks.Needed("Input.ReviewOn", Input.ReviewOn, "Assistance.Write.ReviewOn");
        checks.Short("Input.Goals", Input.Goals, "Assistance.Write.Goals", 4000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Plans, revision, stopping);
        var terms = new PlanTerms(UserId.Parse(Input.Responsible!, null), Input.StartsOn!.Value, Input.ReviewOn!.Value, Input.Goals);
        var id = Draft?.Id ?? default;
        if (Draft is null) id = theCase.DraftPlan(terms, current.Act).Id;
        else theCase.RewritePlan(id, terms, current.Act, View.CarriesOn(Draft.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Assistance.Write.Saved";
        return Redirect(Draft is null ? $"{Case}/plans/{id}/items/new" : $"{Case}/plans/{id}");
    }

    private async Task<bool> ShowAsync(string? planId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Team = [.. View.Team.Select(m => new Choice(m.UserId.ToString(), m.Name))];
        if (planId is null) return true;
        Draft = PlanWay.Find(View, planId);
        return Draft is { Status: PlanStatus.Draft } && View.MayWrite(Draft);
    }

    public sealed record Form
    {
        public string? Responsible { get; init; }

        public DateOnly? StartsOn { get; init; }

        public DateOnly? ReviewOn { get; init; }

        public string? Goals { get; init; }
    }
}
