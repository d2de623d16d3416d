namespace ReferralPathway.Domain.Foundations;

/// <summary>Two points on which the national guide and the law differ, and how an installation reads them.</summary>
public sealed record RuleSettings(ReflectionPeriodRuleSet RuleSet, ReimbursementFrom ReimbursementFrom)
{
    /// <summary>The law as it stands.</summary>
    public static readonly RuleSettings Default = new(ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.Application);

    /// <summary>What holds on a Swedish day: the latest choice that had begun, else the law.</summary>
    public static RuleSettings On(DateOnly day, IEnumerable<DatedRuleSettings> chosen) =>
        chosen.Where(c => c.Since <= day).OrderBy(c => c.Since).ThenBy(c => c.Number).LastOrDefault() is { } found ? new(found.RuleSet, found.ReimbursementFrom) : Default;
}

/// <summary>A choice, and the Swedish day from which it holds.</summary>
/// <param name="Number">Of two choices for the same day the later one counts.</param>
public sealed record DatedRuleSettings(int Number, DateOnly Since, ReflectionPeriodRuleSet RuleSet, ReimbursementFrom ReimbursementFrom);

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
