using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC02, steps 3, 4 and 6 of the domain reference: applied for, granted, reminded, over.</summary>
public sealed class SC02_ReflectionPeriodEnds(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private Sweeper Sweeper => host.Services.GetRequiredService<Sweeper>();

    [Fact]
    public async Task A_reflection_period_is_applied_for_granted_and_runs_out_and_the_person_is_helped_further()
    {
        host.Clock.SetInSweden("2026-02-17 09:00");
        var id = await host.InvestigatedCaseAsync("il.polis", "2026-02-17");
        await host.JoinsAsync("il.polis", id, "sw.norrkoping");

        // Step 3: the social worker may not apply under the guide; the leader does.
        host.Clock.SetInSweden("2026-02-25 10:00");
        var norrkoping = host.As("sw.norrkoping");
        var refused = await norrkoping.ReflectionPeriodAsync(id, "2026-02-25", ("Input.Ground", "Works without pay, and his papers were taken."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It is done by the investigation leader", refused.Text);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_applications WHERE case_id = {id.Value}"));
        var polis = host.As("il.polis");
        var permit = await polis.ReflectionPeriodAsync(id, "2026-02-25");
        Assert.Equal("Reflection period", permit.Heading);
        Assert.Contains("waits for the Migration Agency", permit.Text);
        Assert.Equal("IRREGULAR", await host.LegalStatusAsync(id));

        // The social worker sees how it stands, and not what it says.
        var seen = await norrkoping.Get($"/cases/{id}");
        Assert.Contains("Reflection period: applied for", seen.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await norrkoping.Get(permit.Address)).Status);

        // Step 4: the agency takes it on and grants it.
        host.Clock.SetInSweden("2026-02-27 10:00");
        var agency = host.As("ma.tillstand");
        Assert.Contains("Decide an application for a permit", (await agency.Get("/")).Text);
        var wrong = await agency.DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-03-01"), ("Input.To", "2026-04-30"), ("Input.AsPrinted", "true"), ("Input.On", "2026-02-27"));
        Assert.Contains("The dates give 61 days", wrong.Text);
        var granted = await agency.DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-03-01"), ("Input.To", "2026-03-30"), ("Input.AsPrinted", "true"), ("Input.On", "2026-02-27"));
        Assert.Equal(HttpStatusCode.OK, granted.Status);
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        Assert.Contains("Until and including 30 Mar", (await norrkoping.Get($"/cases/{id}")).Text, StringComparison.OrdinalIgnoreCase);

        // Reminders 14, 7 and 3 days before, the last of which is the last working day before; each once.
        var reminded = 0L;
        foreach (var (day, expected) in new[] { ("2026-03-15", 0), ("2026-03-16", 1), ("2026-03-17", 1), ("2026-03-23", 2), ("2026-03-27", 3), ("2026-03-29", 3) })
        {
            host.Clock.SetInSweden($"{day} 09:00");
            await Sweeper.SweepAsync(Stopping);
            await Sweeper.SweepAsync(Stopping);
            reminded = await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'PermitEndsSoon'");
            Assert.Equal(expected, reminded);
        }
        Assert.Contains("The period runs out: decide the next step", (await polis.Get("/")).Text);

        // Step 6: the day after, the system ends it, and asks for the right to stay to be checked.
        host.Clock.SetInSweden("2026-03-30 23:59");
        await Sweeper.SweepAsync(Stopping);
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        host.Clock.SetInSweden("2026-03-31 00:01");
        await Sweeper.SweepAsync(Stopping);
        Assert.Equal("IRREGULAR", await host.LegalStatusAsync(id));
        host.Clock.SetInSweden("2026-03-31 09:00");
        Assert.Contains("Check the person’s right to stay", (await polis.Get("/")).Text);
        Assert.Contains("Reflection period: over", (await norrkoping.Get($"/cases/{id}")).Text);
        // The agency's part has ended with it, and there is no second reflection period.
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND reason = 'Application' AND valid_until > {host.Clock.GetUtcNow()}"));
        Assert.Contains("There already is a reflection period in the case", (await polis.ReflectionPeriodAsync(id, "2026-03-31")).Text);
    }
}
