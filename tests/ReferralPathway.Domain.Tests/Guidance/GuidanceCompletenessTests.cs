using ReferralPathway.Domain.Guidance;

namespace ReferralPathway.Domain.Tests.Guidance;

/// <summary>Nobody falls through: whatever is known or not known, there is an answer, and a way to help.</summary>
public sealed class GuidanceCompletenessTests
{
    /// <summary>Inputs behind the legal status, which moves most rules; these three are walked in pairs with everything else.</summary>
    private static readonly Input[] BehindStatus = [Input.AsOf, Input.LegalStatusValidTo, Input.Citizenship];

    public static TheoryData<string> Rules => [.. GuidanceRules.All.Select(r => r.Name)];

    [Fact]
    public void Every_pair_of_values_is_asked_about()
    {
        int[] sizes = [3, 4, 2, 3, 5];
        var rows = GuidanceSpace.Rows(sizes).ToList();

        Assert.All(GuidanceSpace.Pairs(sizes), p => Assert.Contains(rows, r => r[p.A] == p.X && r[p.B] == p.Y));
        Assert.InRange(rows.Count, 20, 40);
        Assert.Equal(Enum.GetValues<Input>(), GuidanceSpace.Values.Keys);
    }

    [Fact]
    public void No_two_inputs_together_leave_anybody_without_an_answer()
    {
        var asked = GuidanceSpace.Pairwise();

        Assert.InRange(asked.Count, 18 * 14, 2000);
        Assert.All(asked, NobodyFallsThrough);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_answers_every_combination_of_the_inputs_it_names(string name)
    {
        var rule = Find(name);
        var inputs = rule.Reads.Except(BehindStatus).ToList();
        var asked = GuidanceSpace.Every(inputs).ToList();

        Assert.Equal(inputs.Aggregate(1, (n, input) => n * GuidanceSpace.Some(input).Length), asked.Count);
        foreach (var situation in asked) NobodyFallsThrough(situation);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_is_moved_by_no_input_that_it_does_not_name(string name)
    {
        var rule = Find(name);
        var others = GuidanceSpace.Values.Where(v => !rule.Reads.Contains(v.Key)).ToList();
        foreach (var asked in GuidanceSpace.Pairwise().Where((_, n) => n % 5 == 0))
            foreach (var (input, values) in others)
                foreach (var change in values)
                {
                    // The basis is the law's wording on the day, whatever the rule reads.
                    var other = change(asked);
                    if (input == Input.AsOf || !rule.AppliesTo(asked.AsOf, asked.Settings) || !rule.AppliesTo(other.AsOf, other.Settings)) continue;
                    Assert.Equal(Said(rule, asked), Said(rule, other));
                }
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_is_moved_by_each_input_that_it_names(string name)
    {
        var rule = Find(name);
        foreach (var input in rule.Reads.Except(BehindStatus).Where(input => input != Input.RuleSet))
            Assert.True(GuidanceSpace.Pairwise().Concat(GuidanceSpace.Every(rule.Reads.Except(BehindStatus))).Any(asked => GuidanceSpace.Values[input].Select(change => string.Join('|', Said(rule, change(asked)))).Distinct().Count() > 1), $"{name} names {input} and does not read it");
    }

    private static void NobodyFallsThrough(Situation asked)
    {
        var answer = GuidanceAnswer.To(asked);
        var lines = answer.Lines;

        Assert.True(lines[^1] is { RuleId: "R01", Strength: Strength.Available, ConsentNeeded: false }, "Advice to the professional is always there, and last.");
        Assert.True(lines.Select(l => (l.RuleId, l.Support, l.Provider)).Distinct().Count() == lines.Count, "A line stands once.");
        Assert.True(lines.All(l => l.Strength == Strength.NotNow == l.Missing.Count > 0 && l.LegalBasis.Length > 0), "Not now is said with what is missing, and everything on some ground.");
        if (!asked.InSweden || answer.Position.Identification == Identification.RuledOut) return;
        Assert.True(lines.Any(l => l.RuleId == "R03" && l.Strength == (answer.Position.IsUnderReception ? Strength.Available : Strength.Right)), "The municipality's help is a right, identified or not, or what reception leaves.");
        Assert.False(lines.Any(l => l.RuleId is "R02" or "R03" or "R04" or "R12" && l.Strength == Strength.NotNow), "No municipal help waits for anything.");
        Assert.True(lines.Any(l => l is { RuleId: "R05", Strength: Strength.Available or Strength.LikelyOnly }), "NGOs help everybody who is in Sweden.");
    }

    /// <summary>What a rule says by itself, or makes of what the others say.</summary>
    private static List<string> Said(GuidanceRule rule, Situation asked)
    {
        var position = Position.Of(asked);
        var lines = rule.Says(position, rule);
        if (rule.Shapes is { } shape)
        {
            // The same lines for both, so that only the shaping differs.
            lines = [.. lines, .. shape(position, AllLines)];
        }
        return [.. lines.Select(l => $"{l.Support} {l.Provider} {l.Strength} {l.ConsentNeeded} {l.NextStep} {l.Day} {l.Highlighted} {string.Join(',', l.Missing)} {string.Join(',', l.Notes)}")];
    }

    private static readonly IReadOnlyList<GuidanceLine> AllLines = [.. GuidanceSpace.Pairwise().SelectMany(s => GuidanceRules.All.SelectMany(r => r.Says(Position.Of(s), r))).DistinctBy(l => (l.RuleId, l.Support, l.Provider, l.NextStep))];

    private static GuidanceRule Find(string name) => GuidanceRules.All.Single(r => r.Name == name);
}
