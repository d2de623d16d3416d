namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>A drill goes on for as long as one likes: a few rounds in every run, and all of them when <c>PATHWAY_DRILL</c> is <c>whole</c>.</summary>
internal static class Drill
{
    private static bool IsWhole => Environment.GetEnvironmentVariable("PATHWAY_DRILL") == "whole";

    public static int Rounds(int few, int whole) => IsWhole ? whole : few;
}
