using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class AccompanyingChildrenTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Children_who_came_along_become_linked_drafts_that_only_the_leads_team_knows_of()
    {
        var umea = host.As("sw.umea");
        var address = await A.AnsweredDraftAsync(umea);
        await umea.Submit(await umea.Get($"{address}/intake/person"), ("Input.Children", "2"), ("Input.ChildrenAges", "0-11"), ("Input.ChildrenAges", "12-14"));

        var opened = await umea.Submit(await umea.Get($"{address}/intake/check"));

        Assert.Contains("Each child has a draft of their own", opened.Text, StringComparison.Ordinal);
        var links = opened.Document.QuerySelectorAll("main dd a[href^='/cases/']").Select(a => (Href: a.GetAttribute("href")!, Reference: a.TextContent.Trim())).Where(a => a.Reference.StartsWith("2026-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, links.Count);
        Assert.Equal(2, opened.Document.QuerySelectorAll("dt").Count(t => t.TextContent.Trim() == "Case of an accompanying child"));

        // Each is a case of its own: a draft, prefilled with what is the same, and nothing answered yet.
        var person = await umea.Get($"{links[0].Href}/intake/person");
        Assert.Equal("0-11", person.Document.QuerySelector("select[name='Input.AgeGroup'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("12-14", (await umea.Get($"{links[1].Href}/intake/person")).Document.QuerySelector("select[name='Input.AgeGroup'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("2026-03-15", (await umea.Get($"{links[0].Href}/intake/detected")).Document.QuerySelector("input[name='Input.On']")!.GetAttribute("value"));
        Assert.Equal(0, await host.AskAsync<int>($"SELECT intake AS \"Value\" FROM pathway.cases WHERE id = {Id(links[0].Href).Value}"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.case_links WHERE case_id = {Id(links[0].Href).Value} AND other = {Id(address).Value} AND kind = 'CameWith'"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo").Get(links[0].Href)).Status);

        // Another organisation that takes part in the mother's case learns nothing of the children's.
        await host.ConsentAsync("sw.umea", Id(address), "ngo.haven");
        await host.AcceptAsync("ngo.haven", await host.SendAsync("sw.umea", Id(address), "ngo.haven"));
        var seen = await host.As("ngo.haven").Get(address);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain(links[0].Reference, seen.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("accompanying child", seen.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.CountAsync("ngo.haven", "SELECT count(*) FROM pathway.case_links"));
        Assert.Equal(4, await host.CountAsync("sw.umea", "SELECT count(*) FROM pathway.case_links"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get(links[0].Href)).Status);
    }

    [Fact]
    public async Task A_person_who_came_alone_has_one_case()
    {
        var address = await A.CaseAsync(host.As("sw.vasteras"));

        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.case_links WHERE case_id = {Id(address).Value}"));
        Assert.DoesNotContain("accompanying child", (await host.As("sw.vasteras").Get(address)).Text, StringComparison.Ordinal);
    }

    private static CaseId Id(string address) => CaseId.Parse(address["/cases/".Length..], null);
}
