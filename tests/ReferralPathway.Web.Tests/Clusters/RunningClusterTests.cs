using Npgsql;
using ReferralPathway.Data.Clusters;

namespace ReferralPathway.Web.Tests.Clusters;

public sealed class RunningClusterTests(RunningClusterTests.Running running) : IClassFixture<RunningClusterTests.Running>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private PrivateCluster Cluster => running.Cluster;

    [Fact]
    public async Task Nobody_but_the_user_of_the_server_may_enter_its_directories()
    {
        Assert.All(
            [Cluster.Directory, Path.Combine(Cluster.Directory, "socket"), Path.Combine(Cluster.Directory, "data"), Path.Combine(Cluster.Directory, "log")],
            directory => Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(directory).UnixFileMode));
    }

    [Fact]
    public async Task The_server_listens_on_its_socket_and_on_no_port()
    {
        var sockets = SocketsOf(ServerProcess.In(Cluster.Directory));

        Assert.NotEmpty(sockets.Intersect(InodesIn("/proc/net/unix", column: 6)));
        Assert.Empty(sockets.Intersect([.. InodesIn("/proc/net/tcp", column: 9), .. InodesIn("/proc/net/tcp6", column: 9)]));
    }

    [Fact]
    public async Task A_second_host_is_a_guest_and_leaves_the_server_running()
    {
        await using (var guest = await PrivateCluster.StartAsync(Cluster.Directory, ClusterLifetime.Temporary, Stopping))
            Assert.Equal("1", await AskAsync(guest, "SELECT '1'"));

        Assert.Equal("1", await AskAsync(Cluster, "SELECT '1'"));
    }

    [Fact(Timeout = 10_000)]
    public async Task The_log_repeats_nothing_of_a_failed_statement()
    {
        await Cluster.Server.ExecuteAsync("CREATE TABLE people (name text PRIMARY KEY)", stopping: Stopping);
        await Assert.ThrowsAsync<PostgresException>(
            () => Cluster.Server.ExecuteAsync("INSERT INTO people VALUES ('Canary Lind'), ('Canary Lind')", stopping: Stopping));

        var log = await LogAsync(until: "duplicate key");
        Assert.DoesNotContain("Canary", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swedish_letters_come_last_in_the_alphabet()
    {
        await Cluster.Server.CreateDatabaseAsync("swedish", Stopping);

        var sorted = await AskAsync(Cluster, database: "swedish", question: "SELECT string_agg(word, ' ' ORDER BY word) FROM unnest(ARRAY['Östersund', 'Ängelholm', 'Åre', 'Zinkgruvan', 'Arboga']) word");

        Assert.Equal("Arboga Zinkgruvan Åre Ängelholm Östersund", sorted);
    }

    // The server's log is written by a process of its own, a moment later.
    private async Task<string> LogAsync(string until)
    {
        while (true)
        {
            var log = string.Concat(System.IO.Directory.GetFiles(Path.Combine(Cluster.Directory, "log")).Select(File.ReadAllText));
            if (log.Contains(until, StringComparison.Ordinal)) return log;
            await Task.Delay(50, Stopping);
        }
    }

    private static HashSet<string> SocketsOf(int process) =>
        [.. System.IO.Directory.GetFiles($"/proc/{process}/fd").Select(f => new FileInfo(f).LinkTarget).OfType<string>()
            .Where(t => t.StartsWith("socket:[", StringComparison.Ordinal)).Select(t => t["socket:[".Length..^1])];

    private static IEnumerable<string> InodesIn(string table, int column) =>
        File.Exists(table)
            ? File.ReadLines(table).Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[column])
            : [];

    private static async Task<string?> AskAsync(PrivateCluster cluster, string question, string database = "postgres")
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("postgres", database));
        return (string?)await source.CreateCommand(question).ExecuteScalarAsync(Stopping);
    }

    public sealed class Running : IAsyncLifetime
    {
        public PrivateCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Cluster = await PrivateCluster.StartAsync(
            Path.Combine(Path.GetTempPath(), "referral-pathway-cluster-" + Path.GetRandomFileName()), ClusterLifetime.Temporary, Stopping);

        public ValueTask DisposeAsync() => Cluster.DisposeAsync();
    }
}
