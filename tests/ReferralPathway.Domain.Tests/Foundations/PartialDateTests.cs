using ReferralPathway.Domain.Foundations;
using static ReferralPathway.Domain.Tests.Foundations.Iso;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-03", "2026-03-01", "2026-03-31")]
    [InlineData(" 2024-02 ", "2024-02-01", "2024-02-29")]
    public void A_year_or_a_month_covers_the_days_it_can_mean(string text, string earliest, string latest)
    {
        Assert.True(PartialDate.TryParse(text, out var date));

        Assert.Equal(text.Trim(), date.ToString());
        Assert.Equal(Day(earliest), date.Earliest);
        Assert.Equal(Day(latest), date.Latest);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("26")]
    [InlineData("2026-3")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-03-16")]
    [InlineData("1899-12")]
    [InlineData("spring 2026")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Null(date);
    }

    [Theory]
    [InlineData("2024-03", "2024-03", true)]
    [InlineData("2024-03", "2024", true)]
    [InlineData("2024", "2024-01", true)]
    [InlineData("2024-12", "2025", true)]
    [InlineData("2024-03", "2024-02", false)]
    [InlineData("2025", "2024-12", false)]
    [InlineData("2025-01", "2024", false)]
    public void A_period_is_in_order_when_it_may_end_after_it_began(string from, string to, bool inOrder) =>
        Assert.Equal(inOrder, Read(from).MayPrecede(Read(to)));

    [Fact]
    public void Two_partial_dates_are_equal_when_they_say_the_same()
    {
        Assert.Equal(Read("2024"), Read(" 2024"));
        Assert.NotEqual(Read("2024"), Read("2024-01"));
    }

    private static PartialDate Read(string text)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        return date;
    }
}
