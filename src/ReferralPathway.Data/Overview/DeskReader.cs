using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Data.Overview;

/// <summary>Reads what lies on somebody's desk: one question to the database, masked, and written into the record of readings.</summary>
public sealed class DeskReader(PathwayDb db, Sealer sealer)
{
    /// <summary>Work that comes before anybody is on a team: everybody of the organisation has it.</summary>
    private static readonly string[] Anybodys =
    [
        nameof(WorkKind.AnswerReferral), nameof(WorkKind.TakeOn), nameof(WorkKind.DecidePermit), nameof(WorkKind.CompleteReturn), nameof(WorkKind.ProcessReturn), nameof(WorkKind.DecideClaim),
        nameof(WorkKind.AnswerConsultation), nameof(WorkKind.DecideDisclosure),
    ];

    private static readonly string Lines = Embedded("work_lines.sql");
    private static readonly string DeskQuestion = Lines + Embedded("desk.sql");
    private static readonly string WorkQuestion = Lines + Embedded("work.sql");
    private static readonly string DatesQuestion = Lines + Embedded("dates.sql");

    /// <summary>The desk as the person finds it now; what happened since the last visit is on it as news.</summary>
    public async Task<Desk> ReadAsync(Actor actor, DateTimeOffset at, CancellationToken stopping)
    {
        var answer = await AskAsync(DeskQuestion, actor, at, EndOf(SwedishCalendar.DayOf(at).AddDays(Desk.DaysAhead)), null, Desk.Most, stopping, mostWaiting: Desk.Most);
        var lines = answer.Lines.Select(Line).ToList();
        var desk = new Desk
        {
            Since = answer.Since,
            Turn = [.. lines.Where(l => !l.Waits)],
            Waiting = [.. lines.Where(l => l.Waits)],
            Drafts = answer.Drafts,
            Cases = [.. answer.Cases.Select(c => new OpenCase(c.CaseId, c.Reference, c.Masked(sealer), c.ChangedAt))],
            OpenCases = answer.OpenCases,
            Changes = answer.Changes,
            Unread = db.Unread?.Count ?? 0,
        };
        Record(Reading.Overview, desk.Turn.Concat(desk.Waiting), desk.Cases.Select(c => c.CaseId).Concat(desk.Changes.Select(c => c.CaseId)), desk.Cases.Any(c => c.Who.Initials is not null));
        return desk;
    }

    /// <summary>What is the person's to do, soonest first, a page at a time: all of it, or a part as the desk counts it.</summary>
    /// <param name="part">Null for all, however far ahead.</param>
    /// <param name="after">The last line of the page before.</param>
    public async Task<IReadOnlyList<WorkLine>> WorkAsync(DeskPart? part, Actor actor, DateTimeOffset at, (DateTimeOffset DueAt, Guid Id)? after, int most, CancellationToken stopping)
    {
        var lines = await LinesAsync(part, actor, at, after, most, stopping);
        Record(Reading.Work, lines, [], false);
        return lines;
    }

    /// <summary>The same lines to take along, without initials, and why; null when there are more than so many.</summary>
    public async Task<IReadOnlyList<WorkLine>?> ExportAsync(DeskPart? part, Actor actor, DateTimeOffset at, int most, string purpose, CancellationToken stopping)
    {
        var found = await LinesAsync(part, actor, at, null, most + 1, stopping);
        if (found.Count > most) return null;
        var lines = found.Select(l => l with { Who = l.Who is { } who ? who with { Initials = null } : null }).ToList();
        Record(Reading.Export, lines, [], false, purpose);
        return lines;
    }

