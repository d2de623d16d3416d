using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReferralPathway.Web.Texts;

/// <summary>
/// Every text of the pages, in both languages. <c>Texts/Cases.sv.json</c> with the key <c>Intake.Title</c> holds the Swedish
/// text of <c>Cases.Intake.Title</c>.
/// </summary>
/// <param name="strict">A missing key or value throws (development and tests); otherwise the other language, or at last the key, stands in.</param>
public sealed partial class Phrasebook(bool strict)
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _texts =
        PageLanguage.All.ToFrozenDictionary(language => language.Code, language => Read(language).ToFrozenDictionary());

    /// <summary>Whether what is missing throws.</summary>
    public bool IsStrict => strict;

    /// <exception cref="KeyNotFoundException">The key is unknown and the book is strict.</exception>
    public string Text(PageLanguage language, string key) => Find(language, key) ?? Instead(language, key);

    public string? Find(PageLanguage language, string key) => _texts[language.Code].GetValueOrDefault(key);

    public IReadOnlyCollection<string> Keys(PageLanguage language) => _texts[language.Code].Keys;

    private string Instead(PageLanguage language, string key) => strict
        ? throw new KeyNotFoundException($"No text '{key}' in {language.OwnName}.")
        : PageLanguage.All.Select(other => Find(other, key)).FirstOrDefault(text => text is not null) ?? key;

    private static IEnumerable<KeyValuePair<string, string>> Read(PageLanguage language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var suffix = $".{language.Code}.json";
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Texts/", StringComparison.Ordinal) && name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            var noun = file["Texts/".Length..^suffix.Length];
            using var stream = assembly.GetManifestResourceStream(file)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                yield return new($"{noun}.{key}", Tied().Replace(text, "\u00a0"));
        }
    }

    /// <summary>The spaces of "5 kap. 15 a §": a section of a law stands on one line.</summary>
    [GeneratedRegex(@"(?<=\d) (?=kap\.|§|[a-z] §)|(?<=kap\.) (?=\d)|(?<=\d [a-z]) (?=§)")]
    private static partial Regex Tied();
}
