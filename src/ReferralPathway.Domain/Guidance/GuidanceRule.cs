using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>
/// One rule of the guidance: when it applies, where it stands, which inputs it reads, and what it says. Most rules say lines; some (R18–R20) shape what the others said.
/// A rule is read by an administrator as it is read by the engine.
/// </summary>
public sealed record GuidanceRule(string Id)
{
    /// <summary>What tells two parts of one rule apart, such as the two applicants of R08; empty where there is one.</summary>
    public string Part { get; init; } = "";

    /// <summary>The name of its texts.</summary>
    public string Name => $"{Id}{Part}";

    public IReadOnlyList<LawText> Laws { get; init; } = [];

    /// <summary>Statements of the national guide (S1-nn) and of the return programme (S4-nn); none where a law alone says it, "house" where no source does.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>First day on which the rule applies; null where it is older than anybody asks.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The rule belongs to this rule set alone.</summary>
    public ReflectionPeriodRuleSet? Only { get; init; }

    /// <summary>The inputs that it names; no other changes what it says.</summary>
    public required IReadOnlySet<Input> Reads { get; init; }

    internal Func<Position, GuidanceRule, IEnumerable<GuidanceLine>> Says { get; init; } = (_, _) => [];

    internal Func<Position, IEnumerable<GuidanceLine>, IEnumerable<GuidanceLine>>? Shapes { get; init; }

    public bool AppliesTo(DateOnly day, RuleSettings settings) => !(day < Since) && (Only is null || Only == settings.RuleSet);

    public IEnumerable<LawText> LawsOn(DateOnly day) => Laws.Where(law => law.HoldsOn(day));

    /// <summary>"SoL 11:1, 12:1; S1-25": the sections as they stood on a day, and the statements.</summary>
    public string BasisOn(DateOnly day) => string.Join("; ", [.. LawsOn(day).Select(law => law.ToString()), .. Statements.Count == 0 ? [] : new[] { string.Join(", ", Statements) }]);

    internal GuidanceLine Line(Position p, Support support, Provider provider, Strength strength, NextStep next) => new()
    {
        Rule = this,
        Support = support,
        Provider = provider,
        Strength = strength,
        NextStep = next,
        AsOf = p.AsOf,
    };
}

/// <summary>Sections of an act, for as long as they stand there.</summary>
/// <param name="Act">Its short name, as lawyers write it: SoL, UtlL; or its number, 2008:344.</param>
/// <param name="Sections">"11:1, 12:1" is chapter 11, section 1, and chapter 12, section 1; an act without chapters has "4–6 §§".</param>
public sealed record LawText(string Act, string Sections, DateOnly? Since = null, DateOnly? Until = null)
{
    public override string ToString() => Sections.Length == 0 ? Act : $"{Act} {Sections}";

    public bool HoldsOn(DateOnly day) => !(day < Since) && !(day > Until);
}

/// <summary>The inputs of the guidance.</summary>
public enum Input
{
    AsOf,
    At,
    AgeClass,
    Unaccompanied,
    LegalStatus,
    LegalStatusValidTo,
    Citizenship,
    InSweden,
    Identification,
    Investigation,
    ReflectionPeriod,
    TemporaryPermit,
    Cooperation,
    TiesBroken,
    AcuteNeed,
    WishesReturn,
    Exposure,
    ReturnState,
    ReturnedOn,
    ConsentMunicipality,
    ConsentNgo,
    ConsentMigrationAgency,
    ConsentCoordinator,
    ConsentIom,
    ConsentMonitoring,
    ConsentJustice,
    Asker,
    RuleSet,
    ReimbursementFrom,
}
