using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Assistance.Record;

/// <summary>What became of a service: approved, begun, delivered, refused (A17).</summary>
[RuleAt("Input.On", nameof(Rule.DatesAreNotInTheFuture))]
[RuleAt("Input.Status", nameof(Rule.AServiceFollowsItsStates), nameof(Rule.OnlyProvidersRecordDelivery))]
[RuleAt("Input.Reason", nameof(Rule.AStepIsExplained))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PlanRow Plan { get; private set; } = null!;

    public PlanItemRow One { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/plans/{Plan.Id}";

    public IReadOnlyList<Choice> Next { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string planId, string itemId, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, itemId, stopping)) return NotFound();
        Input = new() { On = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string planId, string itemId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, itemId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Status", Input.Status is { } chosen && Next.Any(n => n.Value == chosen.ToString()));
        checks.Needed("Input.On", Input.On, "Assistance.Record.On");
        if (Plan.Status != PlanStatus.Draft && Input.Status is ItemStatus.Cancelled or ItemStatus.NotAvailable) checks.Needed("Input.Reason", Input.Reason, "Assistance.Record.Reason", 2000);
        else checks.Short("Input.Reason", Input.Reason, "Assistance.Record.Reason", 2000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Plans, revision, stopping);
        theCase.RecordService(Plan.Id, One.Id, Input.Status!.Value, Input.On!.Value, Input.Reason, current.Act, View.CarriesOn(Plan.Owner));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Assistance.Record.Done";
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(string planId, string itemId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (PlanWay.Find(View, planId) is not { } plan || plan.Items.FirstOrDefault(i => i.Id.ToString() == itemId) is not { } item) return false;
        (Plan, One) = (plan, item);
        Next = [.. PlanWay.Next(View, plan, item).Select(s => new Choice(s.ToString(), $"Assistance.Record.{s}"))];
        return Next.Count > 0;
    }

    public sealed record Form
    {
        public ItemStatus? Status { get; init; }

        public DateOnly? On { get; init; }

        public string? Reason { get; init; }
    }
}
