using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Backups;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Audit;

/// <summary>Months of the record go after five years, and what is left is as trustworthy as before (DOMAIN 9.3). March lies in the catch-all, April and May in months of their own.</summary>
public sealed class OldMonthTests(TemplateDatabase template) : IAsyncLifetime
{
    private const string Late = "2031-05-15 10:00";

    private readonly PathwayHost _host = new(template);
    private readonly string _file = Path.GetTempFileName();

    /// <summary>A case that is read each month, and one that nobody touched after March.</summary>
    private Guid _read, _left;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        File.Delete(_file);
        (_read, _left) = (await ChainTests.WriteAsync(_host), await ChainTests.WriteAsync(_host));
        await _host.Database.ExecuteAsSuperuserAsync("SELECT pathway.make_audit_partitions('2026-04-10')");
        foreach (var day in new[] { "2026-04-10 10:00", "2026-05-10 10:00", "2026-05-10 11:00" }) await ReadAsync(_read, day);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_month_goes_when_a_signed_checkpoint_covers_it_and_is_in_a_file_and_never_before_five_years()
    {
        _host.Clock.SetInSweden("2031-03-31 10:00");
        Assert.Equal("0 are due. Nothing was changed.", (await CommandAsync("retention")).Said);
        _host.Clock.SetInSweden(Late);
        Assert.Equal(["WAITS   the record of 2026-03: no signed checkpoint covers it yet; the next one is made tonight", "WAITS   the record of 2026-04: no signed checkpoint covers it yet; the next one is made tonight", "0 were due."], Lines(await CommandAsync("retention", "erase")));
        await MakeAsync(new(2026, 5, 11));
        Assert.Equal(["WAITS   the record of 2026-03: the checkpoint that covers it is in no file yet: export-checkpoints", "WAITS   the record of 2026-04: the checkpoint that covers it is in no file yet: export-checkpoints", "0 were due."], Lines(await CommandAsync("retention", "erase")));
        await CommandAsync("export-checkpoints", _file);
        var march = await CountAsync("audit_entries WHERE at < '2026-04-01 00:00+00'");

        Assert.Equal([$"DUE     the record of 2026-03  {march} lines", "DUE     the record of 2026-04  1 lines", "2 are due. Nothing was changed."], Lines(await CommandAsync("retention")));
        Assert.Equal(march + 1, await CountAsync("audit_entries WHERE at < '2026-05-01 00:00+00'"));
        Assert.Equal([$"ERASED  the record of 2026-03  {march} lines", "ERASED  the record of 2026-04  1 lines", "2 were due."], Lines(await CommandAsync("retention", "erase")));

        Assert.Equal((0, 0, 2), (await CountAsync("audit_entries WHERE at < '2026-05-01 00:00+00'"), await CountAsync("audit_links WHERE at < '2026-05-01 00:00+00'"), await CountAsync($"audit_entries WHERE case_id = '{_read}'")));
        Assert.Equal(["audit_entries_202605", "audit_entries_rest"], await _host.LookAsync(db => db.Database.SqlQueryToListAsync<string>(
            $"SELECT c.relname AS \"Value\" FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'pathway.audit_entries'::regclass AND c.relkind = 'r' ORDER BY 1")));
        Assert.Equal("0 were due.", (await CommandAsync("retention", "erase")).Said);
        Assert.Equal(2, await CountAsync("audit_entries WHERE kind = 'Record.Erased'"));
    }

    [Fact]
    public async Task What_is_left_verifies_with_the_key_with_the_file_alone_and_as_a_copy_and_goes_on_from_there()
    {
        await EraseAsync();
        await WholeAsync();

        // Both chains go on: the one that has nothing left too.
        foreach (var id in new[] { _read, _left }) await ReadAsync(id, "2031-05-16 10:00");
        await MakeAsync(new(2031, 5, 17));
        Assert.Equal("1 checkpoints were added.", (await CommandAsync("export-checkpoints", _file)).Said);
        await WholeAsync();

        // And the next month goes when it is its turn.
        _host.Clock.SetInSweden("2031-06-15 10:00");
        Assert.Equal(["ERASED  the record of 2026-05  2 lines", "1 were due."], Lines(await CommandAsync("retention", "erase")));
        await WholeAsync();
        Assert.Equal(1, await CountAsync($"audit_links WHERE chain = '{_read}'"));
    }

