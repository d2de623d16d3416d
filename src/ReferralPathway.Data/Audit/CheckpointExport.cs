using System.Security.Cryptography;
using System.Text.Json;

namespace ReferralPathway.Data.Audit;

/// <summary>
/// Checkpoints in a file, to be kept where the owner of the database cannot reach: a line with the public key, then a line for each day, with the heads of its chains. A later export only
/// adds lines to it. Whoever has the file and may read the tables sees whether the record is the one of those days; no key is needed.
/// </summary>
public static class CheckpointExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Adds the days that the file does not have yet.</summary>
    /// <param name="at">Kept with the last day of the file: what is in a file may go from the database when it is old enough.</param>
    /// <returns>How many.</returns>
    /// <exception cref="InvalidDataException">The file is another installation's, or no export at all.</exception>
    public static async Task<int> AddAsync(string file, Databases databases, CheckpointKey key, DateTimeOffset at, CancellationToken stopping = default)
    {
        var known = File.Exists(file) ? await ReadAsync(file, stopping) : new(key.Public(), []);
        if (!known.Key.AsSpan().SequenceEqual(key.Public())) throw new InvalidDataException("The file holds the checkpoints of another installation.");
        await using var lines = new StreamWriter(file, append: true);
        if (known.Days.Count == 0 && new FileInfo(file).Length == 0) await lines.WriteLineAsync(JsonSerializer.Serialize(new KeyLine(known.Key), Json));
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        var missing = new List<(DateOnly Day, byte[] Digest, byte[]? Signature)>();
        await using (var rows = await Checkpoints.Ask(connection, "SELECT day, digest, public_signature FROM pathway.checkpoints WHERE day > $1 ORDER BY day", known.Days.Count == 0 ? DateOnly.MinValue : known.Days[^1].Day).ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) missing.Add((rows.GetFieldValue<DateOnly>(0), (byte[])rows[1], rows.IsDBNull(2) ? null : (byte[])rows[2]));
        foreach (var (day, digest, signature) in missing)
        {
            var heads = new List<Head>();
            await using (var rows = await Checkpoints.Ask(connection, "SELECT chain, seq, hash FROM pathway.checkpoint_heads WHERE day = $1 ORDER BY chain", day).ExecuteReaderAsync(stopping))
                while (await rows.ReadAsync(stopping)) heads.Add(new(rows.GetGuid(0), rows.GetInt64(1), (byte[])rows[2]));
            await lines.WriteLineAsync(JsonSerializer.Serialize(new DayLine(day, digest, signature, heads), Json));
        }
        await lines.FlushAsync(stopping);
        ((FileStream)lines.BaseStream).Flush(flushToDisk: true);
        if (missing.Count > 0 || known.Days.Count > 0)
            await Checkpoints.Ask(connection, "INSERT INTO pathway.checkpoint_exports (day, made_at) SELECT day, $2 FROM pathway.checkpoints WHERE day = $1 ON CONFLICT DO NOTHING", missing.Count > 0 ? missing[^1].Day : known.Days[^1].Day, at.UtcDateTime).ExecuteNonQueryAsync(stopping);
        return missing.Count;
    }

    /// <summary>Compares the file with the record: its signatures, its days with one another, and the head of each chain with the line that stands there now.</summary>
    /// <exception cref="InvalidDataException">The file is no export.</exception>
    public static async Task<ExportFindings> VerifyAsync(string file, Databases databases, CancellationToken stopping = default)
    {
        var known = await ReadAsync(file, stopping);
        var faults = new List<AuditFault>();
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(known.Key, out _);
        var last = new byte[32];
        var signedUntil = -1;
        for (var i = 0; i < known.Days.Count; i++)
        {
            var day = known.Days[i];
            var digest = Checkpoints.Digest(last, day.Day, [.. day.Heads.Select(h => (h.Chain, h.Seq, h.Hash))]);
            if (!digest.AsSpan().SequenceEqual(day.Digest) || day.Signature is { } signature && !key.VerifyHash(digest, signature)) faults.Add(new(null, null, null, $"The checkpoint of {day.Day:yyyy-MM-dd} in the file is not the one that was signed."));
            else if (day.Signature is not null) signedUntil = i;
            last = day.Digest;
        }
        // A day of before there were signatures is covered by the first signed one after it.
        if (signedUntil < known.Days.Count - 1 && faults.Count == 0) faults.Add(new(null, null, null, "The last checkpoint in the file is not signed."));

        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        faults.AddRange(await Checkpoints.VerifyCutsAsync(connection, (digest, _, open) => key.VerifyHash(digest, open), stopping));
        foreach (var day in known.Days)
        {
            await using var command = Checkpoints.Ask(connection, $"""
                SELECT c.chain, c.seq FROM unnest($1, $2, $3) AS c (chain, seq, hash) LEFT JOIN pathway.audit_links l ON l.chain = c.chain AND l.seq = c.seq
                WHERE l.hash IS DISTINCT FROM c.hash AND NOT (l.hash IS NULL AND {Checkpoints.Gone}) LIMIT 20
                """, day.Heads.Select(h => h.Chain).ToArray(), day.Heads.Select(h => h.Seq).ToArray(), day.Heads.Select(h => h.Hash).ToArray());
            await using var rows = await command.ExecuteReaderAsync(stopping);
            while (await rows.ReadAsync(stopping)) faults.Add(new(rows.GetGuid(0), rows.GetInt64(1), null, $"The checkpoint of {day.Day:yyyy-MM-dd} knew another line here: the chain was rewritten or cut off."));
        }
        return new(known.Days.Count, Convert.ToHexStringLower(SHA256.HashData(known.Key)), faults);
    }

    private static async Task<Export> ReadAsync(string file, CancellationToken stopping)
    {
        try
        {
            using var lines = new StreamReader(file);
            var key = JsonSerializer.Deserialize<KeyLine>(await lines.ReadLineAsync(stopping) ?? "", Json)?.PublicKey ?? throw new JsonException();
            var days = new List<DayLine>();
            while (await lines.ReadLineAsync(stopping) is { } line) days.Add(JsonSerializer.Deserialize<DayLine>(line, Json) ?? throw new JsonException());
            return new(key, days);
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The file is no export of checkpoints.");
        }
    }

    private sealed record Export(byte[] Key, List<DayLine> Days);

    private sealed record KeyLine(byte[] PublicKey);

    /// <param name="Signature">Null for a day of before checkpoints were signed.</param>
    private sealed record DayLine(DateOnly Day, byte[] Digest, byte[]? Signature, List<Head> Heads);

    private sealed record Head(Guid Chain, long Seq, byte[] Hash);
}

/// <param name="KeyFingerprint">SHA-256 of the public key in the file, to be compared with the one that was written down when the installation was new.</param>
public sealed record ExportFindings(int Days, string KeyFingerprint, IReadOnlyList<AuditFault> Faults);
