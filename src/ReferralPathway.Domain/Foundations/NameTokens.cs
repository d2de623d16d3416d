namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Turns a name into the tokens under which it is looked for: for each word the word itself in plain Latin letters ("n:anna"), and
/// how it sounds ("p:ANA"). The tokens name the person as clearly as the name does; only keyed hashes of them may be stored.
/// </summary>
public static class NameTokens
{
    private const string Written = "n:";
    private const string Heard = "p:";

    public static IReadOnlySet<string> Of(string? name)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in WordsOf(name ?? ""))
        {
            tokens.Add(Written + word);
            if (NamePhonetics.KeyOf(word) is { } key) tokens.Add(Heard + key);
        }

        return tokens;
    }

    /// <summary>Whether a token says how a name sounds.</summary>
    public static bool IsHeard(string token) => token.StartsWith(Heard, StringComparison.Ordinal);

    /// <summary>
    /// The tokens of names that sound nearly like this one: a sound left out, put in, taken for another, or two exchanged. Only for looking: nothing is kept under them. None for
    /// a name of so few sounds that every other would be near.
    /// </summary>
    public static IEnumerable<string> Near(string heard) => NamePhonetics.Near(heard[Heard.Length..]).Select(key => Heard + key);

    /// <summary>
    /// The words that tell people apart. The Arabic article is left out beside other words, since it is written apart, joined or not
    /// at all; joined in Arabic script, the word is given both with and without it.
    /// </summary>
    private static List<string> WordsOf(string name)
    {
        var words = Transliteration.Words(name)
            .SelectMany(word => word.StartsWith("ال", StringComparison.Ordinal) && word.Length > 4 && word != "الله" ? [word, word[2..]] : new[] { word })
            .Select(Transliteration.ToLatin)
            .Where(word => word.Length > 0)
            .ToList();
        var telling = words.Where(word => word is not ("al" or "el")).ToList();

        return telling.Count > 0 ? telling : words;
    }
}
