using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Overview;

/// <summary>Each number of an overview leads to a list, and the list has so many lines, on however many pages; so has what is taken along of it.</summary>
public sealed class NumbersTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private static readonly string[] Accounts =
        ["sw.umea", "sw.malmo", "sw.malmo.chef", "sw.norrkoping", "ngo.haven", "ngo.haven.chef", "ngo.platform", "law.lind", "il.polis", "ma.tillstand", "rc.norr", "rc.syd", "iom.hki", "nc.jamy", "admin", "audit"];

    [Fact]
    public async Task Number_list_and_table_agree_for_every_role()
    {
        await DirectoryImport.LoadAsync(host.Services);
        await new SampleCases(host.Services, host.Clock.GetUtcNow()).LoadAsync();
        var malmo = await host.ActorAsync("sw.malmo");
        for (var n = 0; n < 30; n++)
        {
            var id = await host.OpenCaseAsync("sw.malmo");
            if (n % 3 != 0) continue;
            await host.ConsentAsync("sw.malmo", id, "law.lind");
            await host.SentReferralAsync("sw.malmo", id, "law.lind");
        }
        await host.LookAsync(async db =>
        {
            // Late, today, today at the last instant, tomorrow, the seventh day and the eighth.
            foreach (var days in Enumerable.Range(0, 70).Select(n => n % 10 - 1))
                db.WorkItems.Add(new(WorkKind.ReviewEntry, null, Guid.CreateVersion7(), malmo.Organisation, malmo.User, null, SwedishCalendar.StartOf(SwedishCalendar.DayOf(host.Clock.GetUtcNow()).AddDays(days)), null, false, host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.Database.CurrentTransaction!.CommitAsync();
            return true;
        });

        var seen = new List<string>();
        foreach (var account in Accounts)
        {
            var browser = host.As(account);
            var overview = await browser.Get("/");
            Assert.Equal(HttpStatusCode.OK, overview.Status);
            foreach (var link in overview.Document.QuerySelectorAll("main .rp-tile a, main a[data-counts]"))
            {
                var (number, address) = (Number(link), link.GetAttribute("href")!);
                if (address == "/messages") continue;
                var lines = await LinesAsync(browser, address);
                seen.Add($"{account} {address} {number}");
                Assert.True(number == lines, $"{account}: {number} at {address}, and {lines} lines");
                if (number == 0 || !address.StartsWith("/cases?", StringComparison.Ordinal) && !address.StartsWith("/work?", StringComparison.Ordinal)) continue;
                using var table = await browser.Post(await browser.Get(address.Replace("?", "/export?", StringComparison.Ordinal)), ("Purpose", "FollowUp"));
                Assert.Equal(number, (await table.Content.ReadAsStringAsync(Stopping)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen));
        // It looked at long lists and short ones, of every kind.
        foreach (var address in new[] { "/work?due=today", "/work?due=late", "/work?due=week", "/work?due=waiting", "/cases?status=Open", "/messages?only=new" })
            Assert.Contains(seen, s => s.Contains(address, StringComparison.Ordinal) && !s.EndsWith(" 0", StringComparison.Ordinal));
        Assert.Contains(seen, s => s.StartsWith("sw.malmo /work?due=week", StringComparison.Ordinal) && int.Parse(s.Split(' ')[^1], CultureInfo.InvariantCulture) > 25);
    }

    private static int Number(IElement link) =>
        int.Parse(link.GetAttribute("data-counts") is { Length: > 0 } said ? said : link.QuerySelector(".rp-tile__number")!.TextContent, CultureInfo.InvariantCulture);

    private static async Task<int> LinesAsync(Browser browser, string address)
    {
        for (var (lines, next) = (0, (string?)address); ;)
        {
            var page = await browser.Get(next!);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            lines += page.Document.QuerySelectorAll("main .rp-rows > li, main table.rp-records tbody > tr").Length;
            next = page.Document.QuerySelector("main a[rel=next]")?.GetAttribute("href");
            if (next is null) return lines;
        }
    }
}
