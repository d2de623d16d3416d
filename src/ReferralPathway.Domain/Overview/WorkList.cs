using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Referrals;
using static ReferralPathway.Domain.Overview.WorkChange;

namespace ReferralPathway.Domain.Overview;

/// <summary>What follows from each event: the whole catalogue of work, in one place and without a clock.</summary>
public static class WorkList
{
    /// <summary>A safe contact is checked again after this many days.</summary>
    public const int SafeContactHoldsDays = 30;

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

        GlassBroken e => [Item(WorkKind.ReviewBreakGlass, e, e.Id, e.Act.For, WorkingDays(e.Act, 1), managersOnly: true)],
        GlassReviewed e => [new Close(WorkKind.ReviewBreakGlass, e.Id)],
        LegalGroundRecorded { Ground: "EMERGENCY" } e => [Item(WorkKind.ReviewEmergency, e, e.Id.Value, e.Act.For, e.Act.At.AddHours(24), managersOnly: true)],

        LegalGroundReviewed e => [new Close(WorkKind.ReviewEmergency, e.Id.Value)],

        _ => [],
    };

    private static Open Item(WorkKind kind, CaseEvent e, Guid source, OrganisationId organisation, DateTimeOffset dueAt, UserId? user = null, OrganisationId? watcher = null, DateTimeOffset? remindAt = null, bool managersOnly = false) =>
        new(new WorkItem(kind, e.CaseId, source, organisation, user, watcher, dueAt, remindAt, managersOnly, e.Act.At));

    /// <summary>To the end of the n-th working day after the act.</summary>
    private static DateTimeOffset WorkingDays(Act act, int n) => EndOf(SwedishCalendar.AddWorkingDays(act.Day, n));

    private static DateTimeOffset EndOf(DateOnly day) => SwedishCalendar.StartOf(day.AddDays(1));
}
