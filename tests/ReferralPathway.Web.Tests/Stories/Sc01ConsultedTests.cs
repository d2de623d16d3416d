using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Consultations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC01, steps 3 and 4: the shelter asks without saying who, and the national coordinator answers without learning it.</summary>
public sealed class Sc01ConsultedTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_shelter_asks_without_personal_details_and_is_answered()
    {
        host.Clock.SetInSweden("2026-02-02 10:15");
        var theCase = await host.CanaryCaseAsync("ngo.haven");

        // Step 3: the number is refused, the question without it is sent while the hotline is open.
        host.Clock.SetInSweden("2026-02-02 10:30");
        var haven = host.As("ngo.haven");
        Assert.Contains("Open until 16:30", (await haven.Get("/consultations/ask")).Text, StringComparison.Ordinal);
        var refused = await haven.AskAsync(("Input.Question", Asking.Question + " +46 70 123 45 67"));
        Assert.Contains("The text seems to contain a telephone number.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var sent = await haven.Submit(refused, ("Input.Question", Asking.Question));
        Assert.Equal("The question waits for an answer", sent.Heading);
        Assert.Contains("Answer by Tuesday", sent.Text, StringComparison.Ordinal);
        var id = ConsultationId.Parse(sent.Address.Split('/')[^1], null);
        Assert.Equal("Submitted", await host.StatusAsync(id));

        // Step 4.
        host.Clock.SetInSweden("2026-02-02 11:40");
        var jamy = host.As("nc.jamy");
        Assert.Contains("Answer a question without personal details", (await jamy.Get("/")).Text, StringComparison.Ordinal);
        var desk = await jamy.Get("/consultations/desk");
        Assert.Equal("One question waits for an answer", desk.Heading);
        var read = await jamy.Get(desk.Link("Protection and housing"));
        Assert.DoesNotContain("Haven", read.Source, StringComparison.Ordinal);
        await jamy.Submit(read, $"/consultations/{id}/take-on");
        await host.AnsweredAsync("nc.jamy", id);
        Assert.Equal("Answered", await host.StatusAsync(id));
        Assert.Contains("The municipality of stay", (await haven.Get($"/consultations/{id}")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await jamy.Get($"/cases/{theCase}")).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND record_id = {theCase.Value} AND role = 'NationalCoordinator'"));
    }
}
