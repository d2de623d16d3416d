using System.Security.Cryptography;
using System.Text;
using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;
using static ReferralPathway.Domain.Overview.WorkChange;

namespace ReferralPathway.Domain.Overview;

/// <summary>What follows from each event: the whole catalogue of work, in one place and without a clock.</summary>
public static class WorkList
{
    /// <summary>A safe contact is checked again after this many days.</summary>
    public const int SafeContactHoldsDays = 30;

    /// <summary>The regulation gives the agency no time to decide on a claim: after so many working days it is asked about.</summary>
    public const int DecisionOnAClaimDays = 30;

    /// <summary>A change of the right to stay opens doors or closes them: the plan is gone through within so many working days.</summary>
    public const int ReviewIntegrationDays = 5;

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
        CaseClosed e => [new CloseForCase(WorkKind.CheckSafeContact, e.CaseId), new CloseForCase(WorkKind.ReviewAssessment, e.CaseId), new CloseForCase(WorkKind.FindAnotherProvider, e.CaseId), new CloseForCase(WorkKind.ReviewPlan, e.CaseId), new CloseForCase(WorkKind.ReviewIntegration, e.CaseId),
            new CloseForCase(WorkKind.AskAboutContact, e.CaseId),
            // A return that nobody has approved rests with the case.
            new CloseForCase(WorkKind.WriteReturn, e.CaseId), new CloseForCase(WorkKind.CompleteReturn, e.CaseId), new CloseForCase(WorkKind.DecideReturn, e.CaseId)],

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
        PermitRefused { AppealBy: { } } e => [.. Decided(e.Id.Value), .. ToAppeal(e, e.Applicant, e.AppealBy)],
        // The refusal stands: the right to stay is again what it was before (3.5), and somebody looks whether it is.
        PermitRefused e => [.. Decided(e.Id.Value), new Close(WorkKind.ReviewLegalStatus, e.Id.Value), ToReview(e, e.Lead)],
        PermitRevoked e => [.. Decided(e.Id.Value), new Close(WorkKind.DecideNextStep, e.Id.Value), .. ToAppeal(e, e.Applicant, e.AppealBy), ToReview(e, e.Lead)],
        PermitWithdrawn { WasSubmitted: true } e => [.. Decided(e.Id.Value), ToReview(e, e.Lead)],
        PermitWithdrawn e => Decided(e.Id.Value),
        PermitEnded e => [new Close(WorkKind.DecideNextStep, e.Id.Value), ToReview(e, e.Lead)],
        ExtensionSubmitted e =>
        [
            Item(WorkKind.DecidePermit, e, e.ExtensionId, e.To, EndOf(PermitTimes.ChaseOn(e.On)), watcher: e.Act.For),
            Item(WorkKind.ChasePermit, e, e.ExtensionId, e.Act.For, EndOf(PermitTimes.ChaseOn(e.On)), user: e.Act.By),
        ],
        ExtensionDecided { Outcome: ExtensionStatus.Granted } e => [.. Decided(e.ExtensionId), new Close(WorkKind.DecideNextStep, e.Id.Value), .. UntilItEnds(e, e.Applicant, e.Lead, e.ValidTo)],
        ExtensionDecided e => Decided(e.ExtensionId),
        ExtensionWithdrawn e => Decided(e.ExtensionId),

        PlanActivated e => [Again(e, e.By, e.ReviewOn)],
        PlanReviewed e => [new Close(WorkKind.ReviewPlan, e.Id.Value), Again(e, e.By, e.ReviewOn)],
        PlanCameUnderReview e => [new Close(WorkKind.ReviewPlan, e.Id.Value), Item(WorkKind.ReviewPlan, e, e.Id.Value, e.By, EndOf(e.Act.Day))],
        PlanEnded e => [new Close(WorkKind.ReviewPlan, e.Id.Value)],

        IntegrationCameUnderReview e => [new Close(WorkKind.ReviewIntegration, e.Id.Value), Item(WorkKind.ReviewIntegration, e, e.Id.Value, e.By, WorkingDays(e.Act, ReviewIntegrationDays))],
        IntegrationReviewed e => [new Close(WorkKind.ReviewIntegration, e.Id.Value)],
        IntegrationEnded e => [new Close(WorkKind.ReviewIntegration, e.Id.Value)],

