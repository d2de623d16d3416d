namespace ReferralPathway.Domain.Access;

/// <summary>Why somebody opens health details. The record of readings keeps it.</summary>
public enum ReadingPurpose
{
    /// <summary>The person needs care now.</summary>
    UrgentCare,
    /// <summary>Support is planned or reviewed with the person.</summary>
    PlanningSupport,
    /// <summary>A referral is written, for which the person agreed to share it.</summary>
    WritingReferral,
    /// <summary>Another worker takes over.</summary>
    Handover,
    /// <summary>The person asked to hear what is written, or to have it corrected.</summary>
    PersonAsked,
}
