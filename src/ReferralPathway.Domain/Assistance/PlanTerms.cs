using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Assistance;

/// <summary>What a plan says as a whole (F8).</summary>
/// <param name="Responsible">Who of the owner's team answers for it.</param>
/// <param name="Goals">What the person wants to reach, in the person's own words as far as possible.</param>
public sealed record PlanTerms(UserId Responsible, DateOnly StartsOn, DateOnly ReviewOn, string? Goals);

/// <summary>One service as it is planned.</summary>
public sealed record PlanItemTerms
{
    /// <summary>Code list service.</summary>
    public required string Service { get; init; }

    /// <summary>At most two: a municipality and an NGO may give a service together (S1-29).</summary>
    public required IReadOnlyList<OrganisationId> Providers { get; init; }

    public required PlanItemDetails Details { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>DG13: kept apart from the service, and read by those who may see costs. Empty: it is taken away; null: nobody asked.</summary>
    public string? CostCentre { get; init; }
}

/// <summary>The words of a service, kept sealed. An address is not among them: where the person stays has a record of its own.</summary>
public sealed record PlanItemDetails
{
    public string Need { get; init; } = "";

    /// <summary>A provider that is no organisation of the system, such as a health centre.</summary>
    public string? OtherProvider { get; init; }

    public string? DecisionReference { get; init; }

    /// <summary>Where in the national referral mechanism the service belongs; it informs, and opens or bars nothing.</summary>
    public NrmStep? Step { get; init; }

    public string? Notes { get; init; }
}
