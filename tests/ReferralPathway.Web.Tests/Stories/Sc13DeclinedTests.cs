using System.Net;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC13 without the consultation: a small municipality refers to a shelter that has no place, and to another that has.</summary>
public sealed class Sc13DeclinedTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_declined_referral_becomes_a_task_and_a_new_referral_which_is_accepted()
    {
        host.Clock.SetInSweden("2026-09-14 09:20");
        var id = await host.CanaryCaseAsync("sw.dorotea");
        var dorotea = host.As("sw.dorotea");
        var haven = await host.OrganisationAsync("ngo.haven");
        var platform = await host.OrganisationAsync("ngo.platform");
        await GivesConsent(dorotea, id, haven);

        var first = await Refers(dorotea, id, haven);
        Assert.Equal("Haven (NGO) has not answered yet", first.Heading);
        Assert.Equal(Instant("2026-09-18 00:00"), await host.AskAsync<DateTimeOffset>($"SELECT answer_by AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}"));

        // The recipient sees no identity, and declines.
        host.Clock.SetInSweden("2026-09-15 10:00");
        var shelter = host.As("ngo.haven");
        var list = await shelter.Get("/referrals");
        Assert.Equal("One referral waits for your answer", list.Heading);
        var waiting = await shelter.Get(list.Link("Dorotea"));
        Assert.DoesNotContain(SampleCase.Family, waiting.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("No bed words", waiting.Source, StringComparison.Ordinal);
        Assert.Contains("25–34", waiting.Text.Replace('-', '–'), StringComparison.Ordinal);
        await shelter.Submit(await shelter.Get(waiting.Link("decline")), ("Input.Reason", "NO_CAPACITY"), ("Input.Text", "No bed until Friday."));
        Assert.Equal(HttpStatusCode.NotFound, (await shelter.Get($"/cases/{id}")).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'FindAnotherProvider' AND closed_at IS NULL"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'AnswerReferral' AND closed_at IS NULL"));
        var answered = await dorotea.Get(first.Address);
        Assert.Contains("No bed until Friday.", answered.Text, StringComparison.Ordinal);
        Assert.Contains("No capacity or resources", answered.Text, StringComparison.Ordinal);

        // The second without consent is blocked; with consent it is sent and accepted.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dorotea.Get($"/cases/{id}/referrals/write/{platform}")).Status);
        await GivesConsent(dorotea, id, platform);
        await Refers(dorotea, id, platform);
        host.Clock.SetInSweden("2026-09-16 11:00");
        var other = host.As("ngo.platform");
        var received = await other.Get((await other.Get("/referrals")).Link("Dorotea"));
        var accepted = await other.Submit(await other.Get(received.Link("Accept")), ("Input.FirstContactOn", "2026-09-17"));
        Assert.Equal(HttpStatusCode.OK, accepted.Status);
        Assert.Equal($"/cases/{id}", accepted.Address);
        Assert.Contains("No bed words", (await other.Get(received.Address)).Source, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'FindAnotherProvider' AND closed_at IS NULL"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.team_members WHERE case_id = {id.Value} AND organisation_id = {platform.Value} AND is_responsible"));
    }

    private static Task<WebPage> GivesConsent(Browser browser, CaseId id, OrganisationId to) => ConsentForm.RecordAsync(browser, id, to);

    private static async Task<WebPage> Refers(Browser browser, CaseId id, OrganisationId to)
    {
        var preview = await browser.Submit(await browser.Get($"/cases/{id}/referrals/write/{to}"), ("Input.Service", "ACCOMMODATION"), ("Input.Urgency", "Normal"), ("Input.Message", "No bed words"));
        Assert.StartsWith("What", preview.Heading, StringComparison.Ordinal);
        return await browser.Submit(preview);
    }

    private static DateTimeOffset Instant(string swedish) => new StoppedClock().At(swedish);
}
