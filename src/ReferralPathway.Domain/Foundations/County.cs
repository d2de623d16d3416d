namespace ReferralPathway.Domain.Foundations;

/// <param name="Code">Two digits, the first two of its municipalities' codes.</param>
/// <param name="MappingInferred">The coordination region is inferred (from the police regions) and not confirmed by the coordinators.</param>
public sealed record County(string Code, string NameSv, string NameEn, CoordinationRegion Region, bool MappingInferred)
{
    public string NameIn(string language) => language == "en" ? NameEn : NameSv;
}
