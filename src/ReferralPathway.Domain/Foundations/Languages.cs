using System.Globalization;

namespace ReferralPathway.Domain.Foundations;

/// <summary>Languages a person may speak.</summary>
public static class Languages
{
    private static readonly Dictionary<string, Language> ByCode = EmbeddedTable.Rows("languages.csv")
        .Select(row => new Language(row[0], row[1], row[2], IsOftenInterpreted: row[3] == "true"))
        .ToDictionary(language => language.Code);

    private static readonly IReadOnlyList<Language> InSwedishOrder = Ordered("sv");
    private static readonly IReadOnlyList<Language> InEnglishOrder = Ordered("en");

    /// <summary>Those often interpreted first, each group by name in the language of the page.</summary>
    public static IReadOnlyList<Language> InOrder(string language) => language == "en" ? InEnglishOrder : InSwedishOrder;

    /// <summary>Null when there is no such code.</summary>
    public static Language? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static Language[] Ordered(string language) =>
    [
        .. ByCode.Values
            .OrderBy(spoken => !spoken.IsOftenInterpreted)
            .ThenBy(spoken => spoken.NameIn(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true)),
    ];
}
