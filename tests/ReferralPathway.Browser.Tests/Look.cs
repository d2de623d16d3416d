using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>What every page owes everybody.</summary>
internal static class Look
{
    /// <summary>The script of axe, half a million letters: a page that is looked at often gets it once and for all.</summary>
    public static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] WhatDiffers = ["color-contrast", "html-lang-valid", "document-title"];

    /// <summary>Waits until the page is there. On a busy machine the event that says so can pass between the question and the listening; then the page itself is asked.</summary>
    public static async Task ArriveAsync(IPage page)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = 5_000 });
                return;
            }
            catch (TimeoutException) when (tries < 4)
            {
                if (await page.EvaluateAsync<string>("() => document.readyState") == "complete") return;
            }
        }
    }

    /// <summary>Fails on the first thing that a page owes somebody.</summary>
    public static async Task IsForEverybodyAsync(IPage page, int width)
    {
        var faults = await FrameFaultsAsync(page, width);
        faults.AddRange(await AxeFaultsAsync(page));
        Assert.True(faults.Count == 0, $"{new Uri(page.Url).AbsolutePath}: {string.Join("; ", faults)}");
    }

    /// <summary>What axe finds. Our pages have no frames: one run in the page itself is all. The library's own way opens a blank page more for each.</summary>
    /// <param name="onlyWhatDiffers">The page was looked at whole in its other language and colours: only what follows from them is looked at again.</param>
    public static async Task<IReadOnlyList<string>> AxeFaultsAsync(IPage page, bool onlyWhatDiffers = false)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            rules => axe.run(document, { resultTypes: ['violations'], ...(rules.length ? { runOnly: rules } : {}) })
              .then(found => found.violations.map(v => `axe ${v.id} at ${v.nodes.slice(0, 3).map(n => n.target).join(', ')}`))
            """, onlyWhatDiffers ? WhatDiffers : []);
    }

    /// <summary>One heading and a line that says what the page is for, nothing wider than the window, a title, and no text key where a text should be.</summary>
    public static async Task<List<string>> FrameFaultsAsync(IPage page, int width)
    {
        var seen = await page.EvaluateAsync<Frame>("""
            () => {
              const shown = e => e.checkVisibility();
              const wide = [...document.querySelectorAll('body *')].filter(e => shown(e) && e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== 'absolute');
              return {
                headings: document.querySelectorAll('h1').length,
                // A case says where the person is on the pathway.
                purpose: document.querySelector('main .rp-lede, main .rp-pathway__now, main .rp-person')?.innerText ?? '',
                width: document.documentElement.scrollWidth,
                widest: wide.slice(-2).map(e => e.tagName.toLowerCase() + '.' + e.className).join(', '),
                title: document.title,
                text: document.body.innerText,
              };
            }
            """);
        var faults = new List<string>();
        if (seen.Headings != 1) faults.Add($"{seen.Headings} headings of the first level");
        if (string.IsNullOrWhiteSpace(seen.Purpose)) faults.Add("no line that says what it is for");
        if (seen.Width > width) faults.Add($"{seen.Width} px wide in a window of {width}: {seen.Widest}");
        if (string.IsNullOrWhiteSpace(seen.Title)) faults.Add("no title");
        if (Marks.MissingText().Match(seen.Text) is { Success: true } key) faults.Add($"a key instead of a text: {key.Value}");
        return faults;
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

    private sealed record Frame
    {
        public int Headings { get; init; }
        public string Purpose { get; init; } = "";
        public int Width { get; init; }
        public string Widest { get; init; } = "";
        public string Title { get; init; } = "";
        public string Text { get; init; } = "";
    }
}
