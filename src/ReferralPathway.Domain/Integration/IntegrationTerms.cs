using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Integration;

/// <summary>What a plan for integration says as a whole (F15).</summary>
/// <param name="Responsible">Who of the owner's team answers for it.</param>
/// <param name="Goals">What the person wants to reach, in the person's own words as far as possible.</param>
public sealed record IntegrationTerms(UserId Responsible, DateOnly StartsOn, string? Goals);

/// <summary>One component as it is planned.</summary>
public sealed record ComponentTerms
{
    /// <summary>Code list integration_component.</summary>
    public required string Component { get; init; }

    public required ComponentProvider By { get; init; }

    /// <summary>The organisation that gives it, where it is one of the system's.</summary>
    public OrganisationId? Provider { get; init; }

    public ComponentDetails Details { get; init; } = new();

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The day on which the person said yes to a component that is added once the plan is carried out.</summary>
    public DateOnly? AgreedOn { get; init; }
}

/// <summary>The words of a component, kept sealed.</summary>
public sealed record ComponentDetails
{
    /// <summary>A provider that is no organisation of the system, such as an adult education centre.</summary>
    public string? OtherProvider { get; init; }

    public string? Notes { get; init; }
}
