using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Audit;

/// <summary>When most of those who work with cases are at work, taken widely: from six to eight in the evening on Swedish working days. Whatever is outside is "after hours" (DOMAIN 9.4.1).</summary>
public static class OfficeHours
{
    public static readonly TimeOnly Open = new(6, 0);

    public static readonly TimeOnly Close = new(20, 0);

    /// <summary>The spans within office hours of a number of Swedish days: none on a Saturday, Sunday, public holiday or one of the three eves.</summary>
    /// <returns>Instants in UTC, in order; the second of each is outside.</returns>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Of(DateOnly first, int days) =>
        [.. Enumerable.Range(0, days).Select(first.AddDays).Where(SwedishCalendar.IsWorkingDay).Select(day => (SwedishCalendar.InstantOf(day, Open), SwedishCalendar.InstantOf(day, Close)))];
}
