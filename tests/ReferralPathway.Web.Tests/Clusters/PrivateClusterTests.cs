using System.Diagnostics;
using Npgsql;
using ReferralPathway.Data.Clusters;

namespace ReferralPathway.Web.Tests.Clusters;

public sealed class PrivateClusterTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "referral-pathway-cluster-" + Path.GetRandomFileName());

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (System.IO.Directory.Exists(_directory)) System.IO.Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_cluster_keeps_its_data_from_one_start_to_the_next()
    {
        await using (var first = await StartAsync())
        {
            await first.Server.EnsureDatabaseAsync("pathway", Stopping);
            await first.Server.ExecuteAsync("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')", "pathway", Stopping);
        }

        await using var second = await StartAsync();
        await second.Server.EnsureDatabaseAsync("pathway", Stopping);

        Assert.Equal("still here", await AskAsync(second, "SELECT word FROM kept", "pathway"));
    }

    [Fact]
    public async Task A_stopped_cluster_leaves_no_process_and_no_socket()
    {
        var cluster = await StartAsync();
        var server = ServerProcess.In(_directory);
        Assert.True(ServerProcess.Lives(server));

        await cluster.DisposeAsync();

        Assert.False(ServerProcess.Lives(server));
        Assert.Empty(System.IO.Directory.GetFiles(Path.Combine(_directory, "socket")));
    }

    [Fact]
    public async Task A_stopped_temporary_cluster_leaves_no_file()
    {
        var cluster = await PrivateCluster.StartAsync(_directory, ClusterLifetime.Temporary, Stopping);
        Assert.True(System.IO.Directory.Exists(_directory));

        await cluster.DisposeAsync();

        Assert.False(System.IO.Directory.Exists(_directory));
    }

    [Fact]
    public async Task A_killed_host_takes_its_server_along_and_the_next_host_finds_the_data()
    {
        using var host = ClusterHost.Start(_directory);
        await UntilAsync(AnswersAsync);
        var server = ServerProcess.In(_directory);
        await ExecuteAsync("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");

        host.Kill();
        await host.WaitForExitAsync(Stopping);

        await using var next = await StartAsync();
        Assert.Equal("still here", await AskAsync(next, "SELECT word FROM kept"));
        Assert.NotEqual(server, ServerProcess.In(_directory));
    }

    [Fact]
    public async Task A_server_that_outlived_its_host_is_reused_and_then_stopped()
    {
        await using (await StartAsync())
        {
        }

        await StartWithoutHostAsync();
        var survivor = ServerProcess.In(_directory);

        await using (await StartAsync()) Assert.Equal(survivor, ServerProcess.In(_directory));

        await UntilAsync(() => Task.FromResult(!ServerProcess.Lives(survivor)));
    }

    [Fact]
    public async Task A_start_that_was_cut_short_is_done_again()
    {
        System.IO.Directory.CreateDirectory(Path.Combine(_directory, "data.unfinished"));
        await File.WriteAllTextAsync(Path.Combine(_directory, "data.unfinished", "PG_VERSION"), "15", Stopping);
        await Process.Start("chown", ["-R", Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName, _directory]).WaitForExitAsync(Stopping);

        await using var cluster = await StartAsync();

        Assert.Equal("1", await AskAsync(cluster, "SELECT '1'"));
    }

    [Fact]
    public async Task A_directory_too_deep_for_a_socket_gets_a_short_one_that_stays_the_same()
    {
        var deep = Path.Combine(_directory, new string('d', 100));

        await using var cluster = await PrivateCluster.StartAsync(deep, ClusterLifetime.Temporary, Stopping);
        await using var guest = await PrivateCluster.StartAsync(deep, ClusterLifetime.Temporary, Stopping);

        Assert.StartsWith("/var/tmp/referral-pathway-", cluster.Directory, StringComparison.Ordinal);
        Assert.Equal(cluster.Directory, guest.Directory);
    }

    [Fact]
    public async Task A_directory_that_somebody_else_made_is_not_used()
    {
        System.IO.Directory.CreateDirectory(_directory);
        var somebody = Environment.IsPrivilegedProcess ? _directory : "/usr/lib";
        if (Environment.IsPrivilegedProcess) await Process.Start("chown", ["nobody", _directory]).WaitForExitAsync(Stopping);

        var refused = await Assert.ThrowsAsync<ClusterException>(() => PrivateCluster.StartAsync(somebody, ClusterLifetime.Kept, Stopping));

        Assert.Contains("belongs to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_test_run_left_is_deleted_and_a_living_cluster_is_not()
    {
        var prefix = Path.GetFileName(_directory);
        await using var living = await PrivateCluster.StartAsync(_directory + "-living", ClusterLifetime.Temporary, Stopping);
        var abandoned = _directory + "-abandoned";
        System.IO.Directory.CreateDirectory(abandoned);
        await File.WriteAllTextAsync(Path.Combine(abandoned, PrivateCluster.LockFile), "", Stopping);

        await PrivateCluster.DeleteAbandonedAsync(Path.GetTempPath(), prefix, Stopping);

        Assert.False(System.IO.Directory.Exists(abandoned));
        Assert.Equal("1", await AskAsync(living, "SELECT '1'"));
    }

    private Task<PrivateCluster> StartAsync() => PrivateCluster.StartAsync(_directory, ClusterLifetime.Kept, Stopping);

    /// <summary>As a server stands when the kernel did not interrupt it at the death of its host.</summary>
    private async Task StartWithoutHostAsync()
    {
        string[] asUser = Environment.IsPrivilegedProcess ? ["--reuid=postgres", "--regid=postgres", "--init-groups"] : [];
        var postgres = System.IO.Directory.GetFiles("/usr/lib/postgresql", "pg_ctl", SearchOption.AllDirectories).Max()!;
        var socket = $"-c unix_socket_directories='{Path.Combine(_directory, "socket")}' -c listen_addresses=";
        await Process.Start(new ProcessStartInfo("setpriv", [.. asUser, "--", postgres, "start", "-D", Path.Combine(_directory, "data"), "-o", socket, "-l", "/dev/null", "-s"])
        {
            WorkingDirectory = "/",
        })!.WaitForExitAsync(Stopping);
    }

    private static async Task<string?> AskAsync(PrivateCluster cluster, string question, string database = "postgres")
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("postgres", database));
        return (string?)await source.CreateCommand(question).ExecuteScalarAsync(Stopping);
    }

    private async Task ExecuteAsync(string statements)
    {
        await using var source = NpgsqlDataSource.Create($"Host={_directory}/socket;Username=postgres;Database=postgres");
        await source.CreateCommand(statements).ExecuteNonQueryAsync(Stopping);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync("SELECT");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        var waited = Stopwatch.StartNew();
        while (!await so())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), "Waited for a minute.");
            await Task.Delay(50, Stopping);
        }
    }
}
