// What is killed and measured here would be measured wrong beside another.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace ReferralPathway.Drills.Tests;

/// <summary>
/// A drill takes seconds in <c>./test</c>, and as long as it takes by <c>tests/drill</c>, which sets <c>PATHWAY_DRILL</c> to <c>whole</c>. What it counted is printed in both.
/// </summary>
internal static class Drill
{
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("PATHWAY_DRILL") == "whole";

    public static int Rounds(int brief, int whole) => IsWhole ? whole : brief;

    /// <summary>One line of the drill's answer.</summary>
    public static void Say(string line)
    {
        TestContext.Current.SendDiagnosticMessage("{0}", line);
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (IsWhole) Console.WriteLine(line);
    }
}
