using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Guidance;

namespace ReferralPathway.Domain.Tests.Guidance;

/// <summary>What a test asks the guidance, and how it reads the answer.</summary>
internal static class Asking
{
    /// <summary>The situation from which every case of the domain reference departs: Monday 16 March 2026, an adult from a third country without a permit, in Sweden.</summary>
    public static readonly Situation Usual = new()
    {
        AsOf = new(2026, 3, 16),
        LegalStatus = LegalStatus.Irregular,
        Citizenship = ResidenceClass.ThirdCountry,
        Exposure = Exposure.Thb,
        Settings = new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod),
    };

    public static readonly RuleSettings Law2022 = new(ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.GrantedReflectionPeriod);

    public static Permission Granted(string from, string to) => new(ApplicationState.Granted, DateOnly.Parse(from, null), DateOnly.Parse(to, null));

    public static IReadOnlyList<GuidanceLine> Lines(Situation asked) => GuidanceAnswer.To(asked).Lines;

    /// <summary>The lines of a rule.</summary>
    public static IReadOnlyList<GuidanceLine> Of(this IEnumerable<GuidanceLine> lines, string rule) => [.. lines.Where(l => l.RuleId == rule)];

    public static GuidanceLine One(this IEnumerable<GuidanceLine> lines, string rule) => Assert.Single(lines, l => l.RuleId == rule);

    public static GuidanceLine One(this IEnumerable<GuidanceLine> lines, Support support) => Assert.Single(lines, l => l.Support == support);

    /// <summary>It does not appear as something the person has, or can apply for.</summary>
    public static void HasNo(this IEnumerable<GuidanceLine> lines, string rule) =>
        Assert.DoesNotContain(lines, l => l.RuleId == rule && l.Strength is Strength.Right or Strength.Available or Strength.LikelyOnly or Strength.CanApply or Strength.Info);
}
