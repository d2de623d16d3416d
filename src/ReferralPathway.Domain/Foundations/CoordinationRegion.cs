namespace ReferralPathway.Domain.Foundations;

/// <summary>The area of a regional coordinator against prostitution and human trafficking (S1-41); not a self-governing region.</summary>
public enum CoordinationRegion
{
    Stockholm,
    Ost,
    Norr,
    Vast,
    Bergslagen,
    Syd,
    Mitt,
}
