using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Investigations;

/// <summary>
/// How a preliminary investigation lives, seen from outside. Reported gives no rights. Initiated is the step that only an investigation leader takes and
/// that identifies the person formally (S1-08). NotInitiated and RecordedInError end it here; Discontinued can be resumed; ProsecutionBrought, Judgment
/// and FinalJudgment follow one another.
/// </summary>
public enum InvestigationStatus { Reported, Initiated, NotInitiated, RecordedInError, Discontinued, ProsecutionBrought, Judgment, FinalJudgment }

public enum LeaderKind { Police, Prosecutor }

public static class LeaderKinds
{
    /// <summary>Who leads for an organisation; null where it leads no investigation (RB 23:3).</summary>
    public static LeaderKind? Of(OrganisationKind organisation) => organisation switch
    {
        OrganisationKind.Police => LeaderKind.Police,
        OrganisationKind.Prosecutor => LeaderKind.Prosecutor,
        _ => null,
    };
}

/// <summary>A preliminary investigation (förundersökning) of a case: reference, leader, dates and status, nothing of what it contains (OSL 18:1, 35:1).</summary>
public sealed class Investigation : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<InvestigationStep> _steps = [];
    private readonly List<InvestigationSummary> _summaries = [];

    private Investigation() { }

    internal Investigation(CaseId caseId, Act act)
    {
        Id = InvestigationId.New(act.At);
        CaseId = caseId;
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public InvestigationId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public InvestigationStatus Status { get; private set; }

    public DateOnly? ReportedOn { get; private set; }

    /// <summary>The unit that received the report, as written.</summary>
    public string? ReceivingUnit { get; private set; }

    /// <summary>The police organisation the report went to; it takes part in the case while consent or a ground covers it.</summary>
    public OrganisationId? ReportedTo { get; private set; }

    /// <summary>The organisation whose leader leads it.</summary>
    public OrganisationId? LedBy { get; private set; }

    public LeaderKind? LeaderKind { get; private set; }

    public string? AuthorityUnit { get; private set; }

    /// <summary>The official who leads; never the person.</summary>
    public string? LeaderName { get; private set; }

    public string? ReferenceNumber { get; private set; }

    /// <summary>Code list offence_label.</summary>
    public List<string> Offences { get; private set; } = [];

    public DateOnly? InitiatedOn { get; private set; }

    /// <summary>The day since which a prosecutor leads it; null where the police do (RB 23:3).</summary>
    public DateOnly? ProsecutorTookOverOn { get; private set; }

    /// <summary>When the person was told of the permits of 5:15 (FUK 14 a §).</summary>
    public DateOnly? InformedOfPermitsOn { get; private set; }

    public DateOnly? CounselRequestedOn { get; private set; }

    public DateOnly? CounselAppointedOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<InvestigationStep> Steps => _steps;

    public IReadOnlyList<InvestigationSummary> Summaries => _summaries;

    /// <summary>Under way: initiated, in court, or judged but not finally.</summary>
    public bool IsLive => Status is InvestigationStatus.Initiated or InvestigationStatus.ProsecutionBrought or InvestigationStatus.Judgment;

    /// <summary>The day of the latest step: the next is on it or after it.</summary>
    public DateOnly? LatestStepOn => _steps.Count == 0 ? null : _steps.Max(s => s.On);

    /// <summary>Once initiated and not by mistake: what formal identification rests on.</summary>
    public bool WasInitiated => InitiatedOn is not null && Status is not InvestigationStatus.RecordedInError;

    internal void Report(DateOnly on, string unit, OrganisationId? to, string? reference, Act act)
    {
        Status = InvestigationStatus.Reported;
        ReportedOn = on;
        ReceivingUnit = unit;
        ReportedTo = to;
        ReferenceNumber = reference;
        Step(on, null, act);
        Record(new InvestigationReported(CaseId, Id, on, to, act));
    }

    internal void Initiate(InvestigationTerms terms, Act act)
    {
        if (act.As != Role.InvestigationLeader) throw new RuleBrokenException(Rule.OnlyALeaderInitiates);
        Leads(terms.LeaderKind, terms.Organisation);
        if (!terms.ReasonToAssume) throw new RuleBrokenException(Rule.ReasonToAssumeAnOffence);
        if (terms.On > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (terms.On < (ReportedOn ?? terms.ReportedOn)) throw new RuleBrokenException(Rule.InvestigationFollowsReport, ("reported", (ReportedOn ?? terms.ReportedOn)!.Value));
        foreach (var offence in terms.Offences) if (!CodeLists.OffenceLabel.Has(offence)) throw new RuleBrokenException(Rule.CodesAreListed);
        if (terms.Offences.Count == 0) throw new RuleBrokenException(Rule.CodesAreListed);
        if (terms.ProsecutorTookOverOn is { } took)
        {
            if (terms.LeaderKind != Investigations.LeaderKind.Prosecutor) throw new RuleBrokenException(Rule.LeaderKindFitsOrganisation);
            if (took > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
            if (took < terms.On) throw new RuleBrokenException(Rule.StepsOfAnInvestigationAscend, ("earliest", terms.On));
        }
        Status = InvestigationStatus.Initiated;
        ReportedOn ??= terms.ReportedOn;
        LedBy = act.For;
        LeaderKind = terms.LeaderKind;
        AuthorityUnit = terms.AuthorityUnit;
        LeaderName = terms.LeaderName;
        ReferenceNumber = terms.ReferenceNumber;
        Offences = [.. terms.Offences];
        InitiatedOn = terms.On;
        ProsecutorTookOverOn = terms.ProsecutorTookOverOn;
        Step(terms.On, null, act);
        Record(new InvestigationInitiated(CaseId, Id, terms.LeaderKind, terms.On, act));
    }

    /// <summary>The report led to no investigation (U3).</summary>
    public void NotInitiated(DateOnly on, string reason, Act act) =>
        Go(InvestigationStatus.NotInitiated, on, reason, act, InvestigationStatus.Reported);

    /// <summary>Another leader takes over, within the organisation or in another (U4). A prosecutor leads when somebody is reasonably suspected (RB 23:3).</summary>
    /// <param name="of">What the next leader's organisation is; the kind of leader must fit it.</param>
    public void ChangeLeader(LeaderKind kind, OrganisationId organisation, OrganisationKind of, string unit, string name, DateOnly on, Act act)
    {
        Leads(kind, of);
        if (Status is not (InvestigationStatus.Initiated or InvestigationStatus.ProsecutionBrought)) throw new RuleBrokenException(Rule.InvestigationGoesForward, ("status", Status));
        Dated(on, act);
        if (kind != LeaderKind) ProsecutorTookOverOn = kind == Investigations.LeaderKind.Prosecutor ? on : null;
        LeaderKind = kind;
        LedBy = organisation;
        AuthorityUnit = unit;
        LeaderName = name;
        Step(on, null, act);
        Record(new InvestigationLeaderChanged(CaseId, Id, kind, organisation, on, InformedOfPermitsOn is not null, CounselRequestedOn is not null, act));
    }

    /// <summary>The reference number or the offences were written wrong, or are others now. What was written before stays in the record of acts.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.OnlyTheSameOrganisationCorrects"/>, or it was never initiated.</exception>
    internal void Correct(string reference, IReadOnlyList<string> offences, Act act)
    {
        if (!WasInitiated) throw new RuleBrokenException(Rule.OnlyALiveInvestigationIsAttendedTo, ("status", Status));
        if (LedBy != act.For) throw new RuleBrokenException(Rule.OnlyTheSameOrganisationCorrects);
        if (offences.Count == 0 || !offences.All(CodeLists.OffenceLabel.Has)) throw new RuleBrokenException(Rule.CodesAreListed);
        var renumbered = ReferenceNumber != reference;
        ReferenceNumber = reference;
        Offences = [.. offences];
        Record(new InvestigationCorrected(CaseId, Id, renumbered, act));
    }

    internal void Mistaken(string reason, Act act)
    {
        if (Status != InvestigationStatus.Initiated) throw new RuleBrokenException(Rule.InvestigationGoesForward, ("status", Status));
        if (LedBy != act.For) throw new RuleBrokenException(Rule.OnlyTheSameOrganisationCorrects);
        Go(InvestigationStatus.RecordedInError, act.Day, reason, act, InvestigationStatus.Initiated);
    }

    /// <summary>U5. Permits that rest on it are flagged, never revoked by this alone (UtlL 7:7 b).</summary>
    public void Discontinue(DateOnly on, string reason, Act act) =>
        Go(InvestigationStatus.Discontinued, on, reason, act, InvestigationStatus.Initiated);

    /// <summary>U6.</summary>
    public void Resume(DateOnly on, Act act) => Go(InvestigationStatus.Initiated, on, null, act, InvestigationStatus.Discontinued);

    /// <summary>U7: prosecution, judgment, final judgment, in ascending order of dates.</summary>
    public void BringProsecution(DateOnly on, Act act) => Go(InvestigationStatus.ProsecutionBrought, on, null, act, InvestigationStatus.Initiated);

    public void Judge(DateOnly on, Act act) => Go(InvestigationStatus.Judgment, on, null, act, InvestigationStatus.ProsecutionBrought);

    public void JudgeFinally(DateOnly on, Act act) => Go(InvestigationStatus.FinalJudgment, on, null, act, InvestigationStatus.Judgment);

    /// <summary>The person has been told of the permits of 5:15 (FUK 14 a §).</summary>
    public void InformedOfPermits(DateOnly on, Act act)
    {
        Attended(on, act);
        InformedOfPermitsOn = on;
        Record(new PersonInformedOfPermits(CaseId, Id, on, act));
    }

    /// <summary>Counsel for the injured party was requested, or appointed (1988:609).</summary>
    public void Counsel(DateOnly? requested, DateOnly? appointed, Act act)
    {
        if (requested is { } r) Attended(r, act);
        if (appointed is { } a) Attended(a, act);
        var since = requested ?? CounselRequestedOn;
        if (appointed < since) throw new RuleBrokenException(Rule.StepsOfAnInvestigationAscend, ("earliest", since.Value));
        CounselRequestedOn = since;
        CounselAppointedOn = appointed ?? CounselAppointedOn;
        Record(new CounselRecorded(CaseId, Id, appointed is not null, act));
    }

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    private void Go(InvestigationStatus next, DateOnly on, string? reason, Act act, InvestigationStatus from)
    {
        if (Status != from) throw new RuleBrokenException(Rule.InvestigationGoesForward, ("status", Status));
        if (reason is not null && string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(Rule.AStepIsExplained);
        Dated(on, act);
        Status = next;
        Step(on, reason, act);
        Record(new InvestigationMoved(CaseId, Id, next, on, act));
    }

    private void Dated(DateOnly on, Act act)
    {
        if (on > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (LatestStepOn is { } latest && on < latest) throw new RuleBrokenException(Rule.StepsOfAnInvestigationAscend, ("earliest", latest));
    }

    /// <summary>What is owed to the person is done while it is led, on the day it was initiated or later, whatever came after that day.</summary>
    private void Attended(DateOnly on, Act act)
    {
        if (!WasInitiated || InitiatedOn is not { } since) throw new RuleBrokenException(Rule.OnlyALiveInvestigationIsAttendedTo, ("status", Status));
        if (on > act.Day) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (on < since) throw new RuleBrokenException(Rule.StepsOfAnInvestigationAscend, ("earliest", since));
    }

    private static void Leads(LeaderKind leader, OrganisationKind organisation)
    {
        if (LeaderKinds.Of(organisation) != leader) throw new RuleBrokenException(Rule.LeaderKindFitsOrganisation);
    }

    private void Step(DateOnly on, string? reason, Act act)
    {
        _steps.Add(new(this, on, reason, act));
        _summaries.Add(new(this, on, act));
    }

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>What a leader records when the investigation is initiated.</summary>
public sealed record InvestigationTerms
{
    public required LeaderKind LeaderKind { get; init; }

    /// <summary>What the leader's own organisation is; the two must agree.</summary>
    public required OrganisationKind Organisation { get; init; }

    public required string AuthorityUnit { get; init; }

    public required string LeaderName { get; init; }

    public required string ReferenceNumber { get; init; }

    public required IReadOnlyList<string> Offences { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>When the offence was reported, where no report is recorded in the case.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Where a prosecutor had taken over before it was recorded here.</summary>
    public DateOnly? ProsecutorTookOverOn { get; init; }

    /// <summary>There is reason to assume an offence: suspicion is enough (S1-09, RB 23:1).</summary>
    public required bool ReasonToAssume { get; init; }
}
