using Npgsql;

namespace ReferralPathway.Data.Clusters;

/// <summary>A PostgreSQL server on which databases are made and dropped; <paramref name="administrator"/> connects as a superuser of it.</summary>
public sealed class DatabaseServer(string administrator)
{
    /// <summary>The connection of a role to a database, without a password unless the administrator needs one too.</summary>
    public string ConnectionString(string user, string database) =>
        new NpgsqlConnectionStringBuilder(administrator) { Username = user, Database = database }.ConnectionString;

    /// <summary>
    /// Makes a database that sorts as Swedish does, gives it to <c>pathway_owner</c> and lets nobody in but the roles of <c>roles.sql</c>,
    /// which are made if they are missing.
    /// </summary>
    public Task CreateDatabaseAsync(string name, CancellationToken stopping = default) =>
        CreateAsync(name, "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'sv-SE'", stopping);

    /// <summary>Makes a database that is a copy of another, to which nobody may be connected.</summary>
    public Task CopyDatabaseAsync(string name, string template, CancellationToken stopping = default) =>
        CreateAsync(name, $"TEMPLATE {Quoted(template)}", stopping);

    /// <summary>Makes the database on the first start; on later ones sees that the roles of a newer version are there.</summary>
    public async Task EnsureDatabaseAsync(string name, CancellationToken stopping = default)
    {
        if (await ExistsAsync(name, stopping))
            await ExecuteAsync(Roles, name, stopping);
        else
            await CreateDatabaseAsync(name, stopping);
    }

    /// <summary>Drops the database if it is there, and ends the sessions in it.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken stopping = default) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)", stopping: stopping);

    /// <summary>From now on the database is only copied: its sessions end, and nobody can connect to it.</summary>
    public Task SealTemplateAsync(string name, CancellationToken stopping = default) =>
        ExecuteAsync(
            $"""
            ALTER DATABASE {Quoted(name)} ALLOW_CONNECTIONS false;
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name.Replace("'", "''", StringComparison.Ordinal)}';
            """,
            stopping: stopping);

    /// <summary>Runs statements as the superuser, in the given database or in the administrator's own.</summary>
    public async Task ExecuteAsync(string statements, string? database = null, CancellationToken stopping = default)
    {
        await using var connection = await OpenAsync(database, stopping);
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync(stopping);
    }

    private async Task CreateAsync(string name, string likeness, CancellationToken stopping)
    {
        await ExecuteAsync($"CREATE DATABASE {Quoted(name)} {likeness}", stopping: stopping);
        await ExecuteAsync(Roles, name, stopping);
    }

    private async Task<bool> ExistsAsync(string name, CancellationToken stopping)
    {
        await using var connection = await OpenAsync(null, stopping);
        await using var command = new NpgsqlCommand("SELECT true FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(stopping) is true;
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
