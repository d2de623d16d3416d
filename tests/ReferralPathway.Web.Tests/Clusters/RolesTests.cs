using Npgsql;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Clusters;

public sealed class RolesTests(TemplateDatabase template)
{
    [Fact]
    public async Task The_owner_owns_the_database_and_every_login_reaches_it()
    {
        await using var database = await template.CloneAsync();

        Assert.Equal(DatabaseRole.Owner, await AskAsync(database.App, "SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = current_database()"));
        foreach (var role in DatabaseRole.Logins)
            Assert.Equal(role, await AskAsync(database.As(role), "SELECT current_user::text"));
        Assert.Equal(
            string.Join(' ', DatabaseRole.Logins.Order(StringComparer.Ordinal)),
            await AskAsync(database.App, "SELECT string_agg(rolname, ' ' ORDER BY rolname COLLATE \"C\") FROM pg_roles WHERE rolname ~ '^pathway_' AND rolcanlogin"));
    }

    [Fact]
    public async Task The_application_can_neither_make_tables_nor_become_another_role()
    {
        await using var database = await template.CloneAsync();

        foreach (var statement in new[] { "CREATE TABLE public.t ()", "CREATE TEMP TABLE t ()", "CREATE SCHEMA s", "SET ROLE pathway_owner", "SET ROLE pathway_lookup" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database.App, statement));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task The_owner_hands_functions_over_but_does_not_see_by_the_policies_of_their_new_owner()
    {
        await using var database = await template.CloneAsync();

        await ExecuteAsync(database.Owner, """
            CREATE SCHEMA s;
            CREATE TABLE s.secrets AS SELECT 1 AS n;
            ALTER TABLE s.secrets ENABLE ROW LEVEL SECURITY;
            ALTER TABLE s.secrets FORCE ROW LEVEL SECURITY;
            CREATE POLICY lookup ON s.secrets FOR SELECT TO pathway_lookup USING (true);
            GRANT SELECT ON s.secrets TO pathway_lookup;
            GRANT USAGE, CREATE ON SCHEMA s TO pathway_lookup;
            CREATE FUNCTION s.how_many() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM s.secrets';
            ALTER FUNCTION s.how_many() OWNER TO pathway_lookup;
            REVOKE CREATE ON SCHEMA s FROM pathway_lookup;
            """);

        Assert.Equal(0L, await AskAsync(database.Owner, "SELECT count(*) FROM s.secrets"));
        Assert.Equal(1L, await AskAsync(database.Owner, "SELECT s.how_many()"));
        Assert.Equal(1L, await AskAsync(database.Backup, "SELECT count(*) FROM s.secrets"));
    }

    [Fact]
    public async Task A_role_that_could_pass_by_row_level_security_is_refused()
    {
        var directory = Path.Combine(Path.GetTempPath(), "referral-pathway-cluster-" + Path.GetRandomFileName());
        await using var cluster = await PrivateCluster.StartAsync(directory, ClusterLifetime.Temporary, TestContext.Current.CancellationToken);
        await cluster.Server.CreateDatabaseAsync("before", TestContext.Current.CancellationToken);
        await cluster.Server.ExecuteAsync("ALTER ROLE pathway_app BYPASSRLS", stopping: TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => cluster.Server.CreateDatabaseAsync("after", TestContext.Current.CancellationToken));

        Assert.Contains(DatabaseRole.App, refused.MessageText, StringComparison.Ordinal);
    }

    private static async Task ExecuteAsync(string connection, string statements)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await source.CreateCommand(statements).ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<object?> AskAsync(string connection, string question)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        return await source.CreateCommand(question).ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
