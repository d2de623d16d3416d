using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Tests.Growth;

/// <summary>
/// Fills a database with N invented cases as the application would have written them: sealed under a key of their own, searchable by token, chained in the record.
/// Around them lies what lists walk: consents, referrals, investigations, work, messages and readings. Rows go in as the superuser; a hundred thousand cases take a minute or two.
/// </summary>
/// <param name="accounts">
/// Whose organisations lead the cases; the first one's leads half of all. Each works with sixty of its organisation's, however many there are: colleagues share the others.
/// </param>
/// <param name="provider">Takes part in a few of them.</param>
public sealed class Generator(string superuser, MasterKeys masters, SearchTokens tokens, IReadOnlyList<Actor> accounts, OrganisationId provider)
{
    private const int Batch = 5_000;

    private static readonly string[] Given = ["Anna", "Olga", "Mohammed", "Nguyen", "Adaeze", "Ion", "Maria", "Fatima", "Somchai", "Oksana", "Blessing", "Ali", "Elena", "Yusuf", "Irina", "Grace"];
    private static readonly string[] Family = ["Popescu", "Kovalenko", "Hassan", "Tran", "Okafor", "Rahimi", "Nowak", "Petrov", "Suwan", "Haddad", "Diallo", "Ivanova", "Georgiev", "Mensah", "Karimov", "Lopez"];

    public async Task FillAsync(int cases, DateTimeOffset until)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        // Marks and the links of the record are written in one go at the end: one by one they are most of the work.
        await Triggers("DISABLE");
        for (var done = 0; done < cases; done += Batch)
        {
            await using var connection = await source.OpenConnectionAsync();
            // The other triggers have nothing to do.
            await CopyAsync(connection, Enumerable.Range(done, Math.Min(Batch, cases - done)).Select(i => Make(i, cases, until)).ToList());
        }
        await using (var around = source.CreateCommand(Around))
        {
            around.CommandTimeout = 0;
            around.Parameters.AddWithValue("recipient", accounts[^1].Organisation.Value);
            around.Parameters.AddWithValue("until", until);
            around.Parameters.AddWithValue("provider", provider.Value);
            await around.ExecuteNonQueryAsync();
        }
        await LinkAsync(source);
        await Triggers("ENABLE");
        await using var vacuum = source.CreateCommand("VACUUM ANALYZE");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();

        async Task Triggers(string how)
        {
            await using var command = source.CreateCommand($"ALTER TABLE pathway.participations {how} TRIGGER part_marked; ALTER TABLE pathway.facts_versions {how} TRIGGER zz_facts_marked; ALTER TABLE pathway.audit_entries {how} TRIGGER chain_entry");
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Chains what is not linked yet, as the trigger does: the first lines of all chains at once, then the second, and so on.</summary>
    private static async Task LinkAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        const string numbered = """
            CREATE TEMPORARY TABLE numbered AS
            SELECT e.id, e.at, e.chain, coalesce(h.seq, 0) + row_number() OVER (PARTITION BY e.chain ORDER BY e.at, e.id) AS seq, row_number() OVER (PARTITION BY e.chain ORDER BY e.at, e.id) AS turn
            FROM pathway.audit_entries e LEFT JOIN pathway.chain_heads h ON h.chain = e.chain WHERE NOT EXISTS (SELECT FROM pathway.audit_links l WHERE l.entry = e.id);
            ANALYZE numbered
            """;
        const string turn = """
            INSERT INTO pathway.audit_links (entry, at, chain, seq, prev, hash)
            SELECT n.id, n.at, n.chain, n.seq, coalesce(p.hash, '\x'), sha256(int8send(n.seq) || coalesce(p.hash, '\x') || pathway.audit_bytes(e))
            FROM numbered n JOIN pathway.audit_entries e ON e.id = n.id AND e.at = n.at LEFT JOIN pathway.audit_links p ON p.chain = n.chain AND p.seq = n.seq - 1 WHERE n.turn = $1
            """;
        const string heads = """
            INSERT INTO pathway.chain_heads (chain, seq, hash) SELECT l.chain, l.seq, l.hash
            FROM (SELECT chain, max(seq) AS seq FROM numbered GROUP BY chain) n JOIN pathway.audit_links l ON l.chain = n.chain AND l.seq = n.seq
            ON CONFLICT (chain) DO UPDATE SET seq = EXCLUDED.seq, hash = EXCLUDED.hash
            """;
        await DoAsync(numbered);
        for (var number = 1L; await DoAsync(turn, number) > 0; number++)
            if (number == 1) await DoAsync("ANALYZE pathway.audit_links");
        await DoAsync(heads);

        async Task<int> DoAsync(string statement, params object[] values)
        {
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            return await command.ExecuteNonQueryAsync();
        }
    }

