namespace ReferralPathway.Domain.Guidance;

/// <summary>
/// What support this person may get now, from whom, on what ground, and what is missing. A pure function of the situation: the same question gives the same answer on
/// every day it is asked.
/// </summary>
public sealed class GuidanceAnswer
{
    private GuidanceAnswer(Position position, IReadOnlyList<GuidanceLine> lines, IReadOnlyList<GuidanceRule> rules)
    {
        Position = position;
        Lines = lines;
        Rules = rules;
    }

    public Position Position { get; }

    /// <summary>In the order in which they are read.</summary>
    public IReadOnlyList<GuidanceLine> Lines { get; }

    /// <summary>The rules that were asked: those in force on the day, under the settings of the day.</summary>
    public IReadOnlyList<GuidanceRule> Rules { get; }

    public static GuidanceAnswer To(Situation situation)
    {
        var position = Position.Of(situation);
        var rules = GuidanceRules.All.Where(rule => rule.AppliesTo(situation.AsOf, situation.Settings)).ToList();
        var said = rules.SelectMany(rule => rule.Says(position, rule));
        return new(position, [.. rules.Where(rule => rule.Shapes is not null).Aggregate(said, (lines, rule) => rule.Shapes!(position, lines))], rules);
    }

    /// <summary>What would be another answer in another situation.</summary>
    public GuidanceDifference ComparedWith(Situation other)
    {
        var after = To(other);
        var before = Lines.ToLookup(line => line.Key);
        var now = after.Lines.ToLookup(line => line.Key);
        return new(
            [.. after.Lines.Where(line => !before.Contains(line.Key))],
            [.. Lines.Where(line => !now.Contains(line.Key))],
            [.. from line in after.Lines from old in before[line.Key] where !old.SaysTheSameAs(line) select (old, line)]);
    }

    /// <summary>The questions "what if" that would change something here, each with what it would change.</summary>
    public IReadOnlyList<(WhatIf If, GuidanceDifference Difference)> WhatIfs()
    {
        var found = new List<(WhatIf, GuidanceDifference)>();
        foreach (var @if in Enum.GetValues<WhatIf>())
        {
            if (Supposing.That(@if, Position) is not { } other) continue;
            if (ComparedWith(other) is { IsNothing: false } difference) found.Add((@if, difference));
        }
        return found;
    }
}
