using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class HealthTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Health_opens_with_a_reason_and_the_reason_is_recorded()
    {
        var id = await host.AnOpenCaseAsync("ngo.haven");
        var browser = host.As("ngo.haven");
        var asked = await browser.Get($"/cases/{id}/health");
        Assert.DoesNotContain(Told.HealthNote, asked.Source, StringComparison.Ordinal);

        var refused = await browser.Submit(asked);
        Assert.NotEmpty(refused.Errors);
        Assert.DoesNotContain(Told.HealthNote, refused.Source, StringComparison.Ordinal);

        var shown = await browser.Submit(refused, ("Purpose", "UrgentCare"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(Told.HealthNote, shown.Text, StringComparison.Ordinal);
        Assert.Equal("UrgentCare", await host.AskAsync<string>($"SELECT purpose AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'Read.Health' AND groups & 64 <> 0"));
    }

    [Fact]
    public async Task A_lead_that_reads_only_its_own_entries_reads_those_it_wrote()
    {
        var id = await host.AnOpenCaseAsync("il.polis");
        var browser = host.As("il.polis");

        var shown = await browser.Submit(await browser.Get($"/cases/{id}/health"), ("Purpose", "Handover"));

        Assert.Contains(Told.HealthNote, shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_without_a_consent_of_its_own_for_health_reads_none()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.umea", id, "ngo.haven"));
        var browser = host.As("ngo.haven");

        var shown = await browser.Submit(await browser.Get($"/cases/{id}/health"), ("Purpose", "UrgentCare"));

        Assert.Contains("Nothing is recorded", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.HealthNote, shown.Source, StringComparison.Ordinal);
    }
}
