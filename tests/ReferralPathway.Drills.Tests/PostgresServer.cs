using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Drills.Tests;

/// <summary>A PostgreSQL server as a deployment has it, with everything switched on that keeps data safe. A drill may kill, copy and promote it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string Database = "pathway";

    private readonly ServerBinaries _binaries;
    private readonly string[] _settings;
    private Process? _process;

    private PostgresServer(string directory, ServerBinaries binaries, string[] settings) => (Directory, _binaries, _settings) = (directory, binaries, settings);

    public string Directory { get; }

    public string Data => Path.Combine(Directory, "data");

    public int Port { get; } = FreePort();

    /// <summary>The connection of a role, by TCP as from another machine.</summary>
    public string Connection(string role, string database = Database) => $"Host=127.0.0.1;Port={Port};Username={role};Database={database};Timeout=15;Command Timeout=30;Pooling=false";

    /// <summary>A new server with the organisations and accounts of the sample, which listens.</summary>
    /// <param name="settings">As <c>name=value</c>.</param>
    public static async Task<PostgresServer> NewAsync(string directory, params string[] settings)
    {
        var server = await PlaceAsync(directory, settings);
        await server.RunAsync("initdb", "--pgdata", server.Data, "--username", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums");
        await server.StartAsync();
        await new DatabaseServer(server.Connection("postgres", "postgres")).CreateDatabaseAsync(Database);
        await Template.FillAsync(server.Connection(DatabaseRole.Owner));
        return server;
    }

    /// <summary>A place whose data directory somebody else fills.</summary>
    public static async Task<PostgresServer> PlaceAsync(string directory, params string[] settings)
    {
        var server = new PostgresServer(directory, await ServerBinaries.FindAsync(null, Stopping), settings);
        using var made = Process.Start("install", ["--directory", "--mode=0700", $"--owner={ServerCommand.User}", directory]);
        await made.WaitForExitAsync(Stopping);
        return server;
    }

    /// <summary>Starts it, also over the traces of a killed one, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50, Stopping))
        {
            // What a killed server left of its shared memory keeps the next from starting for a moment.
            if (_process is null or { HasExited: true })
                _process = await ServerCommand.StartServerAsync(_binaries["postgres"], ["-D", Data, .. Settings().SelectMany(s => new[] { "-c", s })], Heard.Enqueue);
            try
            {
                await ExecuteAsync("SELECT", "postgres");
                return;
            }
            catch (Exception e) when (e is NpgsqlException or SocketException && waited.Elapsed < TimeSpan.FromSeconds(60))
            {
            }
        }
    }

    private string[] Settings() =>
        ["listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "jit=off", "log_min_error_statement=panic", "log_error_verbosity=terse", .. _settings];

    /// <summary>What it said since it was made.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>As a power failure does: nothing is finished, nothing is said. A process of the server that outlived it could wait for a standby for ever.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(Stopping);
    }

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            await RunAsync("pg_ctl", "--pgdata", Data, "stop", "--mode=fast");
            await _process.WaitForExitAsync(Stopping);
        }
        _process = null;
    }

    /// <summary>A standby becomes the server.</summary>
    public Task PromoteAsync() => RunAsync("pg_ctl", "--pgdata", Data, "promote", "--no-wait");

    /// <summary>Runs a program of PostgreSQL, or any other, as the server's user, with the settings by which clients find this server.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        // The server may be on the path by a link; what belongs to it lies beside it.
        var beside = Path.GetDirectoryName(new FileInfo(_binaries["postgres"]).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? _binaries["postgres"])!;
        var (succeeded, said) = await ServerCommand.RunAsync("env", ["PGHOST=127.0.0.1", $"PGPORT={Port}", "PGUSER=postgres", $"PATH={beside}:{Environment.GetEnvironmentVariable("PATH")}", program, .. arguments], Stopping);
        return succeeded ? said : throw new InvalidOperationException($"{program}: {said}");
    }

    public async Task ExecuteAsync(string statements, string database = Database)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres", database));
        await connection.OpenAsync(Stopping);
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(Stopping);
    }

    public async Task<T> AskAsync<T>(string question)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync(Stopping);
        await using var command = new NpgsqlCommand(question, connection);
        return (T)(await command.ExecuteScalarAsync(Stopping))!;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    internal static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;
}
