using System.Collections.Frozen;
using System.Text.Json;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Letters;

/// <summary>The words that are filled into a form of consent, in the language of the form: what each purpose and each group of data is called there.</summary>
public static class ConsentWords
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage = LetterKinds.ConsentLanguages.ToFrozenDictionary(l => l, Read);

    public static string Purpose(string code, string language) => ByLanguage[language][code];

    public static string Group(DataGroup group, string language) => ByLanguage[language][group.ToString()];

    /// <summary>"until I take it back".</summary>
    public static string UntilTakenBack(string language) => ByLanguage[language]["UntilTakenBack"];

    /// <summary>"Draft: a translator has to read this text before it is used."</summary>
    public static string Draft(string language) => ByLanguage[language]["Draft"];

    /// <summary>Every word that there is in a language, by its key.</summary>
    public static IReadOnlyDictionary<string, string> All(string language) => ByLanguage[language];

    private static FrozenDictionary<string, string> Read(string language)
    {
        using var stream = typeof(ConsentWords).Assembly.GetManifestResourceStream(typeof(ConsentWords), $"Texts.Words.{language}.json")
            ?? throw new InvalidOperationException($"There are no words of consent in {language}.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
