using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReferralPathway.Data.Audit;

/// <summary>A line of the record as the chain sees it. The same bytes as <c>pathway.audit_bytes</c>; a test compares them.</summary>
internal sealed record AuditLine(
    Guid Id, DateTime At, Guid Chain, string Kind, Guid? UserId, Guid? OrganisationId, string Role, Guid? CaseId, Guid? RecordId, int Groups, DateOnly? OccurredOn, string? Purpose, string Payload)
{
    /// <summary>SHA-256 over the place in the chain, the hash before, and every field with its length.</summary>
    public byte[] Hash(long seq, ReadOnlySpan<byte> prev)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, seq);
        hash.AppendData(eight);
        hash.AppendData(prev);
        Append(Id);
        BinaryPrimitives.WriteInt64BigEndian(eight, (At - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        hash.AppendData(eight);
        Append(Chain);
        Text(Kind);
        Maybe(UserId);
        Maybe(OrganisationId);
        Text(Role);
        Maybe(CaseId);
        Maybe(RecordId);
        Number(Groups);
        Text(OccurredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Text(Purpose);
        Text(Payload);
        return hash.GetHashAndReset();

        void Append(Guid value)
        {
            Span<byte> sixteen = stackalloc byte[16];
            value.TryWriteBytes(sixteen, bigEndian: true, out _);
            hash.AppendData(sixteen);
        }

        void Maybe(Guid? value)
        {
            hash.AppendData(value is null ? [0] : [1]);
            if (value is { } present) Append(present);
        }

        void Number(int value)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(four, value);
            hash.AppendData(four);
        }

        void Text(string? value)
        {
            if (value is null)
            {
                Number(-1);
                return;
            }
            var bytes = Encoding.UTF8.GetBytes(value);
            Number(bytes.Length);
            hash.AppendData(bytes);
        }
    }
}
