using System.Globalization;
using Npgsql;

namespace ReferralPathway.Data.Backups;

/// <summary>What a database holds at one instant, so that a copy can be held against it.</summary>
/// <param name="At">By the clock of the database.</param>
/// <param name="Migration">The newest one.</param>
/// <param name="Heads">A digest (SHA-256) of where every chain of the record of acts ends.</param>
/// <param name="Rows">By table, with its schema; each month of the record is a table.</param>
public sealed record Inventory(DateTimeOffset At, string Migration, string Heads, IReadOnlyDictionary<string, long> Rows)
{
    private const string Tables = """
        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname IN ('pathway', 'identity') ORDER BY 1
        """;

    private const string Whole = """
        SELECT now(), (SELECT max("MigrationId") FROM identity."__EFMigrationsHistory"),
          encode(sha256(coalesce((SELECT string_agg(chain::text || ' ' || seq || ' ' || encode(hash, 'hex'), ',' ORDER BY chain) FROM pathway.chain_heads), '')::bytea), 'hex')
        """;

    /// <summary>Counts everything, as the transaction of the connection sees it.</summary>
    public static async Task<Inventory> TakeAsync(NpgsqlConnection connection, CancellationToken stopping = default)
    {
        var tables = new List<string>();
        await using (var names = await Ask(connection, Tables).ExecuteReaderAsync(stopping))
            while (await names.ReadAsync(stopping)) tables.Add(names.GetString(0));
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using (var counts = await Ask(connection, string.Join(" UNION ALL ", tables.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"SELECT {i}, count(*) FROM {t}")))).ExecuteReaderAsync(stopping))
            while (await counts.ReadAsync(stopping)) rows.Add(tables[counts.GetInt32(0)], counts.GetInt64(1));
        await using var whole = await Ask(connection, Whole).ExecuteReaderAsync(stopping);
        await whole.ReadAsync(stopping);
        return new(whole.GetFieldValue<DateTimeOffset>(0), whole.GetString(1), whole.GetString(2), rows);
    }

    /// <summary>In what a copy differs: a sentence each.</summary>
    public IEnumerable<string> Differences(Inventory copy)
    {
        if (copy.Migration != Migration) yield return $"The newest migration is {copy.Migration}, and was {Migration}.";
        if (copy.Heads != Heads) yield return "The record of acts does not end where it ended.";
        foreach (var table in Rows.Keys.Union(copy.Rows.Keys).Order(StringComparer.Ordinal))
            if (Rows.GetValueOrDefault(table) is var was && copy.Rows.GetValueOrDefault(table) is var now && was != now)
                yield return $"{table} has {now} rows, and had {was}.";
    }

    private static NpgsqlCommand Ask(NpgsqlConnection connection, string question) => new(question, connection) { CommandTimeout = 0 };
}