    private async Task<IReadOnlyList<WorkLine>> LinesAsync(DeskPart? part, Actor actor, DateTimeOffset at, (DateTimeOffset DueAt, Guid Id)? after, int most, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        var answer = await (part switch
        {
            DeskPart.Today or DeskPart.Late => AskAsync(WorkQuestion, actor, at, EndOf(today), after, most, stopping, mostWaiting: most, escalated: true),
            DeskPart.Week => AskAsync(WorkQuestion, actor, at, EndOf(today.AddDays(Desk.DaysAhead)), after ?? (SwedishCalendar.StartOf(today.AddDays(1)), Guid.AllBitsSet), most, stopping, but: nameof(WorkKind.FinishDraft)),
            DeskPart.Waiting => AskAsync(WorkQuestion, actor, at, Always, after, 0, stopping, mostWaiting: most, escalated: false),
            _ => AskAsync(WorkQuestion, actor, at, Always, after, most, stopping),
        });
        // Soonest first: what is late comes before what is not.
        return [.. answer.Lines.Select(Line).Where(l => part != DeskPart.Late || l.DueOn < today).Take(most)];
    }

    /// <summary>What is due when a day ends is due on that day: an instant later the next one has begun.</summary>
    private static DateTimeOffset EndOf(DateOnly day) => SwedishCalendar.StartOf(day.AddDays(1)).AddMicroseconds(1);

    private static readonly DateTimeOffset Always = DateTimeOffset.MaxValue.AddYears(-1);

    /// <summary>What falls due on some days, soonest first.</summary>
    /// <param name="last">The last day, included.</param>
    public async Task<IReadOnlyList<WorkLine>> DaysAsync(Actor actor, DateTimeOffset at, DateOnly first, DateOnly last, int most, CancellationToken stopping)
    {
        var answer = await AskAsync(WorkQuestion, actor, at, EndOf(last), (SwedishCalendar.StartOf(first), Guid.AllBitsSet), most, stopping);
        var lines = answer.Lines.Select(Line).ToList();
        Record(Reading.Calendar, lines, [], false);
        return lines;
    }

    /// <summary>The kind and the hour of each thing to do, and nothing of whom it concerns: for a calendar outside the system.</summary>
    public async Task<IReadOnlyList<WorkDate>> DatesAsync(Actor actor, DateTimeOffset at, DateTimeOffset until, int most, CancellationToken stopping) =>
        [.. (await AskAsync(DatesQuestion, actor, at, until, null, most, stopping)).Dates];

    /// <summary>Broken glasses, grounds of law and decided requests for disclosure of the last month, newest first. The database lets only an auditor read them all.</summary>
    public async Task<IReadOnlyList<WatchLine>> WatchAsync(DateTimeOffset at, int most, CancellationToken stopping)
    {
        var from = at.AddDays(-30);
        return await db.Database.SqlQuery<WatchLine>($"""
            SELECT e.id AS "Id", e.at AS "At", e.kind AS "Kind", e.role AS "Role", o.name_sv AS "OrganisationSv", o.name_en AS "OrganisationEn", e.payload AS "Payload"
            FROM pathway.audit_entries e LEFT JOIN pathway.organisations o ON o.id = e.organisation_id
            WHERE e.kind IN ('GlassBroken', 'LegalGroundRecorded', 'LegalGroundUnreviewed', 'DisclosureDecided') AND e.at > {from} ORDER BY e.at DESC, e.id DESC LIMIT {most}
            """).ToListAsync(stopping);
    }

    private async Task<Answer> AskAsync(string question, Actor actor, DateTimeOffset at, DateTimeOffset until, (DateTimeOffset DueAt, Guid Id)? after, int most, CancellationToken stopping, int mostWaiting = 0, bool? escalated = null, string but = "")
    {
        await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = question;
        command.Parameters.AddWithValue("user", actor.User.Value);
        command.Parameters.AddWithValue("organisation", actor.Organisation.Value);
        command.Parameters.AddWithValue("manager", actor.IsManager);
        command.Parameters.AddWithValue("at", at);
        command.Parameters.AddWithValue("until", until);
        command.Parameters.AddWithValue("after_due", after?.DueAt ?? DateTimeOffset.UnixEpoch);
        command.Parameters.AddWithValue("after_id", after?.Id ?? Guid.Empty);
        command.Parameters.AddWithValue("most", most);
        command.Parameters.AddWithValue("most_waiting", mostWaiting);
        command.Parameters.Add(new("escalated", NpgsqlTypes.NpgsqlDbType.Boolean) { Value = (object?)escalated ?? DBNull.Value });
        command.Parameters.AddWithValue("but", but);
        command.Parameters.AddWithValue("anybodys", actor.Role == Role.Administrator ? [.. Anybodys, nameof(WorkKind.ReviewEntry)] : Anybodys);
        var answer = JsonSerializer.Deserialize<Answer>((string)(await command.ExecuteScalarAsync(stopping))!, CaseReader.Json)!;
        foreach (var key in answer.Keys) sealer.Learn(key.Id, key.Wrapped, key.Master);
        return answer;
    }

