using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Guidance;

/// <summary>
/// An administrator asks that the installation reads the rules otherwise from a day on; another confirms. Never of yesterday: what was said of a day stays what was
/// said. Choices are added and never changed, so that the rules of every past day can be shown.
/// </summary>
public sealed class RuleChange
{
    private RuleChange() { }

    /// <param name="number">The next in the row of all changes.</param>
    /// <exception cref="RuleBrokenException"><see cref="Rule.RulesAreNotChangedBackwards"/></exception>
    public static RuleChange Ask(int number, RuleSettings settings, DateOnly since, PersonId askedBy, Act act)
    {
        if (since < act.Day) throw new RuleBrokenException(Rule.RulesAreNotChangedBackwards);
        return new()
        {
            Id = Guid.CreateVersion7(act.At),
            Number = number,
            RuleSet = settings.RuleSet,
            ReimbursementFrom = settings.ReimbursementFrom,
            Since = since,
            AskedBy = act.By,
            AskedByPerson = askedBy,
            AskedAt = act.At,
        };
    }

    /// <summary>What an installation begins with.</summary>
    public static RuleChange Preset(int number, RuleSettings settings, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Number = number,
        RuleSet = settings.RuleSet,
        ReimbursementFrom = settings.ReimbursementFrom,
        Since = Always,
        State = RuleChangeState.Confirmed,
        AskedBy = Act.System,
        AskedAt = at,
        DecidedBy = Act.System,
        DecidedAt = at,
    };

    /// <summary>Before any day that is asked about.</summary>
    public static readonly DateOnly Always = new(1900, 1, 1);

    public Guid Id { get; private set; }

    public int Number { get; private set; }

    public ReflectionPeriodRuleSet RuleSet { get; private set; }

    public ReimbursementFrom ReimbursementFrom { get; private set; }

    /// <summary>The first Swedish day on which it holds.</summary>
    public DateOnly Since { get; private set; }

    public RuleChangeState State { get; private set; }

    public UserId AskedBy { get; private set; }

    public PersonId AskedByPerson { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public UserId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>A second administrator agrees. A day that has passed meanwhile becomes today.</summary>
    /// <exception cref="RuleBrokenException">Asked for by the same person, or decided before.</exception>
    public void Confirm(PersonId person, Act act)
    {
        Decide(RuleChangeState.Confirmed, person, act);
        if (Since < act.Day) Since = act.Day;
    }

    /// <summary>A second administrator does not agree.</summary>
    /// <exception cref="RuleBrokenException">Asked for by the same person, or decided before.</exception>
    public void Refuse(PersonId person, Act act) => Decide(RuleChangeState.Refused, person, act);

    private void Decide(RuleChangeState state, PersonId person, Act act)
    {
        if (person == AskedByPerson) throw new RuleBrokenException(Rule.SomebodyElseConfirms);
        State = State == RuleChangeState.Waiting ? state : throw new RuleBrokenException(Rule.AChangeIsDecidedOnce);
        DecidedBy = act.By;
        DecidedAt = act.At;
    }
}

public enum RuleChangeState { Waiting, Confirmed, Refused }
