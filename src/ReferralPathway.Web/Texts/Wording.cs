using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace ReferralPathway.Web.Texts;

/// <summary>
/// What the pages say, in the language of the request: <c>@T["Cases.Intake.Title"]</c>. Placeholders have names:
/// <c>T["Errors.TooLong", ("field", label), ("n", 4000), ("m", 4120)]</c>.
/// </summary>
public sealed partial class Wording(Phrasebook book, PageLanguage language, TimeProvider clock, ICodeLabels codes)
{
    public PageLanguage Language => language;

    /// <summary>The same words in another language.</summary>
    public Wording In(PageLanguage other) => new(book, other, clock, codes);

    public string this[string key] => Fill(book.Text(language, key), []);

    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> with] => Fill(book.Text(language, key), with);

    /// <summary>The text of a key; anything that is no key is finished text already and is given back as it is.</summary>
    public string Say(string keyOrText) => book.Find(language, keyOrText) is { } text ? Fill(text, []) : keyOrText;

    /// <summary>
    /// The form <c>key.one</c> or <c>key.other</c>, with <c>{n}</c> in digits, <c>{count}</c> as a word and <c>{Count}</c> as the first
    /// word of a sentence.
    /// </summary>
    public string Count(string key, int n, params ReadOnlySpan<(string Name, object? Value)> with) =>
        Fill(book.Text(language, $"{key}.{(n == 1 ? "one" : "other")}"), [.. with, ("n", n), ("count", Number(n)), ("Count", Capital(Number(n)))]);

    /// <summary>Zero to twelve as a word, larger numbers in digits.</summary>
    public string Number(int n) => n is >= 0 and <= 12 ? this[$"Look.Number.{n}"] : Written(n);

    /// <summary>An error from <c>Texts/Errors.*.json</c> about the field that carries this label (text or key).</summary>
    public string Error(string key, string? label = null, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        var text = book.Text(language, $"Errors.{key}");
        var field = Say(label ?? "").TrimEnd('?', ':');
        return Fill(text, [.. with, ("field", text.StartsWith("{field}", StringComparison.Ordinal) ? field : InSentence(field))]);
    }

    /// <summary>A label inside a sentence: the first letter small, unless the word is an abbreviation such as LMA.</summary>
    public string InSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && !char.IsUpper(label[1]) ? char.ToLower(label[0], language.Culture) + label[1..] : label;

    public string Capital(string text) => text.Length > 0 ? char.ToUpper(text[0], language.Culture) + text[1..] : text;

    public string Code(string list, string code) => codes.Label(list, code, language);

    /// <summary>"Forced labour, sexual exploitation".</summary>
    public string Codes(string list, IEnumerable<string> codes) => string.Join(", ", codes.Select((code, i) => i == 0 ? Code(list, code) : InSentence(Code(list, code))));

    /// <summary>Whether a code of a list can still be chosen.</summary>
    public bool IsOffered(string list, string code) => codes.IsOffered(list, code);

    /// <summary>A whole code list to choose from.</summary>
    public IReadOnlyList<Choice> Choices(string list) => [.. codes.Codes(list).Select(code => new Choice(code, Code(list, code), Withdrawn: !codes.IsOffered(list, code)))];

    public IReadOnlyList<Choice> YesNo => [new("yes", "Look.Yes"), new("no", "Look.No")];

    public IReadOnlyList<Choice> YesNoUnknown => [.. YesNo, new("unknown", "Look.Unknown")];

    /// <exception cref="KeyNotFoundException">A placeholder got no value, and the book is strict: nobody is to read "{permit}".</exception>
    private string Fill(string text, ReadOnlySpan<(string Name, object? Value)> with, HtmlEncoder? encoder = null)
    {
        var (filled, at) = (new StringBuilder(), 0);
        foreach (var place in Placeholder.EnumerateMatches(text))
        {
            filled.Append(text, at, place.Index - at);
            at = place.Index + place.Length;
            var name = text.AsSpan(place.Index + 1, place.Length - 2);
            var found = false;
            foreach (var (given, value) in with)
            {
                if (found || !name.SequenceEqual(given)) continue;
                filled.Append(encoder?.Encode(Written(value)) ?? Written(value));
                found = true;
            }
            if (!found && book.IsStrict) throw new KeyNotFoundException($"'{{{name}}}' got no value in: {text}");
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    /// <summary><c>%{count}</c> is filled in by the browser.</summary>
    [GeneratedRegex(@"(?<!%)\{\w+\}")]
    private static partial Regex Placeholder { get; }

    private string Written(object? value) => value switch
    {
        DateOnly day => Iso(day),
        DateTimeOffset instant => Moment(instant),
        Enum name when book.Find(language, $"{name.GetType().Name}.{name}") is { } label => InSentence(label),
        int number => number.ToString(number < 10_000 ? "D" : "N0", language.Culture),
        IFormattable other => other.ToString(null, language.Culture),
        _ => value?.ToString() ?? "",
    };
}
