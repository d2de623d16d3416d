using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ReferralPathway.Domain.Foundations;

/// <summary>A year, or a month of a year: how well people remember when exploitation began and ended.</summary>
public sealed record PartialDate
{
    private PartialDate(int year, int? month)
    {
        Year = year;
        Month = month;
    }

    public int Year { get; }

    public int? Month { get; }

    /// <summary>The first day it can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly Latest => Month is { } month ? new(Year, month, DateTime.DaysInMonth(Year, month)) : new(Year, 12, 31);

    /// <summary>
    /// True when a period may run from this date to another. A year is in order with each of its own months, for both may hold.
    /// </summary>
    public bool MayPrecede(PartialDate end) => Earliest <= end.Latest;

    /// <summary>ISO 8601: "2026" or "2026-03".</summary>
    public override string ToString() => Month is null ? $"{Year:D4}" : $"{Year:D4}-{Month:D2}";

    /// <summary>Reads "2026" or "2026-03"; years from 1900.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = DateTime.TryParseExact(text?.Trim(), ["yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year >= 1900
            ? new(first.Year, text!.Contains('-', StringComparison.Ordinal) ? first.Month : null)
            : null;
        return date is not null;
    }
}
