using System.Buffers.Binary;

namespace ReferralPathway.Domain.Cases;

/// <summary>
/// Leaves of a picture what is needed to show it, and nothing else: where and when it was taken, with which telephone, and whatever a program wrote into it, is gone, and so is whatever
/// follows its end. What is not built as its format says is no picture.
/// </summary>
public static class Pictures
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What a PNG is drawn from; every other chunk is a remark.</summary>
    private static readonly string[] Drawn = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

    public static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    public static bool IsPng(ReadOnlySpan<byte> content) => content.StartsWith(PngSignature);

    /// <returns>Null where it is cut off, or not built as its format says.</returns>
    public static byte[]? Bare(ReadOnlySpan<byte> content) => IsJpeg(content) ? Jpeg(content) : IsPng(content) ? Png(content) : null;

    private static byte[]? Jpeg(ReadOnlySpan<byte> content)
    {
        var bare = new List<byte>(content.Length) { 0xFF, 0xD8 };
        for (var at = 2; at + 4 <= content.Length;)
        {
            if (content[at] != 0xFF) return null;
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            var segment = 2 + length;
            if (length < 2 || at + segment > content.Length || !IsSegment(marker)) return null;
            if (IsDrawn(marker)) bare.AddRange(content.Slice(at, segment));
            at += segment;
            if (marker != 0xDA) continue;
            // The picture itself, up to the next marker that is neither a stuffed zero nor a restart.
            var from = at;
            while (at + 1 < content.Length && !(content[at] == 0xFF && content[at + 1] is not (0x00 or >= 0xD0 and <= 0xD7))) at++;
            bare.AddRange(content[from..Math.Min(at, content.Length)]);
            if (at + 1 >= content.Length) return null;
            if (content[at + 1] != 0xD9) continue;
            bare.AddRange([0xFF, 0xD9]);
            return [.. bare];
        }
        return null;
    }

    /// <summary>Markers that are followed by their length.</summary>
    private static bool IsSegment(byte marker) => marker is >= 0xC0 and <= 0xFE and not (>= 0xD0 and <= 0xD9);

    /// <summary>Tables, frames and scans; of the applications' own, what says the colours (JFIF, Adobe). Not Exif, XMP, ICC, thumbnails and comments.</summary>
    private static bool IsDrawn(byte marker) => marker is >= 0xC0 and <= 0xDF or 0xE0 or 0xEE;

    private static byte[]? Png(ReadOnlySpan<byte> content)
    {
        var bare = new List<byte>(content.Length);
        bare.AddRange(PngSignature);
        for (var at = PngSignature.Length; at + 12 <= content.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            if (length > (uint)(content.Length - at - 12)) return null;
            var chunk = 12 + (int)length;
            var name = System.Text.Encoding.ASCII.GetString(content.Slice(at + 4, 4));
            if (Drawn.Contains(name)) bare.AddRange(content.Slice(at, chunk));
            else if (char.IsUpper(name[0])) return null;
            at += chunk;
            if (name == "IEND") return [.. bare];
        }
        return null;
    }
}
