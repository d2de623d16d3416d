namespace ReferralPathway.Domain.Directory;

/// <summary>How an entry lives: an administrator writes it, checks and publishes it; time or a report asks for another check; it is withdrawn when it no longer holds.</summary>
public enum EntryState
{
    /// <summary>Seen by administrators only.</summary>
    Draft,

    Published,

    /// <summary>Still shown, and said to be under check.</summary>
    NeedsReview,

    /// <summary>Seen by administrators only; cannot be chosen any more.</summary>
    Withdrawn,
}
