using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Assistance;

/// <summary>Something happened to a plan of assistance. Whoever reads plans reads the line.</summary>
public abstract record PlanEvent(CaseId CaseId, PlanId Id, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Plan;

    public override Guid? Record => Id.Value;
}

public sealed record PlanDrafted(CaseId CaseId, PlanId Id, Act Act) : PlanEvent(CaseId, Id, Act);

public sealed record PlanItemWritten(CaseId CaseId, PlanId Id, Guid ItemId, string Service, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("service", Service)];
}

/// <summary>L1.</summary>
public sealed record PlanProposed(CaseId CaseId, PlanId Id, Act Act) : PlanEvent(CaseId, Id, Act);

/// <summary>L2.</summary>
public sealed record PlanAnswered(CaseId CaseId, PlanId Id, bool Agrees, DateOnly On, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("state", Agrees ? "Agreed" : "Declined")];
}

/// <summary>L3: from now on assistance is ongoing, which also those may know who read no plan.</summary>
/// <param name="By">Whose turn it is to go through it again.</param>
public sealed record PlanActivated(CaseId CaseId, PlanId Id, OrganisationId By, DateOnly ReviewOn, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override DataGroup Group => DataGroup.PlanSummary;
}

/// <summary>L4.</summary>
public sealed record PlanCameUnderReview(CaseId CaseId, PlanId Id, OrganisationId By, DateOnly DueOn, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => DueOn;
}

/// <summary>L5.</summary>
public sealed record PlanReviewed(CaseId CaseId, PlanId Id, OrganisationId By, DateOnly ReviewOn, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("day", $"{ReviewOn:O}")];
}

/// <summary>L6.</summary>
public sealed record PlanEnded(CaseId CaseId, PlanId Id, PlanStatus To, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override DataGroup Group => DataGroup.PlanSummary;

    public override IEnumerable<(string Name, string Value)> Details => [("to", To.ToString())];
}

/// <summary>A service was approved, begun, delivered, cancelled, or could not be had.</summary>
public sealed record ServiceRecorded(CaseId CaseId, PlanId Id, Guid ItemId, string Service, ItemStatus Status, DateOnly On, Act Act) : PlanEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("service", Service), ("status", Status.ToString())];
}
