using ReferralPathway.Domain.Assistance;
using ReferralPathway.Domain.Asylum;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Integration;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Domain.Rights;

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

    public IReadOnlyList<BegunRow> Begun { get; init; } = [];

    public IReadOnlyList<AssessmentRow> Assessments { get; init; } = [];

    public IReadOnlyList<ConsentRow> Consents { get; init; } = [];

    public IReadOnlyList<GroundRow> Grounds { get; init; } = [];

    public IReadOnlyList<ReferralRow> Referrals { get; init; } = [];

    public IReadOnlyList<InvestigationRow> Investigations { get; init; } = [];

    /// <summary>Every step of every investigation, in order.</summary>
    public IReadOnlyList<InvestigationLine> InvestigationLines { get; init; } = [];

    public IReadOnlyList<PermitRow> Permits { get; init; } = [];

    /// <summary>Every step of every application, in order.</summary>
    public IReadOnlyList<PermitLine> PermitLines { get; init; } = [];

    public IReadOnlyList<PlanRow> Plans { get; init; } = [];

    public IReadOnlyList<PlanLine> PlanLines { get; init; } = [];

    public IReadOnlyList<IntegrationRow> Integrations { get; init; } = [];

    public AddressRow? Address { get; init; }

    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    public IReadOnlyList<LegalStatusRow> LegalStatuses { get; init; } = [];

    public IReadOnlyList<ReturnRow> Returns { get; init; } = [];

    public IReadOnlyList<JusticeRow> Justice { get; init; } = [];

    /// <summary>The return by which word of a trial can reach the person; null where they have not gone home, or do not want to hear of it.</summary>
    public JusticeWayRow? JusticeWay { get; init; }

    public ChildTaskRow? ChildTask { get; init; }

    public IReadOnlyList<ChildStepRow> ChildSteps { get; init; } = [];

    public AsylumRow? Asylum { get; init; }

    public IReadOnlyList<AsylumStepRow> AsylumSteps { get; init; } = [];

    public IReadOnlyList<DocumentRow> Documents { get; init; } = [];

    /// <summary>What is noted beside entries of the record.</summary>
    public IReadOnlyList<NoteRow> Notes { get; init; } = [];

    /// <summary>The extracts for the person that one's own organisation has prepared.</summary>
    public IReadOnlyList<ExtractRow> Extracts { get; init; } = [];

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

/// <summary>A part of the intake as far as it is typed; no answer.</summary>
public sealed record BegunRow(Guid Id, IntakeParts Part, Sealed<string> Typed);

public sealed record ThroughRow(OrganisationId Through, string NameSv, string NameEn);

public sealed record NarrativeRow(Guid Id, DateTimeOffset RecordedAt, IReadOnlyList<string> Acts, IReadOnlyList<string> Means, IReadOnlyList<string> Countries, string? PeriodFrom, string? PeriodTo, Sealed<string>? Description);

public sealed record AssessmentRow(Guid Id, DateTimeOffset RecordedAt, string Profile, IReadOnlyList<string> Answers, DateOnly On, DateOnly? NextReviewOn, Sealed<string> Conclusion);

public sealed record ConsentRow(
    ConsentId Id, int Number, OrganisationId Recipient, string RecipientSv, string RecipientEn, OrganisationKind RecipientKind, string Purpose, ConsentState State, int Groups,
    DateOnly DecidedOn, DateOnly? ValidUntil, string? Method, string? Language, string? Interpreter, DateTimeOffset RecordedAt, AttachmentId? Form = null) : IConsentLine
{
    DataGroups IConsentLine.Covers => new(Groups);
}

/// <param name="Upheld">What a manager said of an emergency; null while nobody has.</param>
public sealed record GroundRow(
    LegalGroundId Id, OrganisationId Recipient, string RecipientSv, string RecipientEn, string Ground, int Groups, DateOnly ValidUntil, DateTimeOffset RecordedAt, bool? Upheld, DateTimeOffset? ReviewedAt)
{
    /// <inheritdoc cref="LegalGround.HoldsAt"/>
    public bool HoldsAt(DateTimeOffset at) => RecordedAt <= at && ValidUntil >= SwedishCalendar.DayOf(at) && !(Upheld == false && ReviewedAt <= at);
}

