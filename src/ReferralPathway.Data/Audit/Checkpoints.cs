using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Data.Audit;

/// <summary>
/// Once a day: the heads of all chains that have moved, digested together with the day before and authenticated with a key that only the master key opens. Whoever
/// owns the database can rewrite a chain, but not this; a copy kept elsewhere (<see cref="CheckpointExport"/>) shows when it is taken away.
/// </summary>
public sealed class Checkpoints(Databases databases, InstallationKeys keys, CheckpointKey signing)
{
    /// <summary>Makes the checkpoint of a Swedish day; nothing when there is one.</summary>
    public async Task MakeAsync(DateOnly day, DateTimeOffset at, CancellationToken stopping = default)
    {
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var last = new byte[32];
        await using (var rows = await Ask(connection, "SELECT day >= $1, digest FROM pathway.checkpoints ORDER BY day DESC LIMIT 1", day).ExecuteReaderAsync(stopping))
            if (await rows.ReadAsync(stopping))
            {
                if (rows.GetBoolean(0)) return;
                last = (byte[])rows[1];
            }
        var heads = new List<(Guid Chain, long Seq, byte[] Hash)>();
        await using (var rows = await Ask(connection, "UPDATE pathway.chain_heads SET sealed_seq = seq WHERE seq > sealed_seq RETURNING chain, seq, hash").ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) heads.Add((rows.GetGuid(0), rows.GetInt64(1), (byte[])rows[2]));
        var digest = Digest(last, day, heads);
        await Ask(connection, "INSERT INTO pathway.checkpoints (day, heads, digest, signature, public_signature, made_at) VALUES ($1, $2, $3, $4, $5, $6)", day, (long)heads.Count, digest, Sign(digest), signing.Sign(digest), at.UtcDateTime).ExecuteNonQueryAsync(stopping);
        await Ask(connection, "INSERT INTO pathway.checkpoint_heads (day, chain, seq, hash) SELECT $1, * FROM unnest($2, $3, $4)",
            day, heads.Select(h => h.Chain).ToArray(), heads.Select(h => h.Seq).ToArray(), heads.Select(h => h.Hash).ToArray()).ExecuteNonQueryAsync(stopping);
        await transaction.CommitAsync(stopping);
    }

    /// <summary>Writes down, signed, which line each chain begins with once everything of before a day is gone: in the transaction in which it goes.</summary>
    /// <param name="until">The first day that is kept, in UTC.</param>
    internal async Task CutAsync(PathwayDb db, DateOnly until, DateTimeOffset at, CancellationToken stopping)
    {
        var border = new DateTimeOffset(until, TimeOnly.MinValue, TimeSpan.Zero);
        var starts = await db.Database.SqlQuery<Place>($"SELECT DISTINCT ON (chain) chain AS \"Chain\", seq AS \"Seq\", hash AS \"Hash\" FROM pathway.audit_links WHERE at < {border} ORDER BY chain, seq DESC").ToListAsync(stopping);
        var last = await db.Database.SqlQuery<byte[]>($"SELECT digest AS \"Value\" FROM pathway.record_cuts ORDER BY until DESC LIMIT 1").SingleOrDefaultAsync(stopping) ?? new byte[32];
        var digest = DigestOfCut(last, until, [.. starts.Select(s => (s.Chain, s.Seq, s.Hash))]);
        var (signature, open) = (Sign(digest), signing.Sign(digest));
        await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.record_cuts (until, starts, digest, signature, public_signature, made_at) VALUES ({until}, {(long)starts.Count}, {digest}, {signature}, {open}, {at})", stopping);
        var (chains, seqs, hashes) = (starts.Select(s => s.Chain).ToArray(), starts.Select(s => s.Seq).ToArray(), starts.Select(s => s.Hash).ToArray());
        await db.Database.ExecuteSqlAsync($"INSERT INTO pathway.record_starts (until, chain, seq, hash) SELECT {until}, * FROM unnest({chains}, {seqs}, {hashes})", stopping);
    }

    private sealed record Place(Guid Chain, long Seq, byte[] Hash);

