namespace ReferralPathway.Domain.Foundations;

/// <param name="Code">Two letters (ISO 3166-1; XK for Kosovo), or XXA stateless and XXX unknown as in machine-readable passports (ICAO Doc 9303).</param>
public sealed record Country(string Code, string NameSv, string NameEn, ResidenceClass ResidenceClass, WorldRegion WorldRegion)
{
    /// <summary>False for stateless and unknown, which are nationalities but no places.</summary>
    public bool IsPlace => Code.Length == 2;

    public string NameIn(string language) => language == "en" ? NameEn : NameSv;
}
