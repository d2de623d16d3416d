using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Consultations;

/// <summary>
/// Looks for personal details in a text that must hold none (G-CON-1). It says which kinds it found and never what: nothing it found can end in a log. It leans towards
/// stopping numbers and contact ways, in any spelling that a reader would still understand, and towards leaving alone what every question holds: amounts, years, hours, ages
/// in groups, sections of law.
/// </summary>
public static partial class PersonalDataDetector
{
    /// <summary>The kinds found, those that stop the text first.</summary>
    public static IReadOnlyList<PersonalDataKind> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var plain = Plain(text);
        var found = new SortedSet<PersonalDataKind>();
        Contacts(plain, found);
        Numbers(plain, found);
        if (SaysWhere(plain)) found.Add(PersonalDataKind.Address);
        if (NamesSomebody(plain)) found.Add(PersonalDataKind.Name);
        return [.. found];
    }

    /// <summary>
    /// What in a text could be the name or number of somebody in a case, as the tokens under which cases are looked for. A word that is also an ordinary word ("hope", "bo")
    /// counts when it begins with a capital.
    /// </summary>
    public static IReadOnlySet<string> TokensOf(string? text)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) return tokens;
        var plain = Plain(text);
        foreach (Match match in Word().Matches(plain))
        {
            var word = match.Value.Trim('\'', '-');
            if (word.Length < 2 || char.IsLower(word[0]) && OrdinaryWords.Has(word)) continue;
            AddName(tokens, word);
            // Somebody's: Olgas, Olga's.
            if (word.Length > 3 && word[^1] is 's' or 'S') AddName(tokens, word[..^1].TrimEnd('\''));
        }
        foreach (Match spelled in SpelledOut().Matches(plain))
        {
            // A word of one letter may stand before or after: "i", "a".
            var letters = string.Concat(spelled.Value.Where(char.IsLetter));
            for (var from = 0; from <= 2; from++)
                for (var until = letters.Length; until >= letters.Length - 2 && until - from >= 3; until--) AddName(tokens, letters[from..until]);
        }
        foreach (Match code in Codes().Matches(plain)) tokens.Add($"d:{code.Value.ToUpperInvariant()}");
        return tokens;
    }

    private static void AddName(HashSet<string> tokens, string word)
    {
        foreach (var token in NameTokens.Of(word))
            if (token.StartsWith("n:", StringComparison.Ordinal)) tokens.Add(token);
    }

    /// <summary>One way of writing: compatible forms composed, digits of all scripts as 0–9, one hyphen, one space, nothing invisible.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsHighSurrogate(c) || char.IsLowSurrogate(c))
            {
                plain.Append(' ');
                continue;
            }
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format or UnicodeCategory.EnclosingMark: break;
                case UnicodeCategory.NonSpacingMark when c is >= '\uFE00' and <= '\uFE0F': break;
                case UnicodeCategory.DecimalDigitNumber: plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c))); break;
                case UnicodeCategory.DashPunctuation: plain.Append('-'); break;
                case UnicodeCategory.SpaceSeparator: plain.Append(' '); break;
                default: plain.Append(c switch { '\r' or '\u2028' or '\u2029' => '\n', '\t' => ' ', '\u2212' => '-', '’' or '‘' or '´' or '`' => '\'', '”' or '“' or '„' or '«' or '»' => '"', _ => c }); break;
            }
        }
        // A letter in the place of a digit: O7O, 2l2.
        return LetterForOne().Replace(LetterForZero().Replace(plain.ToString(), letters => new('0', letters.Length)), "1");
    }

    [GeneratedRegex(@"(?<!\p{L})\p{L}(?:[ .\-]\p{L}){2,}(?!\p{L})")]
    private static partial Regex SpelledOut();

    [GeneratedRegex(@"[\p{L}\d-]*\d[\p{L}\d-]{2,}")]
    private static partial Regex Codes();

    [GeneratedRegex(@"(?<!\p{L})[oO]{1,3}(?=[ ,.\-/]{0,2}\d)|(?<=\d[ ,.\-/]{0,2})[oO]{1,3}(?!\p{L})")]
    private static partial Regex LetterForZero();

    [GeneratedRegex(@"(?<=\d)[lI](?=\d)")]
    private static partial Regex LetterForOne();
}
