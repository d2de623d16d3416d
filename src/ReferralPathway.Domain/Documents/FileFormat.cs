namespace ReferralPathway.Domain.Documents;

/// <summary>The formats in which files are kept.</summary>
public enum FileFormat { Pdf, Jpeg, Png }

/// <summary>Tells the format of a file by its first and last bytes; its name and what the browser says of it prove nothing.</summary>
public static class FileFormats
{
    /// <summary>How far from its end a PDF says that it ends (ISO 32000, annex H).</summary>
    private const int Tail = 1024;

    private static ReadOnlySpan<byte> JpegStarts => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnds => [0xFF, 0xD9];

    private static ReadOnlySpan<byte> PngStarts => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The last chunk, with its checksum (ISO 15948).</summary>
    private static ReadOnlySpan<byte> PngEnds => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <summary>Null where it is none of them, or is cut off. A picture ends where its format ends, as one does that was drawn anew.</summary>
    public static FileFormat? Of(ReadOnlySpan<byte> content) =>
        (content.StartsWith("%PDF-1."u8) || content.StartsWith("%PDF-2."u8)) && content[^Math.Min(Tail, content.Length)..].IndexOf("%%EOF"u8) >= 0 ? FileFormat.Pdf
        : content.StartsWith(JpegStarts) && content.EndsWith(JpegEnds) ? FileFormat.Jpeg
        : content.StartsWith(PngStarts) && content.EndsWith(PngEnds) ? FileFormat.Png
        : null;

    /// <summary>Whether it begins as a picture that can be drawn anew: JPEG, PNG or WebP. It is not kept as it came.</summary>
    public static bool BeginsAsPicture(ReadOnlySpan<byte> content) =>
        content.StartsWith(JpegStarts) || content.StartsWith(PngStarts) || content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8);

    /// <summary>The media type under which it is handed out.</summary>
    public static string MediaType(FileFormat format) => format switch
    {
        FileFormat.Pdf => "application/pdf",
        FileFormat.Jpeg => "image/jpeg",
        FileFormat.Png => "image/png",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>How the name of the file ends.</summary>
    public static string Ending(FileFormat format) => format switch
    {
        FileFormat.Pdf => "pdf",
        FileFormat.Jpeg => "jpg",
        FileFormat.Png => "png",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
