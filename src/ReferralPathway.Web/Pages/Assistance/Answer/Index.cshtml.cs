using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Assistance.Answer;

/// <summary>What the person says to the plan (L2): yes, how and in which language; or no, and why.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PlanRow Plan { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/plans/{Plan.Id}";

    /// <summary>A child, or somebody who may be one.</summary>
    public bool IsChild => View.Facts.TreatedAsChild;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string planId, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        Input = new() { On = current.Today, Language = View.Facts.Languages.Count > 0 ? View.Facts.Languages[0] : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string planId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, stopping)) return NotFound();
        Check(new(ModelState, t, current.Today));
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Plans, revision, stopping);
        theCase.AnswerPlan(Plan.Id, Input.Answer, current.Act, View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Assistance.Answer.Done.{Input.Agrees}";
        return Redirect(Here);
    }

    private void Check(Checks checks)
    {
        checks.Listed("Input.Agrees", Input.Agrees is "yes" or "no");
        checks.Needed("Input.On", Input.On, "Assistance.Answer.On");
        if (Input.Agrees == "yes")
        {
            checks.Listed("Input.Language", Languages.Find(Input.Language ?? "") is not null);
            checks.Listed("Input.Method", CodeLists.ConsentMethod.Has(Input.Method ?? ""));
        }
        if (Input.Agrees == "no") checks.Needed("Input.Reason", Input.Reason, "Assistance.Answer.Reason", 2000);
        if (!IsChild) return;
        checks.Needed("Input.Guardian", Input.Guardian, "Assistance.Answer.Guardian");
        checks.Needed("Input.ChildsView", Input.ChildsView, "Assistance.Answer.ChildsView", 2000);
    }

    private async Task<bool> ShowAsync(string planId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (PlanWay.Find(View, planId) is not { Status: PlanStatus.Proposed } plan || !View.MayWrite(plan)) return false;
        Plan = plan;
        return true;
    }

    public sealed record Form
    {
        public string? Agrees { get; init; }

        public DateOnly? On { get; init; }

        public string? Language { get; init; }

        public string? Method { get; init; }

        public string? Reason { get; init; }

        public string? Guardian { get; init; }

        public string? ChildsView { get; init; }

        internal PersonsAnswer Answer => new()
        {
            Agrees = Agrees == "yes",
            On = On!.Value,
            Language = Agrees == "yes" ? Language : null,
            Method = Agrees == "yes" ? Method : null,
            Notes = new() { Reason = Agrees == "no" ? Reason?.Trim() : null, Guardian = Guardian?.Trim(), ChildsView = ChildsView?.Trim() },
        };
    }
}