    private const int EachWorksWith = 60;

    /// <summary>Colleagues without an account: who they are matters to nobody's list.</summary>
    private readonly Dictionary<(Guid Organisation, int Number), Guid> _colleagues = [];

    /// <summary>Without triggers: nothing of it opens a case to anybody.</summary>
    private const string Around = """
        SET session_replication_role = replica;
        CREATE TEMPORARY TABLE made AS SELECT row_number() OVER (ORDER BY changed_at) AS n, id, lead, started_by, changed_at AS at FROM pathway.cases;
        INSERT INTO pathway.consent_decisions (id, case_id, number, recipient, purpose, state, groups, decided_on, method, language, recorded_at, recorded_by, recorder)
        SELECT gen_random_uuid(), id, 4 + k, @recipient, CASE k WHEN 0 THEN 'REFERRAL' ELSE 'SHARE_HEALTH' END, 'Given', 2, at::date, 'ORAL', 'en', at, lead, started_by FROM made, generate_series(0, 1) k;
        INSERT INTO pathway.referrals (id, case_id, sender, author, recipient, kind, service, urgency, groups, status, drafted_at, sent_at, answer_by, revision)
        SELECT gen_random_uuid(), id, lead, started_by, @recipient, 'Service', 'ACCOMMODATION', 'Normal', 2, CASE WHEN n % 199 = 0 THEN 'Sent' ELSE 'Completed' END, at, at, at + interval '3 days', 2 FROM made;
        INSERT INTO pathway.investigations (id, case_id, status, reported_on, receiving_unit, offences, recorded_at, recorded_by, revision)
        SELECT gen_random_uuid(), id, 'Reported', at::date, 'Gränspolisen', ARRAY['TRAFFICKING'], at, lead, 1 FROM made WHERE n % 4 = 0;
        INSERT INTO pathway.work_items (id, kind, case_id, source_id, organisation_id, due_at, managers_only, opened_at, closed_at, escalated_at, later_reminders)
        SELECT gen_random_uuid(), CASE k WHEN 0 THEN 'ReviewAssessment' ELSE 'CheckSafeContact' END, id, id, lead, at + k * interval '30 days', false, at, CASE WHEN n % 3 = 0 THEN NULL ELSE at END, CASE WHEN n % 57 = 0 THEN at END, '{}'
        FROM made, generate_series(0, 1) k;
        INSERT INTO pathway.notices (id, kind, organisation_id, case_id, source_id, managers_only, at, read_at)
        SELECT gen_random_uuid(), CASE k WHEN 0 THEN 'ReferralArrived' ELSE 'ReferralAccepted' END, lead, id, id, false, at, CASE WHEN n % 97 = 0 THEN NULL ELSE at END FROM made, generate_series(0, 1) k;
        INSERT INTO pathway.audit_entries (id, at, chain, kind, user_id, organisation_id, role, case_id, groups, payload)
        SELECT gen_random_uuid(), at + k * interval '1 minute', id, CASE k WHEN 1 THEN 'SafeContactRecorded' ELSE 'Read.Case' END, started_by, lead, 'SocialWorker', id, 2, '' FROM made, generate_series(1, 3) k;
        INSERT INTO identity.accounts (id, user_name, normalized_user_name, email, normalized_email, email_confirmed, name, person_id, organisation_id, role, is_manager, status, lockout_enabled, access_failed_count, phone_number_confirmed, two_factor_enabled, security_stamp)
        SELECT gen_random_uuid(), 'n' || n, 'N' || n, 'n' || n || '@nobody.example', 'N' || n || '@NOBODY.EXAMPLE', false, 'Nobody ' || md5(n::text), gen_random_uuid(), lead, 'SocialWorker', false, 'Active', true, 0, false, false, 'x'
        FROM made WHERE n % 20 = 0;
        UPDATE pathway.participations p SET case_due_at = (SELECT min(w.due_at) FROM pathway.work_items w WHERE w.case_id = p.case_id AND w.organisation_id = p.organisation_id AND w.closed_at IS NULL);
        SET session_replication_role = origin;
        INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)
        SELECT gen_random_uuid(), m.id, 'x', @provider, 2, m.at, '9999-12-31', 'Referral', m.id, m.at FROM made m WHERE m.n % 600 = 0;
        INSERT INTO pathway.list_marks (part_id, mark, organisation_id, case_changed_at, case_id)
        SELECT p.id, x.mark, p.organisation_id, p.case_changed_at, p.case_id FROM pathway.participations p JOIN pathway.cases c ON c.id = p.case_id AND c.lead = p.organisation_id JOIN pathway.facts_versions f ON f.id = c.facts_id
        CROSS JOIN LATERAL (
          SELECT 'exploitation:' || unnest(f.exploitation_types) AS mark UNION ALL SELECT 'region:' || pathway.coordination_region(f.municipality)
          UNION ALL SELECT 'provider:' || q.organisation_id FROM pathway.participations q WHERE q.case_id = p.case_id AND q.organisation_id <> p.organisation_id) x;
        """;

