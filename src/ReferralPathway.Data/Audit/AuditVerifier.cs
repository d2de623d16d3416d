using Npgsql;

namespace ReferralPathway.Data.Audit;

/// <summary>What a verification found: how much it read, and the first broken place of each chain.</summary>
public sealed record AuditFindings(long Entries, long Chains, int Checkpoints, IReadOnlyList<AuditFault> Faults)
{
    public bool IsWhole => Faults.Count == 0;
}

/// <param name="Chain">The case or organisation whose chain is broken.</param>
/// <param name="Entry">The line at which it shows, when there is one.</param>
public sealed record AuditFault(Guid? Chain, long? Seq, Guid? Entry, string What);

/// <summary>
/// Reads the whole record of acts and readings and recomputes every link: a line that was changed, left out, put in, moved, cut off at the end, or rewritten together
/// with its chain is named. A chain whose old months went begins with the line that was signed then (<see cref="Checkpoints"/>). A rewriting is told by the checkpoints: those in the database, with the master key, or those of an export, without any key.
/// </summary>
public static class AuditVerifier
{
    private const string Links = """
        SELECT l.chain, l.seq, l.prev, l.hash, l.entry, e.id IS NOT NULL, e.at, e.chain, e.kind, e.user_id, e.organisation_id, e.role, e.case_id, e.record_id, e.groups, e.occurred_on, e.purpose, e.payload, s.seq, s.hash
        FROM pathway.audit_links l LEFT JOIN pathway.audit_entries e ON e.id = l.entry AND e.at = l.at
        LEFT JOIN (SELECT DISTINCT ON (chain) chain, seq, hash FROM pathway.record_starts ORDER BY chain, seq DESC) s ON s.chain = l.chain
        WHERE get_byte(uuid_send(l.chain), 15) % 2 = $1 ORDER BY l.chain, l.seq
        """;

    private const string Unlinked = """
        SELECT e.chain, e.id FROM pathway.audit_entries e LEFT JOIN pathway.audit_links l ON l.entry = e.id WHERE l.entry IS NULL LIMIT 20
        """;

    private const string Headless = """
        SELECT coalesce(h.chain, t.chain), h.seq, h.hash, t.seq, t.hash FROM pathway.chain_heads h
        FULL JOIN (SELECT DISTINCT ON (chain) chain, seq, hash FROM (SELECT chain, seq, hash FROM pathway.audit_links UNION ALL SELECT chain, seq, hash FROM pathway.record_starts) a ORDER BY chain, seq DESC) t ON t.chain = h.chain
        WHERE h.seq IS DISTINCT FROM t.seq OR h.hash IS DISTINCT FROM t.hash LIMIT 20
        """;

    public static async Task<AuditFindings> VerifyAsync(Databases databases, Checkpoints checkpoints, CancellationToken stopping = default)
    {
        var found = await VerifyLinesAsync(databases, stopping);
        var (count, broken) = await checkpoints.VerifyAsync(stopping);
        return found with { Checkpoints = count, Faults = [.. found.Faults, .. broken] };
    }

    /// <param name="export">A file of <see cref="CheckpointExport"/>.</param>
    public static async Task<(AuditFindings Found, string KeyFingerprint)> VerifyAsync(Databases databases, string export, CancellationToken stopping = default)
    {
        var kept = await CheckpointExport.VerifyAsync(export, databases, stopping);
        var found = await VerifyLinesAsync(databases, stopping);
        return (found with { Checkpoints = kept.Days, Faults = [.. found.Faults, .. kept.Faults] }, kept.KeyFingerprint);
    }

    private static async Task<AuditFindings> VerifyLinesAsync(Databases databases, CancellationToken stopping)
    {
        // Two readers: one core waits for the database while the other hashes.
        var halves = await Task.WhenAll(HalfAsync(databases, 0, stopping), HalfAsync(databases, 1, stopping));
        var faults = halves.SelectMany(h => h.Faults).ToList();
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        await using (var rows = await new NpgsqlCommand(Unlinked, connection).ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) faults.Add(new(rows.GetGuid(0), null, rows.GetGuid(1), "This line was put in beside the chain."));
        await using (var rows = await new NpgsqlCommand(Headless, connection).ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) faults.Add(new(rows.GetGuid(0), rows.IsDBNull(3) ? null : rows.GetInt64(3), null, "The chain does not end where its head says: lines at the end are missing."));
        return new(halves.Sum(h => h.Entries), halves.Sum(h => h.Chains), 0, faults);
    }

    private static async Task<(long Entries, long Chains, List<AuditFault> Faults)> HalfAsync(Databases databases, int half, CancellationToken stopping)
    {
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        await using var command = new NpgsqlCommand(Links, connection) { Parameters = { new() { Value = half } }, CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(stopping);
        var (entries, chains, faults) = (0L, 0L, new List<AuditFault>());
        var (chain, seq, hash, broken) = (Guid.Empty, 0L, Array.Empty<byte>(), false);
        while (await rows.ReadAsync(stopping))
        {
            entries++;
            if (rows.GetGuid(0) != chain)
            {
                chains++;
                (chain, seq, hash, broken) = (rows.GetGuid(0), rows.IsDBNull(18) ? 0 : rows.GetInt64(18), rows.IsDBNull(19) ? [] : (byte[])rows[19], false);
            }
            // After its first fault a chain proves nothing more.
            if (broken) continue;
            var (at, prev, said, entry) = (rows.GetInt64(1), (byte[])rows[2], (byte[])rows[3], rows.GetGuid(4));
            var fault = at != seq + 1 ? "A line before this one is missing or out of order."
                : !prev.AsSpan().SequenceEqual(hash) ? "This line does not follow the one before it."
                : !rows.GetBoolean(5) ? "This line was deleted."
                : !Line(rows).Hash(at, prev).AsSpan().SequenceEqual(said) ? "This line was changed."
                : null;
            if (fault is not null)
            {
                faults.Add(new(chain, at, entry, fault));
                broken = true;
            }
            (seq, hash) = (at, said);
        }
        return (entries, chains, faults);
    }

    private static AuditLine Line(NpgsqlDataReader rows) => new(
        rows.GetGuid(4), rows.GetDateTime(6), rows.GetGuid(7), rows.GetString(8), Maybe(rows, 9), Maybe(rows, 10), rows.GetString(11), Maybe(rows, 12), Maybe(rows, 13), rows.GetInt32(14),
        rows.IsDBNull(15) ? null : rows.GetFieldValue<DateOnly>(15), rows.IsDBNull(16) ? null : rows.GetString(16), rows.GetString(17));

    private static Guid? Maybe(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetGuid(column);
}
