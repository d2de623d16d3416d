using System.Net;
using ReferralPathway.Data.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class CloseTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Closing_ends_what_others_receive_and_reopening_brings_it_back()
    {
        var id = await host.AnOpenCaseAsync("sw.norrkoping");
        await host.InitiatedAsync("sw.norrkoping", id);
        Assert.Contains("Identified", (await host.As("il.polis").Get($"/cases/{id}")).Text, StringComparison.OrdinalIgnoreCase);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = host.As("sw.norrkoping");

        var closed = await browser.Submit(await browser.Get($"/cases/{id}/close"), ("Input.Because", "LOST_CONTACT"));

        Assert.Contains("Closed on Monday 16 March: contact was lost.", closed.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("You took part until", (await host.As("il.polis").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{id}/referrals/write", closed.Links);

        var form = await browser.Get(closed.Link("Reopen the case"));
        Assert.NotEmpty((await browser.Submit(form)).Errors);
        var reopened = await browser.Submit(form, ("Input.Reason", "She called again."));

        Assert.Contains("The case is open again.", reopened.Text, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("You took part until", (await host.As("il.polis").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_in_the_air_keeps_the_case_open()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven");
        await host.SentReferralAsync("sw.umea", id, "ngo.haven");
        var browser = host.As("sw.umea");

        var answer = await browser.Submit(await browser.Get($"/cases/{id}/close"), ("Input.Because", "INTEGRATED"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Referrals that are sent or accepted keep the case open: 1.", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_not_listed_is_not_taken()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        var browser = host.As("sw.umea");

        Assert.Contains("Choose one of the listed values.", (await browser.Submit(await browser.Get($"/cases/{id}/close"), ("Input.Because", "TIRED"))).Errors);
        Assert.Equal("Open", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
    }
}
