using Npgsql;
using ReferralPathway.Data.Clusters;

namespace ReferralPathway.Web.Tests.TestDatabases;

/// <summary>A database of one test class, reachable as each role; dropped when disposed.</summary>
public sealed class TestDatabase(DatabaseServer server, string name) : IAsyncDisposable
{
    public string Name => name;

    public string Owner => As(DatabaseRole.Owner);

    public string App => As(DatabaseRole.App);

    public string System => As(DatabaseRole.System);

    public string Backup => As(DatabaseRole.Backup);

    /// <summary>
    /// Whether a connection keeps the plan of a question that it has asked before. Under row-level security the server takes longer to plan than to answer, and the tests ask the same
    /// questions thousands of times. Where it is measured what the program costs, it is off, as in the program.
    /// </summary>
    public bool KeepsPlans { get; set; } = true;

    /// <summary>Two cores for every test at once: a connection that takes half a minute is no fault of the program.</summary>
    public string As(string role) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString(role, name)) { Timeout = 120, CommandTimeout = 120, MaxAutoPrepare = KeepsPlans ? 200 : 0, AutoPrepareMinUsages = 2 }.ConnectionString;

    /// <summary>Runs statements as the superuser, whom no policy binds.</summary>
    public Task ExecuteAsSuperuserAsync(string statements) => server.ExecuteAsync(statements, name);

    public async ValueTask DisposeAsync() => await server.DropDatabaseAsync(name);
}
