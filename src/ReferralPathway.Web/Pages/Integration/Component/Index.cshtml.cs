using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Integration.Component;

/// <summary>One component of a plan: what, by whom, from when (F15). Offered is what the right to stay opens today, and to an NGO what NGOs give.</summary>
[RuleAt("Input.Component", nameof(Rule.PublicIntegrationNeedsALastingRight), nameof(Rule.AnNgoPlansWhatNgosGive), nameof(Rule.CodesAreListed))]
[RuleAt("Input.By", nameof(Rule.AComponentHasItsProvider))]
[RuleAt("Input.AgreedOn", nameof(Rule.ThePersonAgreesToIntegration))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IntegrationRow Plan { get; private set; } = null!;

    /// <summary>The component that is changed; null for a new one.</summary>
    public ComponentRow? One { get; private set; }

    public string Here => $"/cases/{hand.Id}/integration/{Plan.Id}";

    public bool IsOpen => View.PublicIntegrationIsOpen(current.Today);

    public bool IsUnderWay => Plan.Status == IntegrationStatus.Active;

    private bool OffersPublic => IsOpen && current.Who.Role == Role.SocialWorker;

    public IReadOnlyList<Choice> Components => [.. t.Choices("integration_component").Where(c => OffersPublic || !PublicIntegration.Has(c.Value))];

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<ComponentProvider>().Where(k => OffersPublic || k == ComponentProvider.Ngo).Select(k => new Choice(k.ToString(), $"ComponentProvider.{k}"))];

    public IReadOnlyList<Choice> Providers { get; private set; } = [];

    [BindProperty]
    public ComponentInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string integrationId, string componentId, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, componentId, stopping)) return NotFound();
        Input = One is { } one ? ComponentInput.Of(one) : new() { By = OffersPublic ? ComponentProvider.Municipal : ComponentProvider.Ngo, Provider = View.Mine.ToString(), From = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string integrationId, string componentId, string then, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(integrationId, componentId, stopping)) return NotFound();
        Check(new(ModelState, t, current.Today));
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Integrations, revision, stopping);
        var carries = View.CarriesOn(Plan.Owner);
        if (One is null) theCase.AddComponent(Plan.Id, Input.Terms(), current.Act, carries);
        else theCase.RewriteComponent(Plan.Id, One.Id, Input.Terms(), current.Act, carries);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Integration.Component.Saved";
        return Redirect(then == "more" ? $"{Here}/components/new" : Here);
    }

    private void Check(Checks checks)
    {
        checks.Listed("Input.Component", CodeLists.IntegrationComponent.Has(Input.Component ?? ""));
        checks.Listed("Input.By", Input.By is { } by && Enum.IsDefined(by));
        checks.Listed("Input.Provider", string.IsNullOrEmpty(Input.Provider) || Providers.Any(p => p.Value == Input.Provider));
        if (string.IsNullOrEmpty(Input.Provider) && string.IsNullOrWhiteSpace(Input.Other)) ModelState.AddModelError("Input.Provider", t.Error("Required", "Integration.Component.Provider"));
        checks.Short("Input.Other", Input.Other, "Integration.Component.Other");
        if (Input.From is null) checks.Needed("Input.From", Input.From, "Integration.Component.From");
        checks.Order("Input.To", Input.To, "Integration.Component.To", Input.From, "Integration.Component.From");
        if (IsUnderWay) checks.Needed("Input.AgreedOn", Input.AgreedOn, "Integration.Component.AgreedOn");
        checks.Short("Input.Notes", Input.Notes, "Integration.Component.Notes", 4000);
    }

    private async Task<bool> ShowAsync(string integrationId, string componentId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (IntegrationWay.Find(View, integrationId) is not { IsOver: false } plan || !View.MayWrite(plan)) return false;
        Plan = plan;
        One = plan.Status == IntegrationStatus.Draft ? plan.Components.FirstOrDefault(c => c.Id.ToString() == componentId && c.EndedOn is null) : null;
        Providers = await db.RecipientsAsync(kind => kind is OrganisationKind.Municipality or OrganisationKind.MunicipalOutreach or OrganisationKind.Ngo or OrganisationKind.NgoPlatform, own: null, t, stopping);
        return One is not null || componentId == "new";
    }
}
