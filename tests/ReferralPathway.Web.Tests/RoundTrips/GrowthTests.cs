using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.RoundTrips;

/// <summary>
/// Opens the lists and searches in a database with twenty thousand cases and asks PostgreSQL what it did for each: whether it went through a large table from end to
/// end, and how many rows it fetched. These are the plans that were really carried out, as the application and under row-level security.
/// </summary>
public sealed class GrowthTests(TemplateDatabase template) : IAsyncLifetime
{
    private const int Cases = 20_000;

    private static readonly (string Who, string Address)[] Pages =
    [
        ("sw.malmo", "/"), ("sw.malmo", "/work"), ("sw.malmo", "/work/calendar"), ("sw.malmo", "/messages"),
        ("sw.malmo", "/cases"), ("sw.malmo", "/cases?status=Closed"), ("sw.malmo", "/cases?identification=RuledOut"), ("sw.malmo", "/cases?team=mine"), ("sw.malmo", "/cases?municipality=2480"), ("sw.malmo", "/cases?interpreter=yes"),
        ("sw.malmo", "/referrals"), ("sw.malmo", "/referrals?box=Sent"), ("sw.malmo", "/referrals?box=Answered"), ("sw.umea", "/referrals"), ("sw.umea", "/referrals?box=Answered"),
        ("sw.malmo", "/account/readings"), ("audit", "/audit"), ("audit", "/audit?what=readings"), ("audit", "/audit?what=glass"), ("admin", "/administration/accounts"),
    ];

    private readonly PathwayHost _host = new(template) { RealSignIn = true };

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        // A connection that ends says at once what it did.
        static string Once(string connection) => new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;
        _host.Configure = services => services.AddSingleton(new Databases(Once(_host.Database.App), Once(_host.Database.System), null));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task No_list_and_no_search_goes_through_a_large_table()
    {
        await FillAsync();
        await using var superuser = NpgsqlDataSource.Create(_host.Database.As("postgres"));
        var browsers = new Dictionary<string, Browser>();
        foreach (var who in Pages.Select(p => p.Who).Distinct()) browsers[who] = await _host.InSessionAsync(who);
        var one = (await browsers["sw.malmo"].Get("/cases?team=mine")).Links.First(l => Guid.TryParse(l.Split('/')[^1], out _));
        var opened = Pages.Select(p => (p.Who, p.Address, Open: (Func<Task<WebPage>>)(() => browsers[p.Who].Get(p.Address))))
            .Append(("sw.malmo", "a case", () => browsers["sw.malmo"].Get(one)))
            .Append(("sw.malmo", "its readings", () => browsers["sw.malmo"].Get($"{one}/readings")))
            .Append(("sw.malmo", "a name", await FormAsync("sw.malmo", "/cases/start", ("Input.Name", "Oksana Kovalenko"))))
            .Append(("admin", "an account", await FormAsync("admin", "/administration/accounts", ("Wanted", "Ekdahl"))));

        var (lines, faults) = (new List<string>(), new List<string>());
        foreach (var (who, address, open) in opened)
        {
            var before = await WorkAsync(superuser);
            var page = await open();
            Assert.True(page.Status == global::System.Net.HttpStatusCode.OK && page.Errors.Count == 0, $"{address}: {page.Text}");
            var after = await WorkAsync(superuser);
            var walked = after.Where(a => a.Value.Large && a.Value.Walked > before[a.Key].Walked).Select(a => a.Key).ToList();
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{after.Sum(a => a.Value.Fetched - before[a.Key].Fetched),8} rows  {who} {address}  {string.Join(", ", walked)}"));
            if (walked.Count > 0) faults.Add(lines[^1]);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines));
        Assert.True(faults.Count == 0, $"Read from end to end:\n{string.Join('\n', faults)}\n\n{string.Join('\n', lines)}");

