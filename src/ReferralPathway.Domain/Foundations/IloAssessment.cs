namespace ReferralPathway.Domain.Foundations;

/// <summary>What the answers say about one dimension.</summary>
/// <param name="IsPositive">Whether the combination rule is met; null when the indicators carry no weights for the profile.</param>
/// <param name="Present">Indicators answered with yes, weighed or not.</param>
/// <param name="NotKnown">Indicators answered with unknown or not wanting to say.</param>
public sealed record IloAssessment(IloDimension Dimension, bool? IsPositive, int Strong, int Medium, int Weak, int Present, int NotKnown);
