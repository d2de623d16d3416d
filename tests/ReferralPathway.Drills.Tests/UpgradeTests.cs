using System.Diagnostics;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Drills.Tests;

/// <summary>A new version takes over from the one before, and nobody notices.</summary>
public sealed class UpgradeTests
{
    /// <summary>Where the version before is checked out and built: <c>tests/drill upgrade</c> does that.</summary>
    private static readonly string? Previous = Environment.GetEnvironmentVariable("PATHWAY_PREVIOUS");

    [Fact(Explicit = true)]
    public async Task The_database_is_migrated_while_the_version_before_works_on_it_and_no_request_fails()
    {
        Assert.True(Previous is not null, "Set PATHWAY_PREVIOUS to the checkout of the version before.");
        await using var scene = await Scene.NewAsync(FilledByPreviousAsync);
        string Connection(string role) => scene.Server.Connection(role).Replace("Pooling=false", "Maximum Pool Size=20", StringComparison.Ordinal);
        var old = scene.Keep(new Instance(Connection, Previous));
        await old.StartAsync();
        Uri[] way = [old.Address];
        await scene.SignInAsync(way);
        var next = scene.Keep(new Instance(Connection));
        var (migrations, newer) = (await MigrationsAsync(scene.Server), 0L);
        (int Code, string Said) migrated = default;
        var (before, between, after) = (0, 0, 0);

        await scene.WhileTheyWorkAsync(async until =>
        {
            // Each step is over when the people have done something in it.
            await ActsAsync(30, until);
            before = Done();
            migrated = await next.CommandAsync("migrate");
            newer = await MigrationsAsync(scene.Server);
            await ActsAsync(60, until);
            between = Done() - before;
            await next.StartAsync();
            way[0] = next.Address;
            await old.StopAsync();
            await ActsAsync(60, until);
            after = Done() - before - between;
        });

        async Task ActsAsync(int many, CancellationToken until)
        {
            for (var from = Done(); Done() < from + many; await Task.Delay(10, until)) { }
        }
        int Done() => scene.Clerks.Sum(c => c.Patience.Acknowledged.Count);
        Drill.Say($"{migrations} migrations, then {newer}. Acts before: {before}; of the version before on the migrated database: {between}; of the new version: {after}. Longest time between two acts: {scene.LongestGap().TotalSeconds:0.0} s.");
        Assert.Equal((0, ""), (migrated.Code, migrated.Code == 0 ? "" : migrated.Said));
        Assert.True(newer > migrations, "The new version brought no migration.");
        await scene.NothingIsLostAsync(scene.Server);
        Assert.Equal((0, 0), (scene.Clerks.Sum(c => c.Patience.Failed), scene.Clerks.Sum(c => c.Patience.Repeated)));
        await Scene.IsWholeAsync(scene.Server);
    }

    private static Task<long> MigrationsAsync(PostgresServer server) => server.AskAsync<long>("""SELECT count(*) FROM identity."__EFMigrationsHistory" """);

    /// <summary>The version before makes a database of its own with the sample in it, as <c>./run</c> does; its files are given to a server as a deployment has it.</summary>
    private static async Task<PostgresServer> FilledByPreviousAsync(Scene scene)
    {
        var (port, local) = (PostgresServer.FreePort(), scene.Place("local"));
        var web = Path.Combine(Previous!, "src", "ReferralPathway.Web");
        using var sample = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", "Release", "net10.0", "ReferralPathway.Web.dll"), "--contentRoot", web, "--sample=true"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["PATHWAY_LOCAL"] = System.IO.Directory.CreateDirectory(local).FullName,
                ["PATHWAY_URLS"] = $"http://localhost:{port}",
                ["PATHWAY_MASTER_KEY"] = TestKeys.Master,
                ["PATHWAY_SAMPLE_PASSWORD"] = Template.Password,
            },
        })!;
        var said = sample.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new($"http://localhost:{port}") };
        for (var waited = Stopwatch.StartNew(); !await IsReadyAsync(); await Task.Delay(200))
            if (sample.HasExited || waited.Elapsed > TimeSpan.FromMinutes(5)) throw new InvalidOperationException($"The version before did not start: {(sample.HasExited ? await said : "")}");
        using (var interrupt = Process.Start("kill", ["-INT", sample.Id.ToString(null, null)])) await interrupt.WaitForExitAsync();
        await sample.WaitForExitAsync(TestContext.Current.CancellationToken);

        var server = await PostgresServer.PlaceAsync(scene.Place("first"));
        System.IO.Directory.Move(Path.Combine(local, "postgres", "data"), server.Data);
        await server.RunAsync("sh", "-c", $"echo 'host all all 127.0.0.1/32 trust' > {server.Data}/pg_hba.conf");
        await server.StartAsync();
        return server;

        async Task<bool> IsReadyAsync()
        {
            try
            {
                return (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
