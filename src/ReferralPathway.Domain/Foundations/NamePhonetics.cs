using System.Text;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// A key for how a name sounds, made for the names that this pathway meets: the spellings that Swedish, English, German and French
/// use for Slavic, Arabic, Turkish, Persian and Romanian names give one key. It keeps the consonants in classes (g, h, k, kh, q are
/// one, since Olga is Olha in Ukrainian and Khalid is Halid; all hissing sounds are one), and of the vowels only that there is one
/// at the beginning and at the end, since Arabic script does not write them. It errs on the side of too many hits.
/// </summary>
internal static class NamePhonetics
{
    private enum Place
    {
        Anywhere,
        Start,
        NotStart,
        End,
    }

    private const char Vowel = 'A';

    /// <summary>All that a key is made of.</summary>
    private const string Sounds = "ABDJKLMNPRSTV";

    private static readonly (string Letters, string Sound, Place Place)[] Spellings =
    [
        .. new (string Letters, string Sound, Place Place)[]
        {
            ("dzh", "J", Place.Start), ("dsch", "J", Place.Start), ("dj", "J", Place.Start), ("dz", "J", Place.Start), ("xh", "J", Place.Start),
            ("tj", "S", Place.Start), ("tj", "S", Place.End), ("vic", "VAS", Place.End),
            ("hl", "L", Place.NotStart), ("hn", "N", Place.NotStart), ("hr", "R", Place.NotStart),
            ("ah", "A", Place.End), ("eh", "A", Place.End), ("oleh", "ALAK", Place.End),
            ("chael", "KAL", Place.Anywhere), ("chail", "KAL", Place.Anywhere), ("chr", "KR", Place.Anywhere), ("chl", "KL", Place.Anywhere),
            ("chm", "KM", Place.Anywhere), ("chn", "KN", Place.Anywhere), ("cht", "KT", Place.Anywhere), ("ce", "SA", Place.Anywhere),
            ("ci", "SA", Place.Anywhere), ("cy", "SA", Place.Anywhere), ("ck", "K", Place.Anywhere), ("kh", "K", Place.Anywhere),
            ("gh", "K", Place.Anywhere), ("ph", "V", Place.Anywhere), ("th", "T", Place.Anywhere), ("dh", "D", Place.Anywhere),
            ("bh", "B", Place.Anywhere), ("x", "KS", Place.Anywhere),
        },
        .. SpelledAs("S", "shch", "tsch", "sch", "tch", "sh", "zh", "ch", "cz", "sz", "ts", "tz", "dz", "s", "z"),
        .. SpelledAs("K", "c", "g", "h", "k", "q"),
        .. SpelledAs("V", "f", "v", "w"),
        .. SpelledAs("A", "a", "e", "i", "o", "u", "y", "j"),
        .. "bdlmnprt".Select(letter => ($"{letter}", char.ToUpperInvariant(letter).ToString(), Place.Anywhere)),
    ];

    private static readonly Dictionary<char, (string Letters, string Sound, Place Place)[]> ByFirstLetter = Spellings
        .GroupBy(spelling => spelling.Letters[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(spelling => spelling.Letters.Length).ToArray());

    /// <summary>The key of a word in small Latin letters; null when it has other letters or only one.</summary>
    public static string? KeyOf(string word)
    {
        if (word.Length < 2 || !word.All(char.IsAsciiLetterLower)) return null;

        var sounds = WithoutRepeats(SoundsOf(WithoutRepeats(word)));
        var consonants = sounds[1..].Replace($"{Vowel}", "", StringComparison.Ordinal);
        if (consonants.Length == 0) return $"{sounds[0]}{Vowel}";
        if (sounds[^1] == Vowel) return $"{sounds[0]}{consonants}{Vowel}";

        // Mohamed is Mehmet in Turkish, Ayub is Eyüp.
        return $"{sounds[0]}{consonants[..^1]}{consonants[^1] switch { 'D' => 'T', 'B' => 'P', var c => c }}";
    }

    /// <summary>The keys that differ from this one in a single sound.</summary>
    public static IEnumerable<string> Near(string key)
    {
        if (key.Length < 3) yield break;
        for (var at = 0; at <= key.Length; at++)
        {
            if (at < key.Length && key.Length > 3) yield return key.Remove(at, 1);
            if (at + 1 < key.Length && key[at] != key[at + 1]) yield return $"{key[..at]}{key[at + 1]}{key[at]}{key[(at + 2)..]}";
            foreach (var sound in Sounds)
            {
                yield return key.Insert(at, $"{sound}");
                if (at < key.Length && key[at] != sound) yield return $"{key[..at]}{sound}{key[(at + 1)..]}";
            }
        }
    }

    private static string SoundsOf(string word)
    {
        var sounds = new StringBuilder();
        var at = 0;

        // Jelena, Yelena and Elena are one name; Julia, Yulia and Iuliia another.
        if (word[0] == 'j' || (word[0] is 'i' or 'y' && word.Length > 1 && IsVowel(word[1])))
        {
            at = 1;
            if (word is not [_, 'e', var third, ..] || IsVowel(third)) sounds.Append('J');
        }

        while (at < word.Length)
        {
            var (letters, sound, _) = ByFirstLetter[word[at]].First(spelling => Fits(spelling.Letters, spelling.Place, word, at));
            sounds.Append(sound);
            at += letters.Length;
        }

        return sounds.ToString();
    }

    private static bool Fits(string letters, Place place, string word, int at) =>
        string.CompareOrdinal(word, at, letters, 0, letters.Length) == 0 && place switch
        {
            Place.Start => at == 0,
            Place.NotStart => at > 0,
            Place.End => at + letters.Length == word.Length,
            _ => true,
        };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j';

    private static string WithoutRepeats(string text) => string.Concat(text.Where((c, i) => i == 0 || c != text[i - 1]));

    private static IEnumerable<(string Letters, string Sound, Place Place)> SpelledAs(string sound, params string[] spellings) =>
        spellings.Select(letters => (letters, sound, Place.Anywhere));
}
