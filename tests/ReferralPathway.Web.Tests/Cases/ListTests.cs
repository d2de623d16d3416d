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
    public async Task A_list_is_narrowed_by_region_exploitation_provider_and_what_falls_due()
    {
        host.Clock.SetInSweden("2026-09-07 10:00");
        var worker = host.As("sw.umea");
        var (shared, other) = ((await host.OpenCaseAsync("sw.umea")), await host.OpenCaseAsync("sw.umea", (c, act) => c.RecordExploitation("THB", ["BEGGING", "CRIMINALITY"], [], new(), act)));
        await host.OnAsync("sw.umea", shared, (c, act) => c.RecordIdentity(new() { GivenName = "Anyone" }, "SEKRETESSMARKERING", act));
        await host.ConsentAsync("sw.umea", shared, "law.lind");
        await host.AcceptAsync("law.lind", shared, await host.SentReferralAsync("sw.umea", shared, "law.lind"));
        var provider = await host.OrganisationAsync("law.lind");

        Assert.Equal((false, true), await Shows("?region=Syd"));
        Assert.Equal((false, false), await Shows("?region=Norr"));
        Assert.Equal((false, true), await Shows("?exploitation=BEGGING"));
        Assert.Equal((true, false), await Shows("?exploitation=SEXUAL"));
        Assert.Equal((true, false), await Shows($"?provider={provider}"));
        Assert.Equal((false, true), await Shows("?region=Syd&exploitation=CRIMINALITY&status=Open"));
        // What is shown is said in a line; the choices themselves are folded away.
        Assert.Contains("Open · Only mine · Within 30 days", (await worker.Get("/cases?due=month&team=mine&status=Open&region=Nowhere")).Text, StringComparison.Ordinal);
        // The safe contact is checked again after thirty days, the draft is opened long ago.
        Assert.Equal((true, true), await Shows("?due=month"));
        Assert.Equal((false, false), await Shows("?due=late"));
        host.Clock.SetInSweden("2026-10-05 10:00");
        Assert.Equal((true, true), await Shows("?due=week"));
        host.Clock.SetInSweden("2026-10-09 10:00");
        Assert.Equal((true, true), await Shows("?due=late"));
        await host.OnAsync("sw.umea", other, (c, act) => c.Close("LOST_CONTACT", 0, act));
        Assert.Equal((true, false), await Shows("?due=late"));
        // The provider's part ends with the consent.
        await host.ConsentAsync("sw.umea", shared, "law.lind", given: false);
        Assert.Equal((false, false), await Shows($"?provider={provider}"));
        // What takes no part answers for nothing: the provider is not told who else does.
        Assert.DoesNotContain("provider:", await host.AskAsync<string>($"SELECT coalesce(string_agg(mark, ' '), '') AS \"Value\" FROM pathway.list_marks WHERE organisation_id = {provider.Value}"), StringComparison.Ordinal);

        async Task<(bool, bool)> Shows(string choice)
        {
            var page = await worker.Get($"/cases{choice}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            return (page.Links.Contains($"/cases/{shared}"), page.Links.Contains($"/cases/{other}"));
        }
    }

    [Fact]
    public async Task A_view_is_kept_shown_first_renamed_and_removed_and_nobody_else_sees_it()
    {
        var worker = host.As("sw.vasteras");
        await worker.Get("/cases");
        var keep = await worker.Get("/cases/views?status=Closed&due=week&nonsense=1");
        Assert.Contains("at most 60", Assert.Single((await worker.Submit(keep, "/cases/views?status=Closed&due=week", ("Called", new string('x', 61)))).Errors), StringComparison.Ordinal);
        var kept = await worker.Submit(keep, "/cases/views?status=Closed&due=week", ("Called", "Kanariefru"), ("ShownFirst", "true"));
        Assert.EndsWith("/cases?status=Closed&due=week", kept.Address, StringComparison.Ordinal);
        Assert.Contains("Kanariefru", kept.Text, StringComparison.Ordinal);

        // Shown first, and everything a click away.
        Assert.EndsWith("/cases?status=Closed&due=week", (await worker.Get("/cases")).Address, StringComparison.Ordinal);
        Assert.EndsWith("?all=yes", (await worker.Get("/cases?all=yes")).Address, StringComparison.Ordinal);
        Assert.DoesNotContain("Kanariefru", (await host.As("sw.norrkoping").Get("/cases/views")).Source + (await host.As("sw.malmo").Get("/cases")).Source, StringComparison.Ordinal);
        Assert.Equal(0L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.saved_views WHERE position('Kanariefru'::bytea IN name) > 0 OR choice LIKE '%Kanarie%'"));

        var views = await worker.Get("/cases/views");
        var change = views.Document.QuerySelectorAll("form[action*='handler=Change']").Single().GetAttribute("action")!;
        Assert.Single((await worker.Submit(views, change, ("NewName", " "), ("what", "rename"))).Errors);
        Assert.Contains("Ny vy", (await worker.Submit(views, change, ("NewName", "Ny vy"), ("what", "rename"))).Text, StringComparison.Ordinal);
        // Somebody else's is nobody's.
        var stranger = host.As("sw.malmo");
        await stranger.Submit(await stranger.Get("/cases/views?status=Open"), "/cases/views?status=Open", ("Called", "Own"));
        var own = await stranger.Get("/cases/views");
        own.Document.QuerySelector("form[action*='handler=Change']")!.SetAttribute("action", change);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Submit(own, change, ("NewName", "Mine now"), ("what", "rename"))).Status);
        await worker.Submit(await worker.Get("/cases/views"), change, ("NewName", "Ny vy"), ("what", "not-first"));
        Assert.EndsWith("/cases", (await worker.Get("/cases")).Address, StringComparison.Ordinal);
        Assert.Contains("No saved views", (await worker.Submit(await worker.Get("/cases/views"), change, ("NewName", "Ny vy"), ("what", "remove"))).Text, StringComparison.Ordinal);

        for (var n = 0; n < 20; n++) Assert.Empty((await Keeps($"View {n}")).Errors);
        Assert.Contains("20 views", Assert.Single((await Keeps("One more")).Errors), StringComparison.Ordinal);

        async Task<WebPage> Keeps(string name) => await worker.Submit(await worker.Get("/cases/views?status=Open"), "/cases/views?status=Open", ("Called", name));
    }

    [Fact]
    public async Task What_is_taken_along_is_masked_has_a_purpose_and_is_recorded()
    {
        var worker = host.As("law.lind");
        var id = await host.OpenCaseAsync("law.lind", (c, act) => c.RecordIdentity(new() { GivenName = "Kanarievera", FamilyName = "Kanariesson" }, "NONE", act));
        var form = await worker.Get("/cases/export?status=Open");
        Assert.Equal(["Choose one of the listed values."], (await worker.Submit(form)).Errors);
        using var answer = await worker.Post(form, ("Purpose", "FollowUp"));
        var table = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(await host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"), table, StringComparison.Ordinal);
        Assert.DoesNotContain("Kanarie", table, StringComparison.Ordinal);
        Assert.DoesNotContain("K.K.", table, StringComparison.Ordinal);
        Assert.Equal(1L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Read.Export' AND purpose = 'FollowUp' AND payload LIKE '%' || {id.ToString()} || '%'"));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get("/cases/export")).Status);
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
        await worker.Submit(await worker.Get($"{address}/intake/identity"), ("Input.GivenName", "Bathsheba"), ("Input.FamilyName", "Everdene"), ("Input.BirthDate", "1994-03-16"), ("Input.Dossier", "99-4321"));
        foreach (var typed in new[] { "Everdene 1994-03-16", "940316", "1994-03", "Bathseba Everden", "Bathsheba 1994", "99-4321", "Evredene" })
            Assert.True((await worker.Submit(list, "/cases", ("Words", typed))).Links.Contains(address), typed);
        Assert.Contains("Nothing was found", (await worker.Submit(list, "/cases", ("Words", "Nobody"))).Text, StringComparison.Ordinal);
        Assert.Equal(["Enter name, birth date or number."], (await worker.Submit(list, "/cases", ("Words", " "))).Errors);
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
