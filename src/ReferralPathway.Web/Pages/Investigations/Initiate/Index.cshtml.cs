using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Investigations.Initiate;

/// <summary>A leader records that a preliminary investigation is initiated (U2, S1-08): the only page that identifies a person formally.</summary>
[RuleAt("Input.Reference", nameof(Rule.InvestigationIsRecordedOnce))]
[RuleAt("Input.On", nameof(Rule.InvestigationFollowsReport))]
[RuleAt("Input.Reason", nameof(Rule.ReasonToAssumeAnOffence))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    /// <summary>The reports that wait for an investigation, and "none of them".</summary>
    public IReadOnlyList<Choice> Reports { get; private set; } = [];

    /// <summary>Whoever may open this page leads for the police or for the prosecutors, and for no other kind.</summary>
    public LeaderKind Leader => LeaderKinds.Of(current.Who.Kind)!.Value;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken stopping)
    {
        await ShowAsync(stopping);
        Input = Input with { Reported = Reports[0].Value };
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        await ShowAsync(stopping);
        Check();
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Investigations, revision, stopping);
        var initiated = theCase.InitiateInvestigation(theCase.Investigations.SingleOrDefault(i => i.Id.ToString() == Input.Reported), Terms, current.Act);
        if (Input.Informed is { } informed) initiated.InformedOfPermits(informed, current.Act);
        if (Input.Requested is not null || Input.Appointed is not null) initiated.Counsel(Input.Requested, Input.Appointed, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Investigations.Initiate.Done";
        return Redirect($"{Case}/investigations/{initiated.Id}/follow");
    }

    private InvestigationTerms Terms => new()
    {
        LeaderKind = Leader,
        Organisation = current.Who.Kind,
        AuthorityUnit = Input.Unit!,
        LeaderName = Input.LeaderName!,
        ReferenceNumber = Input.Reference!,
        Offences = Input.Offences,
        On = Input.On!.Value,
        ReportedOn = Input.ReportedOn,
        ProsecutorTookOverOn = Leader == LeaderKind.Prosecutor ? Input.TookOver : null,
        ReasonToAssume = Input.Reason,
    };

    private async Task ShowAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Reports =
        [
            .. View.Investigations.Where(i => i.Status == InvestigationStatus.Reported)
                .Select(i => new Choice(i.Id.ToString(), t["Investigations.Initiate.ReportOf", ("day", t.Date(i.ReportedOn!.Value)), ("unit", i.ReceivingUnit)])),
            new("none", "Investigations.Initiate.Directly"),
        ];
    }

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Reported", Input.Reported is null || Reports.Any(r => r.Value == Input.Reported));
        checks.Needed("Input.Unit", Input.Unit, "Investigations.Initiate.Unit");
        checks.Needed("Input.LeaderName", Input.LeaderName, "Investigations.Initiate.LeaderName");
        if (string.IsNullOrWhiteSpace(Input.Reference)) ModelState.AddModelError("Input.Reference", t.Error("Required", "Investigations.Initiate.Reference"));
        else if (!ReferenceNumber.IsWritten(Input.Reference)) ModelState.AddModelError("Input.Reference", t["Investigations.Initiate.ReferenceFormat"]);
        if (Input.Offences.Count == 0) ModelState.AddModelError("Input.Offences", t.Error("Required", "Investigations.Initiate.Offences"));
        else checks.Listed("Input.Offences", Input.Offences.All(CodeLists.OffenceLabel.Has));
        checks.Needed("Input.On", Input.On, "Investigations.Initiate.On");
        if (!Input.Reason) ModelState.AddModelError("Input.Reason", t["Rules.ReasonToAssumeAnOffence"]);
        checks.NotFuture("Input.ReportedOn", Input.ReportedOn, "Investigations.Initiate.ReportedOn");
        checks.NotFuture("Input.TookOver", Input.TookOver, "Investigations.Initiate.TookOver");
        checks.Order("Input.TookOver", Input.TookOver, "Investigations.Initiate.TookOver", Input.On, "Investigations.Initiate.On");
        checks.NotFuture("Input.Informed", Input.Informed, "Investigations.Initiate.Informed");
        checks.NotFuture("Input.Requested", Input.Requested, "Investigations.Initiate.Requested");
        checks.NotFuture("Input.Appointed", Input.Appointed, "Investigations.Initiate.Appointed");
        var reported = View.Investigations.FirstOrDefault(i => i.Id.ToString() == Input.Reported)?.ReportedOn ?? Input.ReportedOn;
        checks.Order("Input.On", Input.On, "Investigations.Initiate.On", reported, "Investigations.Initiate.ReportedOn");
        checks.Order("Input.Informed", Input.Informed, "Investigations.Initiate.Informed", Input.On, "Investigations.Initiate.On");
        checks.Order("Input.Requested", Input.Requested, "Investigations.Initiate.Requested", Input.On, "Investigations.Initiate.On");
        checks.Order("Input.Appointed", Input.Appointed, "Investigations.Initiate.Appointed", Input.On, "Investigations.Initiate.On");
        checks.Order("Input.Appointed", Input.Appointed, "Investigations.Initiate.Appointed", Input.Requested, "Investigations.Initiate.Requested");
    }

    public sealed record Form
    {
        public string? Reported { get; init; }

        public string? Unit { get; init; }

        public string? LeaderName { get; init; }

        public string? Reference { get; init; }

        public List<string> Offences { get; init; } = [];

        public DateOnly? On { get; init; }

        public DateOnly? ReportedOn { get; init; }

        /// <summary>Where the prosecutor took over before it was recorded here.</summary>
        public DateOnly? TookOver { get; init; }

        public bool Reason { get; init; }

        public DateOnly? Informed { get; init; }

        public DateOnly? Requested { get; init; }

        public DateOnly? Appointed { get; init; }
    }
}