        ReturnMoved e => [.. ReturnKinds.Select(kind => new Close(kind, e.Id.Value)), .. ReturnGoesOn(e)],
        MonitoringPlanned e =>
        [
            .. e.Points.Select(p => Item(WorkKind.ContactReturnee, e, p.Id, e.Iom, EndOf(p.DueOn))),
            Item(WorkKind.EndMonitoring, e, e.Id.Value, e.Iom, EndOf(SwedishCalendar.AddWorkingDays(e.EarliestEnd, 5))),
        ],
        ReturneeContacted e => [.. e.Answered.Select(point => new Close(WorkKind.ContactReturnee, point))],
        SupportPlanned e => [new Close(WorkKind.DeliverSupport, e.ItemId), Item(WorkKind.DeliverSupport, e, e.ItemId, e.Iom, EndOf(e.PlannedOn))],
        SupportEnded e => [new CloseForCase(WorkKind.DeliverSupport, e.CaseId)],
        SupportSettled e => [new Close(WorkKind.DeliverSupport, e.ItemId)],
        PickUpReleased e => [new Close(WorkKind.ReleasePickUp, e.Id.Value)],
        JusticeReleased e => [Item(WorkKind.RelayJustice, e, e.EventId, e.To, WorkingDays(e.Act, 3), watcher: e.Act.For)],
        JusticeRelayed { Reached: true } e => [new Close(WorkKind.RelayJustice, e.EventId)],

        ChildTaskOpened { Reported: false } e => [Item(WorkKind.ReportConcern, e, e.TaskId, e.Lead, EndOf(e.Act.Day))],
        ChildStepsWait e => WaitsAgain(e),
        ConcernReported e => [new Close(WorkKind.ReportConcern, e.TaskId), .. e.BoardWorksHere ? ForTheBoard(e) : []],
        ChildStepTaken { Step: ChildStepKind.Asked, TellBy: { } last } e => [Item(WorkKind.InformReporter, e, e.TaskId, e.Board, EndOf(last), watcher: e.Act.For)],
        ChildStepTaken { Step: ChildStepKind.GuardianApplied or ChildStepKind.GuardianAppointed } e => [new Close(WorkKind.ApplyForGuardian, e.TaskId)],
        ChildStepTaken { Step: ChildStepKind.TracingDecided } e => [new Close(WorkKind.DecideTracing, e.TaskId)],
        ChildStepKept { Step: ChildStepKind.Assessed } e => [new Close(WorkKind.AssessProtection, e.TaskId)],
        ChildStepKept { Step: ChildStepKind.Decided } e =>
        [
            new Close(WorkKind.DecideInquiry, e.TaskId),
            .. e.Outcome == ChildOutcome.Opened ? [ForAChild(WorkKind.FinishInquiry, e, e.Act.For, ChildTimes.FinishBy(e.On))] : (WorkChange[])[],
            .. e.TellBy is { } last ? [new Close(WorkKind.InformReporter, e.TaskId), Item(WorkKind.InformReporter, e, e.TaskId, e.Act.For, EndOf(last), watcher: e.Reporter)] : (WorkChange[])[],
        ],
        ChildStepKept { Step: ChildStepKind.Finished } e => [new Close(WorkKind.FinishInquiry, e.TaskId)],
        ChildStepKept { Step: ChildStepKind.Informed } e => [new Close(WorkKind.InformReporter, e.TaskId)],
        ChildTaskEnded e => OfAChild.Select(kind => new Close(kind, e.TaskId)),

        AsylumRegistered { Confirmed: true, Receives: true } e => [Item(WorkKind.BeginAsylumSupport, e, e.TrackId, e.Act.For, WorkingDays(e.Act, 3))],
        AsylumSupportBegan e => [new Close(WorkKind.BeginAsylumSupport, e.TrackId), new Close(WorkKind.MoveSupport, e.TrackId)],
        AsylumTrackLeft e => [new Close(WorkKind.BeginAsylumSupport, e.TrackId), Item(WorkKind.MoveSupport, e, e.TrackId, e.Lead, WorkingDays(e.Act, 1))],
        AsylumSupportTakenOver e => [new Close(WorkKind.MoveSupport, e.TrackId)],
        AsylumDecided e =>
        [
            new Close(WorkKind.BeginAsylumSupport, e.TrackId), new Close(WorkKind.MoveSupport, e.TrackId),
            .. e.Outcome == AsylumState.Granted ? [] : new WorkChange[] { Item(WorkKind.ReviewLegalStatus, e, e.TrackId, e.Lead, WorkingDays(e.Act, 1)) },
        ],

