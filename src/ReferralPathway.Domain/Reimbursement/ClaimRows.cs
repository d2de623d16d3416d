using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Reimbursement;

/// <summary>DG13: one cost of a claim.</summary>
public sealed class CostLine
{
    private CostLine() { }

    internal CostLine(ReimbursementClaim claim, CostTerms terms, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ClaimId = claim.Id;
        CaseId = claim.CaseId;
        Kind = terms.Kind;
        From = terms.From;
        To = terms.To;
        Amount = terms.Amount;
        Note = string.IsNullOrWhiteSpace(terms.Note) ? null : new(terms.Note);
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public ClaimId ClaimId { get; private set; }

    public CaseId CaseId { get; private set; }

    public CostKind Kind { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>Swedish kronor, with öre.</summary>
    public decimal Amount { get; private set; }

    public Sealed<string>? Note { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>A cost as it is written down.</summary>
public sealed record CostTerms(CostKind Kind, DateOnly From, DateOnly To, decimal Amount, string? Note = null);

/// <summary>DG13: one step of a claim as it was recorded. Never changed.</summary>
public sealed class ClaimStep
{
    private ClaimStep() { }

    internal ClaimStep(ReimbursementClaim claim, DateOnly on, decimal? amount, string? reason, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        ClaimId = claim.Id;
        CaseId = claim.CaseId;
        Status = claim.Status;
        On = on;
        Amount = amount;
        Reason = string.IsNullOrWhiteSpace(reason) ? null : new(reason);
        Number = claim.Revision;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public ClaimId ClaimId { get; private set; }

    public CaseId CaseId { get; private set; }

    public ClaimStatus Status { get; private set; }

    /// <summary>Swedish day on which it happened.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What was claimed, granted or is to be paid back.</summary>
    public decimal? Amount { get; private set; }

    public Sealed<string>? Reason { get; private set; }

    /// <summary>The revision of the claim before it: ascending.</summary>
    public int Number { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