    private sealed record Row(Actor Lead, Guid OnTeam, DateTimeOffset At, Guid Case, Guid Part, Guid Facts, Guid Identity, Guid Contact, Guid Member, Guid Entry, string Reference, byte[] Key, byte[] Details, byte[] ContactDetails, IReadOnlyList<byte[]> Tokens, int Number);

    private Row Make(int i, int of, DateTimeOffset until)
    {
        // Half of all cases belong to the first organisation: a large one beside small ones.
        var lead = accounts[i % 2 == 0 ? 0 : i / 2 % accounts.Count];
        var at = until.AddMinutes(-(of - i));
        var (id, identity, contact) = (Guid.CreateVersion7(at), Guid.CreateVersion7(at), Guid.CreateVersion7(at));
        var key = RandomNumberGenerator.GetBytes(32);
        var details = new IdentityDetails
        {
            GivenName = Given[i % Given.Length],
            FamilyName = Family[i / Given.Length % Family.Length] + (i % 97 == 0 ? $" {i}" : ""),
            BirthDate = new DateOnly(1970, 1, 1).AddDays(i * 7 % 14_000),
            Nationalities = ["RO"],
        };
        var safe = new SafeContactDetails { Direct = "Yes", Phone = $"+4670174{i % 10_000:0000}", DeviceWatched = "Unknown", LastCheckedOn = SwedishCalendar.DayOf(at) };
        var (number, all) = i % 2 == 0 ? (i / 2, of / 2) : (i / 2 / accounts.Count, of / 2 / accounts.Count);
        var team = number % Math.Max(1, all / EachWorksWith) == 0 ? lead.User.Value : Colleague(lead.Organisation.Value, number / EachWorksWith);
        return new(lead, team, at, id, Guid.CreateVersion7(at), Guid.CreateVersion7(at), identity, contact, Guid.CreateVersion7(at), Guid.CreateVersion7(at),
            $"{2001 + i / 900_000}-{i % 900_000 + 1:000000}", masters.Wrap(key, id.ToString()), Seal(key, id, identity, "identity_versions", details), Seal(key, id, contact, "safe_contact_versions", safe), tokens.Of(details), i);
    }

    private Guid Colleague(Guid organisation, int number) =>
        _colleagues.TryGetValue((organisation, number), out var known) ? known : _colleagues[(organisation, number)] = Guid.CreateVersion7();

    private static byte[] Seal<T>(byte[] key, Guid id, Guid row, string table, T content) =>
        Box.Close(key, JsonSerializer.SerializeToUtf8Bytes(content), Encoding.UTF8.GetBytes($"{id}/{row}/{table}.details"));

