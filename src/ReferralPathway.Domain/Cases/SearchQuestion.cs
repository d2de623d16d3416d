using System.Globalization;
using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Cases;

/// <summary>What somebody knows of a person they look for, and the weighed tokens under which such a person may be kept. Nothing of it is stored or logged.</summary>
public sealed partial record SearchQuestion
{
    // A name that sounds the same weighs most of what the name as written does, so that two names heard come before one that is spelled alike.
    private const int Heard = 8;
    private const int AsWritten = 3;
    private const int Nearly = 5;

    private static readonly string[] DayForms =
        ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "M/d/yyyy", "d MMMM yyyy", "d MMM yyyy"];

    private static readonly CultureInfo[] Written = [CultureInfo.GetCultureInfo("sv-SE"), CultureInfo.GetCultureInfo("en-GB")];

    private static readonly string[] Centuries = ["20", "19"];

    /// <summary>Given, family and other names in any order, spelling and script.</summary>
    public string? Name { get; init; }

    /// <summary>The days it may be: several for a month, a year, or 3/4/1994.</summary>
    public IReadOnlyList<DateOnly> BirthDates { get; init; } = [];

    /// <summary>Twelve digits.</summary>
    public string? PersonalNumber { get; init; }

    /// <summary>Of a dossier, an LMA card or a document, as kept: capitals.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Of a case, 2026-000123.</summary>
    public string? Reference { get; init; }

    /// <summary>From a form that asks for each thing by itself.</summary>
    /// <param name="number">Of a case, a dossier or a document.</param>
    public static SearchQuestion Of(string? name, DateOnly? birthDate, string? personalNumber, string? number) => new()
    {
        Name = name,
        BirthDates = birthDate is { } day ? [day] : [],
        PersonalNumber = personalNumber,
        Numbers = string.IsNullOrWhiteSpace(number) ? [] : [number.Trim().ToUpperInvariant()],
        Reference = ReferencePattern.Match(Dashes.Replace(number ?? "", "-")) is { Success: true } match ? match.Result("$1-$2") : null,
    };

    /// <summary>From one line: a reference, a name, a birth date in most ways of writing it, a number, or a name with one of these.</summary>
    public static SearchQuestion Read(string? typed, DateOnly today)
    {
        var line = Dashes.Replace(typed ?? "", "-").Trim();
        var (number, reference, days) = ((string?)null, (string?)null, new List<DateOnly>());
        var rest = ReferencePattern.Replace(line, m => Take(reference = m.Result("$1-$2")));
        rest = NumberPattern.Replace(rest, m =>
        {
            // Ten digits without a sign between them are read as a number all the same.
            var written = m.Groups[2].Length == 0 && m.Groups[1].Length == 6 ? $"{m.Groups[1]}-{m.Groups[3]}" : m.Value;
            return Foundations.PersonalNumber.TryParse(written, today, out var read, out _) ? Take(number = read.Digits) : m.Value;
        });
        rest = DayPattern.Replace(rest, m => days.Count == 0 && DaysOf(m.Value.Trim(), today) is { Count: > 0 } found ? Take(days, found) : m.Value);
        var words = rest.Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words.Where(w => !w.Any(char.IsAsciiDigit)));
        // A year alone is everybody of that year.
        if (days.Count > 31 && name.Length == 0) days.Clear();
        return new()
        {
            Name = name.Length > 0 ? name : null,
            BirthDates = days,
            PersonalNumber = number,
            Numbers = [.. words.Where(w => w.Any(char.IsAsciiDigit)).Append(line).Append(string.Concat(words)).Where(w => w.Any(char.IsAsciiDigit)).Select(w => w.ToUpperInvariant()).Distinct()],
            Reference = reference,
        };
    }

    /// <summary>What a match must weigh at least: of two names asked for, one that is nearly the same is somebody else's.</summary>
    public int Least => NameTokens.Of(Name).Count(NameTokens.IsHeard) > 1 ? Heard : Nearly;

    /// <summary>The tokens to look for, each with its weight; a name as written weighs more than one that only sounds the same.</summary>
    /// <param name="near">Also names that are nearly the same, and birth dates with day and month exchanged: for when too few were found.</param>
    public IEnumerable<(string Token, int Weight)> Weighed(bool near)
    {
        var name = NameTokens.Of(Name);
        // Of scripts that we cannot read aloud there is nothing but the word as written.
        var isHeard = name.Any(NameTokens.IsHeard);
        foreach (var token in name) yield return (token, NameTokens.IsHeard(token) ? Heard : isHeard ? AsWritten : Heard + AsWritten);
        foreach (var day in BirthDates) yield return (Born(day), BirthDates.Count switch { <= 2 => 20, <= 31 => 8, _ => 5 });
        if (PersonalNumber is { } number) yield return ($"i:{number}", 200);
        foreach (var code in Numbers) yield return ($"d:{code}", 100);
        if (!near) yield break;
        foreach (var token in name.Where(NameTokens.IsHeard).SelectMany(NameTokens.Near).Distinct().Where(t => !name.Contains(t))) yield return (token, Nearly);
        if (BirthDates is [{ Day: <= 12 } one] && one.Day != one.Month) yield return (Born(new(one.Year, one.Day, one.Month)), 10);
    }

    /// <summary>The token of a birth date.</summary>
    public static string Born(DateOnly day) => $"b:{day:yyyy-MM-dd}";

    private static List<DateOnly> DaysOf(string text, DateOnly today)
    {
        var found = Written.SelectMany(culture => DayForms.Select(form => DateOnly.TryParseExact(text, form, culture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null))
            .OfType<DateOnly>().Where(day => day <= today && day.Year >= 1900).Distinct().ToList();
        if (found.Count > 0) return found;
        if (text.Length == 6 && text.All(char.IsAsciiDigit))
        {
            var centuries = Centuries.Select(century => DateOnly.TryParseExact(century + text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= today ? day : (DateOnly?)null);
            return [.. centuries.OfType<DateOnly>().Take(1)];
        }
        if (!PartialDate.TryParse(text, out var part) || part.Earliest > today) return [];
        return [.. Enumerable.Range(0, part.Latest.DayNumber - part.Earliest.DayNumber + 1).Select(part.Earliest.AddDays)];
    }

    private static string Take(string _) => " ";

    private static string Take(List<DateOnly> days, List<DateOnly> found)
    {
        days.AddRange(found);
        return " ";
    }

    [GeneratedRegex(@"[\u2010-\u2015\u2212]")]
    private static partial Regex Dashes { get; }

    /// <summary>2026-000123, with or without the hyphen.</summary>
    [GeneratedRegex(@"(?<![\w-])(20\d{2})\s?-?\s?(\d{6})(?![\w-])")]
    private static partial Regex ReferencePattern { get; }

    [GeneratedRegex(@"(?<![\w-])(\d{6}|\d{8})([-+]?)(\d{4})(?![\w-])")]
    private static partial Regex NumberPattern { get; }

    [GeneratedRegex(@"(?<![\w-])(\d{1,4}([-/.])\d{1,2}\2\d{1,4}|\d{4}-\d{2}|\d{8}|\d{6}|\d{4}|\d{1,2}\s+\p{L}{3,10}\.?\s+\d{4})(?![\w-])")]
    private static partial Regex DayPattern { get; }
}
