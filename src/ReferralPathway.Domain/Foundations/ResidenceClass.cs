namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// What a citizenship means for the right to stay in Sweden (utlänningslagen (2005:716)), the strongest right first: of several
/// citizenships the smallest value counts.
/// </summary>
public enum ResidenceClass
{
    Swedish,
    Nordic,
    EuEea,
    Swiss,
    ThirdCountry,
    Unknown,
}
