using Npgsql;

namespace ReferralPathway.Data.Sealing;

/// <summary>
/// Wraps every key anew under the current master key, a thousand at a time, while the application runs: it opens old and new alike. When nothing is left under an old
/// master key, that key can be taken away.
/// </summary>
public sealed class KeyRotation(Databases databases, MasterKeys masters)
{
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RotateAsync(CancellationToken stopping = default)
    {
        var rotated = 0;
        while (await BatchAsync("sealing_keys", "id", stopping) is > 0 and var n) rotated += n;
        while (await BatchAsync("consultation_keys", "id", stopping) is > 0 and var n) rotated += n;
        while (await BatchAsync("disclosure_keys", "id", stopping) is > 0 and var n) rotated += n;
        while (await BatchAsync("installation_keys", "name", stopping) is > 0 and var n) rotated += n;
        return rotated;
    }

    private async Task<int> BatchAsync(string table, string key, CancellationToken stopping)
    {
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var rows = new List<(object Key, byte[] Wrapped, int Master)>();
        await using (var select = new NpgsqlCommand($"SELECT {key}, wrapped, master FROM pathway.{table} WHERE master <> $1 LIMIT 1000 FOR UPDATE SKIP LOCKED", connection) { Parameters = { new() { Value = masters.Current } } })
        await using (var reader = await select.ExecuteReaderAsync(stopping))
            while (await reader.ReadAsync(stopping)) rows.Add((reader.GetValue(0), (byte[])reader[1], reader.GetInt32(2)));
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (id, wrapped, master) in rows)
            batch.BatchCommands.Add(new($"UPDATE pathway.{table} SET wrapped = $2, master = $3 WHERE {key} = $1")
            {
                Parameters = { new() { Value = id }, new() { Value = masters.Wrap(masters.Unwrap(wrapped, master, id.ToString()!), id.ToString()!) }, new() { Value = masters.Current } },
            });
        if (rows.Count > 0) await batch.ExecuteNonQueryAsync(stopping);
        await transaction.CommitAsync(stopping);
        return rows.Count;
    }
}