        ClaimDrafted e => [new Close(WorkKind.BeginClaim, SourceOf(e.CaseId, e.Act.For, e.Quarter)), BeforeTheLastDay(e)],
        ClaimSubmitted e => [new Close(WorkKind.ClaimCosts, e.Id.Value), Item(WorkKind.DecideClaim, e, e.Id.Value, e.To, WorkingDays(e.Act, DecisionOnAClaimDays), watcher: e.Act.For)],
        ClaimDecided e => [new Close(WorkKind.DecideClaim, e.Id.Value), .. ToAppealClaim(e, e.Claimant, e.AppealBy)],
        RepaymentDemanded e => [new Close(WorkKind.AppealClaim, e.Id.Value), .. ToAppealClaim(e, e.Claimant, e.AppealBy)],
        ClaimAppealed e => [new Close(WorkKind.AppealClaim, e.Id.Value), Item(WorkKind.DecideClaim, e, e.Id.Value, e.To, WorkingDays(e.Act, DecisionOnAClaimDays), watcher: e.Act.For)],
        ClaimMissed e => [new Close(WorkKind.ClaimCosts, e.Id.Value)],

        GlassBroken e => [Item(WorkKind.ReviewBreakGlass, e, e.Id, e.Act.For, WorkingDays(e.Act, 1), managersOnly: true)],
        GlassReviewed e => [new Close(WorkKind.ReviewBreakGlass, e.Id)],
        LegalGroundRecorded { Ground: LegalGround.Emergency } e => [Item(WorkKind.ReviewEmergency, e, e.Id.Value, e.Act.For, e.Act.At.AddHours(24), managersOnly: true)],
        LegalGroundReviewed e => [new Close(WorkKind.ReviewEmergency, e.Id.Value)],
        LegalGroundEnded e => [new Close(WorkKind.ReviewEmergency, e.Id.Value)],

