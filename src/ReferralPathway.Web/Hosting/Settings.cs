using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Web.Hosting;

/// <summary>Where the database and the master key come from: the deployment's settings, or, in development without any, a private cluster and a key of its own under <c>.local/</c>.</summary>
public static class Settings
{
    public const string Database = "pathway";

    /// <summary>The connection strings of <c>restore</c> and of <c>backup</c>.</summary>
    public const string Superuser = "PathwaySuperuser", Backup = "PathwayBackup";

    /// <summary>The connections of a deployment; null in development without any.</summary>
    /// <exception cref="InvalidOperationException">One of them goes to another machine in clear, or to whoever answers there.</exception>
    public static Databases? Databases(IConfiguration configuration)
    {
        string? Given(string name) => configuration.GetConnectionString(name) is { Length: > 0 } given ? given : null;
        // Whoever only verifies, migrates, saves or restores is given the one connection that this needs.
        if ((Given("Pathway") ?? Given("PathwaySystem") ?? Given("PathwayOwner") ?? Given(Superuser) ?? Given(Backup)) is not { } app) return null;
        var system = Given("PathwaySystem") ?? app;
        var owner = Given("PathwayOwner");
        if (!configuration.GetValue<bool>("PATHWAY_DATABASE_PLAIN"))
            foreach (var connection in new[] { app, system, owner, Given(Superuser), Given(Backup) }.OfType<string>())
                if (IsElsewhere(connection) && new NpgsqlConnectionStringBuilder(connection).SslMode != SslMode.VerifyFull) throw new InvalidOperationException(
                    "The database is on another machine: its connection strings need SSL Mode=VerifyFull, so that nobody reads along or answers in its place. Where the way there is closed to everybody else, such as a network of containers on one machine, set PATHWAY_DATABASE_PLAIN to true.");
        return new(app, system, owner);
    }

    private static bool IsElsewhere(string connection) => (new NpgsqlConnectionStringBuilder(connection).Host ?? "localhost").Split(',')
        .Any(host => !(host.StartsWith('/') || host.Split(':')[0] is "localhost" or "127.0.0.1" || host is "::1"));

    public static Databases Databases(PrivateCluster cluster) =>
        new(cluster.ConnectionString(DatabaseRole.App, Database), cluster.ConnectionString(DatabaseRole.System, Database), cluster.ConnectionString(DatabaseRole.Owner, Database));

    /// <summary><c>PATHWAY_MASTER_KEY</c>, or the file named by <c>PATHWAY_MASTER_KEY_FILE</c>; in development one is made.</summary>
    /// <exception cref="InvalidOperationException">None was supplied outside development.</exception>
    public static MasterKeys MasterKeys(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["PATHWAY_MASTER_KEY"] is { Length: > 0 } text) return Data.Sealing.MasterKeys.Read(text);
        if (configuration["PATHWAY_MASTER_KEY_FILE"] is { Length: > 0 } file) return Data.Sealing.MasterKeys.Read(File.ReadAllText(file));
        if (!environment.IsDevelopment()) throw new InvalidOperationException("Set PATHWAY_MASTER_KEY_FILE to the file that holds the master key, or PATHWAY_MASTER_KEY to the key.");
        var own = Path.Combine(LocalDirectory(environment), "master.key");
        if (!File.Exists(own))
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(own)!);
            using var made = new FileStream(own, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            made.Write(System.Text.Encoding.ASCII.GetBytes(Data.Sealing.MasterKeys.NewLine(1)));
        }
        return Data.Sealing.MasterKeys.Read(File.ReadAllText(own));
    }

    /// <summary><c>PATHWAY_LOCAL</c>, else <c>.local</c> beside the solution, else beside the program.</summary>
    public static string LocalDirectory(IHostEnvironment environment)
    {
        if (Environment.GetEnvironmentVariable("PATHWAY_LOCAL") is { Length: > 0 } chosen) return chosen;
        for (var directory = new DirectoryInfo(environment.ContentRootPath); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "ReferralPathway.sln"))) return Path.Combine(directory.FullName, ".local");
        return Path.Combine(environment.ContentRootPath, ".local");
    }
}
