namespace ReferralPathway.Domain.Referrals;

/// <summary>How an answer reached the sender.</summary>
public enum AnswerWay { Telephone, Letter, Email, Meeting }

/// <summary>Who spoke for an organisation without accounts.</summary>
public sealed record ToldAnswer
{
    /// <summary>Who answered, by function: "duty officer".</summary>
    public required string Function { get; init; }

    /// <summary>Who is responsible for the person there, as told; named when the referral was accepted.</summary>
    public string? Responsible { get; init; }

    /// <summary>How to reach them.</summary>
    public string? Phone { get; init; }
}

/// <summary>What the sender writes down of an answer that was given outside the system.</summary>
public sealed record ToldTerms
{
    public required bool Accepted { get; init; }

    public required AnswerWay Way { get; init; }

    /// <summary>Swedish day.</summary>
    public required DateOnly On { get; init; }

    public required ToldAnswer Answer { get; init; }

    /// <summary>Code list referral_decline_reason, where it was no.</summary>
    public string? DeclinedBecause { get; init; }

    public string? DeclineText { get; init; }
}
