namespace ReferralPathway.Data.Audit;

/// <summary>
/// Ids of entries that sort as the entries were written, also within one instant: version 7 with a counter behind the time (RFC 9562, 6.2, method 1).
/// A timeline that is read by instant and id tells what happened in the order in which it happened.
/// </summary>
internal static class EntryOrder
{
    private static long _written;

    public static Guid Next(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var count = Interlocked.Increment(ref _written);
        // Twelve bits behind the version and thirty behind the variant count, and begin anew when they are used up; the last four bytes stay random.
        unchecked
        {
            bytes[6] = (byte)(0x70 | count >> 38 & 0x0F);
            bytes[7] = (byte)(count >> 30);
            bytes[8] = (byte)(0x80 | count >> 24 & 0x3F);
            bytes[9] = (byte)(count >> 16);
            bytes[10] = (byte)(count >> 8);
            bytes[11] = (byte)count;
        }
        return new(bytes, bigEndian: true);
    }
}
