using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>What a list is asked for: codes only, so that it may stand in an address. Null asks for all.</summary>
/// <param name="Status">Name of a <see cref="CaseStatus"/>, or <see cref="Ended"/>.</param>
/// <param name="Mine">Only where the reader is on the team.</param>
/// <param name="After">The last line of the page before.</param>
public sealed record CaseQuestion(string? Status = null, string? Identification = null, bool Mine = false, string? Municipality = null, bool Interpreter = false, ListPlace? After = null)
{
    /// <summary>The organisation's part has ended.</summary>
    public const string Ended = "Ended";
}

/// <summary>A place in the list, newest change first.</summary>
public sealed record ListPlace(DateTimeOffset ChangedAt, CaseId Case)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{ChangedAt.UtcTicks:x}-{Case.Value:n}";

    /// <returns>Null when it is none.</returns>
    public static ListPlace? Parse(string? text) =>
        text?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, null, out var at) && at > 0 && at <= DateTimeOffset.MaxValue.UtcTicks
        && Guid.TryParseExact(id, "n", out var found) ? new(new(at, TimeSpan.Zero), CaseId.From(found)) : null;
}

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CasePage(IReadOnlyList<CaseLine> Lines, ListPlace? Next);

/// <summary>Reads lists of cases, masked, in one round trip, and writes into the record which cases were shown.</summary>
public sealed class CaseList(PathwayDb db, Sealer sealer)
{
    public const int Size = 25;

    private static readonly string Question = CaseReader.Embedded("case_list.sql");

    /// <summary>One page of the cases of the reader's organisation.</summary>
    public async Task<CasePage> PageAsync(CaseQuestion question, CancellationToken stopping)
    {
        var found = await ReadAsync(question, null, null, Size + 1, stopping);
        var shown = found.Take(Size).ToList();
        Record(Reading.CaseList, shown);
        return new(shown, found.Count > Size ? new(shown[^1].ChangedAt, shown[^1].Id) : null);
    }

    /// <summary>Those of these cases in which the organisation takes part, in the order given, or the one with this reference. The caller records what it shows.</summary>
    internal async Task<IReadOnlyList<CaseLine>> TheseAsync(IReadOnlyList<CaseId> cases, string? reference, CancellationToken stopping)
    {
        var found = new List<CaseLine>();
        if (reference is not null) found.AddRange(await ReadAsync(new(), null, reference, 1, stopping));
        if (cases.Count == 0) return found;
        var lines = (await ReadAsync(new(), [.. cases.Select(c => c.Value)], null, cases.Count, stopping)).ToDictionary(l => l.Id);
        return [.. found, .. cases.Where(c => lines.ContainsKey(c) && found.All(f => f.Id != c)).Select(c => lines[c])];
    }

    internal void Record(Reading what, IReadOnlyList<CaseLine> shown)
    {
        var groups = shown.Any(l => l.Initials is not null) ? DataGroups.Of(DataGroup.Facts, DataGroup.Identity) : DataGroups.Of(DataGroup.Facts);
        db.AuditEntries.Add(AuditEntry.ReadMany(db.Acting!, what, groups, shown.Select(l => l.Id)));
    }

    private async Task<List<CaseLine>> ReadAsync(CaseQuestion question, Guid[]? cases, string? reference, int size, CancellationToken stopping)
    {
        await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var narrowed = new StringBuilder();
        Give(NpgsqlDbType.Uuid, "organisation", db.Acting!.Organisation?.Value);
        Give(NpgsqlDbType.Uuid, "person", db.Acting.User?.Value);
        Give(NpgsqlDbType.TimestampTz, "at", db.Acting.At);
        // Only what is asked for stands in the text, so that each kind of list has a plan of its own.
        if (question.Status == CaseQuestion.Ended) narrowed.Append("AND p.valid_until < '9999-12-31' AND p.valid_until < @at ");
        else if (question.Status is { } status) Only("p.case_status = @status", "status", status);
        if (question.Identification is { } identification) Only("p.case_identification = @identification", "identification", identification);
        if (question.Municipality is { } municipality) Only("p.case_municipality = @municipality", "municipality", municipality);
        if (question.Interpreter) narrowed.Append("AND p.case_needs_interpreter AND p.valid_until >= @at ");
        if (question.Mine) narrowed.Append("AND m.user_id IS NOT NULL ");
        if (cases is not null) Add("p.case_id = ANY (@cases)", NpgsqlDbType.Uuid | NpgsqlDbType.Array, "cases", cases);
        if (reference is not null) Add("p.case_reference = @reference", NpgsqlDbType.Text, "reference", reference);
        if (question.After is { } after)
        {
            narrowed.Append("AND (p.case_changed_at, p.case_id) < (@before, @before_case) ");
            Give(NpgsqlDbType.TimestampTz, "before", after.ChangedAt);
            Give(NpgsqlDbType.Uuid, "before_case", after.Case.Value);
        }
        command.CommandText = Question.Replace("/* narrowed */", narrowed.ToString(), StringComparison.Ordinal) + size.ToString(CultureInfo.InvariantCulture);
        var lines = new List<CaseLine>();
        await using var row = await command.ExecuteReaderAsync(stopping);
        while (await row.ReadAsync(stopping)) lines.Add(Line(row));
        return lines;

        // What a part that has ended still holds is of the day on which it ended.
        void Only(string condition, string name, string value) => Add($"{condition} AND p.valid_until >= @at", NpgsqlDbType.Text, name, value);

        void Add(string condition, NpgsqlDbType type, string name, object value)
        {
            narrowed.Append("AND ").Append(condition).Append(' ');
            Give(type, name, value);
        }

        void Give(NpgsqlDbType type, string name, object? value) => command.Parameters.Add(new(name, type) { Value = value ?? DBNull.Value });
    }

    private CaseLine Line(NpgsqlDataReader row)
    {
        var id = CaseId.From(row.GetGuid(0));
        var isProtected = Text("protected_identity") is not (null or "NONE");
        return new(
            id, row.GetString(1), Named<CaseStatus>("status"), Named<IdentificationStatus>("identification"), Initials(), Text("gender"), Text("age_group"), isProtected,
            isProtected ? null : Text("municipality"), row.GetFieldValue<DateTimeOffset>(2), OnTeam: row.GetBoolean(row.GetOrdinal("on_team")), Leads: row.GetBoolean(4), Ended: row.GetBoolean(3), Text("responsible"));

        string? Initials()
        {
            if (row.IsDBNull(row.GetOrdinal("wrapped"))) return null;
            sealer.Learn(id.Value, row.GetFieldValue<byte[]>(row.GetOrdinal("wrapped")), row.GetInt32(row.GetOrdinal("master")));
            var details = new Sealed<IdentityDetails>(new SealedBox(row.GetFieldValue<byte[]>(row.GetOrdinal("details"))));
            sealer.Open(details, id.Value, row.GetGuid(row.GetOrdinal("identity_id")), "identity_versions", "details");
            return details.Value.Initials;
        }

        string? Text(string column) => row.IsDBNull(row.GetOrdinal(column)) ? null : row.GetString(row.GetOrdinal(column));

        T? Named<T>(string column) where T : struct, Enum => Text(column) is { } name ? Enum.Parse<T>(name) : null;
    }
}
