using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Benchmarks;

/// <summary>
/// Fills a database with N invented cases as the application would have written them: sealed under a key of their own, searchable by token, chained in the record.
/// Rows go in by COPY as the superuser; a hundred thousand take about a minute.
/// </summary>
/// <param name="accounts">Whose organisations lead the cases, and who is on the team.</param>
internal sealed class Generator(string superuser, MasterKeys masters, SearchTokens tokens, IReadOnlyList<Actor> accounts)
{
    private const int Batch = 5_000;

    private static readonly string[] Given = ["Anna", "Olga", "Mohammed", "Nguyen", "Adaeze", "Ion", "Maria", "Fatima", "Somchai", "Oksana", "Blessing", "Ali", "Elena", "Yusuf", "Irina", "Grace"];
    private static readonly string[] Family = ["Popescu", "Kovalenko", "Hassan", "Tran", "Okafor", "Rahimi", "Nowak", "Petrov", "Suwan", "Haddad", "Diallo", "Ivanova", "Georgiev", "Mensah", "Karimov", "Lopez"];

    public async Task FillAsync(int cases, DateTimeOffset until)
    {
        await using var source = NpgsqlDataSource.Create(superuser);
        for (var done = 0; done < cases; done += Batch)
        {
            await using var connection = await source.OpenConnectionAsync();
            // The trigger that chains the record runs at the end of each batch; the other triggers have nothing to do.
            await CopyAsync(connection, Enumerable.Range(done, Math.Min(Batch, cases - done)).Select(i => Make(i, cases, until)).ToList());
        }
        await using var vacuum = source.CreateCommand("VACUUM ANALYZE");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
    }

    private sealed record Row(Actor Lead, DateTimeOffset At, Guid Case, Guid Part, Guid Facts, Guid Identity, Guid Contact, Guid Member, Guid Entry, string Reference, byte[] Key, byte[] Details, byte[] ContactDetails, IReadOnlyList<byte[]> Tokens, int Number);

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
        return new(lead, at, id, Guid.CreateVersion7(at), Guid.CreateVersion7(at), identity, contact, Guid.CreateVersion7(at), Guid.CreateVersion7(at),
            $"{2001 + i / 900_000}-{i % 900_000 + 1:000000}", masters.Wrap(key, id.ToString()), Seal(key, id, identity, "identity_versions", details), Seal(key, id, contact, "safe_contact_versions", safe), tokens.Of(details), i);
    }

    private static byte[] Seal<T>(byte[] key, Guid id, Guid row, string table, T content) =>
        Box.Close(key, JsonSerializer.SerializeToUtf8Bytes(content), Encoding.UTF8.GetBytes($"{id}/{row}/{table}.details"));

    private async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<Row> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Copy("participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at)", (w, r) =>
            Write(w, r.Part, r.Case, r.Reference, r.Lead.Organisation.Value, Reach.OfLead(r.Lead.Role).Mask, r.At.UtcDateTime, Participation.NoEnd.UtcDateTime, "Lead", r.Case, r.At.UtcDateTime));
        await Copy("cases (id, reference, lead, lead_participation_id, status, identification, intake, started_by, started_at, opened_at, changed_at, revision, facts_id)", (w, r) =>
            Write(w, r.Case, r.Reference, r.Lead.Organisation.Value, r.Part, "Open", "Presumed", 127, r.Lead.User.Value, r.At.UtcDateTime, r.At.UtcDateTime, r.At.UtcDateTime, 9, r.Facts));
        await Copy("facts_versions (id, case_id, number, recorded_at, recorded_by, accompanying_ages, accompanying_children, acute_need, age_group, age_uncertain, detected_by, detected_on, exploitation_types, exposure, gender, informed_of_rights, interpreter_needed, labour_sectors, languages, legal_status, municipality, protected_identity)", (w, r) =>
            Write(w, r.Facts, r.Case, 1, r.At.UtcDateTime, r.Lead.Organisation.Value, Array.Empty<string>(), 0, false, "25-34", false, "SOCIAL_WORKER", SwedishCalendar.DayOf(r.At), new[] { "SEXUAL" }, "THB", r.Number % 3 == 0 ? "M" : "F", "Yes", false, Array.Empty<string>(), new[] { "en" }, "IRREGULAR", "1280", "NONE"));
        await Copy("identity_versions (id, case_id, number, recorded_at, recorded_by, details)", (w, r) => Write(w, r.Identity, r.Case, 2, r.At.UtcDateTime, r.Lead.Organisation.Value, r.Details));
        await Copy("safe_contact_versions (id, case_id, number, recorded_at, recorded_by, last_checked_on, details)", (w, r) => Write(w, r.Contact, r.Case, 3, r.At.UtcDateTime, r.Lead.Organisation.Value, SwedishCalendar.DayOf(r.At), r.ContactDetails));
        await Copy("team_members (id, case_id, user_id, organisation_id, is_responsible, added_at)", (w, r) => Write(w, r.Member, r.Case, r.Lead.User.Value, r.Lead.Organisation.Value, true, r.At.UtcDateTime));
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