        async Task<Func<Task<WebPage>>> FormAsync(string who, string address, params (string, string?)[] fields)
        {
            var form = await browsers[who].Get(address);
            return () => browsers[who].Submit(form, fields);
        }
    }

    /// <summary>What has been done to each table so far, when nobody is at work.</summary>
    private static async Task<Dictionary<string, (bool Large, long Walked, long Fetched)>> WorkAsync(NpgsqlDataSource superuser)
    {
        await using var busy = superuser.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'pathway_%'");
        while ((long)(await busy.ExecuteScalarAsync())! > 0) await Task.Delay(5);
        await using var asked = superuser.CreateCommand("SELECT s.relname, c.reltuples > 1000, s.seq_scan, s.seq_tup_read + coalesce(s.idx_tup_fetch, 0) FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid");
        await using var rows = await asked.ExecuteReaderAsync();
        var work = new Dictionary<string, (bool, long, long)>();
        while (await rows.ReadAsync()) work[rows.GetString(0)] = (rows.GetBoolean(1), rows.GetInt64(2), rows.GetInt64(3));
        return work;
    }

    /// <summary>Half of the cases are Malmö's, half Umeå's; a person works with some fifty of them.</summary>
    private async Task FillAsync()
    {
        var (malmo, umea) = (await _host.ActorAsync("sw.malmo"), await _host.ActorAsync("sw.umea"));
        var now = _host.Clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        await _host.Database.ExecuteAsSuperuserAsync($"""
            SET session_replication_role = replica;
            CREATE TEMPORARY TABLE made AS
            SELECT i, gen_random_uuid() AS id, gen_random_uuid() AS part, gen_random_uuid() AS facts, timestamptz '{now}' - i * interval '7 minutes' AS at,
              CASE WHEN i % 2 = 0 THEN '{malmo.Organisation}'::uuid ELSE '{umea.Organisation}'::uuid END AS lead,
              CASE WHEN i % 2 = 0 THEN '{malmo.User}'::uuid ELSE '{umea.User}'::uuid END AS person
            FROM generate_series(1, {Cases}) i;
            INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)
            SELECT part, id, '2025-' || lpad(i::text, 6, '0'), lead, {Reach.OfLead(Role.SocialWorker).Mask}, at, '{Domain.Cases.Participation.NoEnd.UtcDateTime:O}', 'Lead', id, at FROM made;
            INSERT INTO pathway.cases (id, reference, lead, lead_participation_id, status, closed_because, closed_on, identification, intake, started_by, started_at, opened_at, changed_at, revision, facts_id)
            SELECT id, '2025-' || lpad(i::text, 6, '0'), lead, part, CASE WHEN i % 3 = 0 THEN 'Closed' ELSE 'Open' END, CASE WHEN i % 3 = 0 THEN 'ASSISTED' END, CASE WHEN i % 3 = 0 THEN at::date END, CASE WHEN i % 500 = 0 THEN 'RuledOut' ELSE 'Presumed' END, 127, person, at, at, at, 9, facts FROM made;
            INSERT INTO pathway.facts_versions (id, case_id, number, recorded_at, recorded_by, accompanying_ages, accompanying_children, age_group, age_uncertain, exploitation_types, gender, interpreter_needed, labour_sectors, languages, municipality, protected_identity)
            SELECT facts, id, 1, at, lead, '{"{}"}', 0, '25-34', false, '{"{SEXUAL}"}', 'F', i % 400 = 0, '{"{}"}', '{"{en}"}', CASE WHEN i % 1000 = 0 THEN '2480' ELSE '1280' END, 'NONE' FROM made;
            INSERT INTO pathway.team_members (id, case_id, user_id, organisation_id, is_responsible, added_at)
            SELECT gen_random_uuid(), id, CASE WHEN i % 400 < 2 THEN person ELSE gen_random_uuid() END, lead, true, at FROM made;
            INSERT INTO pathway.name_tokens (scope, token, case_id) SELECT lead, sha256((i * 3 + k)::text::bytea), id FROM made, generate_series(0, 2) k;
            INSERT INTO pathway.referrals (id, case_id, sender, author, recipient, kind, service, urgency, groups, status, drafted_at, sent_at, answer_by, revision)
            SELECT gen_random_uuid(), id, lead, person, '{umea.Organisation}', 'Service', 'ACCOMMODATION', 'Normal', 2, CASE WHEN i % 200 = 0 THEN 'Sent' ELSE 'Completed' END, at, at, at + interval '3 days', 2 FROM made WHERE i % 2 = 0;
            INSERT INTO pathway.work_items (id, kind, case_id, source_id, organisation_id, due_at, managers_only, opened_at, closed_at, later_reminders)
            SELECT gen_random_uuid(), 'ReviewRisk', id, id, lead, at + interval '90 days', false, at, CASE WHEN i % 8 = 0 THEN NULL ELSE at + interval '1 day' END, '{"{}"}' FROM made;
            INSERT INTO pathway.notices (id, kind, organisation_id, case_id, source_id, managers_only, at, read_at)
            SELECT gen_random_uuid(), 'ReferralArrived', lead, id, id, false, at, CASE WHEN i % 400 = 0 THEN NULL ELSE at END FROM made;
            INSERT INTO pathway.audit_entries (id, at, chain, kind, user_id, organisation_id, role, case_id, groups, payload)
            SELECT gen_random_uuid(), at + k * interval '1 minute', id, CASE WHEN k = 0 THEN 'CaseOpened' ELSE 'Read.Case' END, person, lead, 'SocialWorker', id, 2, '' FROM made, generate_series(0, 2) k;
            INSERT INTO identity.accounts (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, name, person_id, organisation_id, role, is_manager, status, lockout_enabled, access_failed_count, phone_number_confirmed, two_factor_enabled, security_stamp)
            SELECT gen_random_uuid(), 'n' || i, 'N' || i, 'n' || i || '@nobody.example', 'N' || i || '@NOBODY.EXAMPLE', false, 'Nobody ' || md5(i::text), gen_random_uuid(), lead, 'SocialWorker', false, 'Active', true, 0, false, false, 'x' FROM made WHERE i % 4 = 0;
            ANALYZE;
            """);
    }
}
