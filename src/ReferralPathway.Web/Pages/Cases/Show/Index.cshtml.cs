using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Guidance;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Cases.Show;

/// <summary>The case: the answer of now first, safe contact before anything else, and only what this person may see.</summary>
public sealed class IndexModel(CaseInHand hand, CurrentPerson current, GuidanceDesk desk) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PathwayFigure Figure { get; private set; } = null!;

    public IReadOnlyList<ConsentNow> Consents { get; private set; } = [];

    /// <summary>What support there is now, worked out from what this person sees.</summary>
    public GuidanceLines Guidance { get; private set; } = null!;

    public DateOnly Today => current.Today;

    public DateTimeOffset At => current.At;

    public string Here => $"/cases/{View.Id}";

    /// <summary>On the team, or was when the part ended: reads the case. Colleagues see one line.</summary>
    public bool Reads => View.Standing.Relation is Relation.LeadTeam or Relation.PartTeam or Relation.Former;

    public bool IsColleague => View.Standing.Relation is Relation.LeadColleague or Relation.PartColleague;

    public bool IsOpen => View.Core?.Status == CaseStatus.Open;

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (hand.Standing.Status == CaseStatus.Draft) return Redirect($"/cases/{hand.Id}/intake");
        View = await hand.ViewAsync(stopping);
        Consents = View.ConsentsNow(current.Today);
        Figure = PathwayFigure.Of(View, current.At);
        Guidance = desk.Of(View, current.Today, current.At);
        return Page();
    }

    /// <summary>The day on which the investigation that identified the person was discontinued; null while one runs.</summary>
    public DateOnly? DiscontinuedOn => View.InvestigationLines is { Count: > 0 } lines && lines.All(l => l.Status is InvestigationStatus.Discontinued or InvestigationStatus.RecordedInError or InvestigationStatus.NotInitiated)
        ? lines.Where(l => l.Status == InvestigationStatus.Discontinued).Max(l => (DateOnly?)l.On)
        : null;

    /// <summary>Nothing is revoked when an investigation is discontinued, but whoever works with the person has to know.</summary>
    public bool ConditionsMayHaveCeased => DiscontinuedOn is not null && View.PermitLines.Any(l => l.Status == PermitStatus.Granted && l.ValidTo >= Today);

    public IReadOnlyList<PartLine> Parts => PartLine.Of(View, At);

    /// <summary>Where a referral is read and followed: by whoever sent it, and by whoever received it.</summary>
    public string? WayTo(ReferralRow referral) =>
        referral.Sender == View.Mine && View.May(CaseOperation.Refer) ? $"{Here}/referrals/{referral.Id}"
        : referral.Recipient == View.Mine && referral.Status != Domain.Referrals.ReferralStatus.Draft ? $"/referrals/{referral.Id}"
        : null;

    /// <summary>Organisations about which the person was asked and which take no part now: one line each.</summary>
    public IEnumerable<ConsentNow> AskedAbout => Consents
        .Where(c => View.Parts.All(p => p.OrganisationId != c.Row.Recipient || p.ValidUntil < At))
        .GroupBy(c => c.Row.Recipient).Select(g => g.MinBy(c => (int)c.State)!);

    /// <summary>What this person can do from here, by text and address; the access table and the state of the case decide.</summary>
    public IEnumerable<(string Text, string Href)> Actions =>
        from a in All
        where View.May(a.Operation) && a.When
        select (a.Text, $"{Here}/{a.Path}");

    private static bool ReturnIsUnderWay(ReturnStatus status) => status is not (ReturnStatus.RejectedByCoordinator or ReturnStatus.IomNotPossible or ReturnStatus.MonitoringEnded or ReturnStatus.Withdrawn);

    private IEnumerable<(CaseOperation Operation, bool When, string Text, string Path)> All =>
    [
        (CaseOperation.RecordConsent, IsOpen, "Case.Actions.Consent", "consents/record"),
        (CaseOperation.Refer, IsOpen, "Case.Actions.Refer", "referrals/write"),
        (CaseOperation.WithdrawConsent, IsOpen && Consents.Any(c => c.State == Domain.Consents.ConsentState.Given), "Case.Actions.Withdraw", "consents/withdraw"),
        (CaseOperation.Write, IsOpen, "Case.Actions.Intake", "intake"),
        (CaseOperation.Screen, IsOpen, "Case.Actions.Indicators", "indicators"),
        (CaseOperation.InitiateInvestigation, IsOpen, "Case.Actions.Initiate", "investigations/initiate"),
        (CaseOperation.ReportToPolice, IsOpen, "Case.Actions.Report", "investigations/report"),
        (CaseOperation.ApplyForPermit, IsOpen && View.PermitLines.All(l => l.Kind != PermitKind.ReflectionPeriod || l.Status is PermitStatus.Refused or PermitStatus.Withdrawn), "Case.Actions.ReflectionPeriod", "permits/write/reflection-period"),
        (CaseOperation.ExtendPermit, IsOpen && View.PermitLines.All(l => l.Kind != PermitKind.TemporaryPermit || l.Status is PermitStatus.Refused or PermitStatus.Withdrawn or PermitStatus.Ended), "Case.Actions.TemporaryPermit", "permits/write/temporary-permit"),
        (CaseOperation.WritePlan, IsOpen, "Case.Actions.Plan", "plan"),
        (CaseOperation.WriteIntegration, IsOpen, "Case.Actions.Integration", "integration"),
        (CaseOperation.ReadWhereabouts, View.Address is { Mine: true }, "Case.Actions.ReadAddress", "whereabouts/read"),
        (CaseOperation.RecordWhereabouts, IsOpen, "Case.Actions.RecordAddress", "whereabouts/record"),
        (CaseOperation.GrantWhereabouts, View.Address is not null, "Case.Actions.GrantAddress", "whereabouts/grants"),
        (CaseOperation.WriteReturn, IsOpen && Case.IsForReturn(View.Facts.Exposure) && !View.Returns.Any(r => ReturnIsUnderWay(r.Status)), "Case.Actions.Return", "returns/write"),
        (CaseOperation.ReleaseJustice, View.JusticeWay is not null || View.Justice.Count > 0, "Case.Actions.Justice", "justice"),
        (CaseOperation.ReportConcern, IsOpen && View.ChildTask is { State: ChildTaskState.Open, Board: null }, "Case.Actions.Concern", "children/report"),
        (CaseOperation.RecordAsylum, IsOpen && View.MayRecordAsylum, "Case.Actions.Asylum", "asylum/record"),
        (CaseOperation.ClaimCosts, View.Core?.Status is CaseStatus.Open or CaseStatus.Closed, "Case.Actions.Claims", "reimbursement"),
        (CaseOperation.OpenDocument, true, "Case.Actions.Documents", "documents"),
        (CaseOperation.WriteLetter, View.Core is not null, "Case.Actions.Letters", "letters"),
        (CaseOperation.PrepareExtract, View.Core is not null, "Case.Actions.Extract", "rights/extract"),
        (CaseOperation.ReviewExtract, View.Core is not null, "Case.Actions.ReviewExtract", "rights/review"),
        (CaseOperation.RecordLegalGround, IsOpen, "Case.Actions.Ground", "consents/ground"),
        (CaseOperation.RecordEmergency, IsOpen, "Case.Actions.Emergency", "consents/emergency"),
        (CaseOperation.AskOthers, IsOpen, "Case.Actions.SamePerson", "same-person"),
        (CaseOperation.ChangeTeam, true, "Case.Actions.Team", "team"),
        (CaseOperation.ReviewBreakGlass, true, "Case.Actions.ReviewGlass", "review-glass"),
        (CaseOperation.RuleOut, IsOpen && View.Core!.Identification == IdentificationStatus.Presumed, "Case.Actions.RuleOut", "rule-out"),
        (CaseOperation.RuleOut, IsOpen && View.Core!.Identification == IdentificationStatus.RuledOut, "Case.Actions.PutBack", "rule-out"),
        (CaseOperation.Close, IsOpen, "Case.Actions.Close", "close"),
        (CaseOperation.Close, View.Core?.Status == CaseStatus.Closed, "Case.Actions.Reopen", "close"),
    ];
}
