using System.Text;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Overview;

namespace ReferralPathway.Web.Tests.Overview;

public sealed class ICalendarTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = new("0195a000-0000-7000-8000-000000000001");

    [Fact]
    public void The_end_of_a_day_is_an_event_of_that_day_and_an_hour_is_an_hour()
    {
        Assert.Contains("DTSTART;VALUE=DATE:20260329\r\n", Of(SwedishCalendar.StartOf(new(2026, 3, 30))), StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260330T090000Z\r\n", Of(SwedishCalendar.InstantOf(new(2026, 3, 30), new(11, 0))), StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_put_together_again_it_says_the_same()
    {
        var title = string.Concat(Enumerable.Repeat("Åtgärd; å, ä och ö 🙂 ", 20)).Trim();
        var written = Of(At, title);

        Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{title.Replace(";", "\\;").Replace(",", "\\,")}\r\n", written.Replace("\r\n ", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_keeps_its_name_from_reading_to_reading_and_tells_no_id()
    {
        Assert.Equal(Uid(Of(At)), Uid(Of(At.AddDays(1))));
        Assert.NotEqual(Uid(Of(At)), Uid(Of(At, secret: 2)));
        Assert.DoesNotContain(Id.ToString("N")[..8], Of(At), StringComparison.OrdinalIgnoreCase);

        static string Uid(string calendar) => calendar.Split("\r\n").Single(l => l.StartsWith("UID:", StringComparison.Ordinal));
    }

    private static string Of(DateTimeOffset due, string title = "Something", byte secret = 1) =>
        ICalendar.Write("Things to do", "Sign in", [new(new(Id, WorkKind.ReviewAssessment, due), title)], [secret], At);
}
