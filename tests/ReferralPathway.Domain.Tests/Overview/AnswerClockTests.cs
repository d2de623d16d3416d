using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Domain.Tests.Overview;

public sealed class AnswerClockTests
{
    [Theory]
    // Thursday before Easter: Good Friday, the weekend and Easter Monday do not count.
    [InlineData("2026-04-02T10:00:00+02:00", "2026-04-09")]
    [InlineData("2026-03-16T10:00:00+01:00", "2026-03-19")]
    [InlineData("2026-03-20T16:59:00+01:00", "2026-03-25")]
    // A little before midnight in Stockholm it is still that day; a little after it is the next.
    [InlineData("2026-03-16T23:59:00+01:00", "2026-03-19")]
    [InlineData("2026-03-17T00:01:00+01:00", "2026-03-20")]
    // The night in which summer time begins.
    [InlineData("2026-03-27T10:00:00+01:00", "2026-04-01")]
    [InlineData("2026-12-22T10:00:00+01:00", "2026-12-29")]
    public void A_normal_referral_is_answered_by_the_end_of_the_third_working_day(string sent, string lastDay)
    {
        var last = DateOnly.ParseExact(lastDay, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(SwedishCalendar.StartOf(last.AddDays(1)), AnswerClock.AnswerBy(Urgency.Normal, Instant(sent)));
    }

    [Theory]
    [InlineData(Urgency.ImmediateDanger, 1)]
    [InlineData(Urgency.Urgent, 24)]
    public void Danger_waits_an_hour_and_urgency_a_day_also_over_a_holiday_and_a_change_of_clocks(Urgency urgency, int hours)
    {
        foreach (var sent in new[] { "2026-04-03T22:00:00+02:00", "2026-03-28T20:00:00+01:00", "2026-10-24T20:00:00+02:00" })
            Assert.Equal(Instant(sent).AddHours(hours), AnswerClock.AnswerBy(urgency, Instant(sent)));
    }

    [Fact]
    public void The_recipient_is_reminded_when_half_of_the_time_has_passed()
    {
        var sent = Instant("2026-03-16T10:00:00+01:00");

        Assert.Equal(sent.AddHours(12), AnswerClock.RemindAt(sent, sent.AddHours(24)));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
