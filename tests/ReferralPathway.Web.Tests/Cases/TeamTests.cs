using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class TeamTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_colleague_is_added_made_responsible_and_removed()
    {
        var id = await OpenCaseAsync("sw.malmo");
        var browser = host.As("sw.malmo");
        var (me, chef) = ((await host.ActorAsync("sw.malmo")).User, (await host.ActorAsync("sw.malmo.chef")).User);

        var added = await browser.Submit(await browser.Get($"/cases/{id}/team"), $"/cases/{id}/team", ("Input.Colleague", chef.ToString()));
        Assert.Contains("The colleague is on the team.", added.Text, StringComparison.Ordinal);
        Assert.Equal("M.K., woman, 25–34", (await host.As("sw.malmo.chef").Get($"/cases/{id}")).Heading);

        var moved = await browser.Submit(added, $"/cases/{id}/team?handler=Responsible&member={chef}");
        Assert.Contains("The responsibility has moved.", moved.Text, StringComparison.Ordinal);

        var removed = await browser.Submit(moved, $"/cases/{id}/team?handler=Remove&member={me}");
        Assert.Equal("Woman, 25–34", removed.Heading);
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'TeamChanged'"));
    }

    [Fact]
    public async Task Somebody_of_another_organisation_cannot_be_added()
    {
        var id = await OpenCaseAsync("sw.malmo");
        var browser = host.As("sw.malmo");
        var stranger = (await host.ActorAsync("sw.umea")).User;

        var answer = await browser.Submit(await browser.Get($"/cases/{id}/team"), $"/cases/{id}/team", ("Input.Colleague", stranger.ToString()));

        Assert.Contains("Choose one of the listed values.", answer.Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo.chef").Get($"/cases/{id}/team")).Status);
    }

    [Fact]
    public async Task The_responsible_colleague_is_not_removed()
    {
        var id = await OpenCaseAsync("sw.malmo");
        var browser = host.As("sw.malmo");
        var (me, chef) = ((await host.ActorAsync("sw.malmo")).User, (await host.ActorAsync("sw.malmo.chef")).User);
        var page = await browser.Submit(await browser.Get($"/cases/{id}/team"), $"/cases/{id}/team", ("Input.Colleague", chef.ToString()));

        var answer = await browser.Submit(page, $"/cases/{id}/team?handler=Remove&member={chef}", ("member", me.ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Somebody on the team must answer for the case.", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.team_members WHERE case_id = {id.Value} AND removed_at IS NULL AND user_id = {me.Value}"));
    }

    /// <summary>A woman with a name, whose story and state of health are known.</summary>
    private Task<Domain.Foundations.CaseId> OpenCaseAsync(string account) => host.As(account).OpensCaseAsync("2026-03-15",
        ("safe-contact", [("Input.Through", Told.Channel)]), ("exploitation", [("Input.Description", Told.Story)]),
        ("identity", [("Input.GivenName", Told.GivenName), ("Input.FamilyName", Told.FamilyName)]), ("health", [("Input.Note", Told.HealthNote)]));
}
