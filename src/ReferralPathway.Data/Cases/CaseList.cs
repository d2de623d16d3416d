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
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Cases;

/// <summary>What a list is asked for: codes only, so that it may stand in an address. Null asks for all.</summary>
/// <param name="Status">Name of a <see cref="CaseStatus"/>, or <see cref="Ended"/>.</param>
/// <param name="Mine">Only where the reader is on the team.</param>
/// <param name="Exploitation">Code list exploitation_type.</param>
/// <param name="Provider">Another organisation that takes part; known where one's own answers for the case.</param>
/// <param name="DueBefore">Something has to be done about the case before then; such a list begins with what is due first.</param>
/// <param name="After">The last line of the page before.</param>
public sealed record CaseQuestion(
    string? Status = null, string? Identification = null, bool Mine = false, string? Municipality = null, bool Interpreter = false, CoordinationRegion? Region = null, string? Exploitation = null,
    OrganisationId? Provider = null, DateTimeOffset? DueBefore = null, ListPlace? After = null)
{
    /// <summary>The organisation's part has ended.</summary>
    public const string Ended = "Ended";

    /// <summary>What a part is marked with in the database, so that a list walks one index.</summary>
    internal IEnumerable<string> Marks =>
        new[] { Region is { } region ? $"region:{region}" : null, Exploitation is { } code ? $"exploitation:{code}" : null, Provider is { } provider ? $"provider:{provider}" : null }.OfType<string>();
}

