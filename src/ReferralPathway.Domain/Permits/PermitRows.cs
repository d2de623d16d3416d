using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Permits;

/// <summary>DG9: more time was asked for. The law gives no length: the new last day is the decision's (UtlL 5:15 third paragraph).</summary>
public sealed class PermitExtension
{
    private PermitExtension() { }

    internal PermitExtension(PermitApplication permit, DateOnly on, DateOnly? until, string reasons, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PermitId = permit.Id;
        CaseId = permit.CaseId;
        Status = ExtensionStatus.Submitted;
        SubmittedOn = on;
        RequestedUntil = until;
        Reasons = new(reasons);
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PermitId PermitId { get; private set; }

    public CaseId CaseId { get; private set; }

    public ExtensionStatus Status { get; private set; }

    public DateOnly SubmittedOn { get; private set; }

    public DateOnly? RequestedUntil { get; private set; }

    public Sealed<string> Reasons { get; private set; } = null!;

    public DateOnly? DecidedOn { get; private set; }

    public DateOnly? NewValidTo { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    internal void Decide(ExtensionStatus outcome, DateOnly on, DateOnly? newValidTo)
    {
        Status = outcome;
        DecidedOn = on;
        NewValidTo = newValidTo;
    }
}

/// <summary>DG9: a talk before a direct application for a temporary permit (S1-18).</summary>
public sealed class PermitDialogue
{
    private PermitDialogue() { }

    internal PermitDialogue(PermitApplication permit, DialogueWith with, DateOnly on, string note, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PermitId = permit.Id;
        CaseId = permit.CaseId;
        With = with;
        On = on;
        Note = new(note);
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PermitId PermitId { get; private set; }

    public CaseId CaseId { get; private set; }

    public DialogueWith With { get; private set; }

    /// <summary>Swedish day.</summary>
    public DateOnly On { get; private set; }

    public Sealed<string> Note { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>DG9: one step of an application as it was recorded. Never changed.</summary>
public sealed class PermitStep
{
    private PermitStep() { }

    internal PermitStep(PermitApplication permit, DateOnly on, string? reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PermitId = permit.Id;
        CaseId = permit.CaseId;
        Status = permit.Status;
        On = on;
        ValidFrom = permit.ValidFrom;
        ValidTo = permit.ValidTo;
        Reason = reason is null ? null : new(reason);
        Number = permit.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PermitId PermitId { get; private set; }

    public CaseId CaseId { get; private set; }

    public PermitStatus Status { get; private set; }

    /// <summary>Swedish day on which it happened.</summary>
    public DateOnly On { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public Sealed<string>? Reason { get; private set; }

    /// <summary>The revision of the application before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>The summary of DG9 for those who may know only how the permits stand, and until when. Never changed.</summary>
public sealed class PermitSummary
{
    private PermitSummary() { }

    internal PermitSummary(PermitApplication permit, DateOnly on, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        PermitId = permit.Id;
        CaseId = permit.CaseId;
        Kind = permit.Kind;
        Status = permit.Status;
        On = on;
        ValidFrom = permit.ValidFrom;
        ValidTo = permit.ValidTo;
        Number = permit.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public PermitId PermitId { get; private set; }

    public CaseId CaseId { get; private set; }

    public PermitKind Kind { get; private set; }

    public PermitStatus Status { get; private set; }

    public DateOnly On { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>The revision of the application before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
