using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class ListTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_list_without_cases_says_how_they_come()
    {
        var page = await host.As("sw.vasteras").Get("/cases");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("No cases here", page.Text, StringComparison.Ordinal);
        Assert.Contains("/cases/start", page.Links);
        Assert.Null(page.Document.QuerySelector("nav.rp-pager"));
    }

    [Fact]
    public async Task The_team_sees_initials_and_a_colleague_does_not()
    {
        var worker = host.As("sw.malmo");
        var address = await A.CaseAsync(worker);
        await worker.Submit(await worker.Get($"{address}/intake/identity"), ("Input.GivenName", "Yevgenia"), ("Input.FamilyName", "Ustinova"));

        Assert.Contains("Y.U., woman, 25–34", Row(await worker.Get("/cases"), address), StringComparison.Ordinal);
        var colleague = Row(await host.As("sw.malmo.chef").Get("/cases"), address);
        Assert.StartsWith("Woman, 25–34", colleague[(colleague.IndexOf("Woman", StringComparison.Ordinal))..], StringComparison.Ordinal);
        Assert.DoesNotContain("Y.U.", colleague, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await host.As("sw.umea").Get("/cases")).Source, StringComparison.Ordinal);
        var id = address["/cases/".Length..];
        Assert.True(await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Read.CaseList' AND payload LIKE {"%case=" + id + "%"}") >= 2);
    }

    [Fact]
    public async Task A_draft_is_listed_for_its_author_alone_and_leads_back_into_the_intake()
    {
        var address = await A.DraftAsync(host.As("ngo.haven"));
        Assert.Contains($"{address}/intake", (await host.As("ngo.haven").Get("/cases")).Links);
        Assert.DoesNotContain(address, (await host.As("ngo.haven.chef").Get("/cases")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_of_codes_narrows_the_list_and_an_unknown_code_is_no_choice()
    {
        var worker = host.As("sw.norrkoping");
        var open = await A.CaseAsync(worker);
        var draft = $"{await A.DraftAsync(worker)}/intake";

        Assert.Equal((true, false), await Shows("?status=Open"));
        Assert.Equal((false, true), await Shows("?status=Draft"));
        Assert.Equal((true, false), await Shows("?municipality=2480"));
        Assert.Equal((false, false), await Shows("?municipality=0180"));
        Assert.Equal((true, false), await Shows("?interpreter=yes"));
        Assert.Equal((false, false), await Shows("?identification=RuledOut"));
        Assert.Equal((true, true), await Shows("?team=mine"));
        Assert.Equal((true, true), await Shows("?status='; DROP TABLE&municipality=99999&after=nonsense"));

        async Task<(bool, bool)> Shows(string choice)
        {
            var page = await worker.Get($"/cases{choice}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            return (page.Links.Contains(open), page.Links.Contains(draft));
        }
    }

    [Fact]
    public async Task A_long_list_is_walked_page_by_page_and_shows_each_case_once()
    {
        var worker = host.As("sw.dorotea");
        var started = new List<string>();
        for (var i = 0; i < 27; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(i % 3));
            started.Add($"{await A.DraftAsync(worker)}/intake");
        }
        var first = await worker.Get("/cases?team=mine");
        var second = await worker.Get(first.Link("Next 25"));

        var shown = Drafts(first).Concat(Drafts(second)).ToList();
        Assert.Equal(25, Drafts(first).Count());
        Assert.Equal(started.Order(), shown.Order());
        Assert.Contains("team=mine", second.Address, StringComparison.Ordinal);
        Assert.Contains("/cases?team=mine", second.Links);

        static IEnumerable<string> Drafts(WebPage page) => page.Links.Where(l => l.EndsWith("/intake", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_or_a_number_is_searched_for_without_standing_in_the_address()
    {
        var worker = host.As("sw.stockholm");
        var address = await A.CaseAsync(worker);
        await worker.Submit(await worker.Get($"{address}/intake/identity"), ("Input.GivenName", "Bathsheba"));
        var list = await worker.Get("/cases");
        var reference = list.Document.QuerySelector(".rp-row__title")!.TextContent.Trim();

        var byName = await worker.Submit(list, "/cases", ("Words", "bathsheba"));
        Assert.Equal("/cases", byName.Address);
        Assert.Contains(address, byName.Links);
        Assert.Contains(address, (await worker.Submit(list, "/cases", ("Words", reference))).Links);
        Assert.Contains("Nothing was found", (await worker.Submit(list, "/cases", ("Words", "Nobody"))).Text, StringComparison.Ordinal);
        Assert.Equal(["Enter case number or name."], (await worker.Submit(list, "/cases", ("Words", " "))).Errors);
    }

    [Theory]
    [InlineData("nc.jamy")]
    [InlineData("admin")]
    [InlineData("audit")]
    public async Task Who_works_with_no_case_has_no_list(string account) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As(account).Get("/cases")).Status);

    private static string Row(WebPage page, string address) =>
        string.Join(' ', page.Document.QuerySelector($"a[href='{address}']")!.Closest("li")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
