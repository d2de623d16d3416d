using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Disclosures;

/// <summary>What the holder does with a request: a record of its own, since the asker reads the request and must not read this.</summary>
public sealed class DisclosureAssessment
{
    private DisclosureAssessment() { }

    internal DisclosureAssessment(DisclosureId request, Act act)
    {
        Id = Guid.CreateVersion7(act.At);
        RequestId = request;
        Status = DisclosureStatus.UnderAssessment;
        BegunBy = act.By;
        BegunAt = act.At;
    }

    public Guid Id { get; private set; }

    public DisclosureId RequestId { get; private set; }

    public DisclosureStatus Status { get; private set; }

    public UserId BegunBy { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The case of the holder's that it concerns.</summary>
    public CaseId? CaseId { get; private set; }

    public UserId? DecidedBy { get; private set; }

    /// <summary>The decision and why.</summary>
    public Sealed<string>? Reasons { get; private set; }

    public Sealed<string>? HandedOver { get; private set; }

    internal void Concerns(CaseId? caseId) => CaseId = caseId;

    internal void Decided(DisclosureDecision decision, Act act)
    {
        Status = decision.Outcome;
        DecidedBy = act.By;
        Reasons = new(decision.Reasons.Trim());
        HandedOver = string.IsNullOrWhiteSpace(decision.HandedOver) ? null : new(decision.HandedOver.Trim());
    }
}
