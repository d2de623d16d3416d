using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>What anybody meets: readable at every width, in both languages, without a finding of axe and without a breach of the content security policy.</summary>
public sealed class OpenPagesTests(SampleHost host)
{
    [Theory]
    [InlineData("/sign-in", 360, "sv", false)]
    [InlineData("/sign-in", 1280, "en", true)]
    [InlineData("/directory", 360, "en", false)]
    [InlineData("/directory", 1280, "sv", true)]
    [InlineData("/privacy", 360, "sv", false)]
    [InlineData("/accessibility", 360, "en", false)]
    public async Task An_open_page_is_for_everybody(string address, int width, string language, bool dark)
    {
        var page = await host.OpenAsync(width, language, dark);
        var breaches = Look.Listen(page);

        var answer = await page.GotoAsync(address);

        Assert.Equal(200, answer!.Status);
        await Look.IsForEverybodyAsync(page, width);
        Assert.Empty(breaches);
    }
}

/// <summary>What every page owes everybody.</summary>
internal static class Look
{
    public static async Task IsForEverybodyAsync(IPage page, int width)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{new Uri(page.Url).AbsolutePath}: {string.Join("; ", found.Violations.Select(v => $"{v.Id} at {string.Join(", ", v.Nodes.Select(n => n.Target))}"))}");
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{new Uri(page.Url).AbsolutePath} is {wide} px wide in a window of {width}.");
    }

    /// <summary>Collects what the browser complains about: breaches of the content security policy, failing scripts, missing files.</summary>
    public static List<string> Listen(IPage page)
    {
        var heard = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") heard.Add(message.Text);
        };
        page.PageError += (_, error) => heard.Add(error);
        return heard;
    }
}
