using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Children;

/// <summary>Something happened to the protection of a child.</summary>
public abstract record ChildEvent(CaseId CaseId, Guid TaskId, Act Act) : CaseEvent(CaseId, Act)
{
    public override Guid? Record => TaskId;
}

/// <summary>The person is a child, or may be one: a report of concern is made at once (3.13).</summary>
/// <param name="Lead">The organisation that leads the case, and reports.</param>
public sealed record ChildTaskOpened(CaseId CaseId, Guid TaskId, OrganisationId Lead, Act Act) : ChildEvent(CaseId, TaskId, Act)
{
    /// <summary>It was reported before: the person was taken for an adult for a while.</summary>
    public bool Reported { get; init; }
}

/// <summary>What was reported is to be taken up again, or more is to be done than when it was reported.</summary>
/// <param name="Assessing">The board's assessment and decision are not done.</param>
/// <param name="Guardian">Nobody has been appointed to speak for the child.</param>
/// <param name="Tracing">Nothing is decided about looking for the family.</param>
public sealed record ChildStepsWait(CaseId CaseId, Guid TaskId, OrganisationId Board, bool Assessing, bool Guardian, bool Tracing, Act Act) : ChildEvent(CaseId, TaskId, Act);

/// <summary>A report of concern reached a social board (A28, SoL 19:1).</summary>
public sealed record ConcernReported(CaseId CaseId, Guid TaskId, OrganisationId Board, bool BoardWorksHere, DateOnly On, bool Unaccompanied, Act Act) : ChildEvent(CaseId, TaskId, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("board", Board.ToString())];
}

/// <summary>A step that everybody who takes part may know of.</summary>
public sealed record ChildStepTaken(CaseId CaseId, Guid TaskId, ChildStepKind Step, ChildOutcome? Outcome, DateOnly On, Act Act) : ChildEvent(CaseId, TaskId, Act)
{
    public OrganisationId Board { get; init; }

    /// <summary>The last day for telling the reporter; null while nobody asked, or nothing is decided.</summary>
    public DateOnly? TellBy { get; init; }

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => Outcome is { } outcome ? [("step", Step.ToString()), ("outcome", outcome.ToString())] : [("step", Step.ToString())];
}

/// <summary>A step of the social board that is its own to know.</summary>
public sealed record ChildStepKept(CaseId CaseId, Guid TaskId, ChildStepKind Step, ChildOutcome? Outcome, DateOnly On, Act Act) : ChildEvent(CaseId, TaskId, Act)
{
    public OrganisationId Reporter { get; init; }

    /// <inheritdoc cref="ChildStepTaken.TellBy"/>
    public DateOnly? TellBy { get; init; }

    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => Outcome is { } outcome ? [("step", Step.ToString()), ("outcome", outcome.ToString())] : [("step", Step.ToString())];
}

/// <summary>Everything is done, or the person is an adult.</summary>
public sealed record ChildTaskEnded(CaseId CaseId, Guid TaskId, ChildTaskEnd Because, Act Act) : ChildEvent(CaseId, TaskId, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("because", Because.ToString())];
}
