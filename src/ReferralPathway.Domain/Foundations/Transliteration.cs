using System.Globalization;
using System.Text;

namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Words in small Latin letters without accents, whatever script they were written in. Cyrillic follows the table for passports
/// (ICAO Doc 9303 part 3), so that a name typed from a passport and the same name in Cyrillic agree; Arabic and Persian the plain
/// English convention without marks. Letters of other scripts stay as they are.
/// </summary>
internal static class Transliteration
{
    /// <summary>Letters that decomposition leaves as they are; accents and their like have been taken off before.</summary>
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['ø'] = "o", ['æ'] = "ae", ['œ'] = "oe", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ħ'] = "h", ['ı'] = "i", ['ŋ'] = "n", ['ə'] = "a",

        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['к'] = "k", ['л'] = "l",
        ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts",
        ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "ie", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
        ['є'] = "ie", ['і'] = "i", ['ґ'] = "g", ['ђ'] = "d", ['ј'] = "j", ['љ'] = "lj", ['њ'] = "nj", ['ћ'] = "c", ['џ'] = "dz", ['ѕ'] = "dz",
        ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "n", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "h", ['ҳ'] = "h", ['ҷ'] = "j",

        ['ا'] = "a", ['ب'] = "b", ['ت'] = "t", ['ث'] = "th", ['ج'] = "j", ['ح'] = "h", ['خ'] = "kh", ['د'] = "d", ['ذ'] = "dh", ['ر'] = "r", ['ز'] = "z",
        ['س'] = "s", ['ش'] = "sh", ['ص'] = "s", ['ض'] = "d", ['ط'] = "t", ['ظ'] = "z", ['ع'] = "a", ['غ'] = "gh", ['ف'] = "f", ['ق'] = "q", ['ك'] = "k",
        ['ل'] = "l", ['م'] = "m", ['ن'] = "n", ['ه'] = "h", ['ة'] = "a", ['ى'] = "a", ['ء'] = "", ['ي'] = "i", ['و'] = "u",
        ['پ'] = "p", ['چ'] = "ch", ['ژ'] = "zh", ['گ'] = "g", ['ک'] = "k", ['ی'] = "i", ['ہ'] = "h", ['ھ'] = "h", ['ۃ'] = "a", ['ں'] = "n", ['ے'] = "e",
        ['ٹ'] = "t", ['ڈ'] = "d", ['ڑ'] = "r", ['ڤ'] = "v", ['ە'] = "e", ['ۆ'] = "o", ['ێ'] = "e", ['ڵ'] = "l", ['ڕ'] = "r", ['ۇ'] = "u",
    };

    /// <summary>The words of a text: everything that is not a letter, a mark of one, or an apostrophe divides.</summary>
    public static IEnumerable<string> Words(string text)
    {
        // Enumerating runes replaces lone surrogates, on which normalisation would throw. The acute accent must go before it turns into a space.
        var plain = string.Concat(text.EnumerateRunes().Where(rune => !IsApostrophe(rune))).Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var word = new StringBuilder();

        foreach (var c in plain.Append(' '))
        {
            if (IsAccent(c) || c == 'ـ' || char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;

            if (char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    /// <summary>One of the <see cref="Words"/> in Latin letters.</summary>
    public static string ToLatin(string word)
    {
        // Written with two l and no vowel before the h.
        var letters = word.Replace("الله", "اللاه", StringComparison.Ordinal);
        var latin = new StringBuilder();
        for (var i = 0; i < letters.Length; i++)
        {
            var (previous, next) = (i > 0 ? letters[i - 1] : ' ', i + 1 < letters.Length ? letters[i + 1] : ' ');
            latin.Append(letters[i] switch
            {
                'و' when i == 0 || previous == 'ا' || next is 'ا' or 'ة' or 'ه' or 'ى' => "w",
                'ي' or 'ی' when i == 0 => "y",
                'ه' when next == ' ' && previous is not ('ا' or 'و' or 'ي' or 'ی') => "ah", // a short vowel before it is heard, not written
                var c => Letters.TryGetValue(c, out var sound) ? sound : c.ToString(),
            });
        }

        return latin.ToString();
    }

    private static bool IsApostrophe(Rune rune) => rune.IsBmp && "'’‘ʼʻʾʿ`´".Contains((char)rune.Value, StringComparison.Ordinal);

    /// <summary>Accents of Latin, Greek and Cyrillic letters, and the vowel signs of Hebrew and Arabic; those of other scripts carry the sound.</summary>
    private static bool IsAccent(char c) =>
        c is >= '\u0300' and <= '\u036F' or >= '\u0483' and <= '\u0487' or >= '\u0591' and <= '\u05C7'
            or >= '\u0610' and <= '\u061A' or >= '\u064B' and <= '\u065F' or '\u0670' or >= '\u06D6' and <= '\u06ED';
}
