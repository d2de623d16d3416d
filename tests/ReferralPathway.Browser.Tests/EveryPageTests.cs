using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>
/// Every page there is, as those who meet it, in both languages, at 360 and 1280 px, light and dark. Pages are found by following links; one that the walk does not
/// come to fails it.
/// </summary>
public sealed class EveryPageTests(SampleHost host)
{
    /// <summary>Pages whose contents are another matter for each role: each role looks at them, the first in both languages.</summary>
    private static readonly string[] OfEachRole = ["/", "/cases/{caseId}"];

    [Fact]
    public async Task Every_page_is_for_everybody()
    {
        await Scenery.SetAsync(host);
        var walkers = Walker.Accounts.Select(account => new Walker(host, account)).ToList();
        await Together(walkers, w => w.FollowLinksAsync());

        var found = walkers.SelectMany(w => w.Found.Select(f => (Walker: w, Page: f.Key, Address: f.Value))).ToList();
        var never = PageMap.All.Except(found.Select(f => f.Page)).Except(PageMap.Elsewhere.Keys).ToList();
        var onTheWay = string.Concat(walkers.SelectMany(w => w.Faults).Distinct().Select(f => $"\n{f}"));
        Assert.True(never.Count == 0, $"Not walked, because no link leads there from the sample cases: {string.Join(", ", never)}{onTheWay}");

        var far = walkers.SelectMany(w => w.Clicks).GroupBy(c => c.Key, c => c.Value).Select(c => (Page: c.Key, Clicks: c.Min())).Where(c => c.Clicks is > 3 and < 99).Select(c => $"{c.Page}: {c.Clicks}").ToList();
        Assert.True(far.Count == 0, $"More than three clicks from everybody's overview: {string.Join(", ", far)}");

        var looks = found.Where(f => !PageMap.Files.Contains(f.Page)).GroupBy(f => f.Page).SelectMany(g => (OfEachRole.Contains(g.Key) ? g : g.Take(1)).Select((f, i) => (f.Walker, f.Page, f.Address, IsFirst: i == 0))).ToList();
        if (await Inspection.HandOverAsync(host, looks.Select(l => (l.Walker.Account, l.Page, l.Address)))) return;
        await Together(walkers, w => w.LookAsync(looks.Where(l => l.Walker == w).Select(l => (l.Page, l.Address, l.IsFirst))));

        var faults = walkers.SelectMany(w => w.Faults).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static Task Together(IEnumerable<Walker> walkers, Func<Walker, Task> walk) =>
        Parallel.ForEachAsync(walkers, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (walker, _) => await walk(walker));
}
