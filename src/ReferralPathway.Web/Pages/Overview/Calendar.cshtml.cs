using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Overview;

/// <summary>A month of what falls due, with the days on which nobody is at work.</summary>
public sealed class CalendarModel(DeskReader desks, CurrentPerson current) : PageModel
{
    private const int Most = 200;

    /// <summary>The first day of the month that is shown.</summary>
    public DateOnly First { get; private set; }

    public IReadOnlyList<Day> Days { get; private set; } = [];

    /// <summary>There is more than a month can show.</summary>
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(string? month, CancellationToken stopping)
    {
        var today = current.Today;
        First = DateOnly.TryParseExact($"{month}-01", "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is >= 2000 and < 2100 ? asked : new(today.Year, today.Month, 1);
        var lines = await desks.DaysAsync(current.Who, current.At, First, First.AddMonths(1).AddDays(-1), Most + 1, stopping);
        HasMore = lines.Count > Most;
        var byDay = lines.Take(Most).ToLookup(l => l.DueOn);
        Days = [.. Enumerable.Range(0, First.AddMonths(1).DayNumber - First.DayNumber).Select(First.AddDays).Select(on => new Day(on, on == today, [.. byDay[on]]))];
    }

    public string Lede(Wording t) => Days.Sum(d => d.Lines.Count) is var n && n == 0 ? t["Calendar.None"] : t.Count("Calendar.Lede", n);

    /// <summary>"07:39 · Woman, 21–24 · 2026-000005".</summary>
    public static string Note(Wording t, WorkLine line) => string.Join(" · ", new[] { line.IsDueByDay ? "" : t.Time(line.DueAt), t.Whom(line) }.Where(part => part != ""));

    public static string Address(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"/work/calendar?month={month:yyyy-MM}");

    /// <summary>A day of the month and what is due on it.</summary>
    public sealed record Day(DateOnly On, bool IsToday, IReadOnlyList<WorkLine> Lines)
    {
        public string Class => string.Join(' ', new[]
        {
            "rp-month__day", On.Day == 1 ? $"rp-month__day--from-{((int)On.DayOfWeek + 6) % 7 + 1}" : null, Lines.Count == 0 ? "rp-month__day--empty" : null,
            IsToday ? "rp-month__day--today" : null, SwedishCalendar.IsWorkingDay(On) ? null : "rp-month__day--off",
        }.OfType<string>());

        public string Note(Wording t) => IsToday ? t["Calendar.Today"] : SwedishCalendar.NamedDay(On) is { } named ? t.Named(new(named.NameSv, named.NameEn)) : "";
    }
}
