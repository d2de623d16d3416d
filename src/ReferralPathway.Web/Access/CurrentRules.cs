using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Access;

/// <summary>Which reading of the law this installation follows.</summary>
public sealed class CurrentRules(IConfiguration configuration)
{
    public ReflectionPeriodRuleSet ReflectionPeriod => configuration.GetValue("Pathway:RuleSet", ReflectionPeriodRuleSet.Guide);
}