    [Theory]
    [InlineData("a line that was left is changed", "UPDATE pathway.audit_entries SET payload = 'x' WHERE case_id = '{0}' AND at < '2026-06-01'")]
    [InlineData("the first lines that were left are taken away", "DELETE FROM pathway.audit_entries WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{0}' ORDER BY seq LIMIT 1); DELETE FROM pathway.audit_links WHERE chain = '{0}' AND seq = (SELECT min(seq) FROM pathway.audit_links WHERE chain = '{0}')")]
    [InlineData("another line is where the chain begins", "UPDATE pathway.record_starts SET hash = sha256('x') WHERE chain = '{0}'")]
    [InlineData("where the chain begins is forgotten", "DELETE FROM pathway.record_starts WHERE chain = '{0}'")]
    [InlineData("everything went that began then", "DELETE FROM pathway.record_starts; DELETE FROM pathway.record_cuts")]
    [InlineData("more goes than was signed", "UPDATE pathway.record_starts s SET (seq, hash) = (SELECT seq, hash FROM pathway.audit_links WHERE chain = '{0}' ORDER BY seq LIMIT 1) WHERE chain = '{0}'; DELETE FROM pathway.audit_entries WHERE case_id = '{0}' AND at < '2026-05-10 08:30+00'; DELETE FROM pathway.audit_links WHERE chain = '{0}' AND at < '2026-05-10 08:30+00'")]
    [InlineData("a whole chain went", "DELETE FROM pathway.audit_entries WHERE case_id = '{0}'; DELETE FROM pathway.audit_links WHERE chain = '{0}'; DELETE FROM pathway.chain_heads WHERE chain = '{0}'")]
    [InlineData("an old line comes back", "INSERT INTO pathway.audit_entries (id, at, chain, kind, role, groups, payload) VALUES (gen_random_uuid(), '2026-03-20', '{0}', 'CaseClosed', 'System', 0, '')")]
    public async Task Tampering_with_what_is_left_or_with_where_it_begins_is_found(string what, string tampering)
    {
        await EraseAsync();

        await _host.Database.ExecuteAsSuperuserAsync("SET session_replication_role = replica; " + string.Format(null, tampering, _read));

        foreach (var arguments in new string[][] { [], [_file] })
        {
            var (code, said) = await CommandAsync("verify-audit", arguments);
            Assert.True(code == 1 && said.Contains("BROKEN", StringComparison.Ordinal), $"{what} ({arguments.Length}): {said}");
        }
    }

