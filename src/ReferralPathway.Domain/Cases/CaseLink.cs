using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>What the other case is, seen from this one.</summary>
public enum LinkKind
{
    /// <summary>A child who came along.</summary>
    Child,
    /// <summary>The person with whom the child came.</summary>
    CameWith,
}

/// <summary>Two cases belong together. Each side has a row of its own, which only the organisation that answers for that side reads.</summary>
public sealed class CaseLink
{
    private CaseLink() { }

    internal CaseLink(CaseId caseId, CaseId other, LinkKind kind, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        CaseId = caseId;
        Other = other;
        Kind = kind;
        RecordedAt = act.At;
    }

    public Guid Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public CaseId Other { get; private set; }

    public LinkKind Kind { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
