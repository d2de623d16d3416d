using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Permits;

/// <summary>
/// What an application says: the answers of its form, as far as they are given. It is sealed as one piece; only what it asks leaves the case with it,
/// and nobody but the applicant and the agency it is addressed to reads it whole.
/// </summary>
public sealed record PermitForm
{
    /// <summary>The investigation that the application rests on; the social board's needs none (rule set Law2022).</summary>
    public InvestigationId? Investigation { get; init; }

    /// <summary>Why there is reason to assume an offence under BrB 4:1 a or 4:1 b: asked of the social board.</summary>
    public string? Ground { get; init; }

    /// <summary>The person wants the reflection period (G-RP-2).</summary>
    public bool? Wanted { get; init; }

    public DateOnly? WantedOn { get; init; }

    /// <summary>The language in which the person said so; ISO 639.</summary>
    public string? WantedIn { get; init; }

    /// <summary>The stay is needed for the investigation or the trial (UtlL 5:15, condition 1).</summary>
    public Condition Needed { get; init; } = new();

    /// <summary>The person has clearly shown the will to cooperate (condition 2; the temporary permit alone asks).</summary>
    public Condition Cooperates { get; init; } = new();

    /// <summary>The person has broken all ties with the suspects (condition 3; the temporary permit alone asks).</summary>
    public Condition TiesBroken { get; init; } = new();

    /// <summary>Nothing in public order and security speaks against it (condition 4).</summary>
    public Condition NothingAgainst { get; init; } = new();

    public bool? InSweden { get; init; }

    /// <summary>Where letters go: an organisation's address, never a shelter's.</summary>
    public string? AddressForService { get; init; }

    public string? IdentityDocuments { get; init; }

    public int Children { get; init; }

    /// <summary>Why no reflection period came before it (S1-18): asked when none was ever granted.</summary>
    public string? DeemedNecessary { get; init; }
}

/// <summary>One condition of the law as the applicant sees it.</summary>
/// <param name="Met">Null while unanswered.</param>
public sealed record Condition(bool? Met = null, DateOnly? On = null, string? Because = null);
