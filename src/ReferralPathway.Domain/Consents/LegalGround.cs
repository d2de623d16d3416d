using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consents;

/// <summary>A ground of law that stands instead of consent (A37): named recipient, named data groups, an end, a reason, somebody who answers for it. All are listed to the auditor.</summary>
public sealed class LegalGround
{
    private LegalGround() { }

    internal LegalGround(CaseId caseId, OrganisationId recipient, string ground, DataGroups groups, DateOnly validUntil, string reason, Act act)
    {
        Id = LegalGroundId.New(act.At);
        CaseId = caseId;
        Recipient = recipient;
        Ground = ground;
        Groups = groups;
        ValidUntil = validUntil;
        Reason = new(reason);
        RecordedAt = act.At;
        RecordedBy = act.For;
        Recorder = act.By;
    }

    public LegalGroundId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    public OrganisationId Recipient { get; private set; }

    /// <summary>Code list disclosure_ground.</summary>
    public string Ground { get; private set; } = "";

    public DataGroups Groups { get; private set; }

    /// <summary>The last Swedish day on which it holds.</summary>
    public DateOnly ValidUntil { get; private set; }

    public Sealed<string> Reason { get; private set; } = null!;

    public DateTimeOffset RecordedAt { get; private set; }

    public OrganisationId RecordedBy { get; private set; }

    public UserId Recorder { get; private set; }
}
