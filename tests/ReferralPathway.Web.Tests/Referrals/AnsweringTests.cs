using System.Net;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

public sealed class AnsweringTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_referral_is_answered_once()
    {
        var (_, referral) = await SentAsync();
        var umea = host.As("sw.umea");
        var accept = await umea.Get($"/referrals/{referral}/accept");
        var decline = await umea.Get($"/referrals/{referral}/decline");

        Assert.Equal(HttpStatusCode.OK, (await umea.Submit(accept, ("Input.FirstContactOn", "2026-03-20"))).Status);
        var again = await umea.Submit(accept, ("Input.FirstContactOn", "2026-03-20"), ("act", Guid.CreateVersion7().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await umea.Submit(decline, ("Input.Reason", "NO_CAPACITY"))).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE source_id = {referral.Value}"));
    }

    [Fact]
    public async Task A_double_click_on_accept_is_one_acceptance()
    {
        var (_, referral) = await SentAsync();
        var umea = host.As("sw.umea");
        var accept = await umea.Get($"/referrals/{referral}/accept");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => umea.Submit(accept, ("Input.FirstContactOn", "2026-03-20"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE record_id = {referral.Value} AND kind = 'ReferralAccepted'"));
    }

    [Fact]
    public async Task A_referral_of_another_organisation_does_not_exist()
    {
        var (_, referral) = await SentAsync();
        foreach (var page in new[] { "", "/accept", "/decline" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo").Get($"/referrals/{referral}{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get($"/referrals/{referral}{page}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"/referrals/{referral}{page}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get("/referrals/not-an-id")).Status);
    }

    [Fact]
    public async Task The_recipient_learns_the_identity_only_by_accepting()
    {
        var (id, referral) = await SentAsync(message: "The message of the canary");
        var umea = host.As("sw.umea");
        foreach (var page in new[] { $"/referrals/{referral}", $"/referrals/{referral}/accept", $"/referrals/{referral}/decline", "/referrals" })
        {
            var seen = await umea.Get(page);
            Assert.Equal(HttpStatusCode.OK, seen.Status);
            Assert.DoesNotContain("the canary", seen.Source, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await umea.Get($"/cases/{id}")).Status);
        await umea.Submit(await umea.Get($"/referrals/{referral}/accept"), ("Input.FirstContactOn", "2026-03-20"));
        Assert.Contains("The message of the canary", (await umea.Get($"/referrals/{referral}")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await umea.Get($"/cases/{id}")).Status);
    }

    [Fact]
    public async Task Other_as_a_reason_is_explained()
    {
        var (_, referral) = await SentAsync();
        var umea = host.As("sw.umea");
        var page = await umea.Submit(await umea.Get($"/referrals/{referral}/decline"), ("Input.Reason", "OTHER"), ("Input.Text", "Too short"));
        Assert.Equal(["Write the reason, in at least 10 characters."], page.Errors);
        Assert.Equal("/referrals", (await umea.Submit(page, ("Input.Reason", "OTHER"), ("Input.Text", "We move house this week."))).Address);
    }

    [Fact]
    public async Task Completing_ends_the_part_and_keeps_what_was_read()
    {
        var (id, referral) = await SentAsync();
        var umea = host.As("sw.umea");
        await umea.Submit(await umea.Get($"/referrals/{referral}/accept"), ("Input.FirstContactOn", "2026-03-20"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var form = await umea.Get($"/cases/{id}/referrals/{referral}/complete");
        Assert.Equal(["Completed on cannot be later than today (2026-03-16)."], (await umea.Submit(form, ("Input.Outcome", "Done"), ("Input.On", "2026-03-17"))).Errors);
        var done = await umea.Submit(form, ("Input.Outcome", "A flat was found"), ("act", Guid.CreateVersion7().ToString()));
        Assert.Equal("You completed the referral from Haven (NGO)", done.Heading);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await host.CountAsync("sw.umea", "SELECT count(*) FROM pathway.cases WHERE id = $1", id.Value));
        Assert.Equal(1, await host.CountAsync("sw.umea", "SELECT count(*) FROM pathway.narrative_versions WHERE case_id = $1", id.Value));
        Assert.Contains("A flat was found", (await host.As("ngo.haven").Get($"/cases/{id}/referrals/{referral}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_takes_a_referral_back_before_it_is_answered()
    {
        var (id, referral) = await SentAsync();
        var haven = host.As("ngo.haven");
        var done = await haven.Submit(await haven.Get($"/cases/{id}/referrals/{referral}/withdraw"));
        Assert.Equal("The referral to Umeå municipality is withdrawn", done.Heading);
        var umea = host.As("sw.umea");
        Assert.Equal("Haven (NGO) has withdrawn the referral", (await umea.Get($"/referrals/{referral}")).Heading);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await umea.Submit(await umea.Get($"/referrals/{referral}/accept"), ("Input.FirstContactOn", "2026-03-20"))).Status);
    }

    [Fact]
    public async Task Immediate_danger_is_sent_only_after_reading_that_112_comes_first()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var haven = host.As("ngo.haven");
        var preview = await haven.Submit(await haven.Get($"/cases/{id}/referrals/write/{await host.OrganisationAsync("sw.umea")}"), ("Input.Service", "SOCIAL"), ("Input.Urgency", "ImmediateDanger"));
        Assert.Contains("112", preview.Text, StringComparison.Ordinal);
        Assert.Contains("114 14", preview.Text, StringComparison.Ordinal);
        var refused = await haven.Submit(preview);
        Assert.Single(refused.Errors);
        Assert.Equal("Umeå municipality has not answered yet", (await haven.Submit(refused, ("DangerAcknowledged", "true"))).Heading);
    }

    [Fact]
    public async Task Iom_own_organisation_and_those_who_left_receive_no_referrals()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var haven = host.As("ngo.haven");
        foreach (var never in new[] { "iom.hki", "nc.jamy", "ngo.haven", "admin" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await haven.Get($"/cases/{id}/referrals/write/{await host.OrganisationAsync(never)}")).Status);
        var search = await haven.Get($"/cases/{id}/referrals/write");
        Assert.Contains("IOM is reached through an application for voluntary return", search.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Swedish Gender Equality Agency", search.Document.QuerySelector(".rp-rows")!.TextContent, StringComparison.Ordinal);

        await host.ConsentAsync("ngo.haven", id, "law.lind");
        var lind = await host.OrganisationAsync("law.lind");
        var preview = await haven.Submit(await haven.Get($"/cases/{id}/referrals/write/{lind}"), ("Input.Service", "LEGAL"), ("Input.Urgency", "Normal"));
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.organisations SET is_active = false WHERE id = '{lind}'");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await haven.Submit(preview)).Status);
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.organisations SET is_active = true WHERE id = '{lind}'");
    }

    [Fact]
    public async Task A_case_is_transferred_by_referral_and_the_former_lead_keeps_what_it_had()
    {
        var id = await host.CanaryCaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven");
        var umea = host.As("sw.umea");
        var preview = await umea.Submit(await umea.Get($"/cases/{id}/referrals/write/{await host.OrganisationAsync("ngo.haven")}"), ("Input.Kind", "Transfer"), ("Input.Service", "NGO_SOCIAL_WORK"), ("Input.Urgency", "Normal"),
            ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Groups", "Narrative"));
        var sent = await umea.Submit(preview);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var haven = host.As("ngo.haven");
        var received = await haven.Get((await haven.Get("/referrals")).Link("asks for"));
        var accepted = await haven.Submit(await haven.Get(received.Link("Accept")), ("Input.FirstContactOn", "2026-03-20"));
        Assert.Equal($"/cases/{id}", accepted.Address);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.OK, (await haven.Get($"/cases/{id}/consents/record")).Status);
        Assert.Equal(HttpStatusCode.OK, (await umea.Get($"/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await umea.Get($"/cases/{id}/consents/record")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await umea.Get(sent.Address)).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'LeadMoved'"));
    }

    [Fact]
    public async Task The_list_goes_on_by_keys_and_shows_each_referral_once()
    {
        var id = await host.CanaryCaseAsync("sw.vasteras");
        await host.ConsentAsync("sw.vasteras", id, "law.lind");
        for (var n = 0; n < 27; n++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(n % 3));
            await host.SendAsync("sw.vasteras", id, "law.lind");
        }
        foreach (var (account, box) in new[] { ("law.lind", "Waiting"), ("sw.vasteras", "Sent") })
        {
            var browser = host.As(account);
            var first = await browser.Get($"/referrals?box={box}");
            var second = await browser.Get(first.Link("Next 25"));
            var rows = new[] { first, second }.SelectMany(page => page.Document.QuerySelectorAll(".rp-row__title a").Select(a => a.GetAttribute("href"))).ToList();
            Assert.Equal(27, rows.Count);
            Assert.Equal(27, rows.Distinct().Count());
        }
    }

    private async Task<(CaseId Case, ReferralId Referral)> SentAsync(string? message = null)
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        return (id, await host.SendAsync("ngo.haven", id, "sw.umea", message: message));
    }
}
