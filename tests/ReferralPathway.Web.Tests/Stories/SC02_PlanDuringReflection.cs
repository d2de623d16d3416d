using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Assistance;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC02, step 5, of the domain reference: the municipality's plan while the person reflects. (The cost lines are the reimbursement's.)</summary>
public sealed class SC02_PlanDuringReflection(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_municipality_plans_and_the_police_learn_that_assistance_is_ongoing_and_no_more()
    {
        host.Clock.SetInSweden("2026-02-17 09:00");
        var id = await host.CaseAsync("sw.norrkoping");
        await host.JoinsAsync("sw.norrkoping", id, "il.polis");
        await host.OnAsync("sw.norrkoping", id, CaseParts.Core, (c, _, act) =>
        {
            c.RecordLegalStatus("RP", new(2026, 3, 30), act);
            return Task.CompletedTask;
        });

        host.Clock.SetInSweden("2026-03-02 10:00");
        var norrkoping = host.As("sw.norrkoping");
        var begun = await norrkoping.Get($"/cases/{id}/plan");
        Assert.Equal("2026-03-23", begun.Document.QuerySelector("#Input_ReviewOn")!.GetAttribute("value"));
        var plan = await norrkoping.PlanAsync(id, ("ALLOWANCE", null, null), ("SOCIAL", null, null), ("HEALTH", "", "The health centre"));
        await norrkoping.FollowsAsync(plan, "Propose");
        await norrkoping.AgreesAsync(plan, "uz");
        await norrkoping.RecordsAsync(plan, 0, "Approved");
        var active = await norrkoping.FollowsAsync(plan, "Activate");
        Assert.Contains("The plan is being carried out", active.Text);
        Assert.Contains("Social assistance (Social Services Act 12:1)", active.Text);
        Assert.Contains("Make a coordinated individual plan", active.Text);
        Assert.Equal("Active", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.assistance_plans WHERE case_id = {id.Value}"));

        var police = host.As("il.polis");
        Assert.Equal(HttpStatusCode.NotFound, (await police.Get(plan)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await police.Get($"/cases/{id}/plan")).Status);

        // Seven days before the period ends the plan is under review.
        host.Clock.SetInSweden("2026-03-23 08:00");
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Time to go through the plan", (await norrkoping.Get(plan)).Text);
        Assert.Contains("A plan of assistance is under review", (await norrkoping.Get("/messages")).Text);
    }
}
