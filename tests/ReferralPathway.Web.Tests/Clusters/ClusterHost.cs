using System.Diagnostics;
using ReferralPathway.Data.Clusters;

namespace ReferralPathway.Web.Tests.Clusters;

/// <summary>A second process of this test assembly that holds a private cluster, so that a test can kill it.</summary>
public sealed class ClusterHost
{
    private const string DirectoryVariable = "PATHWAY_TEST_CLUSTER_DIRECTORY";

    public static Process Start(string directory)
    {
        var method = $"{typeof(ClusterHost).FullName}.{nameof(Holds_a_cluster_until_it_is_killed)}";
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(ClusterHost).Assembly.Location, "-explicit", "only", "-method", method])
        {
            Environment = { [DirectoryVariable] = directory },
            RedirectStandardOutput = true,
        })!;
    }

    [Fact(Explicit = true)]
    public async Task Holds_a_cluster_until_it_is_killed()
    {
        var directory = Environment.GetEnvironmentVariable(DirectoryVariable);
        Assert.SkipWhen(directory is null, "Started only by the tests of the private cluster.");
        await using var cluster = await PrivateCluster.StartAsync(directory, ClusterLifetime.Kept, TestContext.Current.CancellationToken);
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }
}