public sealed record ReferralRow(
    ReferralId Id, OrganisationId Sender, string SenderSv, string SenderEn, OrganisationId Recipient, string RecipientSv, string RecipientEn, ReferralKind Kind, string Service, Urgency Urgency,
    int Groups, ReferralStatus Status, DateTimeOffset DraftedAt, DateTimeOffset? SentAt, DateTimeOffset? AnswerBy, DateTimeOffset? AnsweredAt, string? DeclinedBecause, DateOnly? CompletedOn,
    UserId? Responsible, string? ResponsibleName, AnswerWay? ToldBy = null, Sealed<string>? Message = null, DateOnly? FirstContactOn = null, Sealed<string>? DeclineText = null,
    DateOnly? ToldOn = null, Sealed<ToldAnswer>? Told = null, Sealed<string>? Outcome = null);

public sealed record InvestigationRow(
    InvestigationId Id, InvestigationStatus Status, DateOnly? ReportedOn, string? ReceivingUnit, OrganisationId? LedBy, string? LedBySv, string? LedByEn, LeaderKind? LeaderKind, string? AuthorityUnit,
    string? LeaderName, string? ReferenceNumber, IReadOnlyList<string> Offences, DateOnly? InitiatedOn, DateOnly? InformedOfPermitsOn, DateOnly? CounselRequestedOn, DateOnly? CounselAppointedOn, int Revision, DateOnly? ProsecutorTookOverOn = null);

/// <param name="CanOpen">A draft is its author's alone.</param>
public sealed record LinkRow(CaseId Id, LinkKind Kind, string Reference, CaseStatus Status, bool CanOpen);

/// <summary>A step of an investigation in summary: how it then stood, since when.</summary>
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

/// <summary>A plan of assistance, whole: for its owner, and for whoever holds DG10.</summary>
public sealed record PlanRow(
    PlanId Id, PlanStatus Status, OrganisationId Owner, string OwnerSv, string OwnerEn, UserId Responsible, string? ResponsibleName, DateOnly StartsOn, DateOnly ReviewOn, DateOnly? ReviewedOn,
    Sealed<string>? Goals, DateTimeOffset DraftedAt, IReadOnlyList<PlanItemRow> Items, IReadOnlyList<PlanAnswerRow> Answers, IReadOnlyList<PlanStepRow> Steps);

/// <param name="Costs">DG13: the cost centre, for those who may see costs.</param>
public sealed record PlanItemRow(
    Guid Id, string Service, IReadOnlyList<ProviderRow> Providers, Sealed<PlanItemDetails> Details, DateOnly From, DateOnly? To, ItemStatus Status, DateOnly StatusOn, Sealed<string>? Outcome, CostRow? Costs)
{
    public bool IsSettled => PlanItem.Next(Status).Count == 0;
}

public sealed record ProviderRow(OrganisationId Id, string NameSv, string NameEn, OrganisationKind Kind);

public sealed record CostRow(Guid Id, Sealed<string> CostCentre);

public sealed record PlanAnswerRow(Guid Id, bool Agrees, DateOnly On, string? Language, string? Method, Sealed<AnswerNotes> Notes);

public sealed record PlanStepRow(Guid Id, PlanStatus Status, DateOnly On, Sealed<string>? Reason);

/// <summary>The summary of a plan: assistance is ongoing, or no longer.</summary>
public sealed record PlanLine(PlanId PlanId, bool IsOngoing, DateOnly On);

/// <summary>A plan for long-term integration: for its owner, and for whoever holds DG10.</summary>
public sealed record IntegrationRow(
    IntegrationPlanId Id, IntegrationStatus Status, OrganisationId Owner, string OwnerSv, string OwnerEn, UserId Responsible, string? ResponsibleName, DateOnly StartsOn, Sealed<string>? Goals, DateOnly? AgreedOn,
    DateOnly? BeganOn, DateOnly? ReviewSince, DateTimeOffset DraftedAt, IReadOnlyList<ComponentRow> Components, IReadOnlyList<PlanAnswerRow> Answers, IReadOnlyList<IntegrationStepRow> Steps)
{
    public bool IsOver => Status is IntegrationStatus.Completed or IntegrationStatus.Discontinued;
}

public sealed record ComponentRow(
    Guid Id, string Component, ComponentProvider By, OrganisationId? Provider, string? ProviderSv, string? ProviderEn, Sealed<ComponentDetails> Details, DateOnly From, DateOnly? To, DateOnly? AgreedOn,
    DateOnly? EndedOn, Sealed<string>? Outcome);

