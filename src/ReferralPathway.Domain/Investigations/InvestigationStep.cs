using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Investigations;

/// <summary>DG7: one step of the investigation as it was recorded. Never changed.</summary>
public sealed class InvestigationStep
{
    private InvestigationStep() { }

    internal InvestigationStep(Investigation investigation, DateOnly on, string? reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        InvestigationId = investigation.Id;
        CaseId = investigation.CaseId;
        Status = investigation.Status;
        LedBy = investigation.LedBy;
        LeaderKind = investigation.LeaderKind;
        On = on;
        Reason = reason is null ? null : new(reason);
        Number = investigation.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public InvestigationId InvestigationId { get; private set; }

    public CaseId CaseId { get; private set; }

    public InvestigationStatus Status { get; private set; }

    public OrganisationId? LedBy { get; private set; }

    public LeaderKind? LeaderKind { get; private set; }

    /// <summary>Swedish day on which it happened.</summary>
    public DateOnly On { get; private set; }

    public Sealed<string>? Reason { get; private set; }

    /// <summary>The revision of the investigation before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>The summary of DG7 for those who may know only that there is an investigation and how it stands.</summary>
public sealed class InvestigationSummary
{
    private InvestigationSummary() { }

    internal InvestigationSummary(Investigation investigation, DateOnly on, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        InvestigationId = investigation.Id;
        CaseId = investigation.CaseId;
        Status = investigation.Status;
        On = on;
        Number = investigation.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public InvestigationId InvestigationId { get; private set; }

    public CaseId CaseId { get; private set; }

    public InvestigationStatus Status { get; private set; }

    public DateOnly On { get; private set; }

    /// <summary>The revision of the investigation before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
