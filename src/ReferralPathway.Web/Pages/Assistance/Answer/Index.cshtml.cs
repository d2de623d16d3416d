using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Assistance.Answer;

/// <summary>What the person says to the plan (L2): yes, how and in which language; or no, and why.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel, IAsksThePerson
{
    public CaseView View { get; private set; } = null!;

    public PlanRow Plan { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/plans/{Plan.Id}";

    public bool IsChild => View.Facts.TreatedAsChild;

    [BindProperty]
    public PersonsAnswerInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string planId, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        Input = new() { On = current.Today, Language = View.Facts.Languages.Count > 0 ? View.Facts.Languages[0] : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string planId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        Input.Check(new(ModelState, t, current.Today), IsChild);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Plans, revision, stopping);
        theCase.AnswerPlan(Plan.Id, Input.Answer, current.Act, View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Assistance.Answer.Done.{Input.Agrees}";
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(string planId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (PlanWay.Find(View, planId) is not { Status: PlanStatus.Proposed } plan || !View.MayWrite(plan)) return false;
        Plan = plan;
        return true;
    }
}
