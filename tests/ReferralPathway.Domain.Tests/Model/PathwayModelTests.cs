using System.Collections.Concurrent;
using System.Diagnostics;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Tests.Model;

/// <summary>
/// Section 3 as a reference model, walked beside the product by ten thousand random sequences of acts: whatever anybody tries, in whatever order, both allow and refuse the same,
/// by the same rule, and stand in the same states afterwards. See <see cref="Rooms.Rooms"/> for how a room is added.
/// </summary>
public sealed class PathwayModelTests(ITestOutputHelper output)
{
    private const int Sequences = 10_000;

    /// <summary>Another first seed walks ten thousand others; a divergence prints its own.</summary>
    private const int FirstSeed = 20261122;

    /// <summary>How often each transition is taken, and how often refused, at the least: below it the generator has grown blind.</summary>
    private const int LeastTaken = 10;

    private const int LeastRefused = 1;

    [Fact]
    public void Ten_thousand_random_sequences_of_acts_find_no_difference_from_section_3()
    {
        var generator = new Generator(Rooms.Rooms.Moves);
        var watch = Stopwatch.StartNew();
        var (tally, found) = Walked(generator, stopAtFirst: false);
        output.WriteLine($"{Sequences} sequences, {found.Count} apart, {tally.Acts} acts, {tally.Allowed} allowed, {tally.Acts - tally.Allowed} refused, {watch.Elapsed.TotalSeconds:0.0} s");
        foreach (var row in Rows) output.WriteLine($"{row,-24} taken {tally.Taken.GetValueOrDefault(row),6}   refused {tally.Refused.GetValueOrDefault(row),6}");
        foreach (var (rule, times) in tally.Rules.OrderBy(r => r.Key, StringComparer.Ordinal)) output.WriteLine($"{rule,-48} {times,6}");
        if (found.Count > 0) Assert.Fail(Told(generator, found));

        // The generator sees everything that there is to see.
        Assert.Empty(Rows.Where(row => tally.Taken.GetValueOrDefault(row) < LeastTaken).Select(row => $"{row} was taken {tally.Taken.GetValueOrDefault(row)} times"));
        Assert.Empty(Rows.Where(row => tally.Refused.GetValueOrDefault(row) < LeastRefused).Select(row => $"{row} was refused {tally.Refused.GetValueOrDefault(row)} times"));
        Assert.Empty(Rooms.Rooms.Moves.Where(BeginsSomewhere).Where(move => tally.OutOfState.GetValueOrDefault(move.Name) < LeastRefused).Select(move => $"{move.Name} was tried from another state {tally.OutOfState.GetValueOrDefault(move.Name)} times"));
    }

    [Theory]
    [InlineData("resume", "U6", "Reported")]
    [InlineData("complete a referral", "F5", "Declined")]
    [InlineData("appeal", "TRP 9b", "Submitted")]
    [InlineData("put back", "C5", "FormallyIdentified")]
    [InlineData("decline a return", "R6 no a", "ReturnedForChanges")]
    [InlineData("the person answers the plan", "L2 no", "Discontinued")]
    [InlineData("decide on a claim", "B3 nothing", "Granted")]
    [InlineData("send a question back", "N4b", "Submitted")]
    [InlineData("end integration", "integration given up b", "Completed")]
    public void A_row_that_leads_elsewhere_is_found_and_told_in_a_few_lines(string act, string row, string to) =>
        IsFound(act, move => move.But(r => r.Id == row ? r with { To = to } : r), row);

    [Theory]
    [InlineData("rule out")]
    [InlineData("grant")]
    [InlineData("withdraw a referral")]
    [InlineData("approve a return")]
    [InlineData("what only the board does")]
    [InlineData("register a request from paper")]
    public void A_row_that_lets_somebody_else_act_is_found(string act) =>
        IsFound(act, move => move.But(r => r with { Who = Who.Of([.. Who.Six, Role.IomCaseworker], [.. Who.Team, Relation.PartColleague]) }), "403");

