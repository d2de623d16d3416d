using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Domain.Cases;

public sealed partial class Case
{
    /// <summary>
    /// Begins a claim for the costs of a quarter (B1). Costs are claimed in arrears, often when nobody works with the person any longer: a closed case has claims too, and none keeps a case open.
    /// </summary>
    /// <param name="window">The days on which costs count, as far as the municipality may know; null when there are none.</param>
    /// <param name="claimed">The quarters that the municipality has begun a claim for.</param>
    public ReimbursementClaim BeginClaim(Quarter quarter, ClaimWindow? window, IReadOnlyCollection<Quarter> claimed, OrganisationId addressedTo, OrganisationKind addressee, Act act)
    {
        if (Status is not (CaseStatus.Open or CaseStatus.Closed)) throw new RuleBrokenException(Rule.CaseIsOpenForThis, ("status", Status));
        var claim = ReimbursementClaim.Begin(Id, Reference, quarter, window, claimed, addressedTo, addressee, act);
        Touch(act);
        return claim;
    }
}
