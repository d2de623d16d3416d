using System.Globalization;
using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Foundations.Iso;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class SwedishCalendarTests
{
    /// <summary>Every holiday and eve of 2024–2035, from a published list: date, Swedish name, English name, whether it is an eve.</summary>
    private static readonly SwedishHoliday[] Published = [.. ReadPublished()];

    [Fact]
    public void The_computed_holidays_are_those_published_for_2024_to_2035()
    {
        var computed = EveryDay(new(2024, 1, 1), new(2035, 12, 31)).Select(SwedishCalendar.NamedDay).OfType<SwedishHoliday>();

        Assert.Equal(16 * 12, Published.Length);
        Assert.Equal(Published, computed);
    }

    [Fact]
    public void A_working_day_is_Monday_to_Friday_and_not_in_the_published_list()
    {
        var closed = Published.Select(holiday => holiday.Day).ToHashSet();

        Assert.All(EveryDay(new(2024, 1, 1), new(2035, 12, 31)), day => Assert.Equal(
            day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closed.Contains(day),
            SwedishCalendar.IsWorkingDay(day)));
    }

    [Theory]
    [InlineData("1961-04-02")]
    [InlineData("2000-04-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_Sunday_follows_the_Gregorian_computus(string day) =>
        Assert.Equal("Påskdagen", SwedishCalendar.NamedDay(Day(day))?.NameSv);

    [Theory]
    [InlineData("2026-03-15", true, false)]  // a plain Sunday is a red day
    [InlineData("2026-03-14", false, false)] // a Saturday is not
    [InlineData("2026-04-04", false, false)] // nor is påskafton
    [InlineData("2026-05-14", true, false)]  // Ascension Day
    [InlineData("2026-06-19", false, true)]
    [InlineData("2026-06-20", true, false)]
    [InlineData("2026-12-24", false, true)]
    [InlineData("2026-12-31", false, true)]
    [InlineData("2027-01-05", false, false)]
    public void Red_days_and_eves_are_told_apart(string day, bool holiday, bool eve)
    {
        Assert.Equal(holiday, SwedishCalendar.IsHoliday(Day(day)));
        Assert.Equal(eve, SwedishCalendar.IsEve(Day(day)));
    }

    [Theory]
    [InlineData("2026-04-02", 3, "2026-04-09")]
    [InlineData("2026-04-02", 0, "2026-04-02")]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-04-09", -3, "2026-04-02")]
    public void Working_days_are_counted_past_weekends_holidays_and_eves(string from, int days, string expected) =>
        Assert.Equal(Day(expected), SwedishCalendar.AddWorkingDays(Day(from), days));

    [Theory]
    [InlineData("2026-04-07", "2026-04-02")]
    [InlineData("2026-03-18", "2026-03-17")]
    [InlineData("2027-01-01", "2026-12-30")]
    public void The_last_working_day_before_a_day_is_found(string day, string expected) =>
        Assert.Equal(Day(expected), SwedishCalendar.LastWorkingDayBefore(Day(day)));

    [Theory]
    [InlineData("2026-04-01", 6, "2026-10-01")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2027-08-31", 6, "2028-02-29")]
    [InlineData("2026-04-20", 6, "2026-10-20")]
    [InlineData("2026-10-31", 4, "2027-02-28")]
    [InlineData("2026-06-30", 6, "2026-12-30")]
    public void A_period_in_months_ends_on_the_same_number_or_the_last_day_of_the_month(string from, int months, string expected) =>
        Assert.Equal(Day(expected), SwedishCalendar.AddMonths(Day(from), months));

    [Fact]
    public void A_period_in_weeks_ends_on_the_same_weekday_and_one_in_years_on_the_same_date()
    {
        Assert.Equal(Day("2026-04-06"), SwedishCalendar.AddWeeks(Day("2026-03-16"), 3));
        Assert.Equal(Day("2027-02-28"), SwedishCalendar.AddYears(Day("2024-02-29"), 3));
        Assert.Equal(Day("2031-11-21"), SwedishCalendar.AddYears(Day("2026-11-21"), 5));
    }

    [Theory]
    [InlineData("2026-03-16", "2026-04-07")] // Easter Monday
    [InlineData("2026-12-04", "2026-12-28")] // Christmas Day
    [InlineData("2026-12-10", "2027-01-04")] // New Year's Eve
    [InlineData("2026-05-29", "2026-06-22")] // Midsummer Eve
    [InlineData("2026-03-17", "2026-04-07")] // an ordinary Tuesday stays
    public void Three_weeks_to_appeal_roll_over_to_the_next_working_day(string decided, string lastDay) =>
        Assert.Equal(Day(lastDay), SwedishCalendar.LastDayForAction(SwedishCalendar.AddWeeks(Day(decided), 3)));

    [Theory]
    [InlineData("2026-03-31", "2026-09-30")]
    [InlineData("2026-06-30", "2026-12-30")]
    [InlineData("2026-09-30", "2027-03-30")]
    [InlineData("2026-12-31", "2027-06-30")]
    public void Six_months_from_the_end_of_a_quarter_are_counted_by_the_number_of_the_day(string quarterEnd, string lastDay) =>
        Assert.Equal(Day(lastDay), SwedishCalendar.LastDayForAction(SwedishCalendar.AddMonths(Day(quarterEnd), 6)));

    [Theory]
    [InlineData("2026-03-15T23:30:00Z", "2026-03-16")]
    [InlineData("2026-03-15T22:59:59Z", "2026-03-15")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    public void An_instant_belongs_to_the_day_it_is_in_Stockholm(string instant, string day) =>
        Assert.Equal(Day(day), SwedishCalendar.DayOf(Instant(instant)));

    [Theory]
    [InlineData("2026-03-16", "2026-03-15T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void A_Swedish_day_begins_at_midnight_in_Stockholm(string day, string instant)
    {
        var start = SwedishCalendar.StartOf(Day(day));

        Assert.Equal(Instant(instant), start);
        Assert.Equal(TimeSpan.Zero, start.Offset);
        Assert.Equal(Day(day), SwedishCalendar.DayOf(start));
        Assert.Equal(Day(day).AddDays(-1), SwedishCalendar.DayOf(start.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2026-03-29", "01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30:00Z")] // skipped: 03:30 summer time
    [InlineData("2026-03-29", "03:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", "01:59", "2026-10-24T23:59:00Z")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")] // twice: the first, still summer time
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00:00Z")]
    [InlineData("2027-03-28", "02:00", "2027-03-28T01:00:00Z")]
    [InlineData("2027-10-31", "02:00", "2027-10-31T00:00:00Z")]
    public void A_local_time_has_one_instant_also_when_summer_time_begins_and_ends(string day, string time, string instant) =>
        Assert.Equal(Instant(instant), SwedishCalendar.InstantOf(Day(day), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_wall_clock_in_Stockholm_follows_summer_time()
    {
        Assert.Equal(new DateTime(2026, 3, 29, 1, 59, 59), SwedishCalendar.LocalTime(Instant("2026-03-29T00:59:59Z")));
        Assert.Equal(new DateTime(2026, 3, 29, 3, 0, 0), SwedishCalendar.LocalTime(Instant("2026-03-29T01:00:00Z")));
    }

    private static IEnumerable<DateOnly> EveryDay(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private static IEnumerable<SwedishHoliday> ReadPublished()
    {
        using var reader = new StreamReader(typeof(SwedishCalendarTests).Assembly.GetManifestResourceStream("holidays.csv")!);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            yield return new(Day(cells[0]), cells[1], cells[2], cells[3] == "afton_jamstalld");
        }
    }
}
