using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Reimbursement;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC15 of the domain reference.</summary>
public sealed class SC15_ReimbursementDeadlines(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_quarter_is_claimed_by_30_December_and_on_the_31st_it_is_missed()
    {
        var id = await host.ReflectingCaseAsync("2026-05-29", "2026-06-01", "2026-06-30");
        host.Clock.SetInSweden("2026-07-06 10:00");
        var norrkoping = host.As("sw.norrkoping");

        // 30 June and six months is 30 December, not 31.
        var costs = await norrkoping.BeginsClaimAsync(id, "2026-2");
        Assert.Contains("Wednesday 30 December", costs.Text);
        var outside = await norrkoping.CostAsync(costs, "2026-07-02", "2026-07-02", "500");
        Assert.Contains("The cost dates must lie in april–June 2026", outside.Text.Replace('\u00a0', ' '), StringComparison.OrdinalIgnoreCase);
        var written = await norrkoping.CostAsync(outside, "2026-06-01", "2026-06-30", "8 000");
        Assert.Equal(HttpStatusCode.OK, written.Status);
        var claim = written.Claim();

        // Reminded a month, two weeks, a week and three days before, each once.
        var sweeper = host.Services.GetRequiredService<Sweeper>();
        foreach (var (day, expected) in new[] { ("2026-11-29", 0), ("2026-11-30", 1), ("2026-12-16", 2), ("2026-12-23", 3), ("2026-12-27", 4), ("2026-12-30", 4) })
        {
            host.Clock.SetInSweden($"{day} 09:00");
            await sweeper.SweepAsync(Stopping);
            await sweeper.SweepAsync(Stopping);
            Assert.Equal(expected, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'ClaimDueSoon'"));
        }
        Assert.Equal("Draft", await host.ClaimStatusAsync(id));
        Assert.Contains("Claim the costs from the state", (await norrkoping.Get("/")).Text);

        // At the day change the job says so; who comes then finds it missed.
        host.Clock.SetInSweden("2026-12-31 00:01");
        await sweeper.SweepAsync(Stopping);
        Assert.Equal("Missed", await host.ClaimStatusAsync(id));
        host.Clock.SetInSweden("2026-12-31 09:00");
        Assert.Contains("The last day was Wednesday 30 December", (await norrkoping.Get(claim)).Text.Replace('\u00a0', ' '));
        Assert.Equal(claim, (await norrkoping.Get($"{claim}/submit")).Address);
        Assert.DoesNotContain("Claim the costs from the state", (await norrkoping.Get("/work")).Text);
        Assert.Contains("No quarter left to claim for", (await norrkoping.Get($"/cases/{id}/reimbursement")).Text);
    }
}
