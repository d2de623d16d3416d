using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Guidance;

/// <summary>The guidance as a person without an account meets it.</summary>
public sealed class GuidancePageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Anybody_asks_without_an_account_and_reads_the_answer()
    {
        var browser = host.Anonymous();

        var answer = await browser.Submit(await browser.Get("/guidance"), ("Input.LegalStatus", "IRREGULAR"), ("Input.Exposure", "THB"), ("Input.AcuteNeed", "yes"), ("Input.AsOf", "2026-03-16"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("/guidance", answer.Address);
        Assert.Equal("Twelve lines about support", answer.Heading);
        Assert.Equal("Emergency help in the municipality", answer.Document.QuerySelector(".rp-line__title")!.TextContent);
        Assert.Contains("assisted only by NGOs", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Social Services Act 11:1, 12:1, 13:1, 29:4 · National guide", answer.Text, StringComparison.Ordinal);
        Assert.Contains("If a preliminary investigation begins", answer.Text, StringComparison.Ordinal);
        Assert.Contains("18 or over · Irregular migrant", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll(".rp-line__next a"));
        Assert.DoesNotContain(answer.Document.QuerySelectorAll(".rp-line__next"), p => p.TextContent.Trim().EndsWith(':'));
        Assert.Contains("112", answer.Document.QuerySelector("main .rp-printonly")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answers_stay_in_the_form_and_in_no_address()
    {
        var browser = host.Anonymous();
        var answer = await browser.Submit(await browser.Get("/guidance"), ("Input.LegalStatus", "ASYLUM"), ("Input.Cooperation", "UNWILLING"), ("Input.Rp", "SUBMITTED"));

        Assert.Equal("ASYLUM", answer.Document.QuerySelector("select[name='Input.LegalStatus'] option[selected]")!.GetAttribute("value"));
        Assert.NotNull(answer.Document.QuerySelector("input[name='Input.Cooperation'][value=UNWILLING][checked]"));
        Assert.All(answer.Document.QuerySelectorAll("a[href], form[action]"), e => Assert.DoesNotContain("ASYLUM", e.GetAttribute("href") ?? e.GetAttribute("action")!, StringComparison.Ordinal));
        Assert.Null(answer.Document.QuerySelector("form input[name=act]"));
    }

    [Fact]
    public async Task Nothing_is_stored_also_not_of_somebody_who_is_signed_in()
    {
        var browser = host.As("sw.umea");
        var page = await browser.Get("/guidance");
        var before = await CountedAsync();

        Assert.Equal(HttpStatusCode.OK, (await browser.Submit(page, ("Input.LegalStatus", "IRREGULAR"))).Status);

        Assert.Equal(before, await CountedAsync());
        Assert.Contains("/guidance", (await host.Anonymous().Get("/directory")).Document.QuerySelectorAll("footer a").Select(a => a.GetAttribute("href")));

        Task<long> CountedAsync() => host.AskAsync<long>($"SELECT (SELECT count(*) FROM pathway.acts) + (SELECT count(*) FROM pathway.audit_entries) + (SELECT count(*) FROM pathway.rule_changes) AS \"Value\"");
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_beside_its_field()
    {
        var browser = host.Anonymous();
        var page = await browser.Submit(await browser.Get("/guidance"), ("Input.AsOf", "yesterday"), ("Input.Investigation", "MAYBE"), ("Input.RpValidFrom", "2026-03-31"), ("Input.RpValidTo", "2026-03-02"));

        Assert.Equal("What support may the person get?", page.Heading);
        Assert.Equal(3, page.Errors.Count);
        Assert.Equal("yesterday", page.Document.QuerySelector("input[name='Input.AsOf']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task It_speaks_Swedish_with_Swedish_law()
    {
        var browser = host.Anonymous("sv");
        var answer = await browser.Submit(await browser.Get("/guidance"), ("Input.LegalStatus", "IRREGULAR"), ("Input.Investigation", "INITIATED"), ("Input.AsOf", "2026-03-16"));

        Assert.Contains("11 kap. 1 §, 12 kap. 1 §, 13 kap. 1 §, 29 kap. 4 § socialtjänstlagen", answer.Text, StringComparison.Ordinal);
        Assert.Contains("utlänningslagen", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Det här är vägledning, inget beslut.", answer.Text, StringComparison.Ordinal);
    }
}
