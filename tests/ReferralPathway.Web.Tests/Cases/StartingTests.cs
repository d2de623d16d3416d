using System.Net;
using System.Text.RegularExpressions;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class StartingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Whoever_starts_a_case_sees_it_and_nobody_else_does()
    {
        var haven = host.As("ngo.haven");
        var address = await A.DraftAsync(haven);

        var draft = await haven.Get($"{address}/intake");
        Assert.Equal(HttpStatusCode.OK, draft.Status);
        Assert.Equal("A new case", draft.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get($"{address}/intake")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven.chef").Get($"{address}/intake")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"{address}/intake")).Status);
        var id = Guid.Parse(address["/cases/".Length..]);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'CaseStarted' AND case_id = {id}"));
    }

    [Fact]
    public async Task A_foreign_case_looks_like_one_that_does_not_exist()
    {
        var address = await A.DraftAsync(host.As("ngo.haven"));
        var stranger = host.As("sw.malmo");

        var foreign = await stranger.Get($"{address}/intake/danger");
        var nowhere = await stranger.Get($"/cases/{Guid.CreateVersion7()}/intake/danger");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(nowhere.Status, foreign.Status);
        Assert.Equal(Anonymous(nowhere), Anonymous(foreign));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/cases/anything/intake")).Status);

        static string Anonymous(WebPage page) => Regex.Replace(page.Source.Replace(Uri.EscapeDataString(page.Address), "", StringComparison.Ordinal), "(?<=name=\"__RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", "");
    }

    [Theory]
    [InlineData("nc.jamy")]
    [InlineData("admin")]
    [InlineData("audit")]
    [InlineData("iom.hki")]
    public async Task Who_may_not_register_may_not_start(string account)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As(account).Get("/cases/start")).Status);
        Assert.True(await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND payload LIKE '%/Cases/Start%'") > 0);
    }

    [Fact]
    public async Task A_double_click_starts_one_case()
    {
        var browser = host.As("sw.dorotea");
        var page = await browser.Get("/cases/start");
        var first = await browser.Submit(page, ("Unknown", "true"));
        var second = await browser.Submit(page, ("Unknown", "true"));
        Assert.EndsWith("/intake", first.Address, StringComparison.Ordinal);
        Assert.Equal(first.Address, second.Address);
    }

    [Fact]
    public async Task A_case_is_begun_after_a_search_or_when_there_is_nothing_to_search_for()
    {
        var browser = host.As("sw.vasteras");
        var asked = await browser.Submit(await browser.Get("/cases/start"));
        Assert.Equal(["Search first. If you know nothing to search for, tick this."], asked.Errors);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases c JOIN pathway.organisations o ON o.id = c.lead WHERE o.municipality = '1980'"));

        // What was typed and not searched for is searched for, and kept.
        var searched = await browser.Submit(asked, ("Input.Name", "Nobody Here Yet"));
        Assert.Contains("No case here matches", searched.Text, StringComparison.Ordinal);
        Assert.Equal("Nobody Here Yet", searched.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.EndsWith("/intake", (await browser.Submit(searched)).Address, StringComparison.Ordinal);
    }
}
