using Npgsql;

namespace ReferralPathway.Data.Clusters;

/// <summary>A PostgreSQL server on which databases are made and dropped; <paramref name="administrator"/> connects as a superuser of it.</summary>
public sealed class DatabaseServer(string administrator)
{
    /// <summary>The connection of a role to a database, without a password unless the administrator needs one too.</summary>
    public string ConnectionString(string user, string database) =>
        new NpgsqlConnectionStringBuilder(administrator) { Username = user, Database = database }.ConnectionString;

    /// <summary>
    /// Makes a database, empty or as a copy of <paramref name="template"/>, gives it to <c>pathway_owner</c> and lets nobody in but the roles of
    /// <c>roles.sql</c>, which are made if they are missing.
    /// </summary>
    public async Task CreateDatabaseAsync(string name, string? template = null, CancellationToken stopping = default)
    {
        await ExecuteAsync($"CREATE DATABASE {Quoted(name)} TEMPLATE {Quoted(template ?? "template0")}", stopping: stopping);
        await ExecuteAsync(Roles, name, stopping);
    }

    /// <summary>Drops the database if it is there, and ends the sessions in it.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken stopping = default) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)", stopping: stopping);

    /// <summary>From now on the database is only copied; nobody can connect to it.</summary>
    public Task SealTemplateAsync(string name, CancellationToken stopping = default) =>
        ExecuteAsync($"ALTER DATABASE {Quoted(name)} ALLOW_CONNECTIONS false", stopping: stopping);

    public async Task<bool> DatabaseExistsAsync(string name, CancellationToken stopping = default)
    {
        await using var connection = await OpenAsync(null, stopping);
        await using var command = new NpgsqlCommand("SELECT true FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(stopping) is true;
    }

    /// <summary>Runs statements as the superuser, in the given database or in the administrator's own.</summary>
    public async Task ExecuteAsync(string statements, string? database = null, CancellationToken stopping = default)
    {
        await using var connection = await OpenAsync(database, stopping);
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(stopping);
    }

    private async Task<NpgsqlConnection> OpenAsync(string? database, CancellationToken stopping)
    {
        // A pooled connection would stand in the way of copying or dropping its database.
        var settings = new NpgsqlConnectionStringBuilder(administrator) { Pooling = false };
        settings.Database = database ?? settings.Database ?? "postgres";

        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(stopping);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Roles
    {
        get
        {
            using var script = typeof(DatabaseServer).Assembly.GetManifestResourceStream("ReferralPathway.Data.Clusters.roles.sql")!;
            return new StreamReader(script).ReadToEnd();
        }
    }
}
