using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using static ReferralPathway.Domain.Overview.WorkChange;

namespace ReferralPathway.Domain.Overview;

/// <summary>What follows from each event: the whole catalogue of work, in one place and without a clock.</summary>
public static class WorkList
{
    /// <summary>A safe contact is checked again after this many days.</summary>
    public const int SafeContactHoldsDays = 30;

    /// <summary>The regulation gives the agency no time to decide on a claim: after so many working days it is asked about.</summary>
    public const int DecisionOnAClaimDays = 30;

    /// <summary>So many days before the last day of a claim its author is reminded.</summary>
    private static readonly int[] ClaimReminderDays = [30, 14, 7, 3];

    public static IEnumerable<WorkChange> After(CaseEvent happened) => happened switch
    {
        CaseStarted e => [Item(WorkKind.FinishDraft, e, e.CaseId.Value, e.Act.For, WorkingDays(e.Act, 1), user: e.Act.By)],
        CaseOpened e => [new Close(WorkKind.FinishDraft, e.CaseId.Value)],

        SafeContactRecorded e =>
        [
            new CloseForCase(WorkKind.CheckSafeContact, e.CaseId),
            Item(WorkKind.CheckSafeContact, e, e.CaseId.Value, e.Act.For, EndOf(e.CheckedOn.AddDays(SafeContactHoldsDays))),
        ],
        Assessed { NextReview: { } review } e => [new CloseForCase(WorkKind.ReviewAssessment, e.CaseId), Item(WorkKind.ReviewAssessment, e, e.CaseId.Value, e.Act.For, EndOf(review))],
        Assessed e => [new CloseForCase(WorkKind.ReviewAssessment, e.CaseId)],
        // What the former lead had found safe may lead through the former lead: whoever takes over checks at once.
        LeadTransferred e => [Item(WorkKind.CheckSafeContact, e, e.CaseId.Value, e.To, WorkingDays(e.Act, 1))],
        FactsRecorded { Part: IntakeParts.LegalStatus } e => [new CloseForCase(WorkKind.ReviewLegalStatus, e.CaseId)],
        CaseClosed e => [new CloseForCase(WorkKind.CheckSafeContact, e.CaseId), new CloseForCase(WorkKind.ReviewAssessment, e.CaseId), new CloseForCase(WorkKind.FindAnotherProvider, e.CaseId)],

        ReferralSent e =>
        [
            new CloseForCase(WorkKind.FindAnotherProvider, e.CaseId),
            Item(WorkKind.AnswerReferral, e, e.Id.Value, e.Recipient, e.AnswerBy, watcher: e.Act.For, remindAt: AnswerClock.RemindAt(e.Act.At, e.AnswerBy)),
        ],
        ReferralAccepted e => [new Close(WorkKind.AnswerReferral, e.Id.Value)],
        ReferralWithdrawn e => [new Close(WorkKind.AnswerReferral, e.Id.Value)],
        ReferralAnswerRecorded { Accepted: true } e => [new Close(WorkKind.AnswerReferral, e.Id.Value)],
        ReferralAnswerRecorded e =>
        [
            new Close(WorkKind.AnswerReferral, e.Id.Value),
            Item(WorkKind.FindAnotherProvider, e, e.Id.Value, e.Act.For, WorkingDays(e.Act, 1), user: e.Author),
        ],
        ReferralDeclined e =>
        [
            new Close(WorkKind.AnswerReferral, e.Id.Value),
            Item(WorkKind.FindAnotherProvider, e, e.Id.Value, e.Sender, WorkingDays(e.Act, 1), user: e.Author),
        ],

        InvestigationReported { To: { } police } e when police != e.Act.For => [Item(WorkKind.TakeOn, e, e.Id.Value, police, WorkingDays(e.Act, 1), watcher: e.Act.For)],
        TakenOn e => [new CloseForCase(WorkKind.TakeOn, e.CaseId)],
        InvestigationInitiated e =>
        [
            new Close(WorkKind.TakeOn, e.Id.Value),
            Item(WorkKind.InformOfPermits, e, e.Id.Value, e.Act.For, WorkingDays(e.Act, 3), user: e.Act.By),
            Item(WorkKind.RequestCounsel, e, e.Id.Value, e.Act.For, WorkingDays(e.Act, 3), user: e.Act.By),
        ],
        PersonInformedOfPermits e => [new Close(WorkKind.InformOfPermits, e.Id.Value)],
        CounselRecorded e => [new Close(WorkKind.RequestCounsel, e.Id.Value)],
        InvestigationLeaderChanged e when e.To != e.Act.For =>
        [
            new Close(WorkKind.InformOfPermits, e.Id.Value),
            new Close(WorkKind.RequestCounsel, e.Id.Value),
            Item(WorkKind.TakeOn, e, e.Id.Value, e.To, WorkingDays(e.Act, 1), watcher: e.Act.For),
            .. e.Informed ? (WorkChange[])[] : [Item(WorkKind.InformOfPermits, e, e.Id.Value, e.To, WorkingDays(e.Act, 3))],
            .. e.CounselRequested ? (WorkChange[])[] : [Item(WorkKind.RequestCounsel, e, e.Id.Value, e.To, WorkingDays(e.Act, 3))],
        ],
        InvestigationMoved { To: InvestigationStatus.NotInitiated } e => [new Close(WorkKind.TakeOn, e.Id.Value)],
        InvestigationMoved { To: InvestigationStatus.RecordedInError } e => [new Close(WorkKind.InformOfPermits, e.Id.Value), new Close(WorkKind.RequestCounsel, e.Id.Value)],

        PermitSubmitted e =>
        [
            Item(WorkKind.DecidePermit, e, e.Id.Value, e.To, EndOf(PermitTimes.ChaseOn(e.On)), watcher: e.Act.For),
            Item(WorkKind.ChasePermit, e, e.Id.Value, e.Act.For, EndOf(PermitTimes.ChaseOn(e.On)), user: e.Act.By),
        ],
        PermitAppealed e => [new Close(WorkKind.AppealPermit, e.Id.Value), Item(WorkKind.DecidePermit, e, e.Id.Value, e.To, WorkingDays(e.Act, 5), watcher: e.Act.For)],
        PermitGranted e => [.. Decided(e.Id.Value), .. UntilItEnds(e, e.Applicant, e.Lead, e.ValidTo)],
        PermitRefused e => [.. Decided(e.Id.Value), .. ToAppeal(e, e.Applicant, e.AppealBy)],
        PermitRevoked e => [.. Decided(e.Id.Value), new Close(WorkKind.DecideNextStep, e.Id.Value), .. ToAppeal(e, e.Applicant, e.AppealBy), ToReview(e, e.Lead)],
        PermitWithdrawn e => Decided(e.Id.Value),
        PermitEnded e => [new Close(WorkKind.DecideNextStep, e.Id.Value), ToReview(e, e.Lead)],
        ExtensionSubmitted e => [Item(WorkKind.DecidePermit, e, e.ExtensionId, e.To, EndOf(PermitTimes.ChaseOn(e.On)), watcher: e.Act.For)],
        ExtensionDecided { Outcome: ExtensionStatus.Granted } e => [new Close(WorkKind.DecidePermit, e.ExtensionId), new Close(WorkKind.DecideNextStep, e.Id.Value), .. UntilItEnds(e, e.Applicant, e.Lead, e.ValidTo)],
        ExtensionDecided e => [new Close(WorkKind.DecidePermit, e.ExtensionId)],
        ExtensionWithdrawn e => [new Close(WorkKind.DecidePermit, e.ExtensionId)],

        ClaimDrafted e => [BeforeTheLastDay(e)],
        ClaimSubmitted e => [new Close(WorkKind.ClaimCosts, e.Id.Value), Item(WorkKind.DecideClaim, e, e.Id.Value, e.To, WorkingDays(e.Act, DecisionOnAClaimDays), watcher: e.Act.For)],
        ClaimDecided e => [new Close(WorkKind.DecideClaim, e.Id.Value), .. ToAppealClaim(e, e.Claimant, e.AppealBy)],
        RepaymentDemanded e => [new Close(WorkKind.AppealClaim, e.Id.Value), .. ToAppealClaim(e, e.Claimant, e.AppealBy)],
        ClaimAppealed e => [new Close(WorkKind.AppealClaim, e.Id.Value), Item(WorkKind.DecideClaim, e, e.Id.Value, e.To, WorkingDays(e.Act, DecisionOnAClaimDays), watcher: e.Act.For)],
        ClaimMissed e => [new Close(WorkKind.ClaimCosts, e.Id.Value)],

        GlassBroken e => [Item(WorkKind.ReviewBreakGlass, e, e.Id, e.Act.For, WorkingDays(e.Act, 1), managersOnly: true)],
        GlassReviewed e => [new Close(WorkKind.ReviewBreakGlass, e.Id)],
        LegalGroundRecorded { Ground: "EMERGENCY" } e => [Item(WorkKind.ReviewEmergency, e, e.Id.Value, e.Act.For, e.Act.At.AddHours(24), managersOnly: true)],

        LegalGroundReviewed e => [new Close(WorkKind.ReviewEmergency, e.Id.Value)],

        _ => [],
    };