/// <summary>A place in the list: when the case was changed, or is due, and which it is.</summary>
public sealed record ListPlace(DateTimeOffset At, CaseId Case)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => $"{At.UtcTicks:x}-{Case.Value:n}";

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
        var shown = found.Take(Size).Select(f => f.Line).ToList();
        Record(Reading.CaseList, shown);
        return new(shown, found.Count > Size ? found[Size - 1].Place : null);
    }

    /// <summary>The same list in one piece, to be taken along: nobody's initials are in it. Null when there are more lines than that.</summary>
    public async Task<IReadOnlyList<CaseLine>?> ExportAsync(CaseQuestion question, int most, string purpose, CancellationToken stopping)
    {
        var found = await ReadAsync(question with { After = null }, null, null, most + 1, stopping);
        if (found.Count > most) return null;
        var lines = found.Select(f => f.Line with { Initials = null }).ToList();
        Record(Reading.Export, lines, purpose);
        return lines;
    }

    /// <summary>Organisations that may take part in a case beside one's own, by name.</summary>
    public async Task<IReadOnlyList<Organisation>> ProvidersAsync(CancellationToken stopping) =>
        [.. (await db.Organisations.AsNoTracking().Where(o => o.IsActive && o.Id != db.Acting!.Organisation && o.Kind != OrganisationKind.NationalCoordinator && o.Kind != OrganisationKind.Operator)
            .ToListAsync(stopping)).OrderBy(o => o.NameSv, Swedish)];

    private static readonly StringComparer Swedish = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    /// <summary>Those of these cases in which the organisation takes part, in the order given, or the one with this reference. The caller records what it shows.</summary>
    internal async Task<IReadOnlyList<CaseLine>> TheseAsync(IReadOnlyList<CaseId> cases, string? reference, CancellationToken stopping)
    {
        var found = new List<CaseLine>();
        if (reference is not null) found.AddRange((await ReadAsync(new(), null, reference, 1, stopping)).Select(f => f.Line));
        if (cases.Count == 0) return found;
        var lines = (await ReadAsync(new(), [.. cases.Select(c => c.Value)], null, cases.Count, stopping)).ToDictionary(f => f.Line.Id, f => f.Line);
        return [.. found, .. cases.Where(c => lines.ContainsKey(c) && found.All(f => f.Id != c)).Select(c => lines[c])];
    }

    internal void Record(Reading what, IReadOnlyList<CaseLine> shown, string? purpose = null)
    {
        var groups = shown.Any(l => l.Initials is not null) ? DataGroups.Of(DataGroup.Facts, DataGroup.Identity) : DataGroups.Of(DataGroup.Facts);
        db.AuditEntries.Add(AuditEntry.ReadMany(db.Acting!, what, groups, shown.Select(l => l.Id), purpose));
    }

    private async Task<List<(CaseLine Line, ListPlace Place)>> ReadAsync(CaseQuestion question, Guid[]? cases, string? reference, int size, CancellationToken stopping)
    {
        await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        var narrowed = new StringBuilder();
        var marks = question.Marks.ToList();
        // The first mark's index is walked, and what else is asked for is looked up line by line. What is due is in an order of its own.
        var (byDue, byMark) = (question.DueBefore is not null, question.DueBefore is null && marks.Count > 0);
        var order = byDue ? "p.case_due_at, p.case_id" : byMark ? "k.case_changed_at, k.case_id" : "p.case_changed_at, p.case_id";
        Give(NpgsqlDbType.Uuid, "organisation", db.Acting!.Organisation?.Value);
        Give(NpgsqlDbType.Uuid, "person", db.Acting.User?.Value);
        Give(NpgsqlDbType.TimestampTz, "at", db.Acting.At);
        // Only what is asked for stands in the text, so that each kind of list has a plan of its own.
        if (question.Status == CaseQuestion.Ended) narrowed.Append("AND p.valid_until < '9999-12-31' AND p.valid_until < @at ");
        else if (question.Status is { } status) Only("p.case_status = @status", "status", status);
        if (question.Identification is { } identification) Only("p.case_identification = @identification", "identification", identification);
        if (question.Municipality is { } municipality) Only("p.case_municipality = @municipality", "municipality", municipality);
        if (question.Interpreter) narrowed.Append("AND p.case_needs_interpreter AND p.valid_until >= @at ");
        for (var i = 0; i < marks.Count; i++)
        {
            Only(i == 0 && byMark ? "k.organisation_id = @organisation AND k.mark = @mark0" : $"EXISTS (SELECT FROM pathway.list_marks x WHERE x.part_id = p.id AND x.mark = @mark{i})", $"mark{i}", marks[i]);
        }
        if (question.Provider is { } provider)
            // A mark stays where a part has ended.
            Add("EXISTS (SELECT FROM pathway.participations o WHERE o.case_id = p.case_id AND o.organisation_id = @provider AND o.valid_from <= @at AND o.valid_until >= @at)", NpgsqlDbType.Uuid, "provider", provider.Value);
        if (question.DueBefore is { } due) Add("p.valid_until >= @at AND p.case_due_at <= @due", NpgsqlDbType.TimestampTz, "due", due);
        if (question.Mine) narrowed.Append("AND m.user_id IS NOT NULL ");
        if (cases is not null) Add("p.case_id = ANY (@cases)", NpgsqlDbType.Uuid | NpgsqlDbType.Array, "cases", cases);
        if (reference is not null) Add("p.case_reference = @reference", NpgsqlDbType.Text, "reference", reference);
        if (question.After is { } after)
        {
            narrowed.Append("AND (").Append(order).Append(byDue ? ") > (@before, @before_case) " : ") < (@before, @before_case) ");
            Give(NpgsqlDbType.TimestampTz, "before", after.At);
            Give(NpgsqlDbType.Uuid, "before_case", after.Case.Value);
        }
        command.CommandText = Question
            .Replace("/* from */", byMark ? "pathway.list_marks k JOIN pathway.participations p ON p.id = k.part_id" : "pathway.participations p", StringComparison.Ordinal)
            .Replace("/* narrowed */", narrowed.ToString(), StringComparison.Ordinal)
            .Replace("/* order */", byDue ? order : order.Replace(",", " DESC,", StringComparison.Ordinal) + " DESC", StringComparison.Ordinal) + size.ToString(CultureInfo.InvariantCulture);
        var lines = new List<(CaseLine, ListPlace)>();
        await using var row = await command.ExecuteReaderAsync(stopping);
        while (await row.ReadAsync(stopping))
        {
            var line = Line(row);
            lines.Add((line, new(byDue ? row.GetFieldValue<DateTimeOffset>(row.GetOrdinal("due_at")) : line.ChangedAt, line.Id)));
        }
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
