using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Retention;

namespace ReferralPathway.Domain.Tests.Retention;

/// <summary>How long each organisation keeps what it holds of a case (DOMAIN 9.3).</summary>
public sealed class RetentionPeriodTests
{
    private static readonly KeptCopy Board = new(OrganisationKind.Municipality, KeepsForResearch: false, new(2026, 3, 16), new(2026, 3, 10), WasPlaced: false, WasInquired: false, new(2056, 3, 16));

    [Theory]
    [InlineData(OrganisationKind.Municipality, RetentionRule.SocialFile, "2031-03-11")]
    [InlineData(OrganisationKind.MunicipalOutreach, RetentionRule.SocialFile, "2031-03-11")]
    [InlineData(OrganisationKind.Ngo, RetentionRule.PrivateFile, "2028-03-17")]
    [InlineData(OrganisationKind.NgoPlatform, RetentionRule.PrivateFile, "2028-03-17")]
    [InlineData(OrganisationKind.Lawyer, RetentionRule.PrivateFile, "2028-03-17")]
    [InlineData(OrganisationKind.RegionalCoordinator, RetentionRule.ReceivedCopy, "2028-03-17")]
    [InlineData(OrganisationKind.Police, RetentionRule.ReceivedCopy, "2028-03-17")]
    [InlineData(OrganisationKind.Prosecutor, RetentionRule.ReceivedCopy, "2028-03-17")]
    [InlineData(OrganisationKind.MigrationAgency, RetentionRule.ReceivedCopy, "2028-03-17")]
    [InlineData(OrganisationKind.Iom, RetentionRule.ReceivedCopy, "2028-03-17")]
    public void Each_kind_keeps_as_long_as_its_law_says(OrganisationKind kind, RetentionRule rule, string from)
    {
        // The last entry of a private provider was the day on which its part ended.
        var copy = Board with { Kind = kind, LastEntryOn = rule == RetentionRule.SocialFile ? Board.LastEntryOn : Board.EndedOn!.Value };
        var period = RetentionPeriod.Of(copy);
        Assert.Equal((rule, DateOnly.Parse(from, null)), (period.Rule, period.From));
    }

    [Fact]
    public void A_social_board_is_done_by_the_end_of_the_next_year() => Assert.Equal(new(2032, 12, 31), RetentionPeriod.Of(Board).AtTheLatest);

    [Fact]
    public void Nothing_is_erased_while_the_part_goes_on() => Assert.Null(RetentionPeriod.Of(Board with { EndedOn = null }).From);

    /// <summary>Nobody wrote for six years, and then the case was closed.</summary>
    [Fact]
    public void Nothing_is_erased_on_the_day_on_which_it_ends() => Assert.Equal(new(2026, 3, 17), RetentionPeriod.Of(Board with { LastEntryOn = new(2020, 1, 1) }).From);

    [Theory]
    [InlineData(OrganisationKind.Municipality, false, true, RetentionRule.PlacedChild)]
    [InlineData(OrganisationKind.Municipality, true, false, RetentionRule.Research)]
    [InlineData(OrganisationKind.Municipality, true, true, RetentionRule.Research)]
    public void A_placed_child_and_a_sample_for_research_are_never_erased(OrganisationKind kind, bool research, bool placed, RetentionRule rule) =>
        Assert.Equal((rule, null), (RetentionPeriod.Of(Board with { Kind = kind, KeepsForResearch = research, WasPlaced = placed }) is var p ? p.Rule : default, p.From));

    /// <summary>The law is about the board's file: the copy of an organisation that helped the child is a private file all the same.</summary>
    [Fact]
    public void Whoever_helped_a_placed_child_keeps_it_no_longer_than_others() =>
        Assert.Equal(RetentionRule.PrivateFile, RetentionPeriod.Of(Board with { Kind = OrganisationKind.Ngo, WasPlaced = true }).Rule);

    [Theory]
    [InlineData("2041-03-16", "2041-03-16")]
    [InlineData("2030-01-01", "2031-03-11")]
    public void An_inquiry_about_a_child_is_kept_until_it_is_thirty_and_five_years_at_the_least(string thirty, string from) =>
        Assert.Equal((RetentionRule.ChildInquiry, DateOnly.Parse(from, null)), (RetentionPeriod.Of(Board with { WasInquired = true, ThirtyOn = DateOnly.Parse(thirty, null) }) is var p ? p.Rule : default, p.From));

    [Fact]
    public void A_leap_day_ends_like_any_other() => Assert.Equal(new(2029, 3, 1), RetentionPeriod.Of(Board with { LastEntryOn = new(2024, 2, 29), EndedOn = new(2024, 3, 1) }).From);
}