    /// <summary>The first checkpoint, of a day on which a month begins, has the very shape of a first cut; whoever owns the database has its signature.</summary>
    [Fact]
    public async Task A_checkpoint_is_not_taken_for_a_cut()
    {
        await MakeAsync(new(2026, 6, 1));
        await CommandAsync("export-checkpoints", _file);

        await _host.Database.ExecuteAsSuperuserAsync("""
            SET session_replication_role = replica;
            INSERT INTO pathway.record_cuts SELECT day, heads, digest, signature, public_signature, made_at FROM pathway.checkpoints;
            INSERT INTO pathway.record_starts SELECT day, chain, seq, hash FROM pathway.checkpoint_heads;
            DELETE FROM pathway.audit_entries; DELETE FROM pathway.audit_links
            """);

        foreach (var arguments in new string[][] { [], [_file] })
            Assert.Contains("Where the record begins since everything of before 2026-06-01 went is not what was signed.", (await CommandAsync("verify-audit", arguments)).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_chained_late_makes_two_months_go_together()
    {
        // Two at once, around midnight: the one that began earlier was chained last.
        foreach (var at in new[] { "2026-04-01 00:00:01+00", "2026-03-31 23:59:59+00" })
            await _host.Database.ExecuteAsSuperuserAsync($"INSERT INTO pathway.audit_entries (id, at, chain, kind, role, groups, payload) VALUES (gen_random_uuid(), '{at}', '01890000-0000-7000-8000-0000000000bb', 'Account.SignedIn', 'SocialWorker', 0, '')");
        _host.Clock.SetInSweden(Late);
        await MakeAsync(new(2026, 5, 11));
        await CommandAsync("export-checkpoints", _file);

        var said = Lines(await CommandAsync("retention", "erase"));

        Assert.Equal("WAITS   the record of 2026-03: its last lines were chained after the first of the next month; the two go together", said[0]);
        Assert.StartsWith("ERASED  the record of 2026-04", said[1], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("audit_entries WHERE at < '2026-05-01 00:00+00'"));
        await WholeAsync();
    }

    /// <summary>The program's own roles cannot take a line away by other means, nor a month that is too young, not covered or not signed.</summary>
    [Fact]
    public async Task The_database_itself_lets_nothing_go_that_may_not()
    {
        _host.Clock.SetInSweden(Late);
        const string at = "SELECT set_config('pathway.at', '2031-05-15 08:00+00', false); ";
        const string cut = "INSERT INTO pathway.record_cuts VALUES ('{0}', (SELECT count(DISTINCT chain) FROM pathway.audit_links WHERE at < '{0}'), '\\x', '\\x', '\\x', now()); "
            + "INSERT INTO pathway.record_starts SELECT DISTINCT ON (chain) '{0}'::date, chain, seq, hash FROM pathway.audit_links WHERE at < '{0}' ORDER BY chain, seq DESC; SELECT pathway.drop_old_months('{0}')";
        foreach (var (door, statement) in new[]
        {
            (_host.Database.App, at + "SELECT pathway.drop_old_months('2026-05-01')"),
            (_host.Database.System, at + "SELECT pathway.remove_old_links('2026-05-01')"),
            (_host.Database.System, at + "SELECT pathway.drop_old_months('2026-05-01')"),
            // Signed or not, covered by nothing.
            (_host.Database.System, at + string.Format(null, cut, "2026-05-01")),
            (_host.Database.System, "SELECT pathway.drop_old_months('2026-05-01')"),
            (_host.Database.System, "DELETE FROM pathway.audit_links"),
            (_host.Database.System, "DELETE FROM pathway.audit_entries"),
        }) await RefusedAsync(door, statement);
        await MakeAsync(new(2026, 5, 11));
        await CommandAsync("export-checkpoints", _file);
        // Not yet five years ago.
        await RefusedAsync(_host.Database.System, at + string.Format(null, cut, "2026-06-01"));
        foreach (var statement in new[] { "DELETE FROM pathway.checkpoint_exports", "UPDATE pathway.checkpoint_exports SET day = '2031-01-01'" }) await RefusedAsync(_host.Database.System, statement);
        await WholeAsync();
    }

    private static async Task RefusedAsync(string door, string statement)
    {
        await using var connection = new NpgsqlConnection(door);
        await connection.OpenAsync(Stopping);
        await using var transaction = await connection.BeginTransactionAsync(Stopping);
        await using var command = new NpgsqlCommand(statement, connection);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stopping))).SqlState);
    }

    /// <summary>March and April are gone.</summary>
    private async Task EraseAsync()
    {
        await MakeAsync(new(2026, 5, 11));
        await CommandAsync("export-checkpoints", _file);
        _host.Clock.SetInSweden(Late);
        Assert.Equal("2 were due.", Lines(await CommandAsync("retention", "erase"))[^1]);
    }

    private async Task WholeAsync()
    {
        foreach (var arguments in new string[][] { [], File.Exists(_file) ? [_file] : [] })
        {
            var (code, said) = await CommandAsync("verify-audit", arguments);
            Assert.True(code == 0, said);
        }
        Assert.True((await CopyCheck.RunAsync(_host.Services, Stopping)).IsWell);
    }

    private async Task ReadAsync(Guid id, string at)
    {
        _host.Clock.SetInSweden(at);
        await _host.As("ngo.haven").Get($"/cases/{id}");
    }

    private Task MakeAsync(DateOnly day) => _host.Services.GetRequiredService<Checkpoints>().MakeAsync(day, _host.Clock.GetUtcNow(), Stopping);

    private async Task<int> CountAsync(string of)
    {
        await using var source = NpgsqlDataSource.Create(_host.Database.As("postgres"));
        await using var command = source.CreateCommand($"SELECT count(*)::int FROM pathway.{of}");
        return (int)(await command.ExecuteScalarAsync(Stopping))!;
    }

    private static string[] Lines((int? Code, string Said) answer) => answer.Said.Split('\n');

    /// <summary>What the operator types. To verify by a file, the program is given the database and no master key.</summary>
    private async Task<(int? Code, string Said)> CommandAsync(string command, params string[] arguments)
    {
        await using var keyless = new ServiceCollection().AddSingleton(_host.Services.GetRequiredService<Databases>()).BuildServiceProvider();
        await using var said = new StringWriter();
        return (await Commands.RunAsync(command, command == "verify-audit" && arguments.Length > 0 ? keyless : _host.Services, arguments, said), said.ToString().ReplaceLineEndings("\n").TrimEnd());
    }
}
