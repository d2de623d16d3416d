using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Audit;

namespace ReferralPathway.Data.Retention;

public sealed partial class Eraser
{
    /// <summary>For how long the record of acts and readings is kept (DOMAIN 9.3).</summary>
    public const int YearsOfRecord = 5;

    /// <summary>The months of the record that are older than five years, the oldest first, and what each waits for. A month is one of UTC, as the partitions are. Nothing is changed.</summary>
    public Task<IReadOnlyList<OldMonth>> OldMonthsAsync(DateTimeOffset at, CancellationToken stopping = default) => AsSystemAsync<IReadOnlyList<OldMonth>>(at, async db =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var border = at.UtcDateTime.AddYears(-YearsOfRecord);
        var kept = new DateTimeOffset(border.Year, border.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var months = await db.Database.SqlQuery<MonthOfRecord>($"""
            SELECT date_trunc('month', e.at AT TIME ZONE 'UTC')::date AS "Month", count(*) AS "Lines" FROM pathway.audit_entries e WHERE e.at < {kept} GROUP BY 1 ORDER BY 1
            """).ToListAsync(stopping);
        var old = new List<OldMonth>();
        foreach (var month in months) old.Add(new(month.Month, month.Lines, await WaitsForAsync(db, month.Month.AddMonths(1), stopping)));
        return old;
    }, stopping);

    /// <summary>Erases a month, and with it whatever is older: first it is signed with which line each chain begins from then on.</summary>
    /// <returns>False when it waits for something.</returns>
    public Task<bool> EraseAsync(OldMonth month, DateTimeOffset at, CancellationToken stopping = default) => AsSystemAsync(at, async db =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var until = month.Month.AddMonths(1);
        if (await WaitsForAsync(db, until, stopping) is not null) return false;
        await services.GetRequiredService<Checkpoints>().CutAsync(db, until, at, stopping);
        await db.Database.ExecuteSqlAsync($"SELECT pathway.drop_old_months({until})", stopping);
        await db.Database.ExecuteSqlAsync($"DELETE FROM pathway.unusual_readings WHERE week < {until}", stopping);
        await db.Database.ExecuteSqlAsync($"DELETE FROM pathway.reading_reports WHERE week < {until}", stopping);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "Record.Erased", null, ("until", $"{until:yyyy-MM-dd}")));
        await db.SaveChangesAsync(stopping);
        return true;
    }, stopping);

    private static async Task<MonthWaits?> WaitsForAsync(PathwayDb db, DateOnly until, CancellationToken stopping)
    {
        var border = new DateTimeOffset(until, TimeOnly.MinValue, TimeSpan.Zero);
        var what = await db.Database.SqlQuery<WhatWaits>($"""
            WITH gone AS MATERIALIZED (SELECT chain, max(seq) AS seq FROM pathway.audit_links WHERE at < {border} GROUP BY chain)
            SELECT EXISTS (SELECT FROM gone g JOIN pathway.audit_links l ON l.chain = g.chain AND l.seq < g.seq WHERE l.at >= {border}) AS "Order",
              EXISTS (SELECT FROM gone g WHERE NOT EXISTS (SELECT FROM pathway.checkpoint_heads h WHERE h.chain = g.chain AND h.seq >= g.seq)) AS "Checkpoint",
              EXISTS (SELECT FROM gone g WHERE NOT EXISTS (
                SELECT FROM pathway.checkpoint_heads h WHERE h.chain = g.chain AND h.seq >= g.seq AND h.day <= (SELECT max(x.day) FROM pathway.checkpoint_exports x))) AS "Export"
            """).SingleAsync(stopping);
        return what switch
        {
            { Checkpoint: true } => MonthWaits.Checkpoint,
            { Export: true } => MonthWaits.Export,
            { Order: true } => MonthWaits.Order,
            _ => null,
        };
    }

    private sealed record MonthOfRecord(DateOnly Month, long Lines);

    private sealed record WhatWaits(bool Order, bool Checkpoint, bool Export);
}

/// <param name="Month">Its first day, in UTC.</param>
/// <param name="Waits">Null: it may go.</param>
public sealed record OldMonth(DateOnly Month, long Lines, MonthWaits? Waits);

/// <summary>What keeps a month of the record that is old enough to go.</summary>
public enum MonthWaits
{
    /// <summary>No signed checkpoint covers all of it yet.</summary>
    Checkpoint,
    /// <summary>The checkpoint that covers it has not been written into a file.</summary>
    Export,
    /// <summary>A line of it was chained after one of the month that follows, so that the two go together.</summary>
    Order,
}
