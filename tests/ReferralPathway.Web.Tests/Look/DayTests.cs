using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Look;

public sealed class DayTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);

    private static Wording In(string language) => new(new Phrasebook(strict: true), PageLanguage.Of(language)!, new FixedClock(Now), new TextTests.NoCodes());

    [Theory]
    [InlineData("en", "2026-03-30", "Mon 30\u00a0March", "Monday 30\u00a0March", "30\u00a0March 2026")]
    [InlineData("sv", "2026-03-30", "mån 30\u00a0mars", "måndag 30\u00a0mars", "30\u00a0mars 2026")]
    [InlineData("en", "2027-09-02", "Thu 2\u00a0September 2027", "Thursday 2\u00a0September 2027", "2\u00a0September 2027")]
    [InlineData("sv", "2027-09-02", "tors 2\u00a0september 2027", "torsdag 2\u00a0september 2027", "2\u00a0september 2027")]
    public void A_day_is_written_as_people_write_it(string language, string day, string asDay, string asLongDay, string asDate)
    {
        var t = In(language);
        Assert.Equal((asDay, asLongDay, asDate, day), (t.Day(DateOnly.Parse(day, null)), t.LongDay(DateOnly.Parse(day, null)), t.Date(DateOnly.Parse(day, null)), t.Iso(DateOnly.Parse(day, null))));
    }

    [Theory]
    [InlineData("sv", "2026-03-15T23:30:00Z", "00.30", "i dag 00.30")]
    [InlineData("en", "2026-03-15T22:59:00Z", "23:59", "Sun 15\u00a0March 23:59")]
    [InlineData("en", "2026-03-30T14:29:00Z", "16:29", "Mon 30\u00a0March 16:29")]
    public void An_instant_is_shown_in_Swedish_time(string language, string instant, string time, string moment)
    {
        var t = In(language);
        Assert.Equal((time, moment), (t.Time(DateTimeOffset.Parse(instant, null)), t.Moment(DateTimeOffset.Parse(instant, null))));
    }

    [Theory]
    [InlineData("2026-03-12", "4 days late")]
    [InlineData("2026-03-15", "1 day late")]
    [InlineData("2026-03-16", "today")]
    [InlineData("2026-03-17", "tomorrow")]
    [InlineData("2026-03-30", "14 days left")]
    public void A_deadline_says_what_is_left(string day, string left) => Assert.Equal(left, In("en").Left(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData("2026-03-16T15:40:00Z", "6 hours left")]
    [InlineData("2026-03-16T09:20:00Z", "less than an hour left")]
    [InlineData("2026-03-16T07:00:00Z", "2 hours late")]
    [InlineData("2026-03-20T09:00:00Z", "4 days left")]
    public void A_deadline_within_the_day_counts_hours(string instant, string left) => Assert.Equal(left, In("en").Left(DateTimeOffset.Parse(instant, null)));

    [Fact]
    public void Small_numbers_are_words()
    {
        Assert.Equal("Tre svar behöver ses över", In("sv").Count("Look.Errors.Title", 3));
        Assert.Equal("One answer needs another look", In("en").Count("Look.Errors.Title", 1));
        Assert.Equal("13 answers need another look", In("en").Count("Look.Errors.Title", 13));
    }
}
