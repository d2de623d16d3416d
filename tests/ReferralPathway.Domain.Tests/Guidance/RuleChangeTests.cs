using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;
using static ReferralPathway.Domain.Tests.Cases.Acting;

namespace ReferralPathway.Domain.Tests.Guidance;

public sealed class RuleChangeTests
{
    private static readonly RuleSettings ByTheGuide = new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod);
    private static readonly PersonId Stefan = PersonId.New(Jonas.At);
    private static readonly PersonId Lotta = PersonId.New(Jonas.At);

    [Fact]
    public void Rules_are_never_changed_backwards()
    {
        Assert.Equal(Rule.RulesAreNotChangedBackwards, Breaks(() => RuleChange.Ask(1, ByTheGuide, Jonas.Day.AddDays(-1), Stefan, Jonas)));
        var asked = RuleChange.Ask(1, ByTheGuide, Jonas.Day, Stefan, Jonas);
        asked.Confirm(Lotta, Birgitta with { At = Birgitta.At.AddDays(3) });
        Assert.Equal((RuleChangeState.Confirmed, Jonas.Day.AddDays(3)), (asked.State, asked.Since));
    }

    [Fact]
    public void Somebody_else_confirms_and_only_once()
    {
        var asked = RuleChange.Ask(1, ByTheGuide, Jonas.Day.AddDays(7), Stefan, Jonas);

        Assert.Equal(Rule.SomebodyElseConfirms, Breaks(() => asked.Confirm(Stefan, Jonas)));
        Assert.Equal(RuleChangeState.Waiting, asked.State);
        asked.Refuse(Lotta, Birgitta);
        Assert.Equal(Rule.AChangeIsDecidedOnce, Breaks(() => asked.Confirm(Lotta, Birgitta)));
    }

    [Fact]
    public void Of_a_day_holds_the_latest_choice_that_had_begun()
    {
        DatedRuleSettings[] chosen =
        [
            new(3, new(2026, 6, 1), ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.GrantedReflectionPeriod),
            new(2, new(2026, 3, 1), ReflectionPeriodRuleSet.Guide, ReimbursementFrom.Application),
            new(1, new(2026, 3, 1), ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.GrantedReflectionPeriod),
        ];

        Assert.Equal(RuleSettings.Default, RuleSettings.On(new(2026, 2, 28), chosen));
        Assert.Equal(new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.Application), RuleSettings.On(new(2026, 3, 1), chosen));
        Assert.Equal(new(ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.GrantedReflectionPeriod), RuleSettings.On(new(2026, 6, 1), chosen));
    }
}