    private static WorkChange[] Decided(Guid permit) => [new Close(WorkKind.DecidePermit, permit), new Close(WorkKind.ChasePermit, permit), new Close(WorkKind.AppealPermit, permit)];

    /// <summary>Whoever works with the person, and whoever applied, are reminded before the permit runs out, at eight in the morning.</summary>
    private static IEnumerable<WorkChange> UntilItEnds(PermitEvent e, OrganisationId applicant, OrganisationId lead, DateOnly validTo) =>
        new[] { applicant, lead }.Distinct().Select(who => new Open(new WorkItem(
            WorkKind.DecideNextStep, e.CaseId, e.Id.Value, who, user: null, watcher: null, EndOf(validTo), remindAt: null, managersOnly: false, e.Act.At,
            [.. PermitTimes.Reminders(validTo).Select(d => SwedishCalendar.InstantOf(d, new(8, 0))).Where(r => r > e.Act.At)])));

    private static WorkChange[] ToAppeal(PermitEvent e, OrganisationId applicant, DateOnly? by) =>
        by is { } last ? [Item(WorkKind.AppealPermit, e, e.Id.Value, applicant, EndOf(last))] : [];

    /// <summary>Whoever began the claim is reminded while there is time: a month, two weeks, a week and three days before, at eight in the morning.</summary>
    private static Open BeforeTheLastDay(ClaimDrafted e) => new(new WorkItem(
        WorkKind.ClaimCosts, e.CaseId, e.Id.Value, e.Act.For, e.Act.By, watcher: null, EndOf(e.ClaimBy), remindAt: null, managersOnly: false, e.Act.At,
        [.. ClaimReminderDays.Select(days => SwedishCalendar.InstantOf(e.ClaimBy.AddDays(-days), new(8, 0))).Where(r => r > e.Act.At)]));

    private static WorkChange[] ToAppealClaim(ClaimEvent e, OrganisationId claimant, DateOnly? by) => by is { } last ? [Item(WorkKind.AppealClaim, e, e.Id.Value, claimant, EndOf(last))] : [];

    private static Open ToReview(PermitEvent e, OrganisationId lead) => Item(WorkKind.ReviewLegalStatus, e, e.Id.Value, lead, WorkingDays(e.Act, 1));

    private static Open Item(WorkKind kind, CaseEvent e, Guid source, OrganisationId organisation, DateTimeOffset dueAt, UserId? user = null, OrganisationId? watcher = null, DateTimeOffset? remindAt = null, bool managersOnly = false) =>
        new(new WorkItem(kind, e.CaseId, source, organisation, user, watcher, dueAt, remindAt, managersOnly, e.Act.At));

    /// <summary>To the end of the n-th working day after the act.</summary>
    private static DateTimeOffset WorkingDays(Act act, int n) => EndOf(SwedishCalendar.AddWorkingDays(act.Day, n));

    private static DateTimeOffset EndOf(DateOnly day) => SwedishCalendar.StartOf(day.AddDays(1));
}
