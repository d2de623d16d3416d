using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Assistance.Item;

/// <summary>One service of a plan: what for, by whom, from when (F8).</summary>
[RuleAt("Input.Service", nameof(Rule.TracingIsForUnaccompaniedMinors), nameof(Rule.ACoordinatorPlansAReturn), nameof(Rule.TheAgencyPlansForAsylumSeekers), nameof(Rule.CodesAreListed))]
[RuleAt("Input.Need", nameof(Rule.APlanItemIsComplete))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PlanRow Plan { get; private set; } = null!;

    /// <summary>The service that is changed; null for a new one.</summary>
    public PlanItemRow? One { get; private set; }

    public string Here => $"/cases/{hand.Id}/plans/{Plan.Id}";

    public IReadOnlyList<Choice> Providers { get; private set; } = [];

    /// <summary>Tracing a parent is offered for an unaccompanied child alone (S1-24).</summary>
    public IReadOnlyList<Choice> Services => [.. t.Choices("service").Where(c => c.Value != "TRACING" || View.Facts is { TreatedAsChild: true, Unaccompanied: "Yes" } || One?.Service == "TRACING")];

    public IReadOnlyList<Choice> NrmSteps { get; } = [.. Enum.GetNames<NrmStep>().Select(s => new Choice(s, $"Assistance.NrmStep.{s}"))];

    /// <summary>Costs are the municipality's and the agency's (DG13).</summary>
    public bool AsksForCosts => current.Who.Role is Role.SocialWorker or Role.MigrationOfficer;

    [BindProperty]
    public ItemInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string planId, string itemId, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, itemId, stopping)) return NotFound();
        Input = One is { } one ? ItemInput.Of(one) : new() { Provider = View.Mine.ToString(), From = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string planId, string itemId, string then, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(planId, itemId, stopping)) return NotFound();
        Check(new(ModelState, t, current.Today));
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Plans | CaseParts.Children, revision, stopping);
        var (terms, carries) = (Input.Terms(AsksForCosts), View.CarriesOn(Plan.Owner));
        if (One is null) theCase.AddPlanItem(Plan.Id, terms, current.Act, carries);
        else theCase.RewritePlanItem(Plan.Id, One.Id, terms, current.Act, carries);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Assistance.Item.Saved";
        return Redirect(then == "more" ? $"{Here}/items/new" : Here);
    }

    private void Check(Checks checks)
    {
        checks.Listed("Input.Service", CodeLists.Service.Has(Input.Service ?? ""));
        checks.Needed("Input.Need", Input.Need, "Assistance.Item.Need", 4000);
        foreach (var (field, provider) in new[] { ("Input.Provider", Input.Provider), ("Input.Second", Input.Second) })
            checks.Listed(field, string.IsNullOrEmpty(provider) || Providers.Any(p => p.Value == provider));
        if (string.IsNullOrEmpty(Input.Provider) && string.IsNullOrWhiteSpace(Input.Other)) ModelState.AddModelError("Input.Provider", t.Error("Required", "Assistance.Item.Provider"));
        checks.Short("Input.Other", Input.Other, "Assistance.Item.Other");
        checks.Short("Input.Reference", Input.Reference, "Assistance.Item.Reference", 40);
        checks.Short("Input.CostCentre", Input.CostCentre, "Assistance.Item.CostCentre", 40);
        checks.Short("Input.Notes", Input.Notes, "Assistance.Item.Notes", 4000);
        checks.Listed("Input.Step", Input.Step is not { } step || Enum.IsDefined(step));
        if (Input.From is null) checks.Needed("Input.From", Input.From, "Assistance.Item.From");
        checks.Order("Input.To", Input.To, "Assistance.Item.To", Input.From, "Assistance.Item.From");
    }

    private async Task<bool> ShowAsync(string planId, string itemId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (PlanWay.Find(View, planId) is not { } plan || !View.MayWrite(plan) || !PlanWay.TakesServices(plan)) return false;
        Plan = plan;
        One = plan.Items.FirstOrDefault(i => i.Id.ToString() == itemId && i.Status == ItemStatus.Planned);
        Providers = await db.RecipientsAsync(kind => kind is not (OrganisationKind.Operator or OrganisationKind.NationalCoordinator or OrganisationKind.Police or OrganisationKind.Prosecutor), own: null, t, stopping);
        return One is not null || itemId == "new";
    }
}
