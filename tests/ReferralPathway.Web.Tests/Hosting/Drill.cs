namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>A drill goes on for as long as one likes: a few rounds in every run, and all of them when <c>PATHWAY_DRILL</c> is <c>whole</c>.</summary>
internal static class Drill
{
    public static bool IsWhole => Environment.GetEnvironmentVariable("PATHWAY_DRILL") == "whole";

    public static int Rounds(int few, int whole) => IsWhole ? whole : few;

    /// <summary>A line of what the drill counted.</summary>
    public static void Say(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (IsWhole) Console.WriteLine(line);
    }

    /// <summary>Of what is drawn by chance: the same in every run, another in each drill, and the one of <c>PATHWAY_DRILL_SEED</c> to see again what one of them found.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("PATHWAY_DRILL_SEED"), out var given) ? given : IsWhole ? Random.Shared.Next(1, 1_000_000) : 1;
}