    private WorkLine Line(LineRow row) => new(
        row.Id, row.Kind, row.CaseId, row.SourceId, row.DueAt, row.OpenedAt, row.Waits, row.Escalated, row.Reference,
        row.Gender is null && row.AgeGroup is null && row.Details is null ? null : row.Masked(sealer), row.OrganisationSv, row.OrganisationEn, row.Service, row.Urgency, row.ManagersOnly, row.Missed);

    private void Record(Reading what, IEnumerable<WorkLine> lines, IEnumerable<CaseId> others, bool initials, string? purpose = null)
    {
        var shown = lines.ToList();
        var cases = shown.Where(l => l.CaseId is not null).Select(l => l.CaseId!.Value).Concat(others).Distinct().ToList();
        if (cases.Count == 0) return;
        var groups = DataGroups.Of(DataGroup.Facts);
        if (initials || shown.Any(l => l.Who?.Initials is not null)) groups |= DataGroups.Of(DataGroup.Identity);
        db.AuditEntries.Add(AuditEntry.ReadMany(db.Acting!, what, groups, cases, purpose));
    }

    private static string Embedded(string file)
    {
        using var stream = typeof(DeskReader).Assembly.GetManifestResourceStream($"ReferralPathway.Data.Overview.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record KeyRow(Guid Id, byte[] Wrapped, int Master);

    private record PersonRow
    {
        public string? Gender { get; init; }

        public string? AgeGroup { get; init; }

        public bool Protected { get; init; }

        public Guid? IdentityId { get; init; }

        public Sealed<IdentityDetails>? Details { get; init; }

        public MaskedPerson Masked(Sealer sealer, CaseId? of)
        {
            if (!Protected && of is { } id && IdentityId is { } row) sealer.Open(Details, id.Value, row, "identity_versions", "details");
            return new(Protected || Details is not { IsOpen: true } open ? null : open.Value.Initials, Gender, AgeGroup, Protected);
        }
    }

    private sealed record LineRow : PersonRow
    {
        public Guid Id { get; init; }

        public WorkKind Kind { get; init; }

        public CaseId? CaseId { get; init; }

        public bool ManagersOnly { get; init; }

        public Guid SourceId { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public DateTimeOffset OpenedAt { get; init; }

        public bool Waits { get; init; }

        public bool Escalated { get; init; }

        public bool Missed { get; init; }

        public string? Reference { get; init; }

        public string? OrganisationSv { get; init; }

        public string? OrganisationEn { get; init; }

        public string? Service { get; init; }

        public Urgency? Urgency { get; init; }

        public MaskedPerson Masked(Sealer sealer) => Masked(sealer, CaseId);
    }

    private sealed record CaseRow : PersonRow
    {
        public CaseId CaseId { get; init; }

        public string Reference { get; init; } = "";

        public DateTimeOffset ChangedAt { get; init; }

        public MaskedPerson Masked(Sealer sealer) => Masked(sealer, CaseId);
    }

    private sealed record Answer
    {
        public DateTimeOffset Since { get; init; }

        public IReadOnlyList<LineRow> Lines { get; init; } = [];

        public IReadOnlyList<WorkDate> Dates { get; init; } = [];

        public IReadOnlyList<CaseRow> Cases { get; init; } = [];

        public int OpenCases { get; init; }

        public IReadOnlyList<DraftLine> Drafts { get; init; } = [];

        public IReadOnlyList<ChangeLine> Changes { get; init; } = [];

        public IReadOnlyList<KeyRow> Keys { get; init; } = [];
    }
}
