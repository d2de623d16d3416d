using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Returns;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC10 of the domain reference: a coordinator does not approve what the same person wrote; a coordinator of another region has no part in it.</summary>
public sealed class SC10_FourEyes(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_coordinator_writes_part_A_of_an_own_case_and_another_approves()
    {
        host.Clock.SetInSweden("2026-10-01 09:00");
        var id = await host.ProstitutedAsync("rc.syd");
        var syd = host.As("rc.syd");
        var one = await syd.BeginsReturnAsync(id);
        await host.ContactsCoordinatorAsync(syd, one, "rc.syd", "2026-10-01");
        await syd.WritesPartAAsync(one, "2026-10-01");
        await host.ConsentsAsync(syd, id, "iom.hki", "2026-10-01", "RETURN", "RETURN_ABROAD");
        await host.RefusesAsync(syd, id, "2026-10-01", "MONITORING", "JUSTICE_FOLLOWUP");
        await syd.SaysAsync($"{one}/write/hand");
        await syd.WritesPartBAsync(one);

        var refused = await syd.Submit(await syd.Get($"{one}/coordinate/decide"), ("Input.Decision", "Approve"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("You wrote part A. Another coordinator must decide.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("rc.norr").Get($"{one}/coordinate/decide")).Status);

        host.Clock.SetInSweden("2026-10-02 09:00");
        var ask = (await host.ActorAsync("rc.syd2")).User;
        await syd.Submit(await syd.Get($"/cases/{id}/team"), $"/cases/{id}/team", ("Input.Colleague", ask.ToString()));
        await host.As("rc.syd2").SaysAsync($"{one}/coordinate/decide", ("Input.Decision", "Approve"));
        Assert.Equal("ApprovedByCoordinator", await host.ReturnStatusAsync(id));
    }

    [Fact]
    public async Task A_consent_taken_back_calls_the_return_off_at_once_and_the_coordinator_reads_nothing_new()
    {
        host.Clock.SetInSweden("2026-10-01 09:00");
        var id = await host.ProstitutedAsync("ngo.haven");
        var haven = host.As("ngo.haven");
        var one = await haven.BeginsReturnAsync(id);
        await host.ContactsCoordinatorAsync(haven, one, "rc.syd", "2026-10-01");
        await haven.WritesPartAAsync(one, "2026-10-01");
        await host.ConsentsAsync(haven, id, "rc.syd", "2026-10-01", "RETURN");
        await host.ConsentsAsync(haven, id, "iom.hki", "2026-10-01", "RETURN", "RETURN_ABROAD");
        await host.RefusesAsync(haven, id, "2026-10-01", "MONITORING", "JUSTICE_FOLLOWUP");
        await haven.SaysAsync($"{one}/write/hand");
        var syd = await host.TakesOnAsync("rc.syd", id);
        Assert.Contains("Qxriskreturn", (await syd.Get(one)).Source, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var form = await haven.Get($"/cases/{id}/consents/withdraw");
        var yes = form.Document.QuerySelectorAll("[name='Input.Consent']")
            .First(choice => form.Document.QuerySelector($"label[for='{choice.Id}']")!.TextContent is var words && words.Contains("Regional coordinator", StringComparison.Ordinal) && words.Contains("eturn", StringComparison.Ordinal));
        Assert.Empty((await haven.Submit(form, ("Input.Consent", yes.GetAttribute("value")), ("Input.On", "2026-10-01"))).Errors);
        Assert.Equal("Withdrawn", await host.ReturnStatusAsync(id));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND reason = 'Return' AND valid_until > {host.Clock.GetUtcNow()}"));
    }
}
