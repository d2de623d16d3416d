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

    /// <summary>The page as it stands there, and its address once more beside it, in Swedish on a telephone.</summary>
    public static async Task InBothLanguagesAsync(IPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        var address = new Uri(page.Url).PathAndQuery;
        var what = $"{name} {Ids().Replace(address, "")}";
        await TakeAsync(page, $"{what} en");
        var beside = await page.Context.NewPageAsync();
        await beside.SetViewportSizeAsync(360, 900);
        await beside.GotoAsync($"/language?to=sv&back={Uri.EscapeDataString(address)}");
        await TakeAsync(beside, $"{what} sv");
        await beside.GotoAsync("/language?to=en&back=/privacy");
        await beside.CloseAsync();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    [GeneratedRegex("[^a-zA-Z0-9.]+")]
    private static partial Regex Odd();
}
