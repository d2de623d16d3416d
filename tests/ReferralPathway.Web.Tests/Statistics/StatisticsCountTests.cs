using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Statistics;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Walking;

namespace ReferralPathway.Web.Tests.Statistics;

/// <summary>What is counted of one person of whom everything is recorded: investigated, granted a reflection period that is revoked, gone home.</summary>
public sealed class StatisticsCountTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);

    [Fact]
    public async Task What_is_recorded_of_a_person_who_went_home_is_counted()
    {
        await DirectoryImport.LoadAsync(host.Services, Stopping);
        await Cast.EnterAsync(host);
        var story = new EverythingCase(host, 0, ReturnStory.Home);
        await story.BeginAsync();
        var permit = new PermitId(await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.permit_applications"));
        host.Clock.Advance(TimeSpan.FromDays(3));
        await host.DoAsync("ma.tillstand", async doing => (await doing.CaseAsync(story.Id, CaseParts.Permits)).GrantPermit(permit, new(doing.Act.Day, doing.Act.Day, doing.Act.Day.AddDays(29), "MIG-1"), doing.Act));
        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.DoAsync("ma.tillstand", async doing => (await doing.CaseAsync(story.Id, CaseParts.Permits)).RevokePermit(permit, doing.Act.Day, doing.Act.Day, "She has left the country.", doing.Act));
        await host.DoAsync("il.polis", async doing =>
        {
            var c = await doing.CaseAsync(story.Id);
            c.FollowInvestigation(c.Investigations.Single(i => i.WasInitiated).Id, i => i.BringProsecution(doing.Act.Day, doing.Act), doing.Act);
        });
        host.Clock.SetInSweden("2026-04-01 00:10");
        Assert.True(await SweepAsync());

        await TheCountryIsCountedAsync();
        await TheOwnNumbersAreCountedAsync();
        await WhatWasCountedBeforeKnowsNoLaterTablesAsync();
    }

    private async Task TheCountryIsCountedAsync()
    {
        var greta = await CountedAsync("S-02", Reports.Nation);
        Assert.Equal(["F UNCERTAIN 1"], greta("IDENTIFIED"));
        Assert.Equal(["EuEea 1"], greta("IDENTIFIED_NATIONALITY"));
        Assert.Equal(["INTERNAL 1"], greta("IDENTIFIED_ROUTE"));
        Assert.Equal(["RP 1"], greta("PERMITS"));
        Assert.Equal(["F UNCERTAIN 1"], greta("RETURNED"));
        Assert.Equal(["EuEea 1"], greta("RETURNED_TO"));
        // It was initiated, discontinued, taken up again: one investigation.
        Assert.Equal(["Discontinued 1", "Initiated 1", "ProsecutionBrought 1"], greta("INVESTIGATIONS"));
        Assert.Equal(["IDENTIFIED F 1", "INVESTIGATED F 1", "PRESUMED F 1", "PROSECUTED F 1", "REFLECTION F 1", "RETURNED F 1"], greta("MEASURES"));

        var back = await CountedAsync("S-04", "Syd");
        Assert.Equal(["APPROVED 1"], back("DECISION"));
        Assert.Equal(["UNCERTAIN THB 1"], back("TRAVELLED"));
        Assert.Equal(["EuEea 1"], back("DESTINATION"));
        // The journey said both, and the pieces are of both kinds.
        Assert.Equal(["Both 1"], back("REINTEGRATION"));
        Assert.Equal(["APPROVAL 1", "DECISION 1", "IOM 1", "JOURNEY 1", "PART_A 1", "TO_IOM 1", "TRAVEL 1"], back("DAYS"));

        // What the field asks for and nobody records is said, not invented; what is hidden in the numbers is hidden on the page.
        var page = await host.As("nc.jamy").Get("/statistics/S-02");
        Assert.Contains("Not recorded in the system", page.Text);
        Assert.Contains("Whether a judgment convicts or acquits", page.Text);
        Assert.Equal([["EU or EEA", "<5"], ["Total", "<5"]], Table(page, "returned_to"));
        Assert.DoesNotContain("Not recorded in the system", (await host.As("nc.jamy").Get("/statistics/S-03")).Text);
    }

    private async Task TheOwnNumbersAreCountedAsync()
    {
        // Granted after three days, and revoked after nine: the decision is the first.
        var permits = await host.As("ma.tillstand").Get("/statistics/S-03");
        Assert.Equal([["Granted", "1", "1"], ["Total", "1", "1"]], Table(permits, "decisions"));
        Assert.Equal([["Reflection period", "1", "3", "3"]], Table(permits, "days"));
        var back = await host.As("iom.hki").Get("/statistics/S-04");
        Assert.Equal([["EU or EEA", "1"], ["Total", "1"]], Table(back, "destination"));
        Assert.Equal([["Cash and in kind", "1"], ["Total", "1"]], Table(back, "reintegration"));
        Assert.Equal("From application begun to part A handed over", Table(back, "days")[0][0]);
        // A claim for the last quarter of 2025 has its last day in 2026: there it is next, and nowhere else.
        Assert.Equal([["2026-06-30", "1"], ["Total", "1"]], Table(await host.As(Cast.Lead).Get("/statistics/S-08?year=2026"), "next"));
        Assert.Equal("1", Table(await host.As(Cast.Lead).Get("/statistics/S-08?year=2025"), "claims")[^1][^1]);
        Assert.Empty(Table(await host.As(Cast.Lead).Get("/statistics/S-08?year=2025"), "next"));
    }

    /// <summary>A release of before stays, and shows no table that nobody counted then as if it were empty; the own numbers are counted anew the next night, of all years.</summary>
    private async Task WhatWasCountedBeforeKnowsNoLaterTablesAsync()
    {
        const string Cells = """[["PERSONS","F","ADULT","Rounded",20,null,null],["PERSONS","F","*","Rounded",20,null,null]]""";
        await host.Database.ExecuteAsSuperuserAsync($"INSERT INTO pathway.releases (place, report, year, quarter, released_at, page, file) VALUES ('SE', 'S-02', 2020, 4, now(), '{Cells}', '{Cells}')");
        var early = await host.As("nc.jamy").Get("/statistics/S-02?year=2020");
        Assert.Contains("Presumed victims by gender and age", early.Text);
        Assert.DoesNotContain("Identified: nationality", early.Text);
        var beside = await host.As("nc.jamy").Get("/statistics/S-02?year=2026&against=2020");
        Assert.Equal(["Woman/girl", "<5", "<5", "20"], Table(beside, "persons")[0]);
        Assert.DoesNotContain("Identified: nationality", beside.Text);
        Assert.DoesNotContain("Identified: nationality", await (await host.As("nc.jamy").Client.GetAsync(new Uri("/statistics/S-02/file?place=SE&year=2020&as=csv", UriKind.Relative), Stopping)).Content.ReadAsStringAsync(Stopping));

        await host.Database.ExecuteAsSuperuserAsync("UPDATE pathway.organisation_figures SET catalogue = 1");
        await host.Database.ExecuteAsSuperuserAsync("INSERT INTO pathway.organisation_figures (organisation_id, year, report, cells, counted_at) SELECT organisation_id, 2023, report, cells, counted_at FROM pathway.organisation_figures WHERE report = 'S-03' AND year = 2026");
        Assert.DoesNotContain("First decisions", (await host.As("ma.tillstand").Get("/statistics/S-03?year=2026")).Text);
        host.Clock.SetInSweden("2026-04-02 00:10");
        Assert.True(await SweepAsync());
        Assert.Contains("First decisions", (await host.As("ma.tillstand").Get("/statistics/S-03?year=2026")).Text);
        Assert.Equal("[]", await host.AskAsync<string>($"SELECT cells AS \"Value\" FROM pathway.organisation_figures WHERE year = 2023 AND catalogue = 2"));
        Assert.Equal(1, await host.AskAsync<int>($"SELECT catalogue AS \"Value\" FROM pathway.releases WHERE year = 2020"));
    }

    /// <summary>What a release was made from, by table: "row column number".</summary>
    private async Task<Func<string, IEnumerable<string>>> CountedAsync(string report, string place)
    {
        var cells = Cells.Tallies(await host.AskAsync<string>($"SELECT cells AS \"Value\" FROM pathway.release_counts WHERE report = {report} AND place = {place} AND year = 2026"));
        return table => cells.Where(c => c.Table == table).Select(c => string.Join(' ', new[] { c.Row, c.Column, $"{c.Count}" }.Where(t => t.Length > 0))).Order(StringComparer.Ordinal);
    }

    private static string[][] Table(WebPage page, string table)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. page.Document.QuerySelectorAll($"section:has(#table-{table}) tbody tr, #table-{table} ~ * tbody tr").Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToArray())];
    }
}
