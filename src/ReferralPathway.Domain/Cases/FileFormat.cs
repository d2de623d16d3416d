namespace ReferralPathway.Domain.Cases;

/// <summary>The formats that are taken as attachments.</summary>
public enum FileFormat { Pdf, Jpeg, Png }

/// <summary>Tells the format of a file by its first and last bytes; its name and what the browser says of it prove nothing.</summary>
public static class FileFormats
{
    /// <summary>How far from its end a PDF says that it ends (ISO 32000, annex H).</summary>
    private const int Tail = 1024;

    /// <summary>Null where it is none of them, or is cut off.</summary>
    public static FileFormat? Of(ReadOnlySpan<byte> content) =>
        (content.StartsWith("%PDF-1."u8) || content.StartsWith("%PDF-2."u8)) && content[^Math.Min(Tail, content.Length)..].IndexOf("%%EOF"u8) >= 0 ? FileFormat.Pdf
        : Pictures.Bare(content) is null ? null
        : Pictures.IsJpeg(content) ? FileFormat.Jpeg : FileFormat.Png;

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
