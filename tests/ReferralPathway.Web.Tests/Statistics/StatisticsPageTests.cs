using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Statistics;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Statistics;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Statistics;

public sealed class StatisticsPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);

    [Fact]
    public async Task A_quarter_is_released_once_and_each_reader_sees_their_own_place()
    {
        host.Clock.SetInSweden("2026-03-10 10:00");
        await DirectoryImport.LoadAsync(host.Services, Stopping);
        for (var i = 0; i < 6; i++) await host.CaseAsync("sw.malmo");
        await host.CaseAsync("sw.malmo", protectedIdentity: "SEKRETESSMARKERING");
        for (var i = 0; i < 3; i++) await host.CaseAsync("sw.umea");
        var referred = await host.CaseAsync("sw.norrkoping");
        await host.JoinsAsync("sw.norrkoping", referred, "ngo.haven");
        await host.ConsentAsync("sw.norrkoping", referred, "rc.ost");
        await host.ReferralAsync("sw.norrkoping", referred, "rc.ost");

        // The next night each organisation has its own numbers, as they are; nothing of the quarter is released.
        host.Clock.SetInSweden("2026-03-11 00:10");
        Assert.True(await SweepAsync());
        Assert.Equal([["Man/boy", "7", "7"], ["Total", "7", "7"]], await TableAsync("sw.malmo", "/statistics/S-01", "persons"));
        Assert.Equal([["Man/boy", "3", "3"], ["Total", "3", "3"]], await TableAsync("sw.umea", "/statistics/S-01", "persons"));
        Assert.Contains("Nothing to count", (await host.As("rc.syd").Get("/statistics/S-01")).Text);
        // The same number as the list that it counts.
        var sent = await TableAsync("sw.norrkoping", "/statistics/S-06", "sent");
        Assert.Equal(await host.AskAsync<string>($"SELECT count(*)::text AS \"Value\" FROM pathway.referrals WHERE sender = {(await host.OrganisationAsync("sw.norrkoping")).Value}"), sent[^1][^1]);
        Assert.Equal("1", (await TableAsync("ngo.haven", "/statistics/S-06", "received"))[^1][^1]);

        // The quarter has closed.
        host.Clock.SetInSweden("2026-04-01 00:10");
        Assert.True(await SweepAsync());
        Assert.Equal([["Man/boy", "5", "5"], ["Total", "5", "5"]], await TableAsync("rc.syd", "/statistics/S-01", "persons"));
        Assert.Equal([["Man/boy", "<5", "<5"], ["Total", "<5", "<5"]], await TableAsync("rc.norr", "/statistics/S-01", "persons"));
        // Eleven in the country, the protected one among them.
        Assert.Equal([["Man/boy", "10", "10"], ["Total", "10", "10"]], await TableAsync("nc.jamy", "/statistics/S-01", "persons"));
        Assert.Equal([["Man/boy", "5", "5", "<5"], ["Total", "5", "5", "<5"]], await TableAsync("rc.syd", "/statistics/S-01?against=Norr", "persons"));
        Assert.Equal([["Man/boy", "5", "5", "0"], ["Total", "5", "5", "0"]], await TableAsync("rc.syd", "/statistics/S-01?year=2026&against=2025", "persons"));

        // What is recorded late changes nothing of what is released.
        host.Clock.SetInSweden("2026-04-02 10:00");
        for (var i = 0; i < 4; i++) await host.CaseAsync("sw.malmo");
        host.Clock.SetInSweden("2026-04-03 00:10");
        Assert.True(await SweepAsync());
        Assert.Equal("5", (await TableAsync("rc.syd", "/statistics/S-01", "persons"))[^1][^1]);
        Assert.Equal("11", (await TableAsync("sw.malmo", "/statistics/S-01", "persons"))[^1][^1]);
        foreach (var change in new[] { "UPDATE pathway.releases SET page = '[]'", "DELETE FROM pathway.releases", "TRUNCATE pathway.releases", "UPDATE pathway.release_counts SET cells = '[]'" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsSuperuserAsync(change))).SqlState);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.releases WHERE report = 'S-01' AND place = 'Syd' AND year = 2026"));

        // The next quarter is tried against this one before it is released.
        host.Clock.SetInSweden("2026-07-01 00:10");
        Assert.True(await SweepAsync());
        var (early, late) = (await EditionAsync(1), await EditionAsync(2));
        Assert.Empty(Attack.On(Reports.Find("S-01")!, late, early));
        Assert.Equal(10, late.Layers["Syd"].Where(t => t.Table == "PERSONS").Sum(t => t.Count));

        await ForOthersThereIsNothingAsync();
        await AFileHoldsNothingSmallAsync();
    }

    private async Task ForOthersThereIsNothingAsync()
    {
        foreach (var (who, address) in new[] { ("law.lind", "/statistics"), ("audit", "/statistics"), ("admin", "/statistics/S-01"), ("sw.malmo", "/statistics/S-02"), ("sw.malmo", "/statistics/S-01?place=Syd"), ("sw.malmo", "/statistics/S-01?place=SE"),
            ("rc.syd", "/statistics/S-01?place=SE"), ("nc.jamy", "/statistics/S-01?place=Syd"), ("nc.jamy", "/statistics/S-06"), ("sw.malmo", "/statistics/S-01/file?place=Syd&as=csv"), ("law.lind", "/statistics/S-01/file?as=csv") })
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await host.As(who).Get(address)).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("nc.jamy").Get("/statistics/S-11")).Status);
        Assert.Contains("Regional coordinator", (await host.As("admin").Get("/statistics/S-10")).Text);
        // The record says which report was run, of where and when, and who was refused.
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Read.Statistics' AND role = 'RegionalCoordinator' AND payload = {"report=S-01\nplace=Syd\nyear=2026\nquarter=1\nas=page\nagainst=Norr"}"));
        Assert.NotEqual(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND role = 'NationalCoordinator' AND payload = 'report=S-01'"));
        // Main work stands in the menu; for others the overview leads there.
        Assert.Contains(await LinksAsync("rc.syd", "nav"), l => l == "/statistics");
        Assert.DoesNotContain(await LinksAsync("sw.malmo", "nav"), l => l == "/statistics");
        Assert.Contains(await LinksAsync("sw.malmo", "main"), l => l == "/statistics");
        Assert.DoesNotContain(await LinksAsync("law.lind", "body"), l => l == "/statistics");
    }

    private async Task AFileHoldsNothingSmallAsync()
    {
        using var csv = await host.As("sw.malmo").Client.GetAsync(new Uri("/statistics/S-01/file?place=own&year=2026&as=csv", UriKind.Relative), Stopping);
        var lines = (await csv.Content.ReadAsStringAsync(Stopping)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal("\"Statistics\",\"Place\",\"Year\",\"Table\",\"Row\",\"Column\",\"Value\"", lines[0]);
        Assert.Contains("\"S-01 Presumed victims\",\"My organisation\",\"2026\",\"Persons by gender and age\",\"Total\",\"Total\",\"<13\"", lines);

        using var book = await host.As("rc.norr").Client.GetAsync(new Uri("/statistics/S-01/file?place=Norr&year=2026&as=xlsx", UriKind.Relative), Stopping);
        using var zip = new ZipArchive(await book.Content.ReadAsStreamAsync(Stopping));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = await sheet.ReadToEndAsync(Stopping);
        Assert.Contains("&lt;13", text);
        Assert.DoesNotContain("<f>", text);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Read.Statistics' AND payload LIKE '%place=Norr%as=xlsx'"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("<13", "<13")]
    public void No_cell_of_a_file_is_a_formula(string text, string written) => Assert.Equal($"\"{written}\"", Csv.Cell(text));

    private async Task<Edition> EditionAsync(int quarter) => await host.LookAsync(async db =>
    {
        var counts = await db.Database.SqlQuery<Kept>($"SELECT place AS \"Place\", cells AS \"Text\" FROM pathway.release_counts WHERE report = 'S-01' AND year = 2026 AND quarter = {quarter}").ToListAsync(Stopping);
        var shown = await db.Set<Release>().Where(r => r.Report == "S-01" && r.Year == 2026 && r.Quarter == quarter).ToListAsync(Stopping);
        return new Edition(counts.ToDictionary(c => c.Place, c => Cells.Tallies(c.Text)), shown.ToDictionary(r => r.Place, r => Cells.Figures(r.Page)));
    });

    private sealed record Kept(string Place, string Text);

    private async Task<IReadOnlyList<string>> LinksAsync(string who, string within) => [.. (await host.As(who).Get("/")).Document.QuerySelectorAll($"{within} a").Select(a => a.GetAttribute("href")!)];

    private async Task<string[][]> TableAsync(string who, string address, string table)
    {
        var page = await host.As(who).Get(address);
        Assert.Equal((address, HttpStatusCode.OK), (address, page.Status));
        return [.. page.Document.QuerySelectorAll($"section:has(#table-{table}) tbody tr, #table-{table} ~ * tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToArray())];
    }
}
