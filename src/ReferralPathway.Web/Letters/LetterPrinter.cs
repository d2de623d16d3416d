using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace ReferralPathway.Web.Letters;

/// <summary>Makes a PDF of a page.</summary>
public interface ILetterPrinter
{
    /// <summary>Whether this installation can; where not, pages are offered for printing.</summary>
    bool CanPrint { get; }

    /// <param name="html">A whole page that needs nothing from elsewhere.</param>
    /// <returns>A tagged PDF in the language of the page; null when too many are being made, or it took too long.</returns>
    Task<byte[]?> PrintAsync(string html, CancellationToken stopping);
}

/// <summary>
/// Prints with a Chromium of its own for each letter, which is gone afterwards: without network, without scripts, and spoken to through pipes, so that no word of a letter
/// lies in a file or passes a port (decision 0040).
/// </summary>
internal sealed partial class LetterPrinter(string? chromium, ILogger log) : ILetterPrinter, IDisposable
{
    /// <summary>A Chromium takes 200 MB: so many at once, on a machine with two cores.</summary>
    private readonly SemaphoreSlim _presses = new(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];

    public bool CanPrint => chromium is not null;

    /// <summary>The program named by PATHWAY_CHROMIUM, else one where Chromium usually is; none where the setting is "none".</summary>
    /// <exception cref="InvalidOperationException">The setting names no file.</exception>
    public static LetterPrinter Of(IConfiguration configuration, ILogger<LetterPrinter> log) => new(configuration["PATHWAY_CHROMIUM"] switch
    {
        null or "" => Usual.FirstOrDefault(File.Exists),
        "none" => null,
        var named when File.Exists(named) => named,
        _ => throw new InvalidOperationException("PATHWAY_CHROMIUM names no file. Name the program that makes letters as PDF, or write none."),
    }, log);

    public async Task<byte[]?> PrintAsync(string html, CancellationToken stopping)
    {
        if (!await _presses.WaitAsync(Patience, stopping)) return null;
        try
        {
            return await PressAsync(html).WaitAsync(Patience, stopping);
        }
        catch (Exception e) when (e is TimeoutException or PuppeteerException or ProcessException)
        {
            NotPrinted(log, e.GetType().Name);
            return null;
        }
        finally
        {
            _presses.Release();
        }
    }

    private async Task<byte[]> PressAsync(string html)
    {
        // No sandbox of Chromium's own: containers seldom allow one, and what it opens is this program's own page, with nothing in it that runs.
        await using var browser = await Puppeteer.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Pipe = true,
            Timeout = (int)Patience.TotalMilliseconds,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=\"MAP * ~NOTFOUND\""],
        });
        await using var page = await browser.NewPageAsync();
        await page.SetJavaScriptEnabledAsync(false);
        await page.SetOfflineModeAsync(true);
        await page.SetContentAsync(html);
        return await page.PdfDataAsync(new() { PreferCSSPageSize = true, Format = PaperFormat.A4, Tagged = true, Outline = true, PrintBackground = true });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A letter was not printed: {Fault}")]
    private static partial void NotPrinted(ILogger log, string fault);

    public void Dispose() => _presses.Dispose();
}
