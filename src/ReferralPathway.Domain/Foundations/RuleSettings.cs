namespace ReferralPathway.Domain.Foundations;

/// <summary>The two readings of the law between which the operator of an installation chooses.</summary>
public sealed record RuleSettings(ReflectionPeriodRuleSet RuleSet, ReimbursementFrom ReimbursementFrom)
{
    /// <summary>The law as it stands.</summary>
    public static readonly RuleSettings Default = new(ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.Application);
}

/// <summary>Who may apply for a reflection period.</summary>
public enum ReflectionPeriodRuleSet
{
    /// <summary>The law in force on the day: since 1 August 2022 also the social board, without a preliminary investigation (UtlL 5:15, lag 2022:1015).</summary>
    Law2022,
    /// <summary>Only what the national guide describes: the investigation leader, once an investigation is initiated (S1-15).</summary>
    Guide,
}

/// <summary>From when a municipality may claim its costs from the state.</summary>
public enum ReimbursementFrom
{
    /// <summary>From the application for a reflection period or a temporary permit (förordning 2017:193).</summary>
    Application,
    /// <summary>From a granted reflection period (S1-17).</summary>
    GrantedReflectionPeriod,
}
