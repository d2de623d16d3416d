namespace ReferralPathway.Domain.Reimbursement;

/// <summary>
/// How a claim lives. Draft is the municipality's alone, until the last day for the quarter: after that it is Missed. What is handed in waits for the Migration Agency, which grants all of it,
/// a part, or nothing; the municipality may appeal, and the agency may demand money back that rested on wrong data.
/// </summary>
public enum ClaimStatus { Draft, Submitted, Granted, PartlyGranted, Refused, Appealed, RepaymentDemanded, Missed }

/// <summary>What a municipality is paid back for (förordning 2017:193, 17 §).</summary>
public enum CostKind
{
    /// <summary>Interventions under SoL 11:1.</summary>
    Intervention,
    /// <summary>Financial aid under SoL 12:1.</summary>
    FinancialAid,
    /// <summary>Care under LVU.</summary>
    YoungPersonsCare,
    /// <summary>Care under LVM.</summary>
    AddictionCare,
}
