using Npgsql;

namespace ReferralPathway.Web.Tests.TestDatabases;

public sealed class TemplateDatabaseTests
{
    [Fact]
    public async Task Every_class_gets_a_migrated_database_of_its_own()
    {
        var migrations = 0;
        await using var template = new TemplateDatabase(async owner =>
        {
            migrations++;
            await ExecuteAsync(owner, "CREATE SCHEMA words; CREATE TABLE words.words (word text)");
        });
        await using var one = await template.CloneAsync();
        await using var other = await template.CloneAsync();

        await ExecuteAsync(one.Owner, "INSERT INTO words.words VALUES ('mine')");

        Assert.Equal(1L, await AskAsync(one.Owner, "SELECT count(*) FROM words.words"));
        Assert.Equal(0L, await AskAsync(other.Owner, "SELECT count(*) FROM words.words"));
        Assert.Equal(1, migrations);
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
