using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consents;

/// <summary>A ground of law that stands instead of consent (A37): named recipient, named data groups, an end, a reason, somebody who answers for it. All are listed to the auditor.</summary>
public sealed class LegalGround
{
    /// <summary>An emergency ends with the second day after the one on which it was recorded: 72 hours at most. What the police need longer is another ground, decided by a manager.</summary>
    public const int EmergencyDays = 2;

    /// <summary>Any other ground is decided anew after a year.</summary>
    public const int MostDays = 365;

    /// <summary>The last Swedish day that a ground recorded on a day may name.</summary>
    public static DateOnly LastDay(string? ground, DateOnly recorded) => recorded.AddDays(ground == Emergency ? EmergencyDays : MostDays);

    /// <summary>Code of disclosure_ground: acute danger, told to the police.</summary>
    public const string Emergency = "EMERGENCY";

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

    /// <summary>Whether a manager stood by it (an emergency is reviewed within 24 hours); null while nobody has looked. It ends where they did not.</summary>
    public bool? Upheld { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public UserId? Reviewer { get; private set; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset at) =>
        RecordedAt <= at && ValidUntil >= SwedishCalendar.DayOf(at) && !(Upheld == false && ReviewedAt <= at);

    internal void Review(bool upheld, Act act)
    {
        if (Upheld is not null) throw new RuleBrokenException(Rule.AGroundIsReviewedOnce);
        Upheld = upheld;
        ReviewedAt = act.At;
        Reviewer = act.By;
    }
}
