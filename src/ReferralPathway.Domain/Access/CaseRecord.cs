using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Domain.Access;

/// <summary>
/// Everything that the database let the acting organisation read of one case, before the projection. Pages never see it: <see cref="CaseView"/> is made of it.
/// </summary>
public sealed record CaseRecord
{
    public CoreRow? Core { get; init; }

    public CaseFacts? Facts { get; init; }

    public DetailsRow<IdentityDetails>? Identity { get; init; }

    public DetailsRow<SafeContactDetails>? SafeContact { get; init; }

    public ThroughRow? SafeContactThrough { get; init; }

    public NarrativeRow? Narrative { get; init; }

    public DetailsRow<HealthDetails>? Health { get; init; }

    public IReadOnlyList<AssessmentRow> Assessments { get; init; } = [];

    public IReadOnlyList<ConsentRow> Consents { get; init; } = [];

    public IReadOnlyList<GroundRow> Grounds { get; init; } = [];

    public IReadOnlyList<ReferralRow> Referrals { get; init; } = [];

    public IReadOnlyList<InvestigationRow> Investigations { get; init; } = [];

    public IReadOnlyList<InvestigationLine> InvestigationLines { get; init; } = [];

    public IReadOnlyList<PermitRow> Permits { get; init; } = [];

    public IReadOnlyList<PermitLine> PermitLines { get; init; } = [];

    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    public IReadOnlyList<LegalStatusRow> LegalStatuses { get; init; } = [];

    public IReadOnlyList<PartRow> Parts { get; init; } = [];

    public IReadOnlyList<LinkRow> Links { get; init; } = [];

    public IReadOnlyList<TeamRow> Team { get; init; } = [];

    public IReadOnlyList<EventRow> Timeline { get; init; } = [];

    public IReadOnlyList<ReadingRow> Readings { get; init; } = [];

    public int ReadingCount { get; init; }

    public IReadOnlyList<WorkRow> Work { get; init; } = [];

    /// <summary>Which reading of the rules the installation has chosen, and from when: about nobody, and read on the way.</summary>
    public IReadOnlyList<DatedRuleSettings> ChosenRules { get; init; } = [];

    /// <summary>What the organisations and persons are called of whom the timeline speaks by id.</summary>
    public IReadOnlyList<NameRow> Names { get; init; } = [];
}

/// <param name="Lead">The organisation that leads.</param>
public sealed record CoreRow(
    CaseId Id, string Reference, OrganisationId Lead, string LeadSv, string LeadEn, CaseStatus Status, IdentificationStatus Identification, DateOnly? FormallyIdentifiedOn,
    string? ClosedBecause, DateOnly? ClosedOn, int Intake, UserId StartedBy, DateTimeOffset StartedAt, DateTimeOffset? OpenedAt, DateTimeOffset ChangedAt, int Revision);

public sealed record DetailsRow<T>(Guid Id, DateTimeOffset RecordedAt, Sealed<T> Details) where T : class;

public sealed record ThroughRow(OrganisationId Through, string NameSv, string NameEn);

public sealed record NarrativeRow(Guid Id, DateTimeOffset RecordedAt, IReadOnlyList<string> Acts, IReadOnlyList<string> Means, IReadOnlyList<string> Countries, string? PeriodFrom, string? PeriodTo, Sealed<string>? Description);

public sealed record AssessmentRow(Guid Id, DateTimeOffset RecordedAt, string Profile, IReadOnlyList<string> Answers, DateOnly On, DateOnly? NextReviewOn, Sealed<string> Conclusion);

public sealed record ConsentRow(
    ConsentId Id, int Number, OrganisationId Recipient, string RecipientSv, string RecipientEn, OrganisationKind RecipientKind, string Purpose, ConsentState State, int Groups,
    DateOnly DecidedOn, DateOnly? ValidUntil, string? Method, string? Language, string? Interpreter, DateTimeOffset RecordedAt, AttachmentId? Form = null) : IConsentLine;

/// <param name="Upheld">What a manager said of an emergency; null while nobody has.</param>
public sealed record GroundRow(
    LegalGroundId Id, OrganisationId Recipient, string RecipientSv, string RecipientEn, string Ground, int Groups, DateOnly ValidUntil, DateTimeOffset RecordedAt, bool? Upheld, DateTimeOffset? ReviewedAt);

public sealed record ReferralRow(
    ReferralId Id, OrganisationId Sender, string SenderSv, string SenderEn, OrganisationId Recipient, string RecipientSv, string RecipientEn, ReferralKind Kind, string Service, Urgency Urgency,
    int Groups, ReferralStatus Status, DateTimeOffset DraftedAt, DateTimeOffset? SentAt, DateTimeOffset? AnswerBy, DateTimeOffset? AnsweredAt, string? DeclinedBecause, DateOnly? CompletedOn,
    UserId? Responsible, string? ResponsibleName, AnswerWay? ToldBy = null);

