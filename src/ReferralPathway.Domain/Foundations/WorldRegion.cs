namespace ReferralPathway.Domain.Foundations;

/// <summary>Where in the world the person comes from: never a country.</summary>
public enum WorldRegion
{
    EuEea,
    OtherEurope,
    Africa,
    Asia,
    Americas,
    Oceania,
    Unknown,
}
