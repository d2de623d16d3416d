using ReferralPathway.Domain.Documents;
using SkiaSharp;

namespace ReferralPathway.Web.Documents;

/// <summary>Why a picture could not be drawn anew.</summary>
public enum DrawingFault { Broken, TooManyPixels, TooLarge }

/// <summary>A picture as it was drawn anew, or why it was not.</summary>
public readonly record struct Drawing(byte[]? Content, DrawingFault? Fault = null);

/// <summary>
/// Draws a picture anew, upright and in the colours of a screen (sRGB): nothing of the file that came is kept but its pixels. Where and when it was taken, with which telephone, what a program
/// wrote into it, and whatever follows its end, was never drawn. A JPEG or a WebP becomes a JPEG, a drawing with transparency or a PNG a PNG.
/// </summary>
/// <param name="atOnce">So many at a time; the others wait.</param>
public sealed class PictureDrawer(int atOnce = PictureDrawer.AtOnce) : IDisposable
{
    /// <summary>Four bytes a pixel, twice where it is turned: two pictures take 0.8 GB at the very most.</summary>
    public const int AtOnce = 2;

    public const int MostMegapixels = 50;

    /// <summary>The second is tried where the first would be larger than a file may be.</summary>
    private static readonly int[] Qualities = [90, 75];

    private readonly SemaphoreSlim _free = new(atOnce);

    public async Task<Drawing> RedrawAsync(byte[] content, CancellationToken stopping)
    {
        await _free.WaitAsync(stopping);
        try
        {
            return Redraw(content);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private static Drawing Redraw(byte[] content)
    {
        if (!FileFormats.BeginsAsPicture(content)) return new(null, DrawingFault.Broken);
        using var data = SKData.CreateCopy(content);
        // Of the file, this reads the header alone.
        using var codec = SKCodec.Create(data);
        if (codec is null) return new(null, DrawingFault.Broken);
        if ((long)codec.Info.Width * codec.Info.Height > MostMegapixels * 1_000_000) return new(null, DrawingFault.TooManyPixels);
        var pixels = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var drawn = new SKBitmap();
        // Half a picture is no picture: it may be the half that matters.
        if (!drawn.TryAllocPixels(pixels) || codec.GetPixels(pixels, drawn.GetPixels()) != SKCodecResult.Success) return new(null, DrawingFault.Broken);
        using var upright = codec.EncodedOrigin == SKEncodedOrigin.TopLeft ? null : Upright(drawn, codec.EncodedOrigin);
        return Written(upright ?? drawn, codec.EncodedFormat == SKEncodedImageFormat.Png);
    }

    private static SKBitmap Upright(SKBitmap lying, SKEncodedOrigin origin)
    {
        var onItsSide = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = onItsSide ? (lying.Height, lying.Width) : (lying.Width, lying.Height);
        // Where the camera's first row and first column lie in the upright picture (Exif 2.3, tag 274).
        var (mirrored, flipped) = origin switch
        {
            SKEncodedOrigin.TopRight or SKEncodedOrigin.RightTop => (true, false),
            SKEncodedOrigin.BottomRight or SKEncodedOrigin.RightBottom => (true, true),
            SKEncodedOrigin.BottomLeft or SKEncodedOrigin.LeftBottom => (false, true),
            _ => (false, false),
        };
        var (x, y) = (mirrored ? -1 : 1, flipped ? -1 : 1);
        var turn = onItsSide ? new SKMatrix(0, x, 0, y, 0, 0, 0, 0, 1) : new SKMatrix(x, 0, 0, 0, y, 0, 0, 0, 1);
        (turn.TransX, turn.TransY) = (mirrored ? width : 0, flipped ? height : 0);
        var upright = new SKBitmap(lying.Info.WithSize(width, height));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(turn);
        canvas.DrawBitmap(lying, 0, 0, SKSamplingOptions.Default);
        return upright;
    }

    private static Drawing Written(SKBitmap drawn, bool asDrawing)
    {
        // Without the name of their colours: a profile would be written into the file, and sRGB is what is taken where there is none.
        using var pixels = new SKPixmap(new(drawn.Width, drawn.Height, drawn.ColorType, drawn.AlphaType), drawn.GetPixels(), drawn.RowBytes);
        var opaque = drawn.AlphaType == SKAlphaType.Opaque;
        if ((asDrawing || !opaque) && Within(pixels.Encode(SKEncodedImageFormat.Png, 100)) is { } png) return new(png);
        if (opaque)
            foreach (var quality in Qualities)
                if (Within(pixels.Encode(SKEncodedImageFormat.Jpeg, quality)) is { } jpeg) return new(jpeg);
        return new(null, DrawingFault.TooLarge);
    }

    private static byte[]? Within(SKData? written)
    {
        using (written) return written is { Size: > 0 and <= Attachment.MostBytes } ? written.ToArray() : null;
    }
}
