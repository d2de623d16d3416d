using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Integration;

/// <summary>Something happened to a plan for integration. Whoever reads plans reads the line.</summary>
public abstract record IntegrationEvent(CaseId CaseId, IntegrationPlanId Id, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Plan;

    public override Guid? Record => Id.Value;
}

public sealed record IntegrationDrafted(CaseId CaseId, IntegrationPlanId Id, Act Act) : IntegrationEvent(CaseId, Id, Act);

public sealed record IntegrationComponentWritten(CaseId CaseId, IntegrationPlanId Id, Guid ComponentId, string Component, Act Act) : IntegrationEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("component", Component)];
}

public sealed record IntegrationAnswered(CaseId CaseId, IntegrationPlanId Id, bool Agrees, DateOnly On, Act Act) : IntegrationEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("state", Agrees ? "Agreed" : "Declined")];
}

public sealed record IntegrationBegan(CaseId CaseId, IntegrationPlanId Id, Act Act) : IntegrationEvent(CaseId, Id, Act);

/// <summary>The person's right to stay changed, or ran out: what is open to the person now is gone through by whoever has the plan.</summary>
/// <param name="By">Whose turn it is.</param>
/// <param name="PublicIsOpen">Whether the public components are open to the person now.</param>
public sealed record IntegrationCameUnderReview(CaseId CaseId, IntegrationPlanId Id, OrganisationId By, bool PublicIsOpen, Act Act) : IntegrationEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("state", PublicIsOpen ? "Open" : "NotOpen")];
}

public sealed record IntegrationReviewed(CaseId CaseId, IntegrationPlanId Id, Act Act) : IntegrationEvent(CaseId, Id, Act);

public sealed record IntegrationComponentEnded(CaseId CaseId, IntegrationPlanId Id, Guid ComponentId, string Component, DateOnly On, Act Act) : IntegrationEvent(CaseId, Id, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("component", Component)];
}

public sealed record IntegrationEnded(CaseId CaseId, IntegrationPlanId Id, IntegrationStatus To, Act Act) : IntegrationEvent(CaseId, Id, Act)
{
    public override IEnumerable<(string Name, string Value)> Details => [("to", To.ToString())];
}