public sealed record IntegrationStepRow(Guid Id, IntegrationStatus Status, DateOnly On, Sealed<string>? Reason);

/// <summary>That one's own organisation has written down where the person stays, and how many may read it. Never where.</summary>
/// <param name="Mine">Whether the viewer is one of them.</param>
public sealed record AddressRow(Guid Id, DateTimeOffset RecordedAt, int Readers, bool Mine, IReadOnlyList<GrantRow> Grants);

public sealed record GrantRow(Guid Id, UserId UserId, string Name, string GrantedByName, DateTimeOffset GrantedAt, DateTimeOffset Until, Sealed<string>? Why);

/// <summary>How an application for return stands, and as much of what is written in it as was let through.</summary>
public sealed record ReturnRow(
    ReturnId Id, ReturnStatus Status, OrganisationId Author, string AuthorSv, string AuthorEn, OrganisationId? Coordinator, string? CoordinatorSv, string? CoordinatorEn, OrganisationId? Iom, string? IomSv,
    string? IomEn, DateOnly? FirstContactOn, DateOnly? TravelOn, DateTimeOffset? DepartedAt, string? DepartureZone, DateTimeOffset? ArrivedAt, string? ArrivalZone, DateOnly? MonitoringStart,
    DateOnly? MonitoringEarliestEnd, bool SupportIsOpen, DateTimeOffset DraftedAt, int Revision, IReadOnlyList<PaperRow> Papers, IReadOnlyList<ReturnStepRow> Steps, IReadOnlyList<TravelHealthRow> Health,
    IReadOnlyList<PickUpRow> PickUps, IReadOnlyList<ContactPointRow> Points)
{
    /// <summary>The latest page of a kind.</summary>
    public ReturnContent? Latest(PaperKind kind) => Papers.Where(p => p.Kind == kind).MaxBy(p => p.Number)?.Content is { IsOpen: true } content ? content.Value : null;

    /// <summary>The pieces of support to reintegration as they stand.</summary>
    public IReadOnlyList<ReintegrationItem> Support => Latest(PaperKind.Reintegration)?.Reintegration ?? [];

    /// <summary>Whether what is written in it may be read here, and not only how it stands.</summary>
    public bool IsOpen => Papers.Count > 0;
}

/// <summary>A page of an application.</summary>
public sealed record PaperRow(Guid Id, PaperKind Kind, DateOnly On, string? Code, Sealed<ReturnContent>? Content, int Number, DateTimeOffset RecordedAt, OrganisationId RecordedBy);

public sealed record ReturnStepRow(Guid Id, ReturnStatus Status, DateOnly On, string? Because, Sealed<string>? Reason);

public sealed record TravelHealthRow(Guid Id, Sealed<string> Details, DateTimeOffset RecordedAt);

/// <summary>Where the person is fetched: let through to whoever released it, and to IOM on that day alone.</summary>
public sealed record PickUpRow(Guid Id, DateOnly On, Sealed<string> Address, OrganisationId ReleasedBy);

public sealed record ContactPointRow(Guid Id, int Month, DateOnly DueOn, DateOnly? AnsweredOn);

public sealed record JusticeRow(
    Guid Id, JusticeKind Kind, DateOnly On, Sealed<string> Text, OrganisationId ReleasedBy, string ReleasedBySv, string ReleasedByEn, OrganisationId RelayedBy, DateTimeOffset ReleasedAt, DateOnly? RelayedOn, bool? Reached,
    JusticeWish? Wishes, IReadOnlyList<string> Needs);

public sealed record JusticeWayRow(ReturnId ReturnId, OrganisationId Iom);

/// <summary>A claim for the costs of a quarter: the municipality's own, and what was handed in to the agency.</summary>
public sealed record ClaimRow(ClaimId Id, OrganisationId Claimant, int Year, int QuarterNumber, ClaimStatus Status, DateOnly ClaimBy, decimal Claimed)
{
    public Quarter Quarter => new(Year, QuarterNumber);
}

/// <summary>A right to stay, from a day on.</summary>
public sealed record LegalStatusRow(Guid Id, string Status, DateOnly From, DateOnly? ValidTo, LegalStatusSource Source, DateTimeOffset RecordedAt);

