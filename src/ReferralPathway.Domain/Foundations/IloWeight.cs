namespace ReferralPathway.Domain.Foundations;

/// <summary>How strongly an indicator speaks for its dimension.</summary>
public enum IloWeight
{
    Weak,
    Medium,
    Strong,
}
