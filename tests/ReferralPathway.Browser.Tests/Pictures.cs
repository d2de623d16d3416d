using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Pictures of what the tests see, for people to look at: <c>PATHWAY_PICTURES=folder ./test Browser</c>.</summary>
internal static partial class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PATHWAY_PICTURES");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{Odd().Replace(name, "-").Trim('-')}.png"), FullPage = true });
    }

    [GeneratedRegex("[^a-zA-Z0-9.]+")]
    private static partial Regex Odd();
}
