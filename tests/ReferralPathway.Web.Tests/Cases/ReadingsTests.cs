using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class ReadingsTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_lead_sees_every_reading_page_by_page_and_a_page_for_the_person_names_no_staff()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        var browser = host.As("sw.umea");
        await browser.Submit(await browser.Get($"/cases/{id}/health"), ("Purpose", "PersonAsked"));
        for (var i = 0; i < 27; i++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await browser.Get($"/cases/{id}");
        }

        var first = await browser.Get($"/cases/{id}/readings");
        var second = await browser.Get(first.Link("Next"));

        Assert.Equal(25, first.Document.QuerySelectorAll(".rp-row").Length);
        Assert.Equal(3, second.Document.QuerySelectorAll(".rp-row").Length);
        Assert.Contains("Elin Sandberg", second.Text, StringComparison.Ordinal);
        Assert.Contains("Reason: the person asked what is written", second.Text, StringComparison.Ordinal);

        var print = await browser.Get($"/cases/{id}/readings/print");
        Assert.Contains("28", print.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elin Sandberg", print.Document.QuerySelector(".govuk-summary-card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("All 28 readings", (await browser.Get($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_the_team_of_the_lead_sees_them()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));

        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo.chef").Get($"/cases/{id}/readings")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("ngo.haven").Get($"/cases/{id}/readings/print")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get($"/cases/{id}/readings")).Status);
    }
}
