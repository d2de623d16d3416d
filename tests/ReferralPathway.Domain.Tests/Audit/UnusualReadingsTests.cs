using System.Globalization;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Audit;

/// <summary>What stands out among the readings of a week, and what does not (DOMAIN 9.4.1).</summary>
public sealed class UnusualReadingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 23, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Week = new(2026, 3, 16);
    private static readonly OrganisationId Haven = OrganisationId.New(Now);
    private static readonly UserId Elin = UserId.New(Now);

    [Theory]
    [InlineData("2026-03-16T05:00:00Z", true)]
    [InlineData("2026-03-16T04:59:59Z", false)]
    [InlineData("2026-03-16T18:59:59Z", true)]
    [InlineData("2026-03-16T19:00:00Z", false)]
    // Summer time.
    [InlineData("2026-07-01T04:00:00Z", true)]
    [InlineData("2026-07-01T18:00:00Z", false)]
    // The first working day after the clocks were changed.
    [InlineData("2026-03-30T04:00:00Z", true)]
    [InlineData("2026-03-30T18:00:00Z", false)]
    // Saturday, Good Friday, Midsummer Eve, Christmas Eve.
    [InlineData("2026-03-21T11:00:00Z", false)]
    [InlineData("2026-04-03T10:00:00Z", false)]
    [InlineData("2026-06-19T10:00:00Z", false)]
    [InlineData("2026-12-24T11:00:00Z", false)]
    public void Office_hours_are_those_of_Swedish_working_days(string instant, bool inside)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        Assert.Equal(inside, OfficeHours.Of(SwedishCalendar.DayOf(at).AddDays(-1), 3).Any(h => h.From <= at && at < h.Until));
    }

    [Theory]
    [InlineData("2026-03-23T11:00:00Z", "2026-03-16")]
    [InlineData("2026-03-29T20:00:00Z", "2026-03-16")]
    // Monday has begun in Sweden.
    [InlineData("2026-03-15T23:30:00Z", "2026-03-09")]
    [InlineData("2026-03-15T22:59:00Z", "2026-03-02")]
    public void The_last_week_is_the_one_that_ended_on_a_Swedish_Sunday(string at, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, CultureInfo.InvariantCulture), UnusualReadings.LastWeek(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(24, new int[0], false)]
    [InlineData(25, new int[0], true)]
    [InlineData(25, new[] { 8 }, true)]
    [InlineData(26, new[] { 9 }, false)]
    [InlineData(27, new[] { 9 }, true)]
    // One colleague who read much does not make it usual, nor do those who read nothing.
    [InlineData(27, new[] { 9, 90 }, true)]
    [InlineData(27, new[] { 0, 0, 9 }, true)]
    [InlineData(27, new[] { 10, 10, 10 }, false)]
    [InlineData(99, new[] { 50, 50, 50 }, false)]
    [InlineData(100, new[] { 50, 50, 50 }, true)]
    public void Many_cases_are_many_beside_what_colleagues_read(int cases, int[] colleagues, bool unusual)
    {
        var found = UnusualReadings.In(Week, [new(Elin, Haven, Week, cases, 0), .. colleagues.Select(c => Colleague(c, 0))], Now);

        Assert.Equal(unusual, found.Any(f => f is { Sign: UnusualSign.ManyCases } && f.Reader == Elin && f.Count == cases && f.Week == Week && f.OrganisationId == Haven));
    }

    [Theory]
    [InlineData(9, new int[0], false)]
    [InlineData(10, new int[0], true)]
    [InlineData(20, new[] { 0, 0, 0 }, true)]
    // Where one works at night, the night is usual.
    [InlineData(20, new[] { 0, 20, 15 }, false)]
    [InlineData(45, new[] { 0, 20, 15 }, true)]
    [InlineData(20, new[] { 0, 0, 20 }, false)]
    public void After_hours_is_compared_with_those_who_read_after_hours(int afterHours, int[] colleagues, bool unusual)
    {
        var found = UnusualReadings.In(Week, [new(Elin, Haven, Week, afterHours, afterHours), .. colleagues.Select(c => Colleague(Math.Max(c, 15), c))], Now);

        Assert.Equal(unusual, found.Any(f => f is { Sign: UnusualSign.AfterHours } && f.Reader == Elin));
    }

    [Fact]
    public void What_is_usual_comes_from_the_weeks_before_too_and_from_no_other_organisation_nor_from_oneself()
    {
        var before = Week.AddDays(-7);
        ReadingWeek elin = new(Elin, Haven, Week, 30, 0);

        // A colleague who is away this week counted last week.
        Assert.Empty(UnusualReadings.In(Week, [elin, new(UserId.New(Now), Haven, before, 20, 0)], Now));
        // Elsewhere they read as much every week, and so did she.
        Assert.Null(Assert.Single(UnusualReadings.In(Week, [elin, elin with { Week = before }, new(UserId.New(Now), OrganisationId.New(Now), before, 24, 0)], Now)).Usual);
        // The week before was looked at then.
        Assert.Empty(UnusualReadings.In(Week, [elin with { Week = before }], Now));
    }

    [Fact]
    public void Somebody_else_looks_at_it_and_may_look_again()
    {
        var found = UnusualReadings.In(Week, [new(Elin, Haven, Week, 30, 0)], Now)[0];
        var chief = new Act(UserId.New(Now), Role.NgoWorker, Haven, Now);

        Assert.Equal(Rule.SomebodyElseLooksAtUnusualReading, Assert.Throws<RuleBrokenException>(() => found.Look(UnusualOutcome.TheWork, chief with { By = Elin })).Rule);
        Assert.Null(found.Outcome);
        found.Look(UnusualOutcome.GoesOn, chief);
        found.Look(UnusualOutcome.Asked, chief with { At = Now.AddDays(1) });

        Assert.Equal((UnusualOutcome.Asked, chief.By, Now.AddDays(1)), (found.Outcome, found.LookedBy!.Value, found.LookedAt));
    }

    private static ReadingWeek Colleague(int cases, int afterHours) => new(UserId.New(Now), Haven, Week, cases, afterHours);
}
