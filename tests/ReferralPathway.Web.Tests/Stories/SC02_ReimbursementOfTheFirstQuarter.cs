using System.Net;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Reimbursement;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC02, the cost lines of step 5 and step 7 of the domain reference.</summary>
public sealed class SC02_ReimbursementOfTheFirstQuarter(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_costs_of_March_are_claimed_in_April_and_granted_in_part()
    {
        var id = await host.ReflectingCaseAsync("2026-02-27", "2026-03-01", "2026-03-30");

        // Step 5: cost lines of March, 12 400.00; the last day of the quarter's claim stands beside them.
        host.Clock.SetInSweden("2026-03-24 10:00");
        var norrkoping = host.As("sw.norrkoping");
        Assert.Contains($"/cases/{id}/reimbursement", (await norrkoping.Get($"/cases/{id}")).Source);
        var costs = await norrkoping.BeginsClaimAsync(id, "2026-1");
        Assert.Contains("Wednesday 30 September", costs.Text);
        var unclear = await norrkoping.CostAsync(costs, "2026-03-01", "2026-03-30", "12,400");
        Assert.Contains("can be read in two ways", unclear.Text);
        var written = await norrkoping.CostAsync(unclear, "2026-03-01", "2026-03-30", "12 400,00", note: "Boende och matpengar");
        Assert.Equal(HttpStatusCode.OK, written.Status);
        Assert.Contains("So far SEK 12,400.00", written.Text.Replace('\u00a0', ' '));
        var claim = written.Claim();

        // In arrears: the quarter is not over, and the page that hands in is not offered.
        Assert.DoesNotContain($"{claim}/submit", (await norrkoping.Get(claim)).Source);
        Assert.Contains("claimed in arrears", (await norrkoping.HandsInAsync(claim)).Text);

        // Step 7: handed in on 20 April, when the person is with somebody else and the agency's part in the case has ended.
        host.Clock.SetInSweden("2026-04-20 10:00");
        var agency = host.As("ma.tillstand");
        Assert.Equal(HttpStatusCode.NotFound, (await agency.Get(claim)).Status);
        Assert.Equal(HttpStatusCode.OK, (await norrkoping.HandsInAsync(claim)).Status);
        Assert.Contains("Wednesday 30 September", (await norrkoping.Get(claim)).Text);

        Assert.Contains("Decide a municipality’s claim for costs", (await agency.Get("/work")).Text);
        Assert.Contains("12,400.00", (await agency.Get("/claims")).Text);
        var read = await agency.Get(claim);
        Assert.Contains("Boende och matpengar", read.Text);
        Assert.Contains("Norrköping", read.Text);

        var decide = await agency.Get($"{claim}/decide");
        Assert.Contains("at most as large as what was claimed", (await agency.Submit(decide, ("Input.Step", "Part"), ("Input.Amount", "12 400,01"), ("Input.WhyPart", "Ett dygn.")) ).Text);
        var decided = await agency.Submit(decide, ("Input.Step", "Part"), ("Input.Amount", "9,300.00"), ("Input.WhyPart", "Sju dygn är inte visade."), ("Input.On", "2026-04-20"));
        Assert.Equal(HttpStatusCode.OK, decided.Status);
        Assert.Equal("PartlyGranted", await host.ClaimStatusAsync(id));
        Assert.Equal(9_300m, await host.AskAsync<decimal>($"SELECT granted AS \"Value\" FROM pathway.reimbursement_claims WHERE case_id = {id.Value}"));

        // The municipality reads amount, reason and the last day to appeal, and appeals.
        host.Clock.SetInSweden("2026-04-21 10:00");
        Assert.Contains("Last day to appeal the decision on a claim", (await norrkoping.Get("/work")).Text);
        var seen = await norrkoping.Get(claim);
        Assert.Contains("9,300.00", seen.Text);
        Assert.Contains("Sju dygn är inte visade.", seen.Text);
        await norrkoping.Submit(await norrkoping.Get($"{claim}/appeal"), ("Input.On", "2026-04-21"));
        Assert.Equal("Appealed", await host.ClaimStatusAsync(id));
        Assert.DoesNotContain("Last day to appeal the decision on a claim", (await norrkoping.Get("/work")).Text);
        Assert.Contains("Decide a municipality’s claim for costs", (await agency.Get("/work")).Text);
    }
}