    [Theory]
    [InlineData("hand in an application", "ThePersonCooperates")]
    [InlineData("send a referral", "ReferralSendsOnlyWhatIsCovered")]
    [InlineData("consent given", "AConsentEndsAfterItBegins")]
    [InlineData("initiate an investigation", "ReasonToAssumeAnOffence")]
    [InlineData("close", "ApplicationsKeepTheCaseOpen")]
    [InlineData("approve a return", "WhoeverWrotePartADoesNotDecide")]
    [InlineData("end a plan", "EverythingIsSettledAtTheEnd")]
    [InlineData("what only the board does", "AChildOfFifteenSpeaksForItself")]
    [InlineData("write down a cost", "ACostLiesInTheStay")]
    [InlineData("decide on disclosure", "WhatIsHandedOverIsWrittenDown")]
    [InlineData("send a question", "AConsultationNamesNobody")]
    [InlineData("add a component", "AComponentHasItsProvider")]
    public void A_guard_that_is_missing_is_found(string act, string rule) =>
        IsFound(act, move => move.Without(rule), rule);

    private static IReadOnlyList<string> Rows => [.. Rooms.Rooms.Moves.SelectMany(m => m.Rows).Select(r => r.Id).Distinct()];

    private static bool BeginsSomewhere(Move move) => !move.Quiet && move.Rows.All(r => r.From != "");

    private void IsFound(string act, Func<Move, Move> broken, string said)
    {
        Assert.Contains(Rooms.Rooms.Moves, m => m.Name == act);
        var generator = new Generator([.. Rooms.Rooms.Moves.Select(m => m.Name == act ? broken(m) : m)]);
        var (seed, first) = Assert.Single(Walked(generator, stopAtFirst: true).Found);
        var shrunk = generator.Shrunk(first);
        var told = generator.Told(shrunk, seed);
        output.WriteLine(told);
        Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.Contains(act, told, StringComparison.Ordinal);
        Assert.Contains($"seed {seed}", told, StringComparison.Ordinal);
        Assert.InRange(shrunk.Steps.Count, 1, 30);
        // Whoever sees it can see it again.
        Assert.Equal(shrunk.Said, generator.Replay(shrunk.Steps)?.Said);
    }

    /// <summary>One sequence for each kind of difference, the commonest first.</summary>
    private static string Told(Generator generator, IReadOnlyList<(int Seed, Divergence Divergence)> found) => string.Join("\n\n", found
        .GroupBy(f => (f.Divergence.Act, f.Divergence.Said.Split('\n')[0])).OrderByDescending(kind => kind.Count()).Take(8)
        .Select(kind => $"{kind.Count()} of {found.Count}: {generator.Told(generator.Shrunk(kind.MinBy(f => f.Divergence.Steps.Count).Divergence), kind.MinBy(f => f.Divergence.Steps.Count).Seed)}"));

    /// <summary>Walks the sequences, and keeps what came apart; only the one with the lowest seed where the first is enough.</summary>
    private static (Tally Tally, IReadOnlyList<(int Seed, Divergence Divergence)> Found) Walked(Generator generator, bool stopAtFirst)
    {
        var all = new Tally();
        var apart = new ConcurrentDictionary<int, Divergence>();
        Parallel.For(0, Sequences, () => new Tally(), (n, state, tally) =>
        {
            if (state.ShouldExitCurrentIteration) return tally;
            if (generator.Sequence(FirstSeed + n, tally) is { } found)
            {
                apart[FirstSeed + n] = found;
                if (stopAtFirst) state.Break();
            }
            return tally;
        }, tally => { lock (all) all.Add(tally); });
        var sorted = apart.OrderBy(a => a.Key).Select(a => (a.Key, a.Value));
        return (all, [.. stopAtFirst ? sorted.Take(1) : sorted]);
    }
}
