using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace ReferralPathway.Data.Clusters;

/// <summary>
/// A PostgreSQL server of our own for development, the sample and the tests: a child process that opens no port, only a socket in a directory that
/// nobody but its user may enter. It ends with the host, even when the host is killed; a second host on the same directory shares it as a guest.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>Held as long as the host lives; the kernel lets go of it when the host is killed.</summary>
    public const string LockFile = "host.lock";

    private const string Superuser = "postgres";
    private const int LongestSocketPath = 107;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly ServerBinaries _binaries;
    private readonly ClusterLifetime _lifetime;
    private readonly FileStream? _lock;
    private readonly ConcurrentQueue<string> _heard = [];
    private Process? _started;

    private PrivateCluster(string directory, ServerBinaries binaries, ClusterLifetime lifetime, FileStream? @lock)
    {
        Directory = directory;
        Server = new(new NpgsqlConnectionStringBuilder
        {
            Host = SocketIn(directory),
            Username = Superuser,
            Database = "postgres",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString);
        (_binaries, _lifetime, _lock) = (binaries, lifetime, @lock);
    }

    /// <summary>Where the data, the socket and the log are: the directory asked for, or one under /var/tmp when the server's user cannot work there.</summary>
    public string Directory { get; }

    public DatabaseServer Server { get; }

    /// <summary>Starts the server of a directory, or joins the one that runs there already.</summary>
    /// <exception cref="ClusterException">There is no server program, the directory belongs to somebody else, or the server refuses to start.</exception>
    public static async Task<PrivateCluster> StartAsync(string directory, ClusterLifetime lifetime, CancellationToken stopping = default)
    {
        var place = await PlaceAsync(Path.GetFullPath(directory), stopping);
        await ClaimAsync(place, stopping);

        var binaries = await ServerBinaries.FindAsync(VersionOfData(place), stopping);
        var cluster = new PrivateCluster(place, binaries, lifetime, TakeLock(place));
        try
        {
            if (cluster._lock is not null && VersionOfData(place) is null) await cluster.InitialiseAsync(stopping);
            await cluster.AnswerAsync(stopping);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection of a role to a database of this server.</summary>
    public string ConnectionString(string user, string database) => Server.ConnectionString(user, database);

    /// <summary>The command by which a developer reaches a database of this server.</summary>
    public string PsqlCommand(string user, string database) => $"psql -h '{SocketIn(Directory)}' -U {user} {database}";

    /// <summary>Stops the server unless another host started it and still lives; deletes a temporary one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_lock is null) return;

        // Says no when the server has ended already, which is what we want; says yes a moment before the process is gone.
        await PgCtlAsync(["stop", "--mode=fast"], CancellationToken.None);
        if (_started is not null) await _started.WaitForExitAsync();
        if (_lifetime == ClusterLifetime.Temporary) System.IO.Directory.Delete(Directory, recursive: true);
        await _lock.DisposeAsync();
    }

    /// <summary>Stops and deletes the temporary clusters that killed test runs left in a directory, told by the beginning of their names.</summary>
    public static async Task DeleteAbandonedAsync(string parent, string prefix, CancellationToken stopping = default)
    {
        foreach (var directory in System.IO.Directory.GetDirectories(parent, prefix + "*"))
        {
            try
            {
                // Only an abandoned cluster lets go of its lock; one of another user is none of ours.
                await using var @lock = new FileStream(Path.Combine(directory, LockFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                var binaries = await ServerBinaries.FindAsync(VersionOfData(directory), stopping);
                await new PrivateCluster(directory, binaries, ClusterLifetime.Temporary, @lock).DisposeAsync();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ClusterException)
            {
            }
        }
    }

    private static string SocketIn(string directory) => Path.Combine(directory, "socket");

    private string Data => Path.Combine(Directory, "data");

    private string Log => Path.Combine(Directory, "log");

    private static int? VersionOfData(string directory) =>
        Path.Combine(directory, "data", "PG_VERSION") is var file && File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;

    /// <summary>The directory itself, or a short open one in its stead, always the same for the same directory.</summary>
    private static async Task<string> PlaceAsync(string directory, CancellationToken stopping)
    {
        var parent = Path.GetDirectoryName(directory)!;
        System.IO.Directory.CreateDirectory(parent);

        var socket = Path.Combine(SocketIn(directory), ".s.PGSQL.5432");
        var fits = Encoding.UTF8.GetByteCount(socket) <= LongestSocketPath && !socket.AsSpan().ContainsAny(",:;'\"");
        if (fits && (await ServerCommand.RunAsync("test", ["-x", parent], stopping)).Succeeded) return directory;

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..12];
        return Path.Combine("/var/tmp", $"referral-pathway-{mark}");
    }

    /// <summary>Makes the directory for the server's user alone. One that somebody else put there could hold a server of their making.</summary>
    private static async Task ClaimAsync(string place, CancellationToken stopping)
    {
        if (Path.Exists(place))
        {
            var (_, owner) = await ServerCommand.RunAsync("stat", ["--format=%U", place], stopping);
            if (owner != ServerCommand.User)
                throw new ClusterException($"{place} belongs to {owner}, and the server would run as {ServerCommand.User}. Start as the user who made it, or delete it.");
        }

        var install = new ProcessStartInfo("install", ["--directory", "--mode=0700", $"--owner={ServerCommand.User}", place, SocketIn(place)]);
        using var made = Process.Start(install)!;
        await made.WaitForExitAsync(stopping);
        if (made.ExitCode != 0) throw new ClusterException($"{place} cannot be made.");
    }

    /// <summary>Nothing when another living host holds the lock.</summary>
    private static FileStream? TakeLock(string place)
    {
        try
        {
            return new(Path.Combine(place, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task InitialiseAsync(CancellationToken stopping)
    {
        // Moved into place when complete: a first start that is killed half-way leaves nothing that looks like a cluster.
        var unfinished = Data + ".unfinished";
        if (System.IO.Directory.Exists(unfinished)) System.IO.Directory.Delete(unfinished, recursive: true);

        string[] arguments =
        [
            "--pgdata", unfinished, "--username", Superuser, "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--no-instructions",
            "--locale=C.UTF-8", .. _lifetime == ClusterLifetime.Temporary ? ["--no-sync"] : Array.Empty<string>(),
        ];
        var (succeeded, said) = await ServerCommand.RunAsync(_binaries["initdb"], arguments, stopping);
        if (!succeeded) throw new ClusterException($"initdb failed in {Directory}:\n{said}");
        System.IO.Directory.Move(unfinished, Data);
    }

    /// <summary>Until the server answers: waits for one that is starting or stopping, starts it when there is none.</summary>
    private async Task AnswerAsync(CancellationToken stopping)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Server.ExecuteAsync("SELECT", stopping: stopping);
                return;
            }
            catch (Exception e) when (e is NpgsqlException or SocketException)
            {
                if (_started is { HasExited: true } || waited.Elapsed > LongestStart)
                    throw new ClusterException($"PostgreSQL in {Directory} does not start:\n{string.Join('\n', _heard.Concat(EndOfLog()))}", e);
            }

            if (_lock is not null && _started is null && !(await PgCtlAsync(["status"], stopping)).Succeeded)
                _started = await ServerCommand.StartServerAsync(_binaries["postgres"], ["-D", Data, .. Settings()], _heard.Enqueue);
            await Task.Delay(20, stopping);
        }
    }

    private IEnumerable<string> EndOfLog()
    {
        var log = new DirectoryInfo(Log);
        return log.Exists && log.GetFiles().MaxBy(f => f.LastWriteTimeUtc) is { } latest ? File.ReadLines(latest.FullName).TakeLast(5) : [];
    }

    private IEnumerable<string> Settings()
    {
        var megabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024);
        Dictionary<string, string> settings = new()
        {
            ["listen_addresses"] = "",
            ["unix_socket_directories"] = SocketIn(Directory),
            ["unix_socket_permissions"] = "0700",
            ["port"] = "5432",
            ["max_connections"] = "200",
            ["timezone"] = "UTC",

            // One file for each day of the week. No statements and no details: they would repeat what people typed.
            ["logging_collector"] = "on",
            ["log_directory"] = Log,
            ["log_filename"] = "%a.log",
            ["log_truncate_on_rotation"] = "on",
            ["log_timezone"] = "UTC",
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",

            ["shared_buffers"] = $"{Math.Clamp(megabytes / 12, 128, 2048)}MB",
            ["effective_cache_size"] = $"{Math.Max(megabytes / 2, 128)}MB",
            ["work_mem"] = "16MB",
            ["maintenance_work_mem"] = "256MB",
            ["max_wal_size"] = "4GB",
            ["checkpoint_timeout"] = "15min",
            ["random_page_cost"] = "1.1",
            ["jit"] = "off",
        };

        if (_lifetime == ClusterLifetime.Temporary)
        {
            settings["shared_buffers"] = "256MB";
            settings["fsync"] = settings["synchronous_commit"] = settings["full_page_writes"] = "off";
            settings["wal_level"] = "minimal";
            settings["max_wal_senders"] = "0";
            settings["autovacuum"] = "off";
        }

        return settings.SelectMany(s => new[] { "-c", $"{s.Key}={s.Value}" });
    }

    private Task<(bool Succeeded, string Said)> PgCtlAsync(string[] act, CancellationToken stopping) =>
        ServerCommand.RunAsync(_binaries["pg_ctl"], ["--pgdata", Data, .. act], stopping);
}
