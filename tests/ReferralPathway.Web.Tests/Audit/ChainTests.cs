using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Audit;

/// <summary>Whatever is done to the record behind the application's back, <c>verify-audit</c> finds it and names the place.</summary>
public sealed class ChainTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE pathway.audit_entries SET payload = payload || ' ' WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{0}' AND seq = 2)", "changed")]
    [InlineData("UPDATE pathway.audit_entries SET user_id = gen_random_uuid() WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{0}' AND seq = 2)", "changed")]
    [InlineData("DELETE FROM pathway.audit_entries WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{0}' AND seq = 2)", "deleted")]
    [InlineData("DELETE FROM pathway.audit_links WHERE chain = '{0}' AND seq = 2", "missing")]
    [InlineData("DELETE FROM pathway.audit_links WHERE chain = '{0}' AND seq = (SELECT max(seq) FROM pathway.audit_links WHERE chain = '{0}')", "end")]
    [InlineData("INSERT INTO pathway.audit_entries SELECT gen_random_uuid(), at, chain, kind, user_id, organisation_id, role, case_id, record_id, groups, occurred_on, purpose, payload FROM pathway.audit_entries WHERE chain = '{0}' LIMIT 1", "put in")]
    [InlineData("UPDATE pathway.audit_links SET seq = CASE seq WHEN 2 THEN 3 ELSE 2 END WHERE chain = '{0}' AND seq IN (2, 3)", "")]
    public async Task Whoever_tampers_is_found_out(string tampering, string said)
    {
        var chain = await WriteAsync();
        await host.Database.ExecuteAsSuperuserAsync("SET session_replication_role = replica; ALTER TABLE pathway.audit_links DROP CONSTRAINT IF EXISTS audit_links_chain_seq_key; " + string.Format(null, tampering, chain));

        var found = await VerifyAsync();

        Assert.Contains(found.Faults, f => f.Chain == chain && f.What.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_was_rewritten_whole_is_told_by_the_checkpoint()
    {
        var chain = await WriteAsync();
        await host.Services.GetRequiredService<Checkpoints>().MakeAsync(new(2026, 3, 16), host.Clock.GetUtcNow(), Stopping);
        // The owner of the database changes a line and makes every link and the head anew, as the trigger would have.
        await host.Database.ExecuteAsSuperuserAsync($"""
            SET session_replication_role = replica;
            UPDATE pathway.audit_entries SET kind = 'CaseClosed' WHERE id = (SELECT entry FROM pathway.audit_links WHERE chain = '{chain}' AND seq = 2);
            DO $$
            DECLARE l record; last bytea := '\x';
            BEGIN
              FOR l IN SELECT * FROM pathway.audit_links WHERE chain = '{chain}' ORDER BY seq LOOP
                UPDATE pathway.audit_links SET prev = last, hash = sha256(int8send(l.seq) || last || (SELECT pathway.audit_bytes(e) FROM pathway.audit_entries e WHERE e.id = l.entry)) WHERE entry = l.entry;
                SELECT hash INTO last FROM pathway.audit_links WHERE entry = l.entry;
              END LOOP;
              UPDATE pathway.chain_heads SET hash = last WHERE chain = '{chain}';
            END $$
            """);

        var found = await VerifyAsync();

        Assert.Contains(found.Faults, f => f.Chain == chain && f.What.Contains("rewritten", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE pathway.audit_entries SET payload = ''")]
    [InlineData("DELETE FROM pathway.audit_entries")]
    [InlineData("TRUNCATE pathway.audit_entries")]
    [InlineData("DELETE FROM pathway.audit_links")]
    [InlineData("INSERT INTO pathway.audit_links (entry, at, chain, seq, prev, hash) VALUES (gen_random_uuid(), now(), gen_random_uuid(), 1, '', '')")]
    [InlineData("UPDATE pathway.chain_heads SET seq = 0")]
    public async Task The_application_cannot_change_what_is_recorded(string statement)
    {
        await WriteAsync();
        foreach (var role in new[] { host.Database.App, host.Database.System, host.Database.Owner })
        {
            await using var source = NpgsqlDataSource.Create(role);
            await using var command = source.CreateCommand(statement);
            try
            {
                // Row-level security shows the owner no rows to change.
                Assert.Equal(0, await command.ExecuteNonQueryAsync(Stopping));
            }
            catch (PostgresException refused)
            {
                Assert.Equal("42501", refused.SqlState);
            }
        }
    }

    /// <summary>What the operator types: the line names the entry, and the exit code tells a script.</summary>
    [Fact]
    public async Task The_command_names_the_broken_entry_and_says_so_by_its_exit_code()
    {
        var chain = await WriteAsync();
        var entry = await host.AskAsync<Guid>($"SELECT entry AS \"Value\" FROM pathway.audit_links WHERE chain = {chain} AND seq = 2");
        await host.Database.ExecuteAsSuperuserAsync($"SET session_replication_role = replica; UPDATE pathway.audit_entries SET payload = payload || ' ' WHERE id = '{entry}'");

        var (code, said) = await WholeChainTests.CommandAsync(host);

        Assert.Equal(1, code);
        Assert.Matches($"(?m)^BROKEN  chain {chain}  line 2  entry {entry}  ", said);
        Assert.EndsWith("The record is broken.", said.TrimEnd(), StringComparison.Ordinal);
    }

    private Task<Guid> WriteAsync() => WriteAsync(host);

    /// <summary>A case with a few lines in its chain.</summary>
    internal static async Task<Guid> WriteAsync(PathwayHost host)
    {
        var haven = host.As("ngo.haven");
        var id = (await host.OpenCaseAsync("ngo.haven")).Value;
        for (var i = 0; i < 3; i++) await haven.Get($"/cases/{id}");
        return id;
    }

    private Task<AuditFindings> VerifyAsync() => AuditVerifier.VerifyAsync(host.Services.GetRequiredService<Databases>(), host.Services.GetRequiredService<Checkpoints>(), Stopping);
}

public sealed class WholeChainTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_record_that_nobody_touched_is_whole()
    {
        await ChainTests.WriteAsync(host);
        await host.Services.GetRequiredService<Checkpoints>().MakeAsync(new(2026, 3, 16), host.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        await ChainTests.WriteAsync(host);
        await host.Services.GetRequiredService<Checkpoints>().MakeAsync(new(2026, 3, 17), host.Clock.GetUtcNow(), TestContext.Current.CancellationToken);

        var found = await AuditVerifier.VerifyAsync(host.Services.GetRequiredService<Databases>(), host.Services.GetRequiredService<Checkpoints>(), TestContext.Current.CancellationToken);

        Assert.Empty(found.Faults);
        Assert.True(found.Entries > 8);
        Assert.Equal(2, found.Checkpoints);

        var (code, said) = await CommandAsync(host);
        Assert.Equal(0, code);
        Assert.Equal([$"{found.Entries} lines in {found.Chains} chains, 2 checkpoints.", "The record is whole."], said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()));
    }

    internal static async Task<(int? Code, string Said)> CommandAsync(PathwayHost host)
    {
        await using var said = new StringWriter();
        return (await Commands.RunAsync("verify-audit", host.Services, [], said), said.ToString());
    }
}
