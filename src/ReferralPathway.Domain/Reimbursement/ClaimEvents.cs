using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Reimbursement;

/// <summary>Something happened to a claim. No amount stands in it: amounts are for those who read the claim.</summary>
public abstract record ClaimEvent(CaseId CaseId, ClaimId Id, Quarter Quarter, Act Act) : CaseEvent(CaseId, Act)
{
    public override DataGroup Group => DataGroup.Costs;

    public override Guid? Record => Id.Value;

    public override IEnumerable<(string Name, string Value)> Details => [("quarter", Quarter.ToString())];
}

/// <summary>B1.</summary>
/// <param name="ClaimBy">The last day for the quarter.</param>
public sealed record ClaimDrafted(CaseId CaseId, ClaimId Id, Quarter Quarter, DateOnly ClaimBy, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act);

/// <summary>A cost was written down, or taken away.</summary>
public sealed record CostsChanged(CaseId CaseId, ClaimId Id, Quarter Quarter, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act);

/// <summary>B2.</summary>
/// <param name="To">The agency that decides.</param>
public sealed record ClaimSubmitted(CaseId CaseId, ClaimId Id, Quarter Quarter, OrganisationId To, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act);

/// <summary>B3: granted, granted in part, or refused; by the agency, or by the court after an appeal.</summary>
/// <param name="AppealBy">The last day for an appeal; null when there is nothing to appeal, or the decision is final.</param>
public sealed record ClaimDecided(CaseId CaseId, ClaimId Id, Quarter Quarter, OrganisationId Claimant, ClaimStatus Outcome, DateOnly On, DateOnly? AppealBy, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("quarter", Quarter.ToString()), ("outcome", Outcome.ToString())];
}

/// <summary>Money is to be paid back that rested on wrong data (förordning 2017:193, 23 §).</summary>
public sealed record RepaymentDemanded(CaseId CaseId, ClaimId Id, Quarter Quarter, OrganisationId Claimant, DateOnly On, DateOnly AppealBy, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act)
{
    public override DateOnly? OccurredOn => On;
}

/// <param name="Late">After the last day: the court decides what that means.</param>
public sealed record ClaimAppealed(CaseId CaseId, ClaimId Id, Quarter Quarter, OrganisationId To, DateOnly On, bool Late, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act)
{
    public override DateOnly? OccurredOn => On;

    public override IEnumerable<(string Name, string Value)> Details => [("quarter", Quarter.ToString()), ("late", Late ? "yes" : "no")];
}

/// <summary>B4: the last day passed, and the claim was still a draft. Nobody does it; it is so.</summary>
public sealed record ClaimMissed(CaseId CaseId, ClaimId Id, Quarter Quarter, OrganisationId Claimant, DateOnly ClaimBy, Act Act) : ClaimEvent(CaseId, Id, Quarter, Act)
{
    public override DateOnly? OccurredOn => ClaimBy.AddDays(1);
}
