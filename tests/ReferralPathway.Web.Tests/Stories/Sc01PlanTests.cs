using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Assistance;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC01, step 5, of the domain reference: a shelter helps a woman without authorities, by a plan.</summary>
public sealed class Sc01PlanTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_shelter_plans_agrees_and_carries_out_and_nobody_else_knows()
    {
        host.Clock.SetInSweden("2026-02-02 12:00");
        var id = await host.CaseAsync("ngo.haven");
        var haven = host.As("ngo.haven");
        Assert.Contains($"/cases/{id}/plan", (await haven.Get($"/cases/{id}")).Links);

        var plan = await haven.PlanAsync(id, ("NGO_SOCIAL_WORK", null, null), ("ACCOMMODATION", null, null), ("HEALTH", "", "The health centre"));
        Assert.Contains("Waits for what the person says", (await haven.FollowsAsync(plan, "Propose")).Text);
        Assert.Contains("The person has agreed", (await haven.AgreesAsync(plan, "en")).Text);
        var early = await haven.FollowsAsync(plan, "Activate");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("at least one service is approved or has begun", early.Text);
        await haven.RecordsAsync(plan, 0, "Ongoing");
        var active = await haven.FollowsAsync(plan, "Activate");
        Assert.Contains("The plan is being carried out", active.Text);

        // The address is written down apart from the plan, and the plan does not show it.
        await haven.Submit(await haven.Get($"/cases/{id}/whereabouts/record"), ("Input.Address", "Qxgatan 12"));
        var shown = await haven.Get(plan);
        Assert.Contains("A protected address is recorded. One person may read it.", shown.Text);
        Assert.DoesNotContain("Qxgatan", shown.Source + (await haven.Get($"/cases/{id}")).Source);
        Assert.Contains("Assistance is ongoing", (await haven.Get($"/cases/{id}")).Text);

        // The end that the reference expects: active, and the case visible to nobody else.
        Assert.Equal("Active", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.assistance_plans WHERE case_id = {id.Value}"));
        foreach (var other in new[] { "sw.malmo", "rc.syd", "il.polis", "ma.tillstand", "law.lind", "iom.hki", "ngo.platform" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(other).Get($"/cases/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(other).Get(plan)).Status);
        }
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));

        // Thirty days later it is gone through again, by itself.
        host.Clock.SetInSweden("2026-02-25 09:00");
        var sweeper = host.Services.GetRequiredService<Sweeper>();
        await sweeper.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Contains("A plan of assistance is to be reviewed soon", (await haven.Get("/messages")).Text);
        host.Clock.SetInSweden("2026-03-04 09:00");
        await sweeper.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Review the plan of assistance", (await haven.Get("/")).Text);
        Assert.Contains("Time to go through the plan", (await haven.Get(plan)).Text);
        var reviewed = await haven.FollowsAsync(plan, "Review", ("Input.Note", "She sleeps better."), ("Input.ReviewOn", "2026-04-03"));
        Assert.Contains("The plan is being carried out", reviewed.Text);
        Assert.DoesNotContain("Review the plan of assistance", (await haven.Get("/")).Document.QuerySelector("#today")!.ParentElement!.TextContent);
    }
}