public sealed record InvestigationRow(
    InvestigationId Id, InvestigationStatus Status, DateOnly? ReportedOn, string? ReceivingUnit, OrganisationId? LedBy, string? LedBySv, string? LedByEn, LeaderKind? LeaderKind, string? AuthorityUnit,
    string? LeaderName, string? ReferenceNumber, IReadOnlyList<string> Offences, DateOnly? InitiatedOn, DateOnly? InformedOfPermitsOn, DateOnly? CounselRequestedOn, DateOnly? CounselAppointedOn, int Revision);

/// <param name="CanOpen">A draft is its author's alone.</param>
public sealed record LinkRow(CaseId Id, LinkKind Kind, string Reference, CaseStatus Status, bool CanOpen);

/// <summary>The summary of an investigation: how it stands, since when.</summary>
public sealed record InvestigationLine(InvestigationId InvestigationId, InvestigationStatus Status, DateOnly On);

/// <summary>An application, whole: for the applicant, the agency, and whoever holds DG9.</summary>
public sealed record PermitRow(
    PermitId Id, PermitKind Kind, PermitStatus Status, ApplicantKind ApplicantKind, OrganisationId Applicant, string ApplicantSv, string ApplicantEn, OrganisationId AddressedTo, string AddressedToSv,
    string AddressedToEn, Sealed<PermitForm> Form, DateOnly? SubmittedOn, string? Channel, DateOnly? DecidedOn, DateOnly? ValidFrom, DateOnly? ValidTo, string? DecisionReference, DateOnly? AppealBy,
    DateOnly? RevokedOn, int Revision, IReadOnlyList<ExtensionRow> Extensions, IReadOnlyList<DialogueRow> Dialogues, IReadOnlyList<PermitStepRow> Steps);

public sealed record ExtensionRow(Guid Id, ExtensionStatus Status, DateOnly SubmittedOn, DateOnly? RequestedUntil, Sealed<string> Reasons, DateOnly? DecidedOn, DateOnly? NewValidTo);

public sealed record DialogueRow(Guid Id, DialogueWith With, DateOnly On, Sealed<string> Note);

/// <summary>A step of an application, and why.</summary>
public sealed record PermitStepRow(Guid Id, PermitStatus Status, DateOnly On, Sealed<string>? Reason);

/// <summary>The summary of an application: how it stands, and until when.</summary>
public sealed record PermitLine(PermitId PermitId, PermitKind Kind, PermitStatus Status, DateOnly On, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>A claim for the costs of a quarter: the municipality's own, and what was handed in to the agency.</summary>
public sealed record ClaimRow(ClaimId Id, OrganisationId Claimant, int Year, int QuarterNumber, ClaimStatus Status, DateOnly ClaimBy, decimal Claimed)
{
    public Quarter Quarter => new(Year, QuarterNumber);
}

/// <summary>A right to stay, from a day on.</summary>
public sealed record LegalStatusRow(Guid Id, string Status, DateOnly From, DateOnly? ValidTo, LegalStatusSource Source, DateTimeOffset RecordedAt);

public sealed record PartRow(OrganisationId OrganisationId, string NameSv, string NameEn, OrganisationKind Kind, int Groups, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, ParticipationReason Reason);

public sealed record TeamRow(UserId UserId, string Name, bool IsResponsible, DateTimeOffset AddedAt);

/// <param name="Groups">The data group of the line, as a mask of one.</param>
public sealed record EventRow(Guid Id, DateTimeOffset At, string Kind, UserId? UserId, string? Name, OrganisationId? OrganisationId, string? OrganisationSv, string? OrganisationEn, int Groups, DateOnly? OccurredOn, string Payload, Guid? RecordId);

public sealed record ReadingRow(Guid Id, DateTimeOffset At, string Kind, UserId? UserId, string? Name, string? OrganisationSv, string? OrganisationEn, int Groups, string? Purpose);

/// <summary>An open item of the work list.</summary>
public sealed record WorkRow(Guid Id, WorkKind Kind, DateTimeOffset DueAt, OrganisationId OrganisationId, string OrganisationSv, string OrganisationEn, Guid SourceId, bool ManagersOnly);

public sealed record NameRow(Guid Id, string Sv, string En);

/// <summary>The last word on one recipient and purpose, and how it stands today.</summary>
/// <param name="State">Expired from the day after its last, whether the sweep has said so or not.</param>
public sealed record ConsentNow(ConsentRow Row, ConsentState State);
