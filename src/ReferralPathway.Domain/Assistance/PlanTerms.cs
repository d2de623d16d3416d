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

    /// <summary>DG13: kept apart from the service, and read by those who may see costs.</summary>
    public string? CostCentre { get; init; }
}

/// <summary>The words of a service, kept sealed. An address is not among them: where the person stays has a record of its own.</summary>
public sealed record PlanItemDetails
{
    public string Need { get; init; } = "";

    /// <summary>A provider that is no organisation of the system, such as a health centre.</summary>
    public string? OtherProvider { get; init; }

    public string? DecisionReference { get; init; }

    public string? Notes { get; init; }
}

/// <summary>What the person says to a plan (L2).</summary>
public sealed record PersonsAnswer
{
    public required bool Agrees { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>ISO 639: the language in which the plan was gone through.</summary>
    public string? Language { get; init; }

    /// <summary>Code list consent_method.</summary>
    public string? Method { get; init; }

    public AnswerNotes Notes { get; init; } = new();
}

/// <summary>What is kept sealed beside the answer.</summary>
public sealed record AnswerNotes
{
    /// <summary>Why the person says no.</summary>
    public string? Reason { get; init; }

    /// <summary>Guardian or appointed representative, for a child.</summary>
    public string? Guardian { get; init; }

    /// <summary>The child's own view.</summary>
    public string? ChildsView { get; init; }
}
