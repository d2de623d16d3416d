using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Returns;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC08 of the domain reference: a woman from Romania in prostitution, without a right to stay, returns of her own will; nobody asks her about the police.</summary>
public sealed class SC08_VoluntaryReturn(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_citizen_of_the_union_in_prostitution_returns_safely_and_is_followed_for_six_months()
    {
        host.Clock.SetInSweden("2026-03-17 09:00");
        var id = await host.ProstitutedAsync("ngo.haven");
        var haven = host.As("ngo.haven");
        var one = await haven.BeginsReturnAsync(id);
        await haven.WritesPartAAsync(one, "2026-03-17");
        foreach (var page in new[] { "person", "destination", "risks", "support", "declaration" })
        {
            var asked = (await haven.Get($"{one}/write/{page}")).Text;
            Assert.DoesNotContain("cooperat", asked, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("police", asked, StringComparison.OrdinalIgnoreCase);
        }
        // The first step is a talk with the regional coordinator, and then the consents.
        Assert.Contains("Record first the first contact", (await haven.Submit(await haven.Get($"{one}/write/hand"))).Text);
        await host.ContactsCoordinatorAsync(haven, one, "rc.syd", "2026-03-17");

        host.Clock.SetInSweden("2026-03-19 09:00");
        Assert.Contains("There is no valid consent", (await haven.Submit(await haven.Get($"{one}/write/hand"))).Text);
        await host.ConsentsAsync(haven, id, "rc.syd", "2026-03-19", "RETURN");
        await host.ConsentsAsync(haven, id, "iom.hki", "2026-03-19", "RETURN", "RETURN_ABROAD", "MONITORING");
        // Whether she wants to hear of a trial is asked too; her no is an answer.
        var unasked = await haven.Submit(await haven.Get($"{one}/write/hand"));
        Assert.Contains("A no is as good as a yes.", unasked.Text, StringComparison.Ordinal);
        await host.RefusesAsync(haven, id, "2026-03-19", "JUSTICE_FOLLOWUP");
        await haven.SaysAsync($"{one}/write/hand");
        Assert.Equal("PartAComplete", await host.ReturnStatusAsync(id));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("iom.hki").Get($"/cases/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("rc.norr").Get($"/cases/{id}")).Status);

        host.Clock.SetInSweden("2026-03-23 09:00");
        var syd = await host.TakesOnAsync("rc.syd", id);
        await syd.WritesPartBAsync(one);
        host.Clock.SetInSweden("2026-03-24 09:00");
        Assert.Equal(HttpStatusCode.Forbidden, (await haven.Get($"{one}/coordinate/decide")).Status);
        await syd.SaysAsync($"{one}/coordinate/decide", ("Input.Decision", "Approve"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await haven.Submit(await haven.Get($"/cases/{id}/close"), ("Input.Because", "PERSON_WITHDREW"))).Status);
        await syd.SaysAsync($"{one}/coordinate/send");

        host.Clock.SetInSweden("2026-03-26 09:00");
        var iom = await host.TakesOnAsync("iom.hki", id);
        await iom.SaysAsync($"{one}/carry-out/begin", ("Input.On", "2026-03-26"));
        Assert.DoesNotContain("Qxhealthreturn", (await iom.Get(one)).Source, StringComparison.Ordinal);
        Assert.Contains("Qxhealthreturn", (await iom.Submit(await iom.Get($"{one}/health"), ("Purpose", "PlanningSupport"))).Source + (await OpenedAsync(iom, one)), StringComparison.Ordinal);
        await iom.AssessesAsync(one, "2026-03-26");
        // With the three of them it waits for an answer, and no longer for an assessment: what was found of the health is kept apart and counts all the same.
        Assert.EndsWith("/carry-out/decide", (await iom.Get(one)).Document.QuerySelector("main a.govuk-button")?.GetAttribute("href"), StringComparison.Ordinal);
        host.Clock.SetInSweden("2026-04-01 09:00");
        await iom.SaysAsync($"{one}/carry-out/decide", ("Input.Possible", "yes"));
        await iom.SaysAsync($"{one}/carry-out/journey", ("Input.On", "2026-04-20"), ("Input.HasTravelDocument", "yes"), ("Input.Route", "Malmö to Cluj"), ("Input.Tickets", "Booked"),
            ("Input.Arrival", "Met by IOM"), ("Input.Escort", "None"), ("Input.Reintegration", "Both"));

        // What she is to get there: money on the day after, and a sewing machine when the contact is long over.
        await iom.SaysAsync($"{one}/carry-out/support", ("Input.Form", "Cash"), ("Input.Amount", "500,00"), ("Input.Currency", "EUR"), ("Input.MeantFor", "The first rent"), ("Input.On", "2026-04-21"));
        await iom.SaysAsync($"{one}/carry-out/support", ("Input.Form", "InKind"), ("Input.What", "A sewing machine"), ("Input.On", "2026-11-02"));
        var unclear = await iom.Submit(await iom.Get($"{one}/carry-out/support"), ("Input.Form", "Cash"), ("Input.Amount", "some"), ("Input.Currency", "EUR"), ("Input.On", "2026-04-21"));
        Assert.Equal(["Write the amount in figures, for example 1500."], unclear.Errors);

        // Where she is fetched: not the day before, on the day, not the day after.
        await haven.SaysAsync($"{one}/pick-up", ("Input.On", "2026-04-20"), ("Input.Address", "Qxbackdoor 7"));
        Assert.DoesNotContain("Qxbackdoor", (await iom.Get(one)).Source, StringComparison.Ordinal);
        host.Clock.SetInSweden("2026-04-19 23:50");
        Assert.DoesNotContain("Qxbackdoor", (await iom.Get(one)).Source, StringComparison.Ordinal);
        host.Clock.SetInSweden("2026-04-20 00:10");
        Assert.Contains("Qxbackdoor", (await iom.Get(one)).Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Qxbackdoor", (await syd.Get(one)).Source, StringComparison.Ordinal);

        host.Clock.SetInSweden("2026-04-20 18:00");
        await iom.SaysAsync($"{one}/carry-out/travel", ("Input.DepartedOn", "2026-04-20"), ("Input.DepartedAt", "09:40"), ("Input.DepartureZone", "Europe/Stockholm"), ("Input.ArrivedOn", "2026-04-20"),
            ("Input.ArrivedAt", "14:05"), ("Input.ArrivalZone", "Europe/Bucharest"));
        Assert.Equal("Monitoring", await host.ReturnStatusAsync(id));
        Assert.DoesNotContain("Qxbackdoor", (await iom.Get(one)).Source, StringComparison.Ordinal);
        Assert.Contains("14:05", (await haven.Get(one)).Text, StringComparison.Ordinal);
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ContactReturnee' AND closed_at IS NULL"));

        // IOM asks itself whether she wants word of a trial, writes down her no, and is offered nothing else to ask for (A04).
        var asks = await iom.Get($"/cases/{id}/consents/record");
        Assert.Equal(["JUSTICE_FOLLOWUP", "MONITORING"], asks.Document.QuerySelectorAll("input[name='Input.Purposes']").Select(p => p.GetAttribute("value")).Order());
        var itself = (await host.OrganisationAsync("iom.hki")).ToString();
        Assert.Empty((await iom.Submit(asks, ("Input.Recipient", itself), ("Input.Purposes", "JUSTICE_FOLLOWUP"), ("Input.Decision", "refused"), ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "ro"))).Errors);
        Assert.Equal(HttpStatusCode.OK, (await iom.Submit(asks, ("Input.Recipient", itself), ("Input.Purposes", "REFERRAL"), ("Input.Decision", "refused"), ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "ro"))).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value} AND recipient = recorded_by AND purpose = 'JUSTICE_FOLLOWUP' AND state = 'Refused'"));

        foreach (var day in new[] { "2026-05-20", "2026-07-20", "2026-10-19" })
        {
            host.Clock.SetInSweden($"{day} 10:00");
            await iom.SaysAsync($"{one}/carry-out/contact", ("Input.On", day), ("Input.Channel", "Telephone"), ("Input.Reached", "yes"), ("Input.SafeToTalk", "yes"), ("Input.Continues", "yes"));
        }
        var early = await iom.Submit(await iom.Get($"{one}/carry-out/end"), ("Input.Because", "PeriodCompleted"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("2026-10-20", early.Source, StringComparison.Ordinal);
        host.Clock.SetInSweden("2026-10-20 10:00");
        await iom.Submit(await iom.Get($"{one}/carry-out/end"), ("Input.Because", "PeriodCompleted"));
        Assert.Equal("MonitoringEnded", await host.ReturnStatusAsync(id));
        // The sewing machine is still to come: IOM keeps its part, and the case stays open until she has it.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await haven.Submit(await haven.Get($"/cases/{id}/close"), ("Input.Because", "RETURN_AND_MONITORING_ENDED"))).Status);
        Assert.Equal(1, await PartsAsync());
        host.Clock.SetInSweden("2026-11-02 10:00");
        Assert.Contains("Give the support to reintegration", (await iom.Get("/work")).Text, StringComparison.Ordinal);
        foreach (var given in new[] { "EUR", "sewing" }) await iom.SaysAsync((await iom.Get(one)).Link(given), ("Input.Outcome", "Delivered"), ("Input.On", "2026-11-02"));
        Assert.Equal(0, await PartsAsync());
        Assert.Contains("Given on 2 November 2026", (await haven.Get(one)).Text, StringComparison.Ordinal);
        // Justice was refused: IOM has no part any longer, and nobody may release word through it.
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind IN ('ContactReturnee', 'EndMonitoring', 'DeliverSupport') AND closed_at IS NULL"));
        await haven.SaysAsync($"/cases/{id}/close", ("Input.Because", "RETURN_AND_MONITORING_ENDED"));

        Task<long> PartsAsync() => host.AskAsync<long>(
            $"SELECT count(*) AS \"Value\" FROM pathway.participations p JOIN pathway.organisations o ON o.id = p.organisation_id WHERE p.case_id = {id.Value} AND o.kind = 'Iom' AND p.valid_until > {host.Clock.GetUtcNow()}");
    }

    /// <summary>The first reason that the page offers.</summary>
    private static async Task<string> OpenedAsync(Browser browser, string one)
    {
        var page = await browser.Get($"{one}/health");
        return (await browser.Submit(page, ("Purpose", page.Document.QuerySelector("[name=Purpose]")!.GetAttribute("value")))).Source;
    }
}
