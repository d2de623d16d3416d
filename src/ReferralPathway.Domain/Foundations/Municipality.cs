namespace ReferralPathway.Domain.Foundations;

/// <param name="Code">Four digits; the first two are the code of the county.</param>
/// <param name="Name">Short name without "kommun", the same in both languages.</param>
public sealed record Municipality(string Code, string Name, string CountyCode);
