using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace ReferralPathway.Web.Tests.Documents;

/// <summary>Pictures as telephones and programs make them: four fields of colour, and everything that is written beside them.</summary>
internal static class Photographs
{
    public const int Width = 48;
    public const int Height = 32;

    public static readonly IReadOnlyDictionary<char, SKColor> Colours = new Dictionary<char, SKColor>
    {
        ['R'] = new(220, 30, 30), ['G'] = new(30, 200, 40), ['B'] = new(30, 40, 220), ['Y'] = new(230, 220, 40),
    };

    /// <summary>Above red and green, below blue and yellow.</summary>
    public static byte[] Plain(SKEncodedImageFormat format, bool transparent = false)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, transparent ? SKAlphaType.Unpremul : SKAlphaType.Opaque));
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                bitmap.SetPixel(x, y, Colours[(y < Height / 2 ? "RG" : "BY")[x < Width / 2 ? 0 : 1]].WithAlpha(transparent && x < Width / 2 ? (byte)0 : (byte)255));
        using var written = bitmap.Encode(format, 95);
        return written.ToArray();
    }

    /// <summary>As a telephone takes it: Exif with the place and how it was held, XMP, a colour profile, another program's notes, a remark, and something behind its end.</summary>
    public static byte[] Taken(string place, ushort held = 1)
    {
        var plain = Plain(SKEncodedImageFormat.Jpeg);
        return
        [
            .. plain[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(place, held)]), .. Segment(0xE1, Encoding.Latin1.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{place}</x:xmpmeta>")),
            .. Segment(0xE2, Encoding.Latin1.GetBytes($"MPF\0{place}")), .. Segment(0xED, Encoding.Latin1.GetBytes(place)), .. Segment(0xFE, Encoding.Latin1.GetBytes(place)),
            .. plain[2..], .. Encoding.Latin1.GetBytes($"<script>{place}</script>"),
        ];
    }

    /// <summary>A drawing with what programs write into one.</summary>
    public static byte[] Drawn(string remark, string place, bool transparent = false)
    {
        var plain = Plain(SKEncodedImageFormat.Png, transparent);
        const int afterHeader = 8 + 25;
        return [.. plain[..afterHeader], .. Chunk(remark, Encoding.Latin1.GetBytes($"Comment\0{place}")), .. plain[afterHeader..], .. Encoding.Latin1.GetBytes($"{place} behind")];
    }

    /// <summary>The header of a drawing of that size, and nothing that was ever drawn.</summary>
    public static byte[] Claiming(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 2, 0, 1]), .. Chunk("IEND", [])];
    }

    /// <summary>The colours of the four fields, above from left to right, then below.</summary>
    public static string FieldsOf(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        return string.Concat(from y in new[] { 1, 3 } from x in new[] { 1, 3 } select Nearest(bitmap.GetPixel(bitmap.Width * x / 4, bitmap.Height * y / 4)));
    }

    private static char Nearest(SKColor seen) =>
        Colours.Single(c => Math.Abs(c.Value.Red - seen.Red) + Math.Abs(c.Value.Green - seen.Green) + Math.Abs(c.Value.Blue - seen.Blue) < 40).Key;

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>Orientation, and a part about the place with its datum.</summary>
    private static byte[] Exif(string place, ushort held)
    {
        var text = Encoding.ASCII.GetBytes($"{place}\0");
        return
        [
            .. "MM\0*"u8, 0, 0, 0, 8,
            0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)held, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0,
            0, 1, 0, 0x12, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 56, 0, 0, 0, 0, .. text,
        ];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
