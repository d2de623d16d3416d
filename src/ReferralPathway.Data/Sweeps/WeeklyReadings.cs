using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Sweeps;

/// <summary>
/// In the night after each Sunday the readings of the week are counted by person and organisation; what stands out is written down, and the managers are told that a report waits (DOMAIN
/// 9.4.1). A week that nobody could look at then is looked at as soon as somebody can.
/// </summary>
internal sealed class WeeklyReadings : ISweep
{
    /// <summary>By then whatever was read before midnight is in the record.</summary>
    private static readonly TimeOnly Night = new(3, 0);

    /// <summary>What was not looked at for longer than so many weeks is left to the auditor.</summary>
    private const int Most = 8;

    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var last = UnusualReadings.LastWeek(at);
        if (at < SwedishCalendar.InstantOf(last.AddDays(7), Night)) return [];
        var done = await db.Database.SqlQuery<DateOnly?>($"SELECT max(week) AS \"Value\" FROM pathway.reading_reports").SingleAsync(stopping);
        var missing = done is { } known ? Math.Min((last.DayNumber - known.DayNumber) / 7, Most) : 1;
        return [.. Enumerable.Range(1, Math.Max(missing, 0)).Select(i => IdOf(last.AddDays(7 * (i - missing)))).Where(id => id.CompareTo(after) > 0).Take(most).Select(id => new Due(id, id))];
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var week = WeekOf(due.Id);
        if (await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.reading_reports (week, made_at) VALUES ({week}, {at}) ON CONFLICT DO NOTHING", stopping) == 0) return;
        var found = UnusualReadings.In(week, await CountAsync(db, week, stopping), at);
        db.UnusualReadings.AddRange(found);
        foreach (var organisation in found.Select(f => f.OrganisationId).Distinct())
            db.Tell(new(NoticeKind.UnusualReading, organisation, user: null, caseId: null, sourceId: null, managersOnly: true, at));
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "UnusualReadings.Reported", null, ("week", week.ToString("O", CultureInfo.InvariantCulture)), ("found", found.Count.ToString(CultureInfo.InvariantCulture))));
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>
    /// Cases that were opened one by one, and those that a table took along. A list and a search show a line of each, and are what everybody passes through on the way to a case: they
    /// stand in the record, and are not counted here.
    /// </summary>
    private static async Task<List<ReadingWeek>> CountAsync(PathwayDb db, DateOnly week, CancellationToken stopping)
    {
        var first = week.AddDays(-7 * UnusualReadings.WeeksBefore);
        var (from, until, hours) = (SwedishCalendar.StartOf(first), SwedishCalendar.StartOf(week.AddDays(7)), OfficeHours.Of(first, 7 * (UnusualReadings.WeeksBefore + 1)));
        var (opens, closes) = (hours.Select(h => h.From).ToArray(), hours.Select(h => h.Until).ToArray());
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var counts = await db.Database.SqlQuery<Counted>($"""
            SELECT e.user_id AS "Reader", e.organisation_id AS "Organisation", date_trunc('week', e.at AT TIME ZONE 'Europe/Stockholm')::date AS "Week",
              count(DISTINCT c.id)::int AS "Cases", (count(DISTINCT c.id) FILTER (WHERE NOT e.at <@ h.office))::int AS "AfterHours"
            FROM pathway.audit_entries e
            CROSS JOIN (SELECT range_agg(tstzrange(f, u)) AS office FROM unnest({opens}, {closes}) AS r (f, u)) h
            CROSS JOIN LATERAL (
              SELECT e.case_id WHERE e.case_id IS NOT NULL
              UNION ALL
              SELECT substr(line, 6)::uuid FROM unnest(string_to_array(CASE WHEN e.kind = 'Read.Export' THEN e.payload END, E'\n')) line WHERE line LIKE 'case=%') c (id)
            WHERE e.kind LIKE 'Read.%' AND e.at >= {from} AND e.at < {until} AND e.user_id IS NOT NULL AND e.organisation_id IS NOT NULL
            GROUP BY 1, 2, 3
            """).ToListAsync(stopping);
        return [.. counts.Select(c => new ReadingWeek(UserId.From(c.Reader), OrganisationId.From(c.Organisation), c.Week, c.Cases, c.AfterHours))];
    }

    /// <summary>A week is known by its Monday.</summary>
    private static Guid IdOf(DateOnly week) => new(week.DayNumber, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 4);

    private static DateOnly WeekOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return DateOnly.FromDayNumber(BitConverter.ToInt32(bytes));
    }

    private sealed record Counted(Guid Reader, Guid Organisation, DateOnly Week, int Cases, int AfterHours);
}
