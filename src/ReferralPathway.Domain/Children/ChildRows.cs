using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Children;

/// <summary>DG1: one step that was taken for a child. Never changed.</summary>
public sealed class ChildStep
{
    private ChildStep() { }

    internal ChildStep(ChildTask task, ChildStepKind kind, DateOnly on, DateTimeOffset? at, ChildOutcome? outcome, OrganisationId? toldTo, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        TaskId = task.Id;
        CaseId = task.CaseId;
        Kind = kind;
        On = on;
        At = at;
        Outcome = outcome;
        ToldTo = toldTo;
        Number = task.Revision;
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public Guid Id { get; private set; }

    public Guid TaskId { get; private set; }

    public CaseId CaseId { get; private set; }

    public ChildStepKind Kind { get; private set; }

    /// <summary>Swedish day on which it happened.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The minute, where it matters: the report and the protection assessment.</summary>
    public DateTimeOffset? At { get; private set; }

    public ChildOutcome? Outcome { get; private set; }

    /// <summary>The organisation that reads it beside the one that took it; null: everybody who takes part.</summary>
    public OrganisationId? ToldTo { get; private set; }

    /// <summary>The revision of the task before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }
}

/// <summary>DG5: what was written with a step. Never changed.</summary>
public sealed class ChildNote
{
    private ChildNote() { }

    internal ChildNote(ChildStep step, string text, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        StepId = step.Id;
        TaskId = step.TaskId;
        CaseId = step.CaseId;
        ToldTo = step.ToldTo;
        Text = new(text);
        RecordedAt = act.At;
        RecordedBy = act.For;
    }

    public Guid Id { get; private set; }

    public Guid StepId { get; private set; }

    public Guid TaskId { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>As the step's.</summary>
    public OrganisationId? ToldTo { get; private set; }

    public Sealed<string> Text { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }
}
