using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Overview;

/// <summary>What somebody has to do, or is waiting for. One list for every role: nothing falls due unseen.</summary>
public sealed class WorkItem
{
    private WorkItem() { }

    public WorkItem(WorkKind kind, CaseId? caseId, Guid sourceId, OrganisationId organisation, UserId? user, OrganisationId? watcher, DateTimeOffset dueAt, DateTimeOffset? remindAt, bool managersOnly, DateTimeOffset at, IReadOnlyList<DateTimeOffset>? reminders = null)
    {
        Id = Guid.CreateVersion7(at);
        Kind = kind;
        CaseId = caseId;
        SourceId = sourceId;
        OrganisationId = organisation;
        UserId = user;
        WatcherId = watcher;
        DueAt = dueAt;
        RemindAt = remindAt ?? reminders?.Cast<DateTimeOffset?>().FirstOrDefault();
        LaterReminders = [.. reminders?.Skip(1) ?? []];
        ManagersOnly = managersOnly;
        OpenedAt = at;
    }

    public Guid Id { get; private set; }

    public WorkKind Kind { get; private set; }

    public CaseId? CaseId { get; private set; }

    /// <summary>The record that asks for it: a referral, an investigation, a break-glass.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>Whose turn it is.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>The person whose turn it is; null: anybody of the organisation who may.</summary>
    public UserId? UserId { get; private set; }

    /// <summary>Who waits for it.</summary>
    public OrganisationId? WatcherId { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? RemindAt { get; private set; }

    /// <summary>The reminders after the next one, in order.</summary>
    public List<DateTimeOffset> LaterReminders { get; private set; } = [];

    public bool ManagersOnly { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>Done, or no longer to be done.</summary>
    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    /// <summary>A reminder went out. Those that were missed on the way are not sent after it.</summary>
    public void Reminded(DateTimeOffset at)
    {
        RemindedAt = at;
        if (LaterReminders.Count == 0) return;
        var later = LaterReminders.Where(r => r > at).ToList();
        RemindAt = later.Count == 0 ? null : later[0];
        LaterReminders = [.. later.Skip(1)];
    }

    /// <summary>The account of the person whose turn it was is closed.</summary>
    public void PassOn(UserId? to) => UserId = to;

    public void Escalated(DateTimeOffset at) => EscalatedAt = at;
}

public enum WorkKind
{
    /// <summary>A draft waits to be opened.</summary>
    FinishDraft,
    /// <summary>A referral waits for an answer.</summary>
    AnswerReferral,
    /// <summary>A referral was declined: find another provider.</summary>
    FindAnotherProvider,
    /// <summary>The safe contact was last checked 30 days ago.</summary>
    CheckSafeContact,
    /// <summary>The assessor set a day for the next review.</summary>
    ReviewAssessment,
    /// <summary>The leader tells the person of the permits of 5:15 (FUK 14 a §).</summary>
    InformOfPermits,
    /// <summary>Counsel for the injured party is requested as early as possible.</summary>
    RequestCounsel,
    /// <summary>A report or an investigation made the organisation take part; somebody there has to take it on.</summary>
    TakeOn,
    /// <summary>An application, an extension or an appeal waits for the agency's decision.</summary>
    DecidePermit,
    /// <summary>The applicant asks what became of the application.</summary>
    ChasePermit,
    /// <summary>A refusal or a revocation may be appealed until then.</summary>
    AppealPermit,
    /// <summary>A permit runs out: extend, apply for another, asylum, return, or the help of an NGO.</summary>
    DecideNextStep,
    /// <summary>The right to stay fell back on what it was before: is that still so?</summary>
    ReviewLegalStatus,
    /// <summary>A plan of assistance is gone through again with the person.</summary>
    ReviewPlan,
    /// <summary>The right to stay changed: the plan for integration is gone through with the person.</summary>
    ReviewIntegration,
    /// <summary>Part A of a return is to be written, or changed as the coordinator asked.</summary>
    WriteReturn,
    /// <summary>Part A is complete: the coordinator's part is awaited.</summary>
    CompleteReturn,
    /// <summary>Both parts are there: the coordinator decides.</summary>
    DecideReturn,
    /// <summary>The return is approved and goes to IOM.</summary>
    SendReturn,
    /// <summary>IOM assesses and says whether the return is possible.</summary>
    ProcessReturn,
    /// <summary>IOM arranges the journey.</summary>
    ArrangeJourney,
    /// <summary>IOM needs to know where to fetch the person on the day of travel.</summary>
    ReleasePickUp,
    /// <summary>IOM records departure and arrival.</summary>
    RecordTravel,
    /// <summary>IOM gets in touch after the return, because the person wants it.</summary>
    ContactReturnee,
    /// <summary>Support to reintegration is to be paid or handed over.</summary>
    DeliverSupport,
    /// <summary>Six months have passed since the return.</summary>
    EndMonitoring,
    /// <summary>IOM passes on what was released for the person.</summary>
    RelayJustice,
    /// <summary>The person is a child, or may be: report concern at once (SoL 19:1).</summary>
    ReportConcern,
    /// <summary>The social board assesses at once whether the child needs protection (SoL 20:1).</summary>
    AssessProtection,
    /// <summary>The social board decides within fourteen days whether to open an inquiry (SoL 20:2).</summary>
    DecideInquiry,
    /// <summary>The inquiry is finished within four months (SoL 20:3).</summary>
    FinishInquiry,
    /// <summary>The reporter is told at the latest a week after the decision (SoL 19:6).</summary>
    InformReporter,
    /// <summary>An unaccompanied child needs a guardian as soon as possible (lag 2005:429).</summary>
    ApplyForGuardian,
    /// <summary>Whether the family of an unaccompanied child is looked for.</summary>
    DecideTracing,
    /// <summary>An asylum seeker is registered; the agency's support begins.</summary>
    BeginAsylumSupport,
    /// <summary>The reception of asylum seekers no longer applies: a municipality takes over (LMA 1 a §).</summary>
    MoveSupport,
    /// <summary>A quarter of the person's stay has ended, and the municipality has not begun to claim its costs.</summary>
    BeginClaim,
    /// <summary>The costs of a quarter are claimed before its last day.</summary>
    ClaimCosts,
    /// <summary>A claim for costs waits for the agency's decision.</summary>
    DecideClaim,
    /// <summary>A decision on a claim may be appealed until then.</summary>
    AppealClaim,
    /// <summary>A formal request for disclosure waits for a decision.</summary>
    DecideDisclosure,
    /// <summary>Another case may concern the same person: ask whether they want contact.</summary>
    AskAboutContact,
    /// <summary>A manager reviews a break-glass.</summary>
    ReviewBreakGlass,
    /// <summary>A manager reviews an emergency ground, within 24 hours.</summary>
    ReviewEmergency,
    /// <summary>A manager confirms an account, a role or a second factor.</summary>
    ConfirmAccount,
    /// <summary>An entry of the directory has to be checked.</summary>
    ReviewEntry,
    /// <summary>An anonymous question waits for an answer.</summary>
    AnswerConsultation,
    /// <summary>An anonymous question came back: something in it could tell who the person is.</summary>
    RedactConsultation,
}
