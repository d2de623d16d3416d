using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class IdentityTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Name_and_numbers_open_by_an_act_and_the_act_is_recorded()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        var browser = host.As("sw.umea");

        var shown = await browser.Submit(await browser.Get($"/cases/{id}"), $"/cases/{id}/identity");

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(Told.FamilyName, shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.FamilyName, shown.Document.Title, StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'Read.Identity' AND groups & 4 <> 0"));
    }

    [Fact]
    public async Task A_link_that_is_followed_shows_no_name()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");

        var followed = await host.As("sw.umea").Get($"/cases/{id}/identity");

        Assert.Equal($"/cases/{id}", followed.Address);
        Assert.DoesNotContain(Told.FamilyName, followed.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_outside_the_team_cannot_open_it_and_other_organisations_do_not_know_of_it()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");

        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo.chef").Get($"/cases/{id}/identity")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get($"/cases/{id}/identity")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"/cases/{id}/identity")).Status);
    }

    [Fact]
    public async Task A_protected_identity_is_warned_about()
    {
        var id = await host.AnOpenCaseAsync("sw.umea", protectedIdentity: "SKYDDAD_FOLKBOKFORING");
        var browser = host.As("sw.umea");

        var shown = await browser.Submit(await browser.Get($"/cases/{id}"), $"/cases/{id}/identity");

        Assert.Contains("Protected identity: protected population registration.", shown.Text, StringComparison.Ordinal);
    }
}
