using System.Globalization;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Texts;

/// <summary>Days and times as people write them. Every instant is shown in Swedish time.</summary>
public sealed partial class Wording
{
    private const char HardSpace = '\u00a0';
    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>"Mon 30 March", "mån 30 mars"; with the year when it is not this one.</summary>
    public string Day(DateOnly day) => $"{Weekday(day, "ddd")} {WithoutWeekday(day, day.Year != Today.Year)}";

    /// <summary>"Monday 30 March", "måndag 30 mars"; with the year when it is not this one.</summary>
    public string LongDay(DateOnly day) => $"{Weekday(day, "dddd")} {WithoutWeekday(day, day.Year != Today.Year)}";

    /// <summary>"2 March 2026", "2 mars 2026".</summary>
    public string Date(DateOnly day) => WithoutWeekday(day, withYear: true);

    /// <summary>"March 2026", "mars 2026".</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", language.Culture);

    /// <summary>"Mon", "mån".</summary>
    public string Weekday(DateOnly day) => Weekday(day, "ddd");

    /// <summary>"January–March 2026", "Januari–mars 2026".</summary>
    public string Written(Quarter quarter) => Capital(InSentence(quarter));

    /// <summary>"January–March 2026", "januari–mars 2026".</summary>
    public string InSentence(Quarter quarter) =>
        $"{language.Culture.DateTimeFormat.GetMonthName(quarter.First.Month)}–{language.Culture.DateTimeFormat.GetMonthName(quarter.Last.Month)}{HardSpace}{quarter.Year}";

    /// <summary>"12 400,00 kr", "SEK 12,400.00".</summary>
    public string Kronor(decimal amount) => this["Look.Kronor", ("amount", amount.ToString("N2", language.Culture))];

    /// <summary>2026-03-16, as it is typed.</summary>
    public string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>16.30 in Swedish, 16:30 in English.</summary>
    public string Time(TimeOnly time) => time.ToString(language == PageLanguage.Swedish ? "HH'.'mm" : "HH':'mm", CultureInfo.InvariantCulture);

    public string Time(DateTimeOffset instant) => Time(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Sweden).DateTime));

    /// <summary>"Mon 9 March 14:02"; today only "today 14:02".</summary>
    public string Moment(DateTimeOffset instant) =>
        $"{(DayOf(instant) == Today ? this["Look.Today"] : Day(DayOf(instant)))} {Time(instant)}";

    /// <summary>"16 March 2026 14:02": what stands on paper is read on another day.</summary>
    public string OnPaper(DateTimeOffset instant) => $"{Date(DayOf(instant))} {Time(instant)}";

    /// <summary>A moment of the coming days: "09:00" today, "Mon 09:00" within a week, otherwise with the date.</summary>
    public string Soon(DateTimeOffset instant) => (DayOf(instant).DayNumber - Today.DayNumber) switch
    {
        0 => Time(instant),
        > 0 and < 7 => $"{Weekday(DayOf(instant), "ddd")} {Time(instant)}",
        _ => Moment(instant),
    };

    /// <summary>The Swedish day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Sweden).DateTime);

    /// <summary>How far a day is: "4 days late", "today", "tomorrow", "14 days left".</summary>
    public string Left(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        < 0 and var late => Count("Look.Due.Late", -late),
        0 => this["Look.Today"],
        1 => this["Look.Tomorrow"],
        var days => Count("Look.Due.Days", days),
    };

    /// <summary>How far an instant is: hours on the same day, days otherwise.</summary>
    public string Left(DateTimeOffset instant) => (instant - clock.GetUtcNow()) switch
    {
        { Ticks: > 0, TotalHours: < 1 } => this["Look.Due.LessThanAnHour"],
        { Ticks: > 0, TotalHours: < 24 and var hours } => Count("Look.Due.Hours", (int)hours),
        { Ticks: <= 0, TotalHours: > -24 and var hours } => hours > -1 ? this["Look.Due.JustLate"] : Count("Look.Due.HoursLate", (int)-hours),
        _ => Left(DayOf(instant)),
    };

    private string Weekday(DateOnly day, string format) => day.ToString(format, language.Culture).TrimEnd('.');

    private string WithoutWeekday(DateOnly day, bool withYear) =>
        $"{day.Day}{HardSpace}{language.Culture.DateTimeFormat.GetMonthName(day.Month)}{(withYear ? $" {day.Year}" : "")}";
}
