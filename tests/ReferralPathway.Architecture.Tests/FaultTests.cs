namespace ReferralPathway.Architecture.Tests;

/// <summary>The faults that <c>tests/drill faults</c> plants still fit the code, so that the drill can be run at any time.</summary>
public sealed class FaultTests
{
    public static IEnumerable<TheoryDataRow<string>> Faults => Repository.Files("*.patch").Select(file => new TheoryDataRow<string>(file));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_fits_the_code_and_names_who_catches_it(string fault)
    {
        var lines = Repository.Read(fault).Split('\n');
        var file = lines.Single(l => l.StartsWith("--- a/", StringComparison.Ordinal))["--- a/".Length..];
        var before = lines.SkipWhile(l => !l.StartsWith("@@", StringComparison.Ordinal)).Skip(1).Where(l => l is [' ' or '-', ..]).Select(l => l[1..]).ToList();
        string[] caught = lines.Single(l => l.StartsWith("Caught by: ", StringComparison.Ordinal)).Split(' ');

        Assert.NotEmpty(before);
        Assert.Contains(string.Join('\n', before), Repository.Read(file), StringComparison.Ordinal);
        Assert.Contains(Repository.Files($"{caught[3]}.cs"), f => f.StartsWith($"tests/ReferralPathway.{caught[2]}.Tests/", StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_ten() => Assert.InRange(Faults.Count(), 10, 100);
}
