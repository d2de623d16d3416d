using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using ReferralPathway.Data.Clusters;

namespace ReferralPathway.Data.Backups;

/// <summary>
/// A whole database in a file, as PostgreSQL's own programs write it, and beside it (<c>.json</c>) what it held at that very instant and the digest of the file: so a copy that was restored
/// can be held against what was saved. Needs <c>pg_dump</c> and <c>pg_restore</c> of the server's version or newer on this machine.
/// </summary>
public static class Backup
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Saves the database while everybody works on.</summary>
    /// <param name="connection">As <c>pathway_backup</c>.</param>
    /// <param name="file">Appears when it is whole; nobody but this user reads it.</param>
    /// <exception cref="BackupException">The program of PostgreSQL is missing or refuses.</exception>
    public static async Task<Inventory> MakeAsync(string connection, string file, CancellationToken stopping = default)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync(stopping);
        // The dump and the inventory see one and the same instant.
        await using var instant = await database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stopping);
        await using var export = new NpgsqlCommand("SELECT pg_export_snapshot()", database);
        var snapshot = (string)(await export.ExecuteScalarAsync(stopping))!;
        var unfinished = file + ".unfinished";
        await using (new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite })) { }
        await RunAsync("pg_dump", connection, ["--format=custom", $"--snapshot={snapshot}", $"--file={unfinished}"], stopping);
        var inventory = await Inventory.TakeAsync(database, stopping);
        await File.WriteAllTextAsync(Beside(file), JsonSerializer.Serialize(new Label(await DigestAsync(unfinished, stopping), inventory), Json), stopping);
        File.Move(unfinished, file, overwrite: true);
        return inventory;
    }

    /// <summary>Makes the database of a connection out of a file, all of it or nothing, and counts it again.</summary>
    /// <param name="superuser">Names a database that is empty, or does not exist yet.</param>
    /// <returns>What was saved, and in what the copy differs from it.</returns>
    /// <exception cref="BackupException">The file is not what was saved, the database is not empty, or the program of PostgreSQL refuses.</exception>
    public static async Task<(Inventory Saved, IReadOnlyList<string> Differences)> RestoreAsync(string superuser, string file, CancellationToken stopping = default)
    {
        if (!File.Exists(file) || !File.Exists(Beside(file))) throw new BackupException($"{file} and {Beside(file)} belong together: one of them is missing.");
        var label = Read(await File.ReadAllTextAsync(Beside(file), stopping));
        if (await DigestAsync(file, stopping) != label.Digest) throw new BackupException("The file is not the one that was saved: its digest is another.");

        var target = new NpgsqlConnectionStringBuilder(superuser);
        await new DatabaseServer(new NpgsqlConnectionStringBuilder(superuser) { Database = "postgres" }.ConnectionString).EnsureDatabaseAsync(target.Database!, stopping);
        await using var database = new NpgsqlConnection(superuser);
        await database.OpenAsync(stopping);
        await using (var isThere = new NpgsqlCommand("SELECT to_regnamespace('pathway') IS NOT NULL", database))
            if (await isThere.ExecuteScalarAsync(stopping) is true) throw new BackupException("The database is not empty. Nothing was changed.");
        await RunAsync("pg_restore", superuser, ["--exit-on-error", "--single-transaction", $"--dbname={target.Database}", file], stopping);
        return (label.Inventory, [.. label.Inventory.Differences(await Inventory.TakeAsync(database, stopping))]);
    }

    private static string Beside(string file) => file + ".json";

    private static Label Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Label>(json, Json) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new BackupException("What stands beside the file is not what this program wrote.");
        }
    }

    private static async Task<string> DigestAsync(string file, CancellationToken stopping)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, stopping));
    }

    private static async Task RunAsync(string program, string connection, string[] arguments, CancellationToken stopping)
    {
        var to = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Newest(program), [.. arguments, "--no-password"]) { RedirectStandardError = true };
        Dictionary<string, string?> settings = new()
        {
            ["PGHOST"] = to.Host,
            ["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = to.Username,
            ["PGDATABASE"] = to.Database,
            ["PGPASSWORD"] = to.Password,
            ["PGSSLMODE"] = to.SslMode switch { SslMode.VerifyFull => "verify-full", SslMode.VerifyCA => "verify-ca", SslMode.Require => "require", SslMode.Disable => "disable", _ => "prefer" },
            ["PGSSLROOTCERT"] = to.RootCertificate,
            ["PGSSLCERT"] = to.SslCertificate,
            ["PGSSLKEY"] = to.SslKey,
        };
        foreach (var (name, value) in settings) if (value is not null) start.Environment[name] = value;
        using var process = Start(start, program);
        var said = await process.StandardError.ReadToEndAsync(stopping);
        await process.WaitForExitAsync(stopping);
        if (process.ExitCode != 0) throw new BackupException($"{program} ended with {process.ExitCode}: {said.Trim()}");
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BackupException($"{program} is not on this machine. On Debian: apt-get install postgresql-client.");
        }
    }

    /// <summary>Debian keeps one for each version, and what lies on the path chooses by clusters of this machine.</summary>
    private static string Newest(string program)
    {
        const string debian = "/usr/lib/postgresql";
        var found = System.IO.Directory.Exists(debian) ? System.IO.Directory.GetDirectories(debian).OrderBy(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin", program)).LastOrDefault(File.Exists) : null;
        return found ?? program;
    }

    private sealed record Label(string Digest, Inventory Inventory);
}

/// <summary>A backup that cannot be made or restored, and why.</summary>
public sealed class BackupException(string message) : Exception(message);
