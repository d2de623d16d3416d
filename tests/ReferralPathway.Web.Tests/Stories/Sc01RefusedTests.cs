using System.Net;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC01, steps 1 and 2: a woman is helped by a shelter alone, and says no to the municipality.</summary>
public sealed class Sc01RefusedTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_no_to_the_municipality_stops_the_referral_in_the_laws_own_words()
    {
        host.Clock.SetInSweden("2026-02-02 10:15");
        var id = await host.CanaryCaseAsync("ngo.haven");
        var malmo = await host.OrganisationAsync("sw.malmo");
        var haven = host.As("ngo.haven");

        host.Clock.SetInSweden("2026-02-02 10:20");
        var recorded = await haven.Submit(await haven.Get($"/cases/{id}/consents/record?to={malmo}"), ("Input.Decision", "refused"));
        Assert.Contains("You may still consult JÄMY without personal details.", recorded.Text, StringComparison.Ordinal);
        Assert.Equal("Refused", await host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));

        host.Clock.SetInSweden("2026-02-02 10:25");
        var tried = await haven.Get($"/cases/{id}/referrals/write/{malmo}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.Status);
        Assert.Equal(["There is no valid consent from the person for City of Malmö. Record consent first, or consult JÄMY without personal details."], tried.Errors);
        Assert.Empty(tried.Document.QuerySelectorAll("main form"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Rule' AND payload LIKE '%ReferralNeedsConsent%'"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}"));

        var swedish = await host.As("ngo.haven", "sv").Get($"/cases/{id}/referrals/write/{malmo}");
        Assert.Equal(["Det finns inget giltigt samtycke från personen för Malmö stad. Registrera samtycke först eller rådfråga JÄMY utan personuppgifter."], swedish.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo").Get($"/cases/{id}")).Status);

        // Step 4: the national coordinator never reads a case, and the attempt is recorded.
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"/cases/{id}")).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND record_id = {id.Value} AND role = 'NationalCoordinator'"));
    }
}
