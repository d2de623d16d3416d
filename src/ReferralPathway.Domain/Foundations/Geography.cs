using System.Globalization;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Sweden's 290 municipalities and 21 counties with the codes of Statistics Sweden, and the coordination region of each county as
/// it stands when the product is delivered.
/// </summary>
public static class Geography
{
    private static readonly Dictionary<string, County> CountiesByCode = EmbeddedTable.Rows("counties.csv")
        .Select(row => new County(row[0], row[1], row[2], RegionNamed(row[3]), MappingInferred: row[4] != "confirmed"))
        .ToDictionary(county => county.Code);

    private static readonly Dictionary<string, Municipality> MunicipalitiesByCode = EmbeddedTable.Rows("municipalities.csv")
        .Select(row => new Municipality(row[0], row[1], row[2]))
        .ToDictionary(municipality => municipality.Code);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<County> Counties { get; } = [.. CountiesByCode.Values.OrderBy(county => county.Code, StringComparer.Ordinal)];

    /// <summary>In Swedish alphabetical order, å, ä and ö last.</summary>
    public static IReadOnlyList<Municipality> Municipalities { get; } =
        [.. MunicipalitiesByCode.Values.OrderBy(municipality => municipality.Name, StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true))];

    /// <summary>Null when there is no municipality with that code.</summary>
    public static Municipality? FindMunicipality(string? code) => code is null ? null : MunicipalitiesByCode.GetValueOrDefault(code);

    /// <summary>Null when there is no county with that code.</summary>
    public static County? FindCounty(string? code) => code is null ? null : CountiesByCode.GetValueOrDefault(code);

    /// <summary>Null when there is no municipality with that code.</summary>
    public static County? CountyOf(string? municipalityCode) => FindCounty(FindMunicipality(municipalityCode)?.CountyCode);

    /// <summary>Null when there is no municipality with that code.</summary>
    public static CoordinationRegion? RegionOf(string? municipalityCode) => CountyOf(municipalityCode)?.Region;

    private static CoordinationRegion RegionNamed(string name) =>
        CoordinationRegions.TryParse(name, out var region) ? region : throw new InvalidOperationException($"There is no coordination region {name}.");
}
