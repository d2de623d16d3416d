using System.Collections.Concurrent;
using Npgsql;
using ReferralPathway.Data.Clusters;

[assembly: AssemblyFixture(typeof(ReferralPathway.Web.Tests.TestDatabases.TemplateDatabase))]

namespace ReferralPathway.Web.Tests.TestDatabases;

/// <summary>
/// One migrated database for a whole run, from which every test class gets its own copy. The server is a temporary private cluster, or the one of
/// <c>PATHWAY_TEST_SERVER</c> (the connection string of a superuser). Nothing starts before the first copy is asked for.
/// A test project that uses it declares it with <c>[assembly: AssemblyFixture(typeof(TemplateDatabase))]</c>.
/// </summary>
public sealed class TemplateDatabase : IAsyncDisposable
{
    private const string ClusterPrefix = "referral-pathway-tests-";

    private readonly string _name = $"pathway_template_{Guid.CreateVersion7():N}";
    private readonly Func<string, Task> _migrate;
    private readonly Lazy<Task<DatabaseServer>> _server;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _told = new();
    private PrivateCluster? _cluster;

    public TemplateDatabase() : this(Template.FillAsync)
    {
    }

    /// <param name="migrate">Brings the database of the given owner's connection string up to date.</param>
    internal TemplateDatabase(Func<string, Task> migrate)
    {
        _migrate = migrate;
        _server = new(StartAsync);
    }

    /// <summary>A fresh copy of the migrated database. Dispose it when the class is done.</summary>
    public async Task<TestDatabase> CloneAsync()
    {
        var server = await _server.Value;
        var copy = $"pathway_test_{Guid.CreateVersion7():N}";
        await server.CopyDatabaseAsync(copy, _name);
        return new(server, copy);
    }

    /// <summary>A copy in which something has happened already: it is told once in a run, however many ask for it.</summary>
    /// <param name="tell">Fills the database. Nothing may speak to it afterwards.</param>
    public async Task<TestDatabase> CloneAsync(string story, Func<TestDatabase, Task> tell)
    {
        var told = await _told.GetOrAdd(story, _ => new(() => TellAsync(tell))).Value;
        var server = await _server.Value;
        var copy = $"pathway_test_{Guid.CreateVersion7():N}";
        await server.CopyDatabaseAsync(copy, told);
        return new(server, copy);
    }

    private async Task<string> TellAsync(Func<TestDatabase, Task> tell)
    {
        var database = await CloneAsync();
        await tell(database);
        await (await _server.Value).SealTemplateAsync(database.Name);
        return database.Name;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && _cluster is null)
        {
            foreach (var told in _told.Values.Where(t => t is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })) await (await _server.Value).DropDatabaseAsync(await told.Value);
            await (await _server.Value).DropDatabaseAsync(_name);
        }
        if (_cluster is not null) await _cluster.DisposeAsync();
    }

    private async Task<DatabaseServer> StartAsync()
    {
        var server = Environment.GetEnvironmentVariable("PATHWAY_TEST_SERVER") is { Length: > 0 } given ? new DatabaseServer(given) : await StartClusterAsync();

        await server.CreateDatabaseAsync(_name);
        if (_cluster is null) await LetRolesInAsync(server);
        await _migrate(server.ConnectionString(DatabaseRole.Owner, _name));
        await server.SealTemplateAsync(_name);
        return server;
    }

    private async Task<DatabaseServer> StartClusterAsync()
    {
        await PrivateCluster.DeleteAbandonedAsync(Path.GetTempPath(), ClusterPrefix);
        var directory = Path.Combine(Path.GetTempPath(), ClusterPrefix + Path.GetRandomFileName());
        _cluster = await PrivateCluster.StartAsync(directory, ClusterLifetime.Temporary, TestContext.Current.CancellationToken);
        return _cluster.Server;
    }

    /// <summary>On a server that asks for a password, the roles of the application get the superuser's: it is a server for tests.</summary>
    private static async Task LetRolesInAsync(DatabaseServer server)
    {
        var password = new NpgsqlConnectionStringBuilder(server.ConnectionString(DatabaseRole.Owner, "postgres")).Password;
        if (password is null) return;

        foreach (var role in DatabaseRole.Logins)
            await server.ExecuteAsync($"ALTER ROLE {role} PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'");
    }
}
