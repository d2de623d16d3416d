using System.Text;
using ReferralPathway.Domain.Cases;

namespace ReferralPathway.Domain.Tests.Cases;

/// <summary>A picture keeps nothing but what it shows.</summary>
public sealed class PicturesTests
{
    private static byte[] Segment(byte marker, string content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. Encoding.Latin1.GetBytes(content)];

    /// <summary>A photograph as a telephone takes it: Exif with the place, XMP, a remark, and something behind its end.</summary>
    internal static byte[] Photograph(string place) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"), .. Segment(0xE1, $"Exif\0\0{place}"), .. Segment(0xE1, $"http://ns.adobe.com/xap/1.0/\0{place}"), .. Segment(0xED, place), .. Segment(0xFE, place),
        .. Segment(0xDB, new string('q', 65)), .. Segment(0xC0, "\u0008\0\u0001\0\u0001\u0001\u0001\u0011\0"), .. Segment(0xC4, "table"), .. Segment(0xDA, "\u0001\u0001\0\0?\0"), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9,
        .. Encoding.Latin1.GetBytes($"<script>{place}</script>"),
    ];

    private static byte[] Chunk(string name, string content) => [0, 0, (byte)(content.Length >> 8), (byte)content.Length, .. Encoding.Latin1.GetBytes(name + content), 1, 2, 3, 4];

    private static byte[] Drawing(params string[] more) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", "1234567890123"), .. more.SelectMany(name => Chunk(name, "Rosengård")), .. Chunk("IDAT", "pixels"), .. Chunk("IEND", ""), .. Encoding.Latin1.GetBytes("Rosengård behind")];

    [Fact]
    public void Where_a_photograph_was_taken_is_gone_and_the_picture_is_the_same()
    {
        var bare = Pictures.Bare(Photograph("55.58N 13.03E Rosengaard"))!;

        Assert.DoesNotContain("Rosengaard", Encoding.Latin1.GetString(bare), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bare), StringComparison.Ordinal);
        Assert.Equal(Pictures.Bare(Photograph("")), bare);
        Assert.Equal([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9], bare[^9..]);
        Assert.Equal(bare, Pictures.Bare(bare));
        Assert.Equal(FileFormat.Jpeg, FileFormats.Of(bare));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("eXIf")]
    [InlineData("iTXt")]
    [InlineData("zTXt")]
    [InlineData("tIME")]
    public void What_a_program_wrote_into_a_drawing_is_gone(string remark)
    {
        var bare = Pictures.Bare(Drawing(remark))!;

        Assert.DoesNotContain("Roseng", Encoding.Latin1.GetString(bare), StringComparison.Ordinal);
        Assert.Equal(Pictures.Bare(Drawing()), bare);
        Assert.Equal(FileFormat.Png, FileFormats.Of(bare));
    }

    [Fact]
    public void What_is_cut_off_or_built_otherwise_is_no_picture()
    {
        var (photograph, drawing) = (Pictures.Bare(Photograph("x"))!, Pictures.Bare(Drawing())!);
        for (var length = 0; length < photograph.Length; length++) Assert.Null(Pictures.Bare(photograph.AsSpan(0, length)));
        for (var length = 0; length < drawing.Length; length++) Assert.Null(Pictures.Bare(drawing.AsSpan(0, length)));
        Assert.Null(Pictures.Bare(Drawing("EVIL")));
        Assert.Null(FileFormats.Of("<svg onload=alert(1)>"u8));
        Assert.Null(FileFormats.Of([0xFF, 0xD8, 0xFF, .. "<html>"u8]));
    }
}
