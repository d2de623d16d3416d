using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.RowLevelSecurity;

/// <summary>Speaks to PostgreSQL as the application's role, past the application: the database itself refuses.</summary>
public sealed class DirectTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    /// <summary>Tables that hold no case data, and why they stand open.</summary>
    private static readonly string[] WithoutCases =
    [
        "organisations", "case_numbers", "reach", "reach_of_lead", "checkpoints", "checkpoint_heads", "installation_keys", "outbox", "rule_changes", "letter_templates", "consultation_numbers", "disclosure_numbers", "work_of_the_lead", "letter_templates", "code_changes", "reading_reports", "record_cuts", "record_starts", "checkpoint_exports",
        // What is left of an erased case is nobody's.
        "anonymised_cases",
    ];

    /// <summary>Nobody of the application reads who asked, what was erased or what is held: not even that there is nothing.</summary>
    private static readonly string[] NotForTheApplication = ["match_askers", "erasures", "legal_holds"];

    [Fact]
    public async Task Every_table_that_holds_case_data_forces_its_policies()
    {
        var open = await host.LookAsync(db => db.Database.SqlQueryToListAsync<string>($"""
            SELECT c.relname AS "Value" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'pathway' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """));

        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, t => !WithoutCases.Contains(t) && !t.StartsWith("directory", StringComparison.Ordinal) && !t.StartsWith("hotline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partition_is_reached_through_its_table_alone()
    {
        await host.Database.ExecuteAsSuperuserAsync("SELECT pathway.make_audit_partitions('2026-03-16')");
        var reached = await host.LookAsync(db => db.Database.SqlQueryToListAsync<string>($"""
            SELECT c.relname || ' ' || r.role AS "Value" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN (VALUES ('pathway_app'), ('pathway_system')) r (role)
            WHERE n.nspname = 'pathway' AND c.relispartition AND c.relkind = 'r' AND has_table_privilege(r.role, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
            """));

        Assert.Empty(reached);
    }

    [Fact]
    public async Task Without_settings_the_application_sees_no_row_of_any_case()
    {
        await CaseOfHavenAsync();
        await using var source = NpgsqlDataSource.Create(host.Database.App);
        foreach (var table in await TablesAsync())
        {
            await using var command = source.CreateCommand($"SELECT count(*) FROM pathway.{table}");
            if (NotForTheApplication.Contains(table))
            {
                Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Stopping))).SqlState);
                continue;
            }
            Assert.Equal(0L, await command.ExecuteScalarAsync(Stopping));
        }
    }

    [Fact]
    public async Task Another_organisation_sees_no_row_of_the_case()
    {
        var id = await CaseOfHavenAsync();
        foreach (var table in await TablesAsync())
        {
            if (table is "acts" or "form_drafts" or "visits" or "saved_views" or "chain_heads" or "audit_links" or "name_tokens" or "notices" or "work_items" or "organisation_figures" or "releases" or "release_counts" or "unusual_readings" || table.StartsWith("consultation", StringComparison.Ordinal) || table.StartsWith("disclosure", StringComparison.Ordinal) || NotForTheApplication.Contains(table)) continue;
            var column = table == "cases" ? "id" : "case_id";
            Assert.Equal(0L, await AskAsync(await host.ActorAsync("sw.umea"), $"SELECT count(*) FROM pathway.{table} WHERE {column} = '{id}'"));
        }
        Assert.Equal(1L, await AskAsync(await host.ActorAsync("ngo.haven"), $"SELECT count(*) FROM pathway.cases WHERE id = '{id}'"));
    }

    [Theory]
    [InlineData("a part in somebody else's case", "INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at) VALUES (gen_random_uuid(), '{0}', 'x', '{1}', 2147483647, now(), '9999-12-31', 'Lead', gen_random_uuid(), now())")]
    [InlineData("a part for somebody else in a new case", "INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at) VALUES (gen_random_uuid(), gen_random_uuid(), 'x', '{2}', 2, now(), '9999-12-31', 'Lead', gen_random_uuid(), now())")]
    [InlineData("a referral of a case one has no part in", "INSERT INTO pathway.referrals (id, case_id, sender, author, recipient, kind, service, urgency, groups, status, drafted_at, revision) VALUES (gen_random_uuid(), '{0}', '{1}', gen_random_uuid(), '{1}', 'Service', 'HEALTH', 'Normal', 2, 'Sent', now(), 1)")]
    [InlineData("a consent for oneself", "INSERT INTO pathway.consent_decisions (id, case_id, number, recipient, purpose, state, groups, decided_on, recorded_at, recorded_by, recorder) VALUES (gen_random_uuid(), '{0}', 9, '{1}', 'REFERRAL', 'Given', 2046, '2026-03-16', now(), '{1}', gen_random_uuid())")]
    [InlineData("a place on the team", "INSERT INTO pathway.team_members (id, case_id, user_id, organisation_id, is_responsible, added_at) VALUES (gen_random_uuid(), '{0}', gen_random_uuid(), '{1}', true, now())")]
    [InlineData("a case led by somebody else", "INSERT INTO pathway.cases (id, reference, lead, lead_participation_id, status, identification, intake, started_by, started_at, changed_at, revision, facts_id) VALUES (gen_random_uuid(), '2026-999999', '{2}', gen_random_uuid(), 'Open', 'Presumed', 0, gen_random_uuid(), now(), now(), 1, gen_random_uuid())")]
    [InlineData("a line of the record in another's name", "INSERT INTO pathway.audit_entries (id, at, chain, kind, user_id, organisation_id, role, groups, payload) VALUES (gen_random_uuid(), now(), gen_random_uuid(), 'CaseStarted', gen_random_uuid(), '{2}', 'SocialWorker', 0, '')")]
    public async Task What_is_forged_is_refused(string what, string statement)
    {
        var id = await CaseOfHavenAsync();
        var umea = await host.ActorAsync("sw.umea");
        var haven = await host.ActorAsync("ngo.haven");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(umea, string.Format(null, statement, id, umea.Organisation, haven.Organisation)));

        Assert.True(refused.SqlState == "42501", $"{what}: {refused.SqlState} {refused.MessageText}");
    }

    [Fact]
    public async Task Nobody_widens_their_own_part()
    {
        var id = await CaseOfHavenAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(async () => await AskAsync(await host.ActorAsync("ngo.haven"), $"UPDATE pathway.participations SET groups = 2147483647 WHERE case_id = '{id}'"));
        Assert.Equal("42501", refused.SqlState);
    }

    [Fact]
    public async Task Where_a_person_stays_is_shown_to_who_was_named_and_to_no_role()
    {
        var id = (await host.OpenCaseAsync("sw.malmo", (c, act) => c.RecordAddress(new("Kanariegatan 7"), act))).Value;
        var (worker, manager) = (await host.ActorAsync("sw.malmo"), await host.ActorAsync("sw.malmo.chef"));
        var rows = $"SELECT count(*) FROM pathway.sealed_addresses WHERE case_id = '{id}'";
        var keys = $"SELECT count(*) FROM pathway.sealing_keys k WHERE k.case_id = '{id}' AND k.id <> k.case_id";
        await host.OnAsync("sw.malmo", CaseId.From(id), (c, act) => c.AddToTeam(manager.User, false, act));

        Assert.Equal((1L, 1L), (await AskAsync(worker, rows), await AskAsync(worker, keys)));
        // On the team, a manager, and of the same organisation: not named, so there is no row and no key.
        Assert.Equal((0L, 0L), (await AskAsync(manager, rows), await AskAsync(manager, keys)));
        foreach (var other in new[] { "ngo.haven", "il.polis", "ma.tillstand", "nc.jamy", "admin", "audit" })
            Assert.Equal((0L, 0L), (await AskAsync(await host.ActorAsync(other), rows), await AskAsync(await host.ActorAsync(other), keys)));
        // Nor does the account that was named see it while acting for another organisation.
        Assert.Equal(0L, await AskAsync(worker with { Organisation = await host.OrganisationAsync("ngo.haven") }, rows));

        var grant = "INSERT INTO pathway.address_grants (id, address_id, case_id, organisation_id, user_id, granted_by, granted_at, until) SELECT gen_random_uuid(), a.id, a.case_id, a.organisation_id, '{0}', '{1}', pathway.at(), pathway.at() + interval '{2} days' FROM pathway.protected_addresses a WHERE a.case_id = '" + id + "'";
        foreach (var (who, to, days) in new[] { (manager, manager, 7), (worker, manager, 7), (worker, worker, 7), (manager, worker, 365), (manager, await host.ActorAsync("sw.umea"), 7) })
        {
            // An instant later: the first grant of whoever wrote it down is given with the address and never again.
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(who, string.Format(null, grant, to.User, who.User, days)));
            Assert.Equal("42501", refused.SqlState);
        }
        await AskAsync(manager, string.Format(null, grant, worker.User, manager.User, 7));
        var forged = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(manager, $"UPDATE pathway.address_grants SET user_id = '{manager.User}' WHERE case_id = '{id}'"));
        Assert.Equal("42501", forged.SqlState);
        Assert.Equal(0L, await AskAsync(worker, $"WITH ended AS (UPDATE pathway.address_grants SET ended_at = NULL WHERE case_id = '{id}' AND ended_at IS NOT NULL RETURNING 1) SELECT count(*) FROM ended"));
    }

    [Fact]
    public async Task What_stood_out_among_readings_is_the_managers_and_the_auditors_alone_and_nobody_says_of_their_own_how_it_ended()
    {
        var (worker, chief) = (await host.ActorAsync("sw.malmo"), await host.ActorAsync("sw.malmo.chef"));
        foreach (var reader in new[] { worker, chief })
            await host.Database.ExecuteAsSuperuserAsync($"INSERT INTO pathway.unusual_readings (id, week, organisation_id, reader, sign, count, found_at) VALUES (gen_random_uuid(), '2026-03-09', '{reader.Organisation}', '{reader.User}', 'ManyCases', 30, now())");
        const string rows = "SELECT count(*) FROM pathway.unusual_readings";

        Assert.Equal((0L, 2L, 0L, 2L), (await AskAsync(worker, rows), await AskAsync(chief, rows), await AskAsync(await host.ActorAsync("ngo.haven.chef"), rows), await AskAsync(await host.ActorAsync("audit"), rows)));
        // Nor does a manager see it while acting for another organisation.
        Assert.Equal(0L, await AskAsync(chief with { Organisation = await host.OrganisationAsync("ngo.haven") }, rows));
        const string looked = "WITH l AS (UPDATE pathway.unusual_readings SET outcome = 'TheWork', looked_at = now(), looked_by = '{0}' RETURNING 1) SELECT count(*) FROM l";
        Assert.Equal(1L, await AskAsync(chief, string.Format(null, looked, chief.User)));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => AskAsync(chief, string.Format(null, looked, worker.User)))).SqlState);
        foreach (var forged in new[] { "UPDATE pathway.unusual_readings SET count = 1", "DELETE FROM pathway.unusual_readings", "INSERT INTO pathway.reading_reports VALUES ('2026-03-09', now())" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => AskAsync(chief, forged))).SqlState);
    }

    [Fact]
    public async Task A_begun_part_of_a_draft_is_its_authors_alone()
    {
        var worker = await host.ActorAsync("sw.malmo");
        var id = (await host.DoAsync("sw.malmo", async doing =>
        {
            var draft = Case.Start(await doing.Cases.NextReferenceAsync(doing.Act.At, default), doing.Act);
            draft.LeaveUnfinished(IntakeParts.SafeContact, "{}", doing.Act);
            doing.Db.Cases.Add(draft);
            return draft.Id;
        })).Value;
        var rows = $"SELECT count(*) FROM pathway.begun_parts WHERE case_id = '{id}'";

        Assert.Equal(1L, await AskAsync(worker, rows));
        foreach (var other in new[] { "sw.malmo.chef", "ngo.haven", "admin", "audit" }) Assert.Equal(0L, await AskAsync(await host.ActorAsync(other), rows));
        var forged = await Assert.ThrowsAsync<PostgresException>(async () => await AskAsync(await host.ActorAsync("sw.malmo.chef"), $"INSERT INTO pathway.begun_parts (id, case_id, part, typed) VALUES (gen_random_uuid(), '{id}', 4, '')"));
        Assert.Equal("42501", forged.SqlState);
    }

    [Fact]
    public async Task A_plan_is_changed_by_its_owner_alone()
    {
        var plan = Guid.Empty;
        var id = (await host.OpenCaseAsync("ngo.haven", (c, act) => plan = c.DraftPlan(new(act.By, act.Day, act.Day.AddDays(30), null), act).Id.Value)).Value;

        Assert.Equal(0L, await AskAsync(await host.ActorAsync("sw.umea"), $"SELECT count(*) FROM pathway.assistance_plans WHERE id = '{plan}'"));
        var haven = await host.ActorAsync("ngo.haven");
        var umea = await host.OrganisationAsync("sw.umea");
        foreach (var forged in new[] { $"owner = '{umea}'", "status = 'Completed'" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(haven, $"UPDATE pathway.assistance_plans SET {forged} WHERE id = '{plan}'"));
            Assert.Equal("42501", refused.SqlState);
        }
        Assert.NotEqual(Guid.Empty, id);
    }

    /// <summary>Ten thousand requests of two organisations over two connections, most of them broken off: nobody ever sees a row of the other.</summary>
    [Fact]
    public async Task A_shared_connection_carries_nothing_over()
    {
        await CaseOfHavenAsync();
        var actors = new[] { await host.ActorAsync("ngo.haven"), await host.ActorAsync("sw.umea") };
        await using var source = new NpgsqlDataSourceBuilder(Databases.Prepared(new NpgsqlConnectionStringBuilder(host.Database.App) { MaxPoolSize = 2, MinPoolSize = 2 }.ConnectionString)).Build();
        var foreign = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stopping }, async (i, stopping) =>
        {
            var actor = actors[i % 2];
            await using var connection = await source.OpenConnectionAsync(stopping);
            if (i % 5 == 0)
            {
                // Without a transaction there is no setting, and nothing to see.
                await using var bare = new NpgsqlCommand("SELECT count(*) FROM pathway.participations", connection);
                if ((long)(await bare.ExecuteScalarAsync(stopping))! != 0) Interlocked.Increment(ref foreign);
                return;
            }
            await using var transaction = await connection.BeginTransactionAsync(stopping);
            await SettleAsync(connection, actor);
            await using var command = new NpgsqlCommand("SELECT count(*) FROM pathway.participations WHERE organisation_id <> $1", connection) { Parameters = { new() { Value = actor.Organisation.Value } } };
            if ((long)(await command.ExecuteScalarAsync(stopping))! != 0) Interlocked.Increment(ref foreign);
            if (i % 3 == 0) await transaction.CommitAsync(stopping);
        });

        Assert.Equal(0, foreign);
    }

    private async Task<Guid> CaseOfHavenAsync() => (await host.OpenCaseAsync("ngo.haven")).Value;

    private Task<List<string>> TablesAsync() => host.LookAsync(db => db.Database.SqlQueryToListAsync<string>($"""
        SELECT c.relname AS "Value" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'pathway' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity ORDER BY 1
        """));

    private Task<object?> AskAsync(Actor actor, string statement) => AskAsync(host, actor, statement);

    /// <summary>One statement as the application's role, acting as somebody; nothing of it stays.</summary>
    internal static async Task<object?> AskAsync(PathwayHost host, Actor actor, string statement)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.App);
        await using var connection = await source.OpenConnectionAsync(Stopping);
        await using var transaction = await connection.BeginTransactionAsync(Stopping);
        await SettleAsync(host, connection, actor);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(Stopping);
    }

    private Task SettleAsync(NpgsqlConnection connection, Actor actor) => SettleAsync(host, connection, actor);

    private static async Task SettleAsync(PathwayHost host, NpgsqlConnection connection, Actor actor)
    {
        await using var command = new NpgsqlCommand("SELECT set_config('pathway.user', $1, true), set_config('pathway.organisation', $2, true), set_config('pathway.role', $3, true), set_config('pathway.at', $4, true)", connection)
        {
            Parameters = { new() { Value = actor.User.ToString() }, new() { Value = actor.Organisation.ToString() }, new() { Value = actor.Role.ToString() }, new() { Value = host.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss+00", null) } },
        };
        await command.ExecuteNonQueryAsync(Stopping);
    }
}
