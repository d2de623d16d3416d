using System.Globalization;

namespace ReferralPathway.Domain.Foundations;

/// <summary>Countries and nationalities.</summary>
public static class Countries
{
    /// <summary>A person whom no state regards as its citizen.</summary>
    public const string Stateless = "XXA";

    /// <summary>The nationality is not known.</summary>
    public const string UnknownNationality = "XXX";

    private static readonly Dictionary<string, Country> ByCode = EmbeddedTable.Rows("countries.csv")
        .Select(row => new Country(row[0], row[1], row[2], ClassOf(row[3]), Enum.Parse<WorldRegion>(row[4])))
        .ToDictionary(country => country.Code);

    private static readonly IReadOnlyList<Country> InSwedishOrder = Ordered("sv");
    private static readonly IReadOnlyList<Country> InEnglishOrder = Ordered("en");

    /// <summary>By name in a language; stateless and unknown last.</summary>
    public static IReadOnlyList<Country> InOrder(string language) => language == "en" ? InEnglishOrder : InSwedishOrder;

    /// <summary>Null when there is no such code.</summary>
    public static Country? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static Country[] Ordered(string language) =>
    [
        .. ByCode.Values
            .OrderBy(country => !country.IsPlace)
            .ThenBy(country => country.NameIn(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true)),
    ];

    private static ResidenceClass ClassOf(string code) =>
        ResidenceClasses.TryParse(code, out var found) ? found : throw new InvalidOperationException($"There is no residence class {code}.");
}
