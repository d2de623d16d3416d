using System.Net;
using ReferralPathway.Data.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class CloseTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Whoever_leads_an_investigation_records_its_judgment_also_in_a_closed_case()
    {
        var id = await host.AnOpenCaseAsync("sw.norrkoping");
        await host.InitiatedAsync("sw.norrkoping", id);
        await host.ActAsync("sw.norrkoping", id, CaseParts.Core, (theCase, act) => theCase.Close("LOST_CONTACT", 0, act));
        var polis = host.As("il.polis");
        var follow = (await polis.Get($"/cases/{id}")).Link("Record what happens");

        foreach (var step in new[] { "BringProsecution", "Judge", "JudgeFinally" })
            Assert.Empty((await polis.Submit(await polis.Get(follow), ("Input.Step", step), ("Input.On", "2026-03-16"))).Errors);

        Assert.Equal("FinalJudgment", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
        Assert.Equal("Closed", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        // What consent had opened to the police has ended with the case; what is left is an investigator's part, and a final judgment ends that too.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("You took part until", (await polis.Get($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_investigators_part_in_a_closed_case_holds_what_an_investigation_needs_and_nothing_of_what_consent_opened()
    {
        var id = await host.AnOpenCaseAsync("sw.norrkoping");
        await host.InitiatedAsync("sw.norrkoping", id);
        Assert.Contains("SafeContact", await GroupsAsync(id), StringComparison.Ordinal);

        await host.ActAsync("sw.norrkoping", id, CaseParts.Core, (theCase, act) => theCase.Close("LOST_CONTACT", 0, act));

        Assert.Equal(Domain.Access.Reach.OfInvestigation.ToString(), await GroupsAsync(id));
    }

    private async Task<string> GroupsAsync(Domain.Foundations.CaseId id)
    {
        var polis = await host.OrganisationAsync("il.polis");
        var at = host.Clock.GetUtcNow();
        var mask = await host.AskAsync<int>($"SELECT bit_or(groups) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND organisation_id = {polis.Value} AND valid_until >= {at}");
        return new Domain.Foundations.DataGroups(mask).ToString();
    }

    [Fact]
    public async Task Closing_ends_what_others_receive_and_reopening_brings_it_back()
    {
        var id = await host.AnOpenCaseAsync("sw.norrkoping");
        var police = await host.ActorAsync("il.polis");
        await host.ConsentAsync("sw.norrkoping", id, "il.polis");
        await host.ActAsync("sw.norrkoping", id, CaseParts.Consents | CaseParts.Investigations, (theCase, act) => theCase.ReportToPolice(act.Day, "Bergslagen", police.Organisation, null, act));
        await host.ActAsync("il.polis", id, CaseParts.Core, (theCase, act) => theCase.AddToTeam(act.By, responsible: true, act));
        Assert.Contains("Presumed", (await host.As("il.polis").Get($"/cases/{id}")).Text, StringComparison.OrdinalIgnoreCase);
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
