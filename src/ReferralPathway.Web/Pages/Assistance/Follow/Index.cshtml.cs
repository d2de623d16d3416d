using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Assistance.Follow;

/// <summary>Takes a plan on: put it to the person, begin, go through it again, end it (L1, L3–L6).</summary>
[RuleAt("Input.ReviewOn", nameof(Rule.AReviewLiesAhead), nameof(Rule.AReviewHasItsDay))]
[RuleAt("Input.Act", nameof(Rule.APlanFollowsItsStates), nameof(Rule.SomethingIsUnderWay), nameof(Rule.APlanHasServices), nameof(Rule.EverythingIsSettledAtTheEnd))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PlanRow Plan { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/plans/{Plan.Id}";

    public IReadOnlyList<Choice> Acts { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    private DateOnly? ReflectionEnds => View.Facts.LegalStatus == "RP" ? View.Facts.LegalStatusValidTo : null;

    public async Task<IActionResult> OnGetAsync(string planId, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        Input = new() { Act = Acts is [var only] ? Enum.Parse<PlanAct>(only.Value) : null, ReviewOn = PlanTimes.SuggestedReview(current.Today, ReflectionEnds) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string planId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Act", Input.Act is { } chosen && Acts.Any(s => s.Value == chosen.ToString()));
        if (Input.Act == PlanAct.Review)
        {
            checks.Needed("Input.Note", Input.Note, "Assistance.Follow.Note", 4000);
            if (Input.ReviewOn is null) checks.Needed("Input.ReviewOn", Input.ReviewOn, "Assistance.Write.ReviewOn");
        }
        if (Input.Act == PlanAct.Complete) checks.Needed("Input.Outcome", Input.Outcome, "Assistance.Follow.Outcome", 4000);
        if (Input.Act == PlanAct.Discontinue) checks.Needed("Input.Reason", Input.Reason, "Assistance.Follow.Reason", 4000);
        if (!ModelState.IsValid) return Page();
        Take(await hand.ForActAsync(CaseParts.Plans, revision, stopping), View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Assistance.Follow.Done.{Input.Act}";
        return Redirect(Here);
    }

    private void Take(Case theCase, bool carries)
    {
        var (id, act) = (Plan.Id, current.Act);
        switch (Input.Act)
        {
            case PlanAct.Propose: theCase.ProposePlan(id, act, carries); break;
            case PlanAct.Activate: theCase.ActivatePlan(id, act, carries); break;
            case PlanAct.StartReview: theCase.StartPlanReview(id, act, carries); break;
            case PlanAct.Review: theCase.ReviewPlan(id, Input.Note!, Input.ReviewOn!.Value, act, carries); break;
            case PlanAct.Complete: theCase.EndPlan(id, completed: true, Input.Outcome!, act, carries); break;
            default: theCase.EndPlan(id, completed: false, Input.Reason!, act, carries); break;
        }
    }

    private async Task<bool> ShowAsync(string planId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (PlanWay.Find(View, planId) is not { } plan || !View.MayWrite(plan)) return false;
        Plan = plan;
        Acts = [.. PlanWay.Acts(plan, current.Today).Select(s => new Choice(s.ToString(), $"Assistance.Follow.{s}"))];
        return Acts.Count > 0;
    }

    public sealed record Form
    {
        public PlanAct? Act { get; init; }

        public string? Note { get; init; }

        public DateOnly? ReviewOn { get; init; }

        public string? Outcome { get; init; }

        public string? Reason { get; init; }
    }
}
