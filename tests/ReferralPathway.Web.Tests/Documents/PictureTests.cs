using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Web.Documents;
using SkiaSharp;

namespace ReferralPathway.Web.Tests.Documents;

/// <summary>A picture keeps nothing but what it shows: it is drawn anew.</summary>
public sealed class PictureTests
{
    private const string Place = "55.58N 13.03E Rosengaard";

    private static async Task<Drawing> Redraw(byte[] picture) => await new PictureDrawer().RedrawAsync(picture, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Where_a_photograph_was_taken_is_gone_and_the_picture_is_the_same()
    {
        var taken = Photographs.Taken(Place);
        using (var codec = SKCodec.Create(new MemoryStream(Photographs.Taken(Place, held: 6)))) Assert.Equal(SKEncodedOrigin.RightTop, codec.EncodedOrigin);

        var drawn = (await Redraw(taken)).Content!;

        var written = Encoding.Latin1.GetString(drawn);
        foreach (var gone in new[] { "Rosengaard", "55.58N", "Exif", "xap", "MPF", "ICC_PROFILE", "script" }) Assert.DoesNotContain(gone, written, StringComparison.Ordinal);
        Assert.Equal((await Redraw(Photographs.Plain(SKEncodedImageFormat.Jpeg))).Content, drawn);
        Assert.Equal([0xE0], ApplicationsOwn(drawn));
        Assert.Equal(FileFormat.Jpeg, FileFormats.Of(drawn));
        Assert.Equal(("RGBY", Photographs.FieldsOf(taken)), (Photographs.FieldsOf(drawn), "RGBY"));
    }

    [Theory]
    [InlineData(1, "RGBY")]
    [InlineData(2, "GRYB")]
    [InlineData(3, "YBGR")]
    [InlineData(4, "BYRG")]
    [InlineData(5, "RBGY")]
    [InlineData(6, "BRYG")]
    [InlineData(7, "YGBR")]
    [InlineData(8, "GYRB")]
    public async Task A_photograph_stands_upright_however_the_telephone_was_held(ushort held, string fields)
    {
        var drawn = (await Redraw(Photographs.Taken(Place, held))).Content!;

        Assert.Equal(fields, Photographs.FieldsOf(drawn));
        using var codec = SKCodec.Create(new MemoryStream(drawn));
        Assert.Equal(SKEncodedOrigin.TopLeft, codec.EncodedOrigin);
        Assert.Equal(held < 5 ? (Photographs.Width, Photographs.Height) : (Photographs.Height, Photographs.Width), (codec.Info.Width, codec.Info.Height));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("eXIf")]
    [InlineData("iTXt")]
    [InlineData("zTXt")]
    [InlineData("prVt")]
    public async Task What_a_program_wrote_into_a_drawing_is_gone(string remark)
    {
        var drawn = (await Redraw(Photographs.Drawn(remark, Place))).Content!;

        Assert.DoesNotContain("Roseng", Encoding.Latin1.GetString(drawn), StringComparison.Ordinal);
        Assert.Equal((await Redraw(Photographs.Plain(SKEncodedImageFormat.Png))).Content, drawn);
        Assert.Equal((FileFormat.Png, "RGBY"), (FileFormats.Of(drawn)!.Value, Photographs.FieldsOf(drawn)));
        Assert.Equal(["IHDR", "sBIT", "IDAT", "IEND"], ChunksOf(drawn).Distinct());
    }

    [Fact]
    public async Task What_can_be_seen_through_stays_so()
    {
        using var drawn = SKBitmap.Decode((await Redraw(Photographs.Plain(SKEncodedImageFormat.Png, transparent: true))).Content);

        Assert.Equal((0, 255), (drawn.GetPixel(2, 2).Alpha, drawn.GetPixel(Photographs.Width - 2, 2).Alpha));
        Assert.Equal(Photographs.Colours['G'], drawn.GetPixel(Photographs.Width - 2, 2));
    }

    [Fact]
    public async Task A_WebP_is_kept_as_a_format_that_every_reader_opens()
    {
        var drawn = (await Redraw(Photographs.Plain(SKEncodedImageFormat.Webp))).Content!;

        Assert.Equal((FileFormat.Jpeg, "RGBY"), (FileFormats.Of(drawn)!.Value, Photographs.FieldsOf(drawn)));
    }

    [Fact]
    public async Task What_is_cut_off_or_built_otherwise_is_no_picture()
    {
        foreach (var format in new[] { SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp })
        {
            var whole = Photographs.Plain(format);
            for (var part = 1; part < 7; part++) Assert.True((await Redraw(whole[..(whole.Length * part / 8)])).Fault == DrawingFault.Broken, $"{part} eighths of a {format} of {whole.Length} bytes");
        }
        foreach (var other in new byte[][] { [], [0xFF, 0xD8, 0xFF, .. "<html>"u8], [.. "<svg onload=alert(1)>"u8], [.. "GIF89a"u8, .. new byte[40]], [.. "BM"u8, .. new byte[80]] })
            Assert.Equal(DrawingFault.Broken, (await Redraw(other)).Fault);
        Assert.Equal(DrawingFault.Broken, (await Redraw(Photographs.Claiming(50_000, 1000))).Fault);
    }

    [Fact]
    public async Task How_large_it_would_become_is_told_by_its_header_before_anything_is_drawn()
    {
        var before = GC.GetTotalAllocatedBytes();
        foreach (var (width, height) in new[] { (50_001, 1000), (1000, 50_001), (65_000, 65_000), (2_000_000_000, 2_000_000_000) })
            Assert.True((await Redraw(Photographs.Claiming(width, height))).Fault is DrawingFault.TooManyPixels or DrawingFault.Broken, $"{width} × {height}");
        Assert.Equal(DrawingFault.TooManyPixels, (await Redraw(Photographs.Claiming(50_001, 1000))).Fault);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
    }

    [Fact]
    public async Task A_drawing_that_would_become_too_large_is_kept_as_a_photograph_and_one_to_see_through_is_refused()
    {
        var (opaque, transparent) = (Noise(SKAlphaType.Opaque), Noise(SKAlphaType.Unpremul));

        var drawn = await Redraw(opaque);

        Assert.Equal(FileFormat.Jpeg, FileFormats.Of(drawn.Content));
        Assert.InRange(drawn.Content!.Length, 1, Attachment.MostBytes);
        Assert.Equal(DrawingFault.TooLarge, (await Redraw(transparent)).Fault);

        static byte[] Noise(SKAlphaType alpha)
        {
            using var bitmap = new SKBitmap(new SKImageInfo(2000, 2000, SKColorType.Rgba8888, alpha));
            new Random(1).NextBytes(bitmap.GetPixelSpan());
            using var written = bitmap.Encode(SKEncodedImageFormat.Png, 100);
            return written.ToArray();
        }
    }

    [Fact]
    public async Task Only_so_many_are_drawn_at_once()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new PictureDrawer(atOnce: 0).RedrawAsync(Photographs.Plain(SKEncodedImageFormat.Jpeg), patience.Token));
        var one = new PictureDrawer(atOnce: 1);
        foreach (var picture in new byte[][] { [0xFF, 0xD8, 0xFF], Photographs.Plain(SKEncodedImageFormat.Jpeg) }) await one.RedrawAsync(picture, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void No_file_is_written_down_in_clear_on_its_way_in()
    {
        var services = new ServiceCollection();
        services.AddDocuments(new ConfigurationBuilder().Build());

        Assert.True(services.BuildServiceProvider().GetRequiredService<IOptions<FormOptions>>().Value.MemoryBufferThreshold > new KestrelServerLimits().MaxRequestBodySize);
    }

    /// <summary>The markers by which applications write what is their own, and remarks.</summary>
    private static IEnumerable<byte> ApplicationsOwn(byte[] jpeg)
    {
        for (var at = 2; jpeg[at + 1] != 0xDA; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
            if (jpeg[at + 1] is >= 0xE0 and <= 0xEF or 0xFE) yield return jpeg[at + 1];
    }

    private static IEnumerable<string> ChunksOf(byte[] png)
    {
        for (var at = 8; at < png.Length; at += 12 + (png[at] << 24 | png[at + 1] << 16 | png[at + 2] << 8 | png[at + 3])) yield return Encoding.ASCII.GetString(png, at + 4, 4);
    }
}
