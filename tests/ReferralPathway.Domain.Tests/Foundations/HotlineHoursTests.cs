using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Foundations.Iso;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class HotlineHoursTests
{
    [Theory]
    [InlineData("2026-03-16T08:00:00Z", null)]
    [InlineData("2026-03-16T07:59:59Z", "2026-03-16T09:00:00+01:00")]
    [InlineData("2026-03-16T15:29:59Z", null)]
    [InlineData("2026-03-16T15:30:00Z", "2026-03-17T09:00:00+01:00")]
    [InlineData("2026-03-20T15:30:00Z", "2026-03-23T09:00:00+01:00")]
    [InlineData("2026-03-27T15:30:00Z", "2026-03-30T09:00:00+02:00")] // summer time begins in between
    [InlineData("2026-03-30T14:29:00Z", null)]
    [InlineData("2026-04-02T15:00:00Z", "2026-04-07T09:00:00+02:00")] // over Easter
    [InlineData("2026-05-14T08:00:00Z", "2026-05-15T09:00:00+02:00")]
    [InlineData("2026-06-06T08:00:00Z", "2026-06-08T09:00:00+02:00")]
    [InlineData("2026-06-19T08:00:00Z", "2026-06-22T09:00:00+02:00")]
    [InlineData("2026-12-24T09:00:00Z", "2026-12-28T09:00:00+01:00")]
    public void The_hotline_answers_on_working_days_from_nine_to_half_past_four(string instant, string? opensAt)
    {
        var state = HotlineHours.At(Instant(instant));

        Assert.Equal(opensAt is null, state.IsOpen);
        Assert.Equal(opensAt ?? "", Text(state.OpensAt));
        Assert.Equal(opensAt is null, state.ClosesAt is not null);
    }

    [Fact]
    public void An_open_hotline_says_when_it_closes_in_Swedish_time()
    {
        var state = HotlineHours.At(Instant("2026-03-30T07:00:00Z"));

        Assert.Equal("2026-03-30T09:00:00+02:00", Text(state.LocalTime));
        Assert.Equal("2026-03-30T16:30:00+02:00", Text(state.ClosesAt));
    }

    [Fact]
    public void A_hotline_closed_for_a_holiday_says_which()
    {
        Assert.Equal("Kristi himmelsfärdsdag", HotlineHours.At(Instant("2026-05-14T08:00:00Z")).ClosedFor?.NameIn("sv"));
        Assert.Equal("Midsummer Eve", HotlineHours.At(Instant("2026-06-19T08:00:00Z")).ClosedFor?.NameIn("en"));
        Assert.Null(HotlineHours.At(Instant("2026-03-15T08:00:00Z")).ClosedFor);
    }

    [Fact]
    public void A_day_closed_by_the_administrator_is_passed_over()
    {
        HotlineChange[] changes = [new(new(2026, 3, 16), ClosesAt: null), new(new(2026, 3, 17), ClosesAt: null)];

        Assert.Equal(Instant("2026-03-18T09:00:00+01:00"), HotlineHours.At(Instant("2026-03-16T07:00:00Z"), changes).OpensAt);
        Assert.Equal(Instant("2026-03-18T09:00:00+01:00"), HotlineHours.At(Instant("2026-03-16T10:00:00Z"), changes).OpensAt);
    }

    [Fact]
    public void An_early_closing_holds_on_its_own_day_only()
    {
        HotlineChange[] changes = [new(new(2026, 3, 16), new TimeOnly(12, 0))];

        Assert.Equal(Instant("2026-03-16T12:00:00+01:00"), HotlineHours.At(Instant("2026-03-16T10:59:59Z"), changes).ClosesAt);
        Assert.Equal(Instant("2026-03-17T09:00:00+01:00"), HotlineHours.At(Instant("2026-03-16T11:00:00Z"), changes).OpensAt);
        Assert.True(HotlineHours.At(Instant("2026-03-17T11:00:00Z"), changes).IsOpen);
    }

    [Fact]
    public void A_closing_time_before_nine_closes_the_whole_day_and_a_later_one_than_usual_changes_nothing()
    {
        Assert.Equal(Instant("2026-03-17T09:00:00+01:00"), HotlineHours.At(Instant("2026-03-16T07:00:00Z"), new HotlineChange(new(2026, 3, 16), new TimeOnly(8, 0))).OpensAt);
        Assert.False(HotlineHours.At(Instant("2026-03-16T16:00:00Z"), new HotlineChange(new(2026, 3, 16), new TimeOnly(18, 0))).IsOpen);
    }
}