    private async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<Row> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Copy("participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)", (w, r) =>
            Write(w, r.Part, r.Case, r.Reference, r.Lead.Organisation.Value, Reach.OfLead(r.Lead.Role).Mask, r.At.UtcDateTime, Participation.NoEnd.UtcDateTime, "Lead", r.Case, r.At.UtcDateTime));
        await Copy("cases (id, reference, lead, lead_participation_id, status, identification, intake, started_by, started_at, opened_at, changed_at, revision, facts_id)", (w, r) =>
            Write(w, r.Case, r.Reference, r.Lead.Organisation.Value, r.Part, "Open", r.Number % 500 == 0 ? "RuledOut" : "Presumed", 127, r.Lead.User.Value, r.At.UtcDateTime, r.At.UtcDateTime, r.At.UtcDateTime, 9, r.Facts));
        await Copy("facts_versions (id, case_id, number, recorded_at, recorded_by, accompanying_ages, accompanying_children, acute_need, age_group, age_uncertain, detected_by, detected_on, exploitation_types, exposure, gender, informed_of_rights, interpreter_needed, labour_sectors, languages, legal_status, municipality, protected_identity)", (w, r) =>
            Write(w, r.Facts, r.Case, 1, r.At.UtcDateTime, r.Lead.Organisation.Value, Array.Empty<string>(), 0, false, "25-34", false, "SOCIAL_WORKER", SwedishCalendar.DayOf(r.At), r.Number % 700 == 0 ? new[] { "SEXUAL", "BEGGING" } : ["SEXUAL"], "THB", r.Number % 3 == 0 ? "M" : "F", "Yes", r.Number % 400 == 0, Array.Empty<string>(), new[] { "en" }, "IRREGULAR", r.Number % 1000 == 0 ? "2480" : "1280", "NONE"));
        await Copy("identity_versions (id, case_id, number, recorded_at, recorded_by, details)", (w, r) => Write(w, r.Identity, r.Case, 2, r.At.UtcDateTime, r.Lead.Organisation.Value, r.Details));
        await Copy("safe_contact_versions (id, case_id, number, recorded_at, recorded_by, last_checked_on, details)", (w, r) => Write(w, r.Contact, r.Case, 3, r.At.UtcDateTime, r.Lead.Organisation.Value, SwedishCalendar.DayOf(r.At), r.ContactDetails));
        await Copy("team_members (id, case_id, user_id, organisation_id, is_responsible, added_at)", (w, r) => Write(w, r.Member, r.Case, r.OnTeam, r.Lead.Organisation.Value, true, r.At.UtcDateTime));
        await Copy("sealing_keys (id, case_id, wrapped, master, created_at)", (w, r) => Write(w, r.Case, r.Case, r.Key, masters.Current, r.At.UtcDateTime));
        await using (var writer = await connection.BeginBinaryImportAsync("COPY pathway.name_tokens (scope, token, case_id) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in rows)
                foreach (var token in row.Tokens)
                {
                    await writer.StartRowAsync();
                    await Write(writer, row.Lead.Organisation.Value, token, row.Case);
                }
            await writer.CompleteAsync();
        }
        await Copy("audit_entries (id, at, chain, kind, user_id, organisation_id, role, case_id, groups, payload)", (w, r) =>
            Write(w, r.Entry, r.At.UtcDateTime, r.Case, "CaseOpened", r.Lead.User.Value, r.Lead.Organisation.Value, r.Lead.Role.ToString(), r.Case, 2, "child=no\nacute=no"));
        await transaction.CommitAsync();

        async Task Copy(string into, Func<NpgsqlBinaryImporter, Row, Task> write)
        {
            await using var writer = await connection.BeginBinaryImportAsync($"COPY pathway.{into} FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows)
            {
                await writer.StartRowAsync();
                await write(writer, row);
            }
            await writer.CompleteAsync();
        }
    }

    private static async Task Write(NpgsqlBinaryImporter writer, params object[] values)
    {
        foreach (var value in values)
            await (value switch
            {
                DateTime instant => writer.WriteAsync(instant, NpgsqlDbType.TimestampTz),
                DateOnly day => writer.WriteAsync(day, NpgsqlDbType.Date),
                Guid id => writer.WriteAsync(id, NpgsqlDbType.Uuid),
                int number => writer.WriteAsync(number, NpgsqlDbType.Integer),
                bool truth => writer.WriteAsync(truth, NpgsqlDbType.Boolean),
                byte[] bytes => writer.WriteAsync(bytes, NpgsqlDbType.Bytea),
                string[] texts => writer.WriteAsync(texts, NpgsqlDbType.Array | NpgsqlDbType.Text),
                string text => writer.WriteAsync(text, NpgsqlDbType.Text),
                _ => throw new NotSupportedException(value.GetType().Name),
            });
    }
}