/// <summary>How far the protection of a child has come, as far as everybody who takes part may know.</summary>
public sealed record ChildTaskRow(
    Guid Id, ChildTaskState State, ChildTaskEnd? EndedBecause, OrganisationId? Board, string? BoardSv, string? BoardEn, bool BoardWorksHere, OrganisationId? ReportedBy, string? ReportedBySv,
    string? ReportedByEn, DateTimeOffset? ReportedAt, DateOnly? AskedOn, bool IsRepresented, bool TracingIsDecided, bool GuardianIsSuspected);

/// <param name="Text">What was written with it; null where the reader may not read it.</param>
/// <param name="TextId">The row of the text, by which it is opened.</param>
public sealed record ChildStepRow(
    Guid Id, ChildStepKind Kind, DateOnly On, DateTimeOffset? At, ChildOutcome? Outcome, OrganisationId? ToldTo, OrganisationId RecordedBy, string RecordedBySv, string RecordedByEn, int Number,
    Guid? TextId, Sealed<string>? Text);

public sealed record AsylumRow(
    Guid Id, AsylumState State, bool IsConfirmed, DateOnly RegisteredOn, DateOnly? SupportedFrom, OrganisationId? Municipality, string? MunicipalitySv, string? MunicipalityEn, DateOnly? LeftOn,
    DateOnly? TakenOverOn, DateOnly? DecidedOn);

public sealed record AsylumStepRow(Guid Id, AsylumState State, bool IsConfirmed, DateOnly On);

public sealed record PartRow(OrganisationId OrganisationId, string NameSv, string NameEn, OrganisationKind Kind, int Groups, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, ParticipationReason Reason);

public sealed record TeamRow(UserId UserId, string Name, bool IsResponsible, DateTimeOffset AddedAt)
{
    /// <summary>On the team only while a colleague is away.</summary>
    public bool StandsIn { get; init; }

    /// <summary>The last day on which they are away; null: they are here.</summary>
    public DateOnly? AwayUntil { get; init; }

    /// <summary>Who stands in meanwhile.</summary>
    public string? Deputy { get; init; }
}

/// <param name="Groups">The data group of the line, as a mask of one.</param>
public sealed record EventRow(Guid Id, DateTimeOffset At, string Kind, UserId? UserId, string? Name, OrganisationId? OrganisationId, string? OrganisationSv, string? OrganisationEn, int Groups, DateOnly? OccurredOn, string Payload, Guid? RecordId);

public sealed record ReadingRow(Guid Id, DateTimeOffset At, string Kind, UserId? UserId, string? Name, string? OrganisationSv, string? OrganisationEn, int Groups, string? Purpose);

/// <summary>An open item of the work list.</summary>
public sealed record WorkRow(Guid Id, WorkKind Kind, DateTimeOffset DueAt, OrganisationId OrganisationId, string OrganisationSv, string OrganisationEn, Guid SourceId, bool ManagersOnly);

/// <param name="Entry">The kind of the entry, and of what record it is.</param>
public sealed record NoteRow(Guid Id, EntryNoteKind Kind, Guid About, int Groups, string Entry, Guid? RecordId, string Payload, OrganisationId? EntryOf, Sealed<string> Text, DateOnly On, DateTimeOffset RecordedAt, string BySv, string ByEn);

/// <summary>A document of the case; what stands in it is downloaded on its own.</summary>
/// <param name="Size">Bytes.</param>
public sealed record DocumentRow(
    AttachmentId Id, AttachmentKind Kind, FileFormat Format, int Size, DateOnly? On, Sealed<string>? Note, DateTimeOffset RecordedAt, OrganisationId RecordedBy, string BySv, string ByEn, DocumentMistake? Mistake)
{
    public DataGroup Group => AttachmentKinds.GroupOf(Kind);
}

public sealed record ExtractRow(Guid Id, int Holds, int Withheld, SecrecyGround? Ground, DateTimeOffset PreparedAt, DateTimeOffset? ReviewedAt);

public sealed record NameRow(Guid Id, string Sv, string En);

/// <summary>The last word on one recipient and purpose, and how it stands today.</summary>
/// <param name="State">Expired from the day after its last, whether the sweep has said so or not.</param>
public sealed record ConsentNow(ConsentRow Row, ConsentState State);
