using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Foundations;

public sealed class CodeChangeTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly Act Stefan = new(UserId.New(At), Role.Administrator, OrganisationId.New(At), At);

    [Fact]
    public void Only_lists_on_which_no_law_hangs_lose_codes()
    {
        Assert.Equal(Rule.SomeCodesAreLaw, Broken(CodeLists.LegalStatus, "IRREGULAR", Stefan.Day));
        Assert.Equal("Utan rätt", CodeChange.Write(CodeLists.LegalStatus, "IRREGULAR", "Utan rätt", "Without a right", null, null, Stefan).Sv);
        Assert.All(CodeChange.Withdrawable, list => Assert.NotEmpty(CodeLists.Get(list).Items));
    }

    [Fact]
    public void A_code_is_withdrawn_from_today_or_later_and_a_day_that_stands_may_stay()
    {
        Assert.Equal(Rule.ACodeIsWithdrawnAhead, Broken(CodeLists.Service, "TRACING", Stefan.Day.AddDays(-1)));
        var withdrawn = CodeChange.Write(CodeLists.Service, "TRACING", "Efterforskning", "Tracing", Stefan.Day, null, Stefan);

        var nextWeek = Stefan with { At = At.AddDays(7) };
        Assert.Equal(Stefan.Day, CodeChange.Write(CodeLists.Service, "TRACING", "Efterforskning av familj", "Tracing", withdrawn.WithdrawnFrom, withdrawn, nextWeek).WithdrawnFrom);
        Assert.Null(CodeChange.Write(CodeLists.Service, "TRACING", "Efterforskning", "Tracing", null, withdrawn, nextWeek).WithdrawnFrom);
    }

    [Fact]
    public void No_code_is_made_up() => Assert.Equal(Rule.CodesAreListed, Broken(CodeLists.Service, "NEW", null));

    private static Rule Broken(CodeList list, string code, DateOnly? withdrawnFrom) =>
        Assert.Throws<RuleBrokenException>(() => CodeChange.Write(list, code, "a", "b", withdrawnFrom, null, Stefan)).Rule;
}
