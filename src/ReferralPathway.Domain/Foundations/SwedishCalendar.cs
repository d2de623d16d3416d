namespace ReferralPathway.Domain.Foundations;

/// <summary>
/// Days as Swedish law counts them. Instants are kept in UTC; a <em>day</em> is always a day in Stockholm, so that a decision
/// recorded at 23:30 UTC in winter belongs to the day after.
/// </summary>
public static class SwedishCalendar
{
    public static TimeZoneInfo Stockholm { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The Swedish day to which an instant belongs.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTime(instant));

    /// <summary>What a clock on a Swedish wall shows at an instant.</summary>
    public static DateTime LocalTime(DateTimeOffset instant) => InStockholm(instant).DateTime;

    /// <summary>The same instant with the offset that holds in Stockholm.</summary>
    public static DateTimeOffset InStockholm(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Stockholm);

    /// <summary>The instant, in UTC, at which a Swedish day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => InstantOf(day, TimeOnly.MinValue);

    /// <summary>
    /// The instant, in UTC, at which Swedish clocks show a date and time. A time that summer time skips is read with the offset
    /// before the change (02:30 becomes 03:30); of a time that occurs twice in autumn, the first is meant.
    /// </summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var offset = Stockholm.IsAmbiguousTime(local) ? Stockholm.GetAmbiguousTimeOffsets(local).Max()
            : Stockholm.IsInvalidTime(local) ? Stockholm.GetUtcOffset(local.AddDays(-1))
            : Stockholm.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>A public holiday ("red day"): every Sunday and the days named in lag (1989:253) 1–2 §§.</summary>
    public static bool IsHoliday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday || NamedDay(day) is { IsEve: false };

    /// <summary>Midsommarafton, julafton or nyårsafton, lag (1930:173) 2 §.</summary>
    public static bool IsEve(DateOnly day) => NamedDay(day) is { IsEve: true };

    /// <summary>Monday to Friday, neither a public holiday nor one of the three eves: the complement of the days in lag (1930:173) 2 §.</summary>
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && NamedDay(day) is null;

    /// <summary>The holiday or eve that falls on a day, as the law reads since 2005; null for a plain Sunday and every other day.</summary>
    public static SwedishHoliday? NamedDay(DateOnly day)
    {
        return (day.Month, day.Day) switch
        {
            (1, 1) => Holiday("Nyårsdagen", "New Year's Day"),
            (1, 6) => Holiday("Trettondedag jul", "Epiphany"),
            (5, 1) => Holiday("Första maj", "May Day"),
            (6, 6) => Holiday("Nationaldagen", "National Day"),
            (6, >= 19 and <= 25) when day.DayOfWeek == DayOfWeek.Friday => Eve("Midsommarafton", "Midsummer Eve"),
            (6, >= 20 and <= 26) when day.DayOfWeek == DayOfWeek.Saturday => Holiday("Midsommardagen", "Midsummer Day"),
            (10, 31) or (11, <= 6) when day.DayOfWeek == DayOfWeek.Saturday => Holiday("Alla helgons dag", "All Saints' Day"),
            (12, 24) => Eve("Julafton", "Christmas Eve"),
            (12, 25) => Holiday("Juldagen", "Christmas Day"),
            (12, 26) => Holiday("Annandag jul", "Boxing Day"),
            (12, 31) => Eve("Nyårsafton", "New Year's Eve"),
            _ => (day.DayNumber - EasterSunday(day.Year).DayNumber) switch
            {
                -2 => Holiday("Långfredagen", "Good Friday"),
                0 => Holiday("Påskdagen", "Easter Sunday"),
                1 => Holiday("Annandag påsk", "Easter Monday"),
                39 => Holiday("Kristi himmelsfärdsdag", "Ascension Day"),
                49 => Holiday("Pingstdagen", "Whit Sunday"),
                _ => null,
            },
        };

        SwedishHoliday Holiday(string sv, string en) => new(day, sv, en, IsEve: false);
        SwedishHoliday Eve(string sv, string en) => new(day, sv, en, IsEve: true);
    }

    /// <summary>The day a number of working days later (or earlier, when negative); the day itself is not counted.</summary>
    public static DateOnly AddWorkingDays(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    public static DateOnly LastWorkingDayBefore(DateOnly day) => AddWorkingDays(day, -1);

    /// <summary>End of a period counted in weeks: the day of the same weekday name, lag (1930:173) 1 §.</summary>
    public static DateOnly AddWeeks(DateOnly from, int weeks) => from.AddDays(7 * weeks);

    /// <summary>
    /// End of a period counted in months: the same number in the month, or its last day where the month has no such number,
    /// lag (1930:173) 1 §.
    /// </summary>
    public static DateOnly AddMonths(DateOnly from, int months) => from.AddMonths(months);

    /// <summary>End of a period counted in years: as for months, lag (1930:173) 1 §.</summary>
    public static DateOnly AddYears(DateOnly from, int years) => from.AddYears(years);

    /// <summary>
    /// The last day on which an <em>action</em> may be done when its period ends on a day: that day, or the next working day when it
    /// is a Saturday, Sunday, other public holiday or eve (söndagsregeln, lag (1930:173) 2 §). Not for the validity of a permit.
    /// </summary>
    public static DateOnly LastDayForAction(DateOnly periodEnd) => IsWorkingDay(periodEnd) ? periodEnd : AddWorkingDays(periodEnd, 1);

    /// <summary>Easter Sunday by the Gregorian computus (the anonymous algorithm of 1876).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = (year / 100, year % 100);
        var solar = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * golden + century - century / 4 - solar + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        var lateMoon = (golden + 11 * epact + 22 * weekday) / 451;
        var monthAndDay = epact + weekday - 7 * lateMoon + 114;
        return new(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
