using System.Text;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>A letter as a file: printed by a browser of the program's own.</summary>
public sealed class LetterTests(SampleHost host)
{
    [Theory]
    [InlineData("sv", "Spara som PDF", "brev.pdf")]
    [InlineData("en", "Save as PDF", "letter.pdf")]
    public async Task An_application_is_kept_as_a_tagged_pdf_in_the_language_of_its_reader(string language, string button, string name)
    {
        var page = await host.SignInAsync("il.polis", language: language);
        await page.GotoAsync("/cases");
        await page.Locator("main .rp-row", new() { HasText = "M.K." }).Locator(".rp-row__title a").First.ClickAsync();
        await page.Locator("main a[href$='/extend']").First.ClickAsync();
        await page.GotoAsync(page.Url.Replace("/extend", "", StringComparison.Ordinal));
        await page.Locator("main a[href*='/letters/']").First.ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());

        Assert.Equal(name, download.SuggestedFilename);
        await using var content = await download.CreateReadStreamAsync();
        using var all = new MemoryStream();
        await content.CopyToAsync(all, TestContext.Current.CancellationToken);
        var pdf = Encoding.Latin1.GetString(all.ToArray());
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains($"/Lang ({language})", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.Contains("SourceSans", pdf, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("PATHWAY_PICTURES") is { Length: > 0 } pictures)
            await File.WriteAllBytesAsync(Path.Combine(pictures, $"letter-{language}.pdf"), all.ToArray(), TestContext.Current.CancellationToken);
    }
}
