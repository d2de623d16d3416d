using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Write;

/// <summary>An application for a reflection period or a temporary permit (F6, F7): a draft that can be left and taken up, until it is handed in.</summary>
[RuleAt("Input.Investigation", nameof(Rule.ThePermitNeedsAnInvestigation))]
[RuleAt("Input.Ground", nameof(Rule.TheSocialBoardSaysWhy))]
[RuleAt("Input.Wanted", nameof(Rule.ThePersonWantsTheReflectionPeriod))]
[RuleAt("Input.InSweden", nameof(Rule.ThePersonIsInSweden))]
[RuleAt("Input.Needed.Met", nameof(Rule.TheStayIsNeeded), nameof(Rule.TheConditionsAreAnswered))]
[RuleAt("Input.Cooperates.Met", nameof(Rule.ThePersonCooperates))]
[RuleAt("Input.TiesBroken.Met", nameof(Rule.TiesAreBroken))]
[RuleAt("Input.NothingAgainst.Met", nameof(Rule.NothingSpeaksAgainst))]
[RuleAt("Input.DeemedNecessary", nameof(Rule.ADirectApplicationSaysWhy), nameof(Rule.ADirectApplicationFollowsADialogue))]
[RuleAt("Input.SubmittedOn", nameof(Rule.TheApplicationFollowsTheInvestigation))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public PermitKind Kind { get; private set; }

    /// <summary>The draft that is taken up; null for a new one.</summary>
    public PermitRow? Draft { get; private set; }

    public bool IsLeader => current.Who.Role == Role.InvestigationLeader;

    /// <summary>A temporary permit without a reflection period before it asks for more (S1-18).</summary>
    public bool IsDirect => Kind == PermitKind.TemporaryPermit && View.PermitLines.All(l => l.Kind != PermitKind.ReflectionPeriod || l.ValidFrom is null);

    public IReadOnlyList<Choice> Investigations { get; private set; } = [];

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    [BindProperty]
    public PermitInput Input { get; set; } = new();

    /// <summary>Which reading of the law holds on the day of the application, else today: it came along with the case.</summary>
    private ReflectionPeriodRuleSet RuleSet(DateOnly? submittedOn = null) => RuleSettings.On(submittedOn ?? current.Today, View.ChosenRules).RuleSet;

    public async Task<IActionResult> OnGetAsync(string what, CancellationToken stopping)
    {
        if (!await ShowAsync(what, stopping)) return NotFound();
        Input = Draft is { } draft
            ? PermitInput.Of(draft.Form.Value, draft.AddressedTo) with { SubmittedOn = current.Today }
            : new() { Agency = Agencies is [var only] ? only.Value : null, Investigation = Investigations is [var one] ? one.Value : null, InSweden = "yes", SubmittedOn = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string what, string then, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(what, stopping)) return NotFound();
        PermitChecks.Check(this, t, current.Today, handingIn: then == "submit");
        if (!ModelState.IsValid) return Page();
        var act = current.Act;
        var theCase = await hand.ForActAsync(CaseParts.Investigations | CaseParts.Permits, revision, stopping);
        var agency = OrganisationId.Parse(Input.Agency!, null);
        var permit = Write(theCase, agency, then, act);
        if (then == "submit") theCase.SubmitPermit(permit, Input.SubmittedOn!.Value, Input.Channel!, RuleSet(Input.SubmittedOn), act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = then == "submit" ? "Permits.Write.Submitted" : "Permits.Write.Saved";
        return Redirect(then == "submit" ? $"{Case}/permits/{permit}" : $"{Case}/permits/write/{permit}");
    }

    private PermitId Write(Case theCase, OrganisationId agency, string then, Act act)
    {
        if (Draft is null) return theCase.DraftPermit(Kind, agency, OrganisationKind.MigrationAgency, Input.Form, RuleSet(then == "submit" ? Input.SubmittedOn : null), act).Id;
        theCase.RewritePermit(Draft.Id, agency, OrganisationKind.MigrationAgency, Input.Form, act);
        return Draft.Id;
    }

    private async Task<bool> ShowAsync(string what, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Draft = View.Permits.FirstOrDefault(p => p.Id.ToString() == what && p.Status == PermitStatus.Draft && p.Applicant == View.Mine);
        if (Draft is null && what is not ("reflection-period" or "temporary-permit")) return false;
        Kind = Draft?.Kind ?? (what == "temporary-permit" ? PermitKind.TemporaryPermit : PermitKind.ReflectionPeriod);
        Investigations =
        [
            .. View.Investigations.Where(i => i.InitiatedOn is not null && i.Status != InvestigationStatus.RecordedInError)
                .Select(i => new Choice(i.Id.ToString(), t["Permits.Write.InvestigationOf", ("reference", i.ReferenceNumber), ("status", t.Word(i.Status))])),
        ];
        Agencies = await db.OfKindAsync(OrganisationKind.MigrationAgency, t, stopping);
        return true;
    }
}