    /// <summary>Whether the record begins where it was signed that it does.</summary>
    /// <param name="isSigned">Of a digest, whether the two signatures beside it are right.</param>
    internal static async Task<List<AuditFault>> VerifyCutsAsync(NpgsqlConnection connection, Func<byte[], byte[], byte[], bool> isSigned, CancellationToken stopping)
    {
        var (faults, cuts, last) = (new List<AuditFault>(), new List<(DateOnly Until, long Starts, byte[] Digest, byte[] Signature, byte[] Public)>(), new byte[32]);
        await using (var rows = await Ask(connection, "SELECT until, starts, digest, signature, public_signature FROM pathway.record_cuts ORDER BY until").ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) cuts.Add((rows.GetFieldValue<DateOnly>(0), rows.GetInt64(1), (byte[])rows[2], (byte[])rows[3], (byte[])rows[4]));
        foreach (var cut in cuts)
        {
            var starts = new List<(Guid Chain, long Seq, byte[] Hash)>();
            await using (var rows = await Ask(connection, "SELECT chain, seq, hash FROM pathway.record_starts WHERE until = $1", cut.Until).ExecuteReaderAsync(stopping))
                while (await rows.ReadAsync(stopping)) starts.Add((rows.GetGuid(0), rows.GetInt64(1), (byte[])rows[2]));
            if (starts.Count != cut.Starts || !DigestOfCut(last, cut.Until, starts).AsSpan().SequenceEqual(cut.Digest) || !isSigned(cut.Digest, cut.Signature, cut.Public))
                faults.Add(new(null, null, null, $"Where the record begins since everything of before {cut.Until:yyyy-MM-dd} went is not what was signed."));
            last = cut.Digest;
        }
        return faults;
    }

    /// <summary>Another digest than that of a checkpoint over the same lines: the signature of one is none of the other.</summary>
    private static byte[] DigestOfCut(byte[] last, DateOnly until, List<(Guid Chain, long Seq, byte[] Hash)> starts) => SHA256.HashData([.. "Where the record begins"u8, .. Digest(last, until, starts)]);

    internal async Task<(int Count, List<AuditFault> Faults)> VerifyAsync(CancellationToken stopping)
    {
        var faults = new List<AuditFault>();
        var days = new List<(DateOnly Day, long Heads, byte[] Digest, byte[] Signature)>();
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        faults.AddRange(await VerifyCutsAsync(connection, (digest, signature, _) => CryptographicOperations.FixedTimeEquals(Sign(digest), signature), stopping));
        await using (var rows = await Ask(connection, "SELECT day, heads, digest, signature FROM pathway.checkpoints ORDER BY day").ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) days.Add((rows.GetFieldValue<DateOnly>(0), rows.GetInt64(1), (byte[])rows[2], (byte[])rows[3]));
        var last = new byte[32];
        foreach (var (day, count, digest, signature) in days)
        {
            var heads = new List<(Guid Chain, long Seq, byte[] Hash)>();
            await using (var rows = await Ask(connection, $"SELECT c.chain, c.seq, c.hash, l.hash, {Gone} FROM pathway.checkpoint_heads c LEFT JOIN pathway.audit_links l ON l.chain = c.chain AND l.seq = c.seq WHERE c.day = $1", day).ExecuteReaderAsync(stopping))
                while (await rows.ReadAsync(stopping))
                {
                    heads.Add((rows.GetGuid(0), rows.GetInt64(1), (byte[])rows[2]));
                    if (rows.IsDBNull(3) ? !rows.GetBoolean(4) : !((byte[])rows[2]).AsSpan().SequenceEqual((byte[])rows[3]))
                        faults.Add(new(rows.GetGuid(0), rows.GetInt64(1), null, $"The checkpoint of {day:yyyy-MM-dd} knew another line here: the chain was rewritten."));
                }
            if (heads.Count != count || !Digest(last, day, heads).AsSpan().SequenceEqual(digest) || !CryptographicOperations.FixedTimeEquals(Sign(digest), signature))
                faults.Add(new(null, null, null, $"The checkpoint of {day:yyyy-MM-dd} is not the one that was signed."));
            last = digest;
        }
        return (days.Count, faults);
    }

    /// <summary>Whether the line that a head <c>c</c> points to went with the old months, as far as the signed beginnings of its chain say.</summary>
    internal const string Gone = "EXISTS (SELECT FROM pathway.record_starts s WHERE s.chain = c.chain AND (s.seq > c.seq OR s.seq = c.seq AND s.hash = c.hash))";

    private byte[] Sign(byte[] digest) => HMACSHA256.HashData(keys[InstallationKeys.Checkpoints], digest);

    internal static byte[] Digest(byte[] last, DateOnly day, List<(Guid Chain, long Seq, byte[] Hash)> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(last);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, day.DayNumber);
        hash.AppendData(number);
        foreach (var (chain, seq, head) in heads.OrderBy(h => h.Chain))
        {
            hash.AppendData(chain.ToByteArray(bigEndian: true));
            BinaryPrimitives.WriteInt64BigEndian(number, seq);
            hash.AppendData(number);
            hash.AppendData(head);
        }
        return hash.GetHashAndReset();
    }

    internal static NpgsqlCommand Ask(NpgsqlConnection connection, string text, params object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
