using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Children;

/// <summary>
/// What is done to protect a child (DOMAIN 3.13). It begins by itself when a case is of a child or of somebody who may be one, and ends by itself: when everything
/// that the law asks for is done, or when the person turns out to be an adult. Consent is not asked for.
/// </summary>
public sealed class ChildTask : IHappens
{
    private readonly List<CaseEvent> _events = [];
    private readonly List<ChildStep> _steps = [];
    private readonly List<ChildNote> _notes = [];

    private ChildTask() { }

    internal ChildTask(CaseId caseId, OrganisationId lead, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        OpenedAt = act.At;
        Record(new ChildTaskOpened(caseId, Id, lead, act));
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public ChildTaskState State { get; private set; }

    public ChildTaskEnd? EndedBecause { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The social board that has the report.</summary>
    public OrganisationId? Board { get; private set; }

    /// <summary>Whether somebody of that board works here: one that does not is told by telephone and answers there.</summary>
    public bool BoardWorksHere { get; private set; }

    public OrganisationId? ReportedBy { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>The day on which the reporter asked to be told of the decision.</summary>
    public DateOnly? AskedOn { get; private set; }

    /// <summary>Everything that the social board has to do is done. What it was, others are not told.</summary>
    public bool BoardIsDone { get; private set; }

    /// <summary>Somebody represents the child: a god man or a special representative.</summary>
    public bool IsRepresented { get; private set; }

    public bool TracingIsDecided { get; private set; }

    /// <summary>Somebody among the guardians is suspected: what concerns the child is not shared with guardians (house, OSL 10:1, 12:3).</summary>
    public bool GuardianIsSuspected { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The steps that the actor may read: what the social board does is its own until it tells.</summary>
    public IReadOnlyList<ChildStep> Steps => _steps;

    public IReadOnlyList<ChildNote> Notes => _notes;

    public bool IsOpen => State == ChildTaskState.Open;

    /// <summary>The report of concern (A28).</summary>
    internal void Report(ConcernReport report, bool unaccompanied, Act act)
    {
        if (!IsOpen) throw new RuleBrokenException(Rule.AConcernIsAboutAChild);
        if (Board is not null) throw new RuleBrokenException(Rule.AConcernIsReportedOnce);
        if (report.At > act.At) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        if (string.IsNullOrWhiteSpace(report.Concern)) throw new RuleBrokenException(Rule.AStepIsExplained);
        (Board, BoardWorksHere, ReportedBy, ReportedAt) = (report.Board, report.BoardWorksHere, act.For, report.At);
        var on = SwedishCalendar.DayOf(report.At);
        Add(ChildStepKind.Reported, on, report.At, null, null, report.Concern, act);
        if (report.TellMe) AskedOn = on;
        Record(new ConcernReported(CaseId, Id, report.Board, report.BoardWorksHere, on, unaccompanied, act));
        if (report.TellMe) Record(new ChildStepTaken(CaseId, Id, ChildStepKind.Asked, null, on, act) { Board = report.Board, TellBy = TellBy });
        EndWhenDone(unaccompanied, act);
    }

    /// <summary>Something else was done.</summary>
    /// <param name="mayBeFifteen">The child may be fifteen: then it speaks for itself.</param>
    internal void Take(ChildStepKind kind, ChildStepTerms terms, bool unaccompanied, bool mayBeFifteen, OrganisationId lead, Act act)
    {
        if (!IsOpen && !(kind == ChildStepKind.Asked && MayStillBeAsked(EndedBecause, BoardWorksHere))) throw new RuleBrokenException(Rule.AConcernIsAboutAChild);
        if (Board is not { } board) throw new RuleBrokenException(Rule.AConcernIsReportedFirst);
        if (terms.On > act.Day || terms.At > act.At) throw new RuleBrokenException(Rule.DatesAreNotInTheFuture, ("today", act.Day));
        var outcomes = ChildOutcomes.Of(kind);
        if (kind == ChildStepKind.Reported || outcomes.Count > 0 && (terms.Outcome is not { } one || !outcomes.Contains(one))) throw new RuleBrokenException(Rule.CodesAreListed);
        MayTake(kind, terms, board, unaccompanied, act);
        Follows(kind, terms, mayBeFifteen);
        var outcome = kind == ChildStepKind.Informed ? Step(ChildStepKind.Decided)!.Outcome : outcomes.Count > 0 ? terms.Outcome : null;
        Open(lead, unaccompanied, act);
        Add(kind, terms.On, terms.At, outcome, ToldTo(kind), terms.Note, act);
        Knows(kind, terms);
        Record(ToldTo(kind) is null
            ? new ChildStepTaken(CaseId, Id, kind, outcome, terms.On, act) { Board = board, TellBy = TellBy }
            : new ChildStepKept(CaseId, Id, kind, outcome, terms.On, act) { Reporter = ReportedBy!.Value, TellBy = TellBy });
        EndWhenDone(unaccompanied, act);
    }

    /// <summary>Something was learned of age or company: it may be all that was missing, or the person is a child after all, or a child that nobody has represented yet. What was done stands.</summary>
    internal void Follow(OrganisationId lead, bool unaccompanied, Act act)
    {
        EndWhenDone(unaccompanied, act);
        if (!IsDone(unaccompanied)) Open(lead, unaccompanied, act);
    }

    private void Open(OrganisationId lead, bool unaccompanied, Act act)
    {
        if (IsOpen) return;
        (State, EndedBecause) = (ChildTaskState.Open, null);
        Record(new ChildTaskOpened(CaseId, Id, lead, act) { Reported = Board is not null });
        Wait(!BoardIsDone, unaccompanied, act);
    }

    /// <summary>The child, in company until now, is alone.</summary>
    internal void IsAlone(Act act)
    {
        Wait(assessing: false, unaccompanied: true, act);
    }

    private void Wait(bool assessing, bool unaccompanied, Act act)
    {
        var waits = new ChildStepsWait(CaseId, Id, Board.GetValueOrDefault(), assessing, unaccompanied && !IsRepresented, unaccompanied && !TracingIsDecided, act);
        if (Board is not null && BoardWorksHere && (waits.Assessing || waits.Guardian || waits.Tracing)) Record(waits);
    }

    /// <summary>The board found that looking for the family is against the child's interest.</summary>
    internal bool TracingIsAgainstInterest => Step(ChildStepKind.TracingDecided)?.Outcome == ChildOutcome.AgainstInterest;

    internal void End(ChildTaskEnd because, Act act)
    {
        if (!IsOpen) return;
        (State, EndedBecause) = (ChildTaskState.Ended, because);
        Record(new ChildTaskEnded(CaseId, Id, because, act));
    }

    private void EndWhenDone(bool unaccompanied, Act act)
    {
        if (IsDone(unaccompanied)) End(ChildTaskEnd.Done, act);
    }

    private bool IsDone(bool unaccompanied) =>
        Board is not null && (!BoardWorksHere || BoardIsDone) && (!unaccompanied || IsRepresented && (!BoardWorksHere || TracingIsDecided));

    public IReadOnlyList<CaseEvent> TakeEvents()
    {
        var happened = _events.ToArray();
        _events.Clear();
        return happened;
    }

    /// <summary>Whoever reported asks whether an inquiry was opened also when everything else is done (SoL 19:6): telling is then what is left. A board that does not work here answers by telephone.</summary>
    public static bool MayStillBeAsked(ChildTaskEnd? endedBecause, bool boardWorksHere) => endedBecause == ChildTaskEnd.Done && boardWorksHere;

    /// <summary>What only the social board does.</summary>
    public static bool IsTheBoards(ChildStepKind kind) =>
        kind is ChildStepKind.Assessed or ChildStepKind.Decided or ChildStepKind.Finished or ChildStepKind.Informed or ChildStepKind.Placed;

    /// <summary>The last day for telling the reporter. Whoever may not read the decision counts from the last day for it.</summary>
    private DateOnly? TellBy => AskedOn is { } asked ? ChildTimes.TellBy(Step(ChildStepKind.Decided)?.On ?? ChildTimes.DecideBy(ReportedOn), asked) : null;

    private DateOnly ReportedOn => SwedishCalendar.DayOf(ReportedAt!.Value);

    /// <summary>Who reads the step beside whoever took it; null: everybody who takes part. The secrecy of the social services holds against everybody else (OSL 26:1).</summary>
    private OrganisationId? ToldTo(ChildStepKind kind) => kind switch
    {
        ChildStepKind.Informed => ReportedBy,
        _ when IsTheBoards(kind) => Board,
        _ => null,
    };

    /// <summary>Who may take a step, and for which child.</summary>
    private void MayTake(ChildStepKind kind, ChildStepTerms terms, OrganisationId board, bool unaccompanied, Act act)
    {
        var represents = kind is ChildStepKind.GuardianApplied or ChildStepKind.TracingDecided;
        if (IsTheBoards(kind) && act.For != board) throw new RuleBrokenException(Rule.OnlyTheSocialBoardProtects);
        if (represents && act.For != board && act.As != Role.MigrationOfficer) throw new RuleBrokenException(Rule.TheBoardOrTheAgencyAppliesForAGuardian);
        if ((represents || terms.Outcome == ChildOutcome.GodMan) && !unaccompanied) throw new RuleBrokenException(Rule.AGodManIsForAnUnaccompaniedChild);
        if (kind == ChildStepKind.Asked && act.For != ReportedBy) throw new RuleBrokenException(Rule.OnlyTheReporterIsTold);
    }

    /// <summary>What a step follows, and what the law asks of it besides.</summary>
    private void Follows(ChildStepKind kind, ChildStepTerms terms, bool mayBeFifteen)
    {
        if (IsTakenOnce(kind) && Step(kind) is not null || kind == ChildStepKind.Asked && AskedOn is not null) throw new RuleBrokenException(Rule.AStepForAChildIsTakenOnce);
        var earliest = kind switch
        {
            // These may have been so before anybody reported.
            ChildStepKind.GuardianSuspected or ChildStepKind.Heard or ChildStepKind.GuardianAppointed or ChildStepKind.GuardianApplied => DateOnly.MinValue,
            ChildStepKind.Finished => Step(ChildStepKind.Decided) is { Outcome: ChildOutcome.Opened } opened ? opened.On : throw new RuleBrokenException(Rule.OnlyAnOpenedInquiryIsFinished),
            ChildStepKind.Informed when AskedOn is null => throw new RuleBrokenException(Rule.OnlyTheReporterIsTold),
            ChildStepKind.Informed => Step(ChildStepKind.Decided)?.On ?? throw new RuleBrokenException(Rule.TheReporterIsToldAfterTheDecision),
            _ => ReportedOn,
        };
        if (terms.On < earliest) throw new RuleBrokenException(Rule.AStepForAChildFollows, ("earliest", earliest));
        if (kind == ChildStepKind.Finished && mayBeFifteen && Step(ChildStepKind.Heard) is null) throw new RuleBrokenException(Rule.AChildOfFifteenSpeaksForItself);
        if (kind == ChildStepKind.GuardianAppointed && string.IsNullOrWhiteSpace(terms.Note)) throw new RuleBrokenException(Rule.AStepIsExplained);
        if (terms.Outcome == ChildOutcome.Trace && terms.AgainstInterest) throw new RuleBrokenException(Rule.TracingIsNotAgainstTheChildsInterest);
        if (terms.Outcome == ChildOutcome.ProtectedHousing && !(terms.WithCustodian && terms.CustodianIsGranted)) throw new RuleBrokenException(Rule.ProtectedHousingIsWithACustodian);
    }

    /// <summary>What others may know of the step without reading it.</summary>
    private void Knows(ChildStepKind kind, ChildStepTerms terms)
    {
        switch (kind)
        {
            // Whoever asks late is answered too: until then the board is not done.
            case ChildStepKind.Asked: (AskedOn, BoardIsDone) = (terms.On, false); break;
            case ChildStepKind.GuardianAppointed: IsRepresented = true; break;
            case ChildStepKind.TracingDecided: TracingIsDecided = true; break;
            case ChildStepKind.GuardianSuspected: GuardianIsSuspected = terms.Outcome == ChildOutcome.Suspected; break;
            case ChildStepKind.Assessed or ChildStepKind.Decided or ChildStepKind.Finished or ChildStepKind.Informed:
                BoardIsDone = Step(ChildStepKind.Assessed) is not null && (Step(ChildStepKind.Decided)?.Outcome == ChildOutcome.NotOpened || Step(ChildStepKind.Finished) is not null)
                    && (AskedOn is null || Step(ChildStepKind.Informed) is not null);
                break;
        }
    }

    private static bool IsTakenOnce(ChildStepKind kind) =>
        kind is ChildStepKind.Assessed or ChildStepKind.Decided or ChildStepKind.Finished or ChildStepKind.Informed or ChildStepKind.GuardianApplied;

    private ChildStep? Step(ChildStepKind kind) => _steps.Where(s => s.Kind == kind).MaxBy(s => s.Number);

    private void Add(ChildStepKind kind, DateOnly on, DateTimeOffset? at, ChildOutcome? outcome, OrganisationId? toldTo, string? note, Act act)
    {
        var step = new ChildStep(this, kind, on, at, outcome, toldTo, act);
        _steps.Add(step);
        if (!string.IsNullOrWhiteSpace(note)) _notes.Add(new(step, note, act));
    }

    private void Record(CaseEvent happened)
    {
        Revision++;
        _events.Add(happened);
    }
}

/// <summary>What a report of concern says.</summary>
/// <param name="BoardWorksHere">Whether somebody of the board has an account.</param>
/// <param name="At">When it reached the board.</param>
/// <param name="TellMe">The reporter wants to know whether an inquiry is opened.</param>
public sealed record ConcernReport(OrganisationId Board, bool BoardWorksHere, DateTimeOffset At, string Concern, bool TellMe);

/// <summary>What is said of a step.</summary>
public sealed record ChildStepTerms
{
    public required DateOnly On { get; init; }

    /// <summary>The minute, where it matters.</summary>
    public DateTimeOffset? At { get; init; }

    public ChildOutcome? Outcome { get; init; }

    /// <summary>Tracing would be against the child's interest.</summary>
    public bool AgainstInterest { get; init; }

    /// <summary>An adult who has custody of the child moves in with it.</summary>
    public bool WithCustodian { get; init; }

    /// <summary>That adult has been granted protected housing as well (SoL 22:5).</summary>
    public bool CustodianIsGranted { get; init; }

    public string? Note { get; init; }
}
