using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Matches;

/// <summary>
/// What is strong enough to take two persons for one: the same personal number, or names that sound the same and a birth date that is the same or may well be meant. It holds names and
/// numbers as tokens: only keyed hashes of them may leave the memory.
/// </summary>
/// <param name="Numbers">One of these is enough.</param>
/// <param name="Days">One of these, with the names.</param>
/// <param name="Names">How the names sound.</param>
/// <param name="NamesNeeded">How many of them.</param>
public sealed record Likeness(IReadOnlyList<string> Numbers, IReadOnlyList<string> Days, IReadOnlyList<string> Names, int NamesNeeded)
{
    /// <summary>Null when too little is known to compare.</summary>
    public static Likeness? Of(IEnumerable<string?> names, DateOnly? birthDate, string? personalNumber)
    {
        var tokens = names.SelectMany(NameTokens.Of).ToHashSet(StringComparer.Ordinal);
        var heard = tokens.Where(NameTokens.IsHeard).ToList();
        // A script that we cannot read aloud is compared as written.
        if (heard.Count == 0) heard = [.. tokens];
        var needed = Math.Min(2, heard.Count);
        string[] numbers = personalNumber is null ? [] : [$"i:{personalNumber}"];
        string[] days = birthDate is { } born && heard.Count > 0 ? [.. (needed == 2 ? Near(born) : [born]).Select(day => $"b:{day:yyyy-MM-dd}")] : [];
        return numbers.Length == 0 && days.Length == 0 ? null : new(numbers, days, heard, needed);
    }

    /// <summary>The day, day and month exchanged, a day or a year beside it, and the first of January, which stands for a day that nobody knows.</summary>
    private static IEnumerable<DateOnly> Near(DateOnly born)
    {
        IEnumerable<DateOnly> days = [born, born.AddDays(-1), born.AddDays(1), born.AddYears(-1), born.AddYears(1), new(born.Year, 1, 1)];
        return days.Concat(born.Day <= 12 ? [new(born.Year, born.Day, born.Month)] : []).Distinct();
    }
}