        _ => [],
    };

    /// <summary>What waits for one step of a return is over with the next.</summary>
    private static readonly WorkKind[] ReturnKinds =
    [
        WorkKind.WriteReturn, WorkKind.CompleteReturn, WorkKind.DecideReturn, WorkKind.SendReturn, WorkKind.ProcessReturn, WorkKind.ArrangeJourney, WorkKind.ReleasePickUp,
        WorkKind.RecordTravel, WorkKind.EndMonitoring,
    ];

    /// <summary>Whose turn it is after each step, and until when.</summary>
    private static IEnumerable<WorkChange> ReturnGoesOn(ReturnMoved e) => e.To switch
    {
        ReturnStatus.Draft or ReturnStatus.CoordinatorContacted => [Item(WorkKind.WriteReturn, e, e.Id.Value, e.Parties.Author, WorkingDays(e.Act, 5), user: e.Parties.Writer)],
        ReturnStatus.ReturnedForChanges => [Item(WorkKind.WriteReturn, e, e.Id.Value, e.Parties.Author, WorkingDays(e.Act, 3), user: e.Parties.Writer, watcher: e.Parties.Coordinator)],
        ReturnStatus.PartAComplete => [Item(WorkKind.CompleteReturn, e, e.Id.Value, e.Parties.Coordinator!.Value, WorkingDays(e.Act, 5), watcher: e.Parties.Author)],
        ReturnStatus.PartBComplete => [Item(WorkKind.DecideReturn, e, e.Id.Value, e.Parties.Coordinator!.Value, WorkingDays(e.Act, 2), watcher: e.Parties.Author)],
        ReturnStatus.ApprovedByCoordinator => [Item(WorkKind.SendReturn, e, e.Id.Value, e.Parties.Coordinator!.Value, WorkingDays(e.Act, 1))],
        ReturnStatus.SentToIom or ReturnStatus.IomProcessing => [Item(WorkKind.ProcessReturn, e, e.Id.Value, e.Parties.Iom!.Value, WorkingDays(e.Act, 10), watcher: e.Parties.Coordinator)],
        ReturnStatus.IomAccepted => [Item(WorkKind.ArrangeJourney, e, e.Id.Value, e.Parties.Iom!.Value, WorkingDays(e.Act, 10))],
        ReturnStatus.PreDeparture =>
        [
            Item(WorkKind.RecordTravel, e, e.Id.Value, e.Parties.Iom!.Value, EndOf(e.TravelOn!.Value)),
            Item(WorkKind.ReleasePickUp, e, e.Id.Value, e.Parties.Author, EndOf(e.TravelOn.Value.AddDays(-1))),
        ],
        // One journey in a case at a time: what was planned for it is not given.
        ReturnStatus.Withdrawn => [new CloseForCase(WorkKind.DeliverSupport, e.CaseId)],
        _ => [.. e.OpenPoints.Where(_ => e.To == ReturnStatus.MonitoringEnded).Select(point => new Close(WorkKind.ContactReturnee, point))],
    };

    private static WorkChange[] Decided(Guid permit) => [new Close(WorkKind.DecidePermit, permit), new Close(WorkKind.ChasePermit, permit), new Close(WorkKind.AppealPermit, permit)];

    /// <summary>Whoever works with the person, and whoever applied, are reminded before the permit runs out, at eight in the morning.</summary>
    private static IEnumerable<WorkChange> UntilItEnds(PermitEvent e, OrganisationId applicant, OrganisationId lead, DateOnly validTo) =>
        new[] { applicant, lead }.Distinct().Select(who => new Open(new WorkItem(
            WorkKind.DecideNextStep, e.CaseId, e.Id.Value, who, user: null, watcher: null, EndOf(validTo), remindAt: null, managersOnly: false, e.Act.At,
            Mornings(PermitTimes.Reminders(validTo), e.Act.At))));

    private static WorkChange[] ToAppeal(PermitEvent e, OrganisationId applicant, DateOnly? by) =>
        by is { } last ? [Item(WorkKind.AppealPermit, e, e.Id.Value, applicant, EndOf(last))] : [];

    /// <summary>The next review, with a reminder a week before it at eight in the morning.</summary>
    private static Open Again(PlanEvent e, OrganisationId by, DateOnly on)
    {
        var remind = SwedishCalendar.InstantOf(PlanTimes.RemindOn(on), new(8, 0));
        return Item(WorkKind.ReviewPlan, e, e.Id.Value, by, EndOf(on), remindAt: remind > e.Act.At ? remind : null);
    }

    private static readonly WorkKind[] OfAChild =
    [
        WorkKind.ReportConcern, WorkKind.AssessProtection, WorkKind.DecideInquiry, WorkKind.FinishInquiry, WorkKind.InformReporter, WorkKind.ApplyForGuardian, WorkKind.DecideTracing,
    ];

    /// <summary>What a social board has to do from the moment of the report. Nobody else waits for it, or learns how it goes.</summary>
    private static IEnumerable<WorkChange> ForTheBoard(ConcernReported e)
    {
        if (e.Board != e.Act.For) yield return Item(WorkKind.TakeOn, e, e.TaskId, e.Board, EndOf(e.Act.Day));
        yield return Item(WorkKind.AssessProtection, e, e.TaskId, e.Board, EndOf(e.On));
        yield return ForAChild(WorkKind.DecideInquiry, e, e.Board, ChildTimes.DecideBy(e.On));
        if (!e.Unaccompanied) yield break;
        yield return Item(WorkKind.ApplyForGuardian, e, e.TaskId, e.Board, EndOf(ChildTimes.ApplyForGuardianBy(e.On)));
        yield return Item(WorkKind.DecideTracing, e, e.TaskId, e.Board, EndOf(ChildTimes.DecideBy(e.On)));
    }

    /// <summary>The days are counted from today: what was to be done before is not late because it was not known.</summary>
    private static IEnumerable<WorkChange> WaitsAgain(ChildStepsWait e) =>
    [
        .. e.Assessing ? new WorkChange[] { Item(WorkKind.AssessProtection, e, e.TaskId, e.Board, EndOf(e.Act.Day)), ForAChild(WorkKind.DecideInquiry, e, e.Board, ChildTimes.DecideBy(e.Act.Day)) } : [],
        .. e.Guardian ? new WorkChange[] { new Close(WorkKind.ApplyForGuardian, e.TaskId), Item(WorkKind.ApplyForGuardian, e, e.TaskId, e.Board, EndOf(ChildTimes.ApplyForGuardianBy(e.Act.Day))) } : [],
        .. e.Tracing ? new WorkChange[] { new Close(WorkKind.DecideTracing, e.TaskId), Item(WorkKind.DecideTracing, e, e.TaskId, e.Board, EndOf(ChildTimes.DecideBy(e.Act.Day))) } : [],
    ];

    private static Open ForAChild(WorkKind kind, ChildEvent e, OrganisationId board, DateOnly by) => new(new WorkItem(
        kind, e.CaseId, e.TaskId, board, user: null, watcher: null, EndOf(by), remindAt: null, managersOnly: false, e.Act.At, Mornings(ChildTimes.Reminders(by), e.Act.At)));

    /// <summary>Eight in the morning of each day that is still to come.</summary>
    private static IReadOnlyList<DateTimeOffset> Mornings(IEnumerable<DateOnly> days, DateTimeOffset at) => [.. days.Select(d => SwedishCalendar.InstantOf(d, new(8, 0))).Where(r => r > at)];

    /// <summary>Whoever began the claim is reminded while there is time.</summary>
    private static Open BeforeTheLastDay(ClaimDrafted e) => new(new WorkItem(
        WorkKind.ClaimCosts, e.CaseId, e.Id.Value, e.Act.For, e.Act.By, watcher: null, EndOf(e.ClaimBy), remindAt: null, managersOnly: false, e.Act.At, ClaimReminders(e.ClaimBy, e.Act.At)));

    /// <summary>What a municipality has to do that takes part in a case and has not begun to claim the costs of a quarter (B1, B2).</summary>
    public static WorkItem ToBeginClaim(CaseId caseId, OrganisationId municipality, Quarter quarter, DateTimeOffset at) => new(
        WorkKind.BeginClaim, caseId, SourceOf(caseId, municipality, quarter), municipality, user: null, watcher: null, EndOf(quarter.ClaimBy), remindAt: null, managersOnly: false, at,
        ClaimReminders(quarter.ClaimBy, at));

    /// <summary>A claim that nobody has begun has no id: what stands for it is the same each time.</summary>
    public static Guid SourceOf(CaseId caseId, OrganisationId municipality, Quarter quarter) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId} {municipality} {quarter}")).AsSpan(0, 16));

    /// <summary>A month, two weeks, a week and three days before.</summary>
    private static IReadOnlyList<DateTimeOffset> ClaimReminders(DateOnly claimBy, DateTimeOffset at) => Mornings(ClaimReminderDays.Select(days => claimBy.AddDays(-days)), at);

    private static WorkChange[] ToAppealClaim(ClaimEvent e, OrganisationId claimant, DateOnly? by) => by is { } last ? [Item(WorkKind.AppealClaim, e, e.Id.Value, claimant, EndOf(last))] : [];

    private static Open ToReview(PermitEvent e, OrganisationId lead) => Item(WorkKind.ReviewLegalStatus, e, e.Id.Value, lead, WorkingDays(e.Act, 1));

    private static Open Item(WorkKind kind, CaseEvent e, Guid source, OrganisationId organisation, DateTimeOffset dueAt, UserId? user = null, OrganisationId? watcher = null, DateTimeOffset? remindAt = null, bool managersOnly = false) =>
        new(new WorkItem(kind, e.CaseId, source, organisation, user, watcher, dueAt, remindAt, managersOnly, e.Act.At));

    /// <summary>To the end of the n-th working day after the act.</summary>
    private static DateTimeOffset WorkingDays(Act act, int n) => EndOf(SwedishCalendar.AddWorkingDays(act.Day, n));

    private static DateTimeOffset EndOf(DateOnly day) => SwedishCalendar.StartOf(day.AddDays(1));
}
