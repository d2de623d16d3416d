using System.Buffers.Binary;
using System.Security.Cryptography;
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

    internal async Task<(int Count, List<AuditFault> Faults)> VerifyAsync(CancellationToken stopping)
    {
        var faults = new List<AuditFault>();
        var days = new List<(DateOnly Day, long Heads, byte[] Digest, byte[] Signature)>();
        await using var connection = await databases.System.OpenConnectionAsync(stopping);
        await using (var rows = await Ask(connection, "SELECT day, heads, digest, signature FROM pathway.checkpoints ORDER BY day").ExecuteReaderAsync(stopping))
            while (await rows.ReadAsync(stopping)) days.Add((rows.GetFieldValue<DateOnly>(0), rows.GetInt64(1), (byte[])rows[2], (byte[])rows[3]));
        var last = new byte[32];
        foreach (var (day, count, digest, signature) in days)
        {
            var heads = new List<(Guid Chain, long Seq, byte[] Hash)>();
            await using (var rows = await Ask(connection, "SELECT c.chain, c.seq, c.hash, l.hash FROM pathway.checkpoint_heads c LEFT JOIN pathway.audit_links l ON l.chain = c.chain AND l.seq = c.seq WHERE c.day = $1", day).ExecuteReaderAsync(stopping))
                while (await rows.ReadAsync(stopping))
                {
                    heads.Add((rows.GetGuid(0), rows.GetInt64(1), (byte[])rows[2]));
                    if (rows.IsDBNull(3) || !((byte[])rows[2]).AsSpan().SequenceEqual((byte[])rows[3]))
                        faults.Add(new(rows.GetGuid(0), rows.GetInt64(1), null, $"The checkpoint of {day:yyyy-MM-dd} knew another line here: the chain was rewritten."));
                }
            if (heads.Count != count || !Digest(last, day, heads).AsSpan().SequenceEqual(digest) || !CryptographicOperations.FixedTimeEquals(Sign(digest), signature))
                faults.Add(new(null, null, null, $"The checkpoint of {day:yyyy-MM-dd} is not the one that was signed."));
            last = digest;
        }
        return (days.Count, faults);
    }

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
