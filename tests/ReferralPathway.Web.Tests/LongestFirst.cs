using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(ReferralPathway.Web.Tests.LongestFirst))]

namespace ReferralPathway.Web.Tests;

/// <summary>The classes that take minutes begin first, so that none of them is left alone at the end while a core has nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
        [.. new[] { typeof(Walking.WalkingTests), typeof(RoundTrips.RoundTripTests), typeof(Walking.MatrixTests), typeof(Walking.BadInputTests), typeof(Walking.PostingTests), typeof(Walking.FuzzTests) }.Select(t => t.FullName!)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Longest, l => c.TestCollectionDisplayName.Contains(l, StringComparison.Ordinal)) is >= 0 and var place ? place : Longest.Length)];
}
