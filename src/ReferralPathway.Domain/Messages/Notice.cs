using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Messages;

/// <summary>A line in somebody's inbox: what happened and where to look. Never a personal detail; the mail that goes with it says even less.</summary>
public sealed class Notice
{
    /// <summary>These come before anybody works with the case: everybody of the organisation gets them.</summary>
    public static readonly IReadOnlyList<NoticeKind> BeforeATeam =
    [
        NoticeKind.ReferralArrived, NoticeKind.ReferralReminder, NoticeKind.ReferralCalledBack, NoticeKind.ConsentEnded,
        NoticeKind.PoliceReportArrived, NoticeKind.InvestigationHandedOver, NoticeKind.PermitArrived, NoticeKind.ClaimArrived,
    ];

    private Notice() { }

    public Notice(NoticeKind kind, OrganisationId organisation, UserId? user, CaseId? caseId, Guid? sourceId, bool managersOnly, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Kind = kind;
        OrganisationId = organisation;
        UserId = user;
        CaseId = caseId;
        SourceId = sourceId;
        ManagersOnly = managersOnly;
        At = at;
    }

    public Guid Id { get; private set; }

    public NoticeKind Kind { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    /// <summary>Null: everybody of the organisation who works on the case.</summary>
    public UserId? UserId { get; private set; }

    public CaseId? CaseId { get; private set; }

    public Guid? SourceId { get; private set; }

    public bool ManagersOnly { get; private set; }

    /// <summary>For those of the organisation who work with the case; worked out by the database.</summary>
    public bool ForTeam { get; private set; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset at) => ReadAt ??= at;
}

public enum NoticeKind
{
    ReferralArrived,
    ReferralReminder,
    ReferralUnanswered,
    ReferralAccepted,
    ReferralDeclined,
    ReferralCompleted,
    ReferralCalledBack,
    ConsentEnded,
    LeadMoved,
    FormallyIdentified,
    PoliceReportArrived,
    InvestigationHandedOver,
    PermitArrived,
    PermitDecided,
    /// <summary>A permit runs out soon.</summary>
    PermitEndsSoon,
    PermitOver,
    /// <summary>A plan of assistance is to be gone through again within a week.</summary>
    PlanReviewSoon,
    PlanReviewDue,
    /// <summary>The right to stay changed: a plan for integration is to be gone through.</summary>
    IntegrationReviewDue,
    ReturnArrived,
    ReturnSentBack,
    ReturnDecided,
    ReturnMovedOn,
    ReturnCalledOff,
    JusticeArrived,
    ConcernArrived,
    /// <summary>A day that the law gives the social board is near.</summary>
    InquiryIsDueSoon,
    ReporterTold,
    AsylumSupportEnded,
    ClaimArrived,
    ClaimDecided,
    /// <summary>The last day to claim a quarter's costs comes near.</summary>
    ClaimDueSoon,
    /// <summary>The last day comes near for a quarter that nobody has begun to claim for.</summary>
    QuarterUnclaimed,
    ClaimMissed,
    GlassBroken,
    EmergencyGround,
    /// <summary>Nobody has reviewed, or nobody could review, what was told the police in an emergency: the auditors are told.</summary>
    EmergencyUnreviewed,
    /// <summary>What the organisation had to do by now is not done: its managers are told.</summary>
    DeadlineMissed,
    /// <summary>What the organisation waits for has not come in time.</summary>
    WaitedInVain,
    DisclosureArrived,
    /// <summary>The last day for an answer to a request for disclosure comes near.</summary>
    DisclosureDueSoon,
    DisclosureAnswered,
    /// <summary>Another organisation meets the person too, and the person wants the two to be in touch.</summary>
    ContactOffered,
    AccountToConfirm,
    SecondFactorReplaced,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordChanged,
    /// <summary>After several tries that failed nobody gets in for a while.</summary>
    AccountClosed,
    /// <summary>An account was closed and its cases passed on: the managers are told.</summary>
    WorkLeft,
    /// <summary>Reading of the last week stood out: the managers are told that a report waits.</summary>
    UnusualReading,
    /// <summary>A colleague is going away: whoever stands in is told.</summary>
    StandIn,
    ConsultationArrived,
    ConsultationReturned,
    ConsultationAnswered,
}
