using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Retention;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;
using ReferralPathway.Web.Tests.Walking;

namespace ReferralPathway.Web.Tests.Retention;

/// <summary>What has been kept long enough is erased, and nothing else is (DOMAIN 9.3).</summary>
public sealed class RetentionTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly PathwayHost _host = new(template);

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Of_an_erased_case_nothing_remains_but_what_is_nobodys()
    {
        await DirectoryImport.LoadAsync(_host.Services);
        await Cast.EnterAsync(_host);
        var everything = new EverythingCase(_host, 0, ReturnStory.Contacted);
        await everything.BeginAsync();
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await everything.EndAsync();
        var other = await _host.OpenCaseAsync("sw.umea");
        var id = everything.Id.Value;
        await EndAsync(id);
        await _host.Database.ExecuteAsSuperuserAsync($"SET session_replication_role = replica; UPDATE pathway.investigations SET status = 'Discontinued' WHERE case_id = '{id}'; UPDATE pathway.reimbursement_claims SET status = 'Decided' WHERE case_id = '{id}'");
        var before = await RowsAsync(id);
        Assert.True(before.Count(t => t.Rows > 0) > 45, $"Only {before.Count(t => t.Rows > 0)} tables hold something of the case.");
        _host.Clock.Advance(TimeSpan.FromDays(366 * 41));

        var (code, said) = await CommandAsync("retention", "erase");

        Assert.Equal(0, code);
        Assert.Matches($@"(?m)^ERASED  case {id}  \w+  20\d\d-\d\d-\d\d  \d+ keys destroyed; the last backup that holds them expires on 20\d\d-\d\d-\d\d", said);
        Assert.Empty((await RowsAsync(id)).Where(t => t.Rows > 0).Select(t => t.Table));
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.anonymised_cases"));
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Case.Erased' AND record_id = {id}"));
        // The record of who did what is kept by its own rule, and is whole.
        Assert.Empty((await AuditVerifier.VerifyAsync(_host.Services.GetRequiredService<Databases>(), _host.Services.GetRequiredService<Checkpoints>(), Stopping)).Faults);
        // A case that goes on is there.
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases WHERE id = {other.Value}"));
        Assert.EndsWith("0 were due.", (await CommandAsync("retention", "erase")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_whose_period_is_over_neither_reads_nor_finds_the_case_and_the_others_do()
    {
        var board = _host.As("sw.umea");
        var id = await board.OpensCaseAsync("2026-03-10", ("identity", [("Input.GivenName", "Oksana"), ("Input.FamilyName", "Kovalenko")]));
        await _host.JoinsAsync("sw.umea", id, "ngo.haven", "Umeå", "2026-03-16");
        await EndAsync(id.Value);
        var haven = (await _host.OrganisationAsync("ngo.haven")).Value;
        _host.Clock.SetInSweden("2028-03-17 10:00");
        Assert.Equal(HttpStatusCode.OK, (await _host.As("ngo.haven").Get($"/cases/{id}")).Status);

        // To look changes nothing.
        var (_, looked) = await CommandAsync("retention");
        Assert.Contains($"DUE     the copy of {haven} of case {id}  PrivateFile", looked, StringComparison.Ordinal);
        Assert.EndsWith("1 are due. Nothing was changed.", looked.Trim(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _host.As("ngo.haven").Get($"/cases/{id}")).Status);

        await CommandAsync("retention", "erase");

        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("ngo.haven").Get($"/cases/{id}")).Status);
        Assert.DoesNotContain(id.ToString()!, (await _host.As("ngo.haven").Get("/cases")).Source, StringComparison.Ordinal);
        Assert.Equal(0, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.name_tokens WHERE case_id = {id.Value} AND scope = {haven}"));
        Assert.Equal(HttpStatusCode.OK, (await _host.As("sw.umea").Get($"/cases/{id}")).Status);
        Assert.EndsWith("0 were due.", (await CommandAsync("retention", "erase")).Said, StringComparison.Ordinal);
    }

    /// <summary>The organisation that led it and kept it shorter than another reads it no more; the case is there until the other's period is over.</summary>
    [Fact]
    public async Task A_lead_whose_period_is_over_reads_the_case_no_more_and_the_case_goes_with_the_last_copy()
    {
        var haven = _host.As("ngo.haven");
        var id = await haven.OpensCaseAsync("2026-03-10");
        await _host.JoinsAsync("ngo.haven", id, "sw.umea", "Haven", "2026-03-16");
        await EndAsync(id.Value);
        _host.Clock.SetInSweden("2028-03-17 10:00");

        Assert.EndsWith("1 were due.", (await CommandAsync("retention", "erase")).Said, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("ngo.haven").Get($"/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.As("sw.umea").Get($"/cases/{id}")).Status);
        _host.Clock.SetInSweden("2031-03-17 10:00");
        await CommandAsync("retention", "erase");
        Assert.Equal(0, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
    }

    [Fact]
    public async Task Through_twenty_five_years_each_case_goes_when_its_rule_says_and_none_that_is_held()
    {
        var social = await ClosedAsync("sw.umea");
        var shelter = await ClosedAsync("ngo.haven");
        var coordinator = await ClosedAsync("rc.syd");
        var held = await ClosedAsync("sw.malmo");
        var research = await ClosedAsync("sw.vasteras");
        var goingOn = (await _host.OpenCaseAsync("ngo.platform")).Value;
        await _host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.organisations SET keeps_for_research = true WHERE id = '{(await _host.OrganisationAsync("sw.vasteras")).Value}'");
        var reference = await _host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {held}");
        Assert.Equal((0, "The case is held."), await CommandAsync("hold", reference, "TRIAL", "2040-06-30"));
        Assert.Equal((1, "There is no such case."), await CommandAsync("hold", "1999-000001", "TRIAL", "2040-06-30"));

        var gone = new Dictionary<Guid, int>();
        for (var year = 2026; year <= 2051; year++)
        {
            _host.Clock.SetInSweden($"{year}-12-31 10:00");
            await CommandAsync("retention", "erase");
            foreach (var id in new[] { social, shelter, coordinator, held, research, goingOn })
                if (!gone.ContainsKey(id) && await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases WHERE id = {id}") == 0) gone[id] = year;
        }

        Assert.Equal(new() { [social] = 2031, [shelter] = 2028, [coordinator] = 2028, [held] = 2040 }, gone);
        Assert.Equal(4, (await _host.Services.GetRequiredService<Eraser>().LedgerAsync(_host.Clock.GetUtcNow(), Stopping)).Count);
    }

    [Fact]
    public async Task A_hold_that_is_taken_back_lets_the_case_go_and_an_investigation_holds_by_itself()
    {
        var id = await ClosedAsync("ngo.haven");
        var reference = await _host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id}");
        await CommandAsync("hold", reference, "DISCLOSURE", "2099-12-31");
        _host.Clock.SetInSweden("2030-01-10 10:00");
        Assert.StartsWith("0 were due", (await CommandAsync("retention", "erase")).Said, StringComparison.Ordinal);
        Assert.Equal((0, "The case is held no longer."), await CommandAsync("release", reference));
        Assert.Equal((1, "No such case is held."), await CommandAsync("release", reference));

        await _host.Database.ExecuteAsSuperuserAsync($"""
            INSERT INTO pathway.investigations (id, case_id, status, offences, recorded_at, recorded_by, revision) SELECT gen_random_uuid(), id, 'Initiated', ARRAY[]::text[], opened_at, lead, 1 FROM pathway.cases WHERE id = '{id}'
            """);
        Assert.StartsWith("0 were due", (await CommandAsync("retention", "erase")).Said, StringComparison.Ordinal);
        await _host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.investigations SET status = 'Discontinued' WHERE case_id = '{id}'");
        Assert.EndsWith("1 were due.", (await CommandAsync("retention", "erase")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restore_the_ledger_is_played_back()
    {
        var (erased, kept) = (await ClosedAsync("ngo.haven"), await ClosedAsync("ngo.haven"));
        var file = Path.GetTempFileName();
        try
        {
            var line = new ErasureCertificate(erased, null, "PrivateFile", 1, _host.Clock.GetUtcNow());
            await File.WriteAllLinesAsync(file, [System.Text.Json.JsonSerializer.Serialize(line)], Stopping);

            Assert.Equal((0, "1 erasures were done again."), await CommandAsync("replay-erasures", file));
            Assert.Equal((0, "0 erasures were done again."), await CommandAsync("replay-erasures", file));

            Assert.Equal(0, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases WHERE id = {erased}"));
            Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases WHERE id = {kept}"));
            Assert.Equal(0, (await CommandAsync("export-erasures", file)).Code);
            Assert.Contains(erased.ToString(), await File.ReadAllTextAsync(file, Stopping), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("DELETE FROM pathway.cases WHERE id = '{0}'")]
    [InlineData("DELETE FROM pathway.participations WHERE case_id = '{0}'")]
    [InlineData("INSERT INTO pathway.erasures VALUES (gen_random_uuid(), '{0}', NULL, 'SocialFile', 0, now()); UPDATE pathway.erasures SET rule = 'Research'")]
    [InlineData("INSERT INTO pathway.erasures VALUES (gen_random_uuid(), '{0}', NULL, 'SocialFile', 0, now()); DELETE FROM pathway.erasures")]
    public async Task Nobody_erases_what_is_not_in_the_ledger_nor_changes_the_ledger(string statement)
    {
        var id = await ClosedAsync("ngo.haven");
        foreach (var door in new[] { _host.Database.App, _host.Database.System })
        {
            await using var connection = new NpgsqlConnection(door);
            await connection.OpenAsync(Stopping);
            await using var command = new NpgsqlCommand(string.Format(null, statement, id), connection);
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stopping))).SqlState);
        }
    }

    private async Task<Guid> ClosedAsync(string lead)
    {
        var id = (await _host.OpenCaseAsync(lead)).Value;
        await EndAsync(id);
        return id;
    }

    /// <summary>The case is closed, today, and so is everybody's part beside the lead's; nothing waits for anybody.</summary>
    private Task EndAsync(Guid id) => _host.Database.ExecuteAsSuperuserAsync($"""
        UPDATE pathway.cases SET status = 'Closed', closed_because = 'ASSISTANCE_COMPLETED', closed_on = '{SwedishCalendar.DayOf(_host.Clock.GetUtcNow()):yyyy-MM-dd}' WHERE id = '{id}';
        UPDATE pathway.participations SET valid_until = '{_host.Clock.GetUtcNow():O}' WHERE case_id = '{id}' AND valid_until > '{_host.Clock.GetUtcNow():O}' AND id <> (SELECT lead_participation_id FROM pathway.cases WHERE id = '{id}')
        """);

    /// <summary>How much each table holds of a case, but for the record of acts and the ledger of erasures.</summary>
    private Task<List<Held>> RowsAsync(Guid id) => _host.LookAsync(async db =>
    {
        var held = new List<Held>();
        var tables = await db.Database.SqlQuery<string>($"""
            SELECT c.table_name AS "Value" FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
            WHERE c.table_schema = 'pathway' AND c.column_name = 'case_id' AND c.table_name NOT LIKE 'audit_entries%' AND c.table_name <> 'erasures'
            """).ToListAsync(Stopping);
        foreach (var table in tables) held.Add(new(table, await CountAsync($"SELECT count(*) FROM pathway.{table} WHERE case_id = '{id}'")));
        held.Add(new("cases", await CountAsync($"SELECT count(*) FROM pathway.cases WHERE id = '{id}'")));
        return held;
    });

    private async Task<long> CountAsync(string question)
    {
        await using var connection = new NpgsqlConnection(_host.Database.As("postgres"));
        await connection.OpenAsync(Stopping);
        await using var command = new NpgsqlCommand(question, connection);
        return (long)(await command.ExecuteScalarAsync(Stopping))!;
    }

    private async Task<(int? Code, string Said)> CommandAsync(string command, params string[] arguments)
    {
        await using var said = new StringWriter();
        return (await Commands.RunAsync(command, _host.Services, arguments, said), said.ToString().ReplaceLineEndings("\n").Trim());
    }

    private sealed record Held(string Table, long Rows);
}
