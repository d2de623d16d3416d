using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Reimbursement;

/// <summary>Who knows of a claim, and what it tells them.</summary>
public sealed class ClaimPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private async Task<(CaseId Id, string Claim)> HandedInAsync()
    {
        var id = await host.ReflectingCaseAsync("2026-02-27", "2026-03-01", "2026-03-30");
        host.Clock.SetInSweden("2026-04-02 10:00");
        var norrkoping = host.As("sw.norrkoping");
        var claim = (await norrkoping.CostAsync(await norrkoping.BeginsClaimAsync(id, "2026-1"), "2026-03-02", "2026-03-05", "1 000", note: "Qxcostnote")).Claim();
        await norrkoping.HandsInAsync(claim);
        return (id, claim);
    }

    [Fact]
    public async Task The_agency_reads_the_claim_and_learns_nothing_else_of_the_case()
    {
        var (id, claim) = await HandedInAsync();
        // The period is over: no application keeps the agency in the case any longer.
        host.Clock.SetInSweden("2026-04-03 00:05");
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
        host.Clock.SetInSweden("2026-04-03 10:00");
        var agency = host.As("ma.mottagning");

        var page = await agency.Get(claim);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Qxcostnote", page.Text);
        Assert.DoesNotContain(Story.FamilyName, page.Source);
        Assert.DoesNotContain(Story.GivenName, page.Source);
        Assert.DoesNotContain("35", page.Heading);
        // The part that the application had opened has ended, and the claim opens none.
        var agencys = await host.OrganisationAsync("ma.mottagning");
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND organisation_id = {agencys.Value} AND valid_until > {host.Clock.GetUtcNow()}"));
    }

    [Fact]
    public async Task Nobody_but_the_team_and_the_agency_knows_of_a_claim()
    {
        var (id, claim) = await HandedInAsync();

        foreach (var account in new[] { "il.polis", "sw.malmo", "ngo.haven", "law.lind", "audit" })
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(account).Get(claim)).Status);
        foreach (var account in new[] { "nc.jamy", "admin" })
            Assert.Equal(HttpStatusCode.Forbidden, (await host.As(account).Get(claim)).Status);
        foreach (var account in new[] { "il.polis", "ngo.haven", "audit" })
            Assert.Equal(HttpStatusCode.Forbidden, (await host.As(account).Get("/claims")).Status);
        Assert.DoesNotContain("1,000.00", (await host.As("il.polis").Get($"/cases/{id}")).Text);
        Assert.DoesNotContain("1,000.00", (await host.As("sw.malmo").Get("/claims?box=Rest")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.norrkoping").Get($"/claims/{Guid.CreateVersion7()}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.norrkoping").Get($"{claim}/decide")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("ma.tillstand").Get($"{claim}/costs")).Status);
    }

    [Fact]
    public async Task A_claim_outlives_the_part_in_the_case_and_the_case_itself()
    {
        var id = await host.ReflectingCaseAsync("2026-02-27", "2026-03-01", "2026-03-30");
        host.Clock.SetInSweden("2026-03-20 10:00");
        var norrkoping = host.As("sw.norrkoping");
        var claim = (await norrkoping.CostAsync(await norrkoping.BeginsClaimAsync(id, "2026-1"), "2026-03-02", "2026-03-05", "1 000")).Claim();
        host.Clock.SetInSweden("2026-04-01 10:00");
        var norrkopings = (await host.OrganisationOfAsync("sw.norrkoping")).Id;
        await host.OnAsync("il.polis", id, CaseParts.Consents | CaseParts.Referrals, (c, _, act) => { c.WithdrawConsent(norrkopings, "REFERRAL", act.Day, null, c.Referrals, act); return Task.CompletedTask; });
        host.Clock.SetInSweden("2026-04-02 10:00");

        Assert.Contains("Claim the costs from the state", (await norrkoping.Get("/work")).Text);
        Assert.Equal(HttpStatusCode.OK, (await norrkoping.HandsInAsync(claim)).Status);
        Assert.Equal("Submitted", await host.ClaimStatusAsync(id));
    }

    [Fact]
    public async Task A_cost_is_taken_away_again_and_whoever_was_slower_is_told()
    {
        var id = await host.ReflectingCaseAsync("2026-02-27", "2026-03-01", "2026-03-30");
        host.Clock.SetInSweden("2026-03-20 10:00");
        var norrkoping = host.As("sw.norrkoping");
        var empty = await norrkoping.BeginsClaimAsync(id, "2026-1");
        var stale = await norrkoping.Get(empty.Address);
        var written = await norrkoping.CostAsync(empty, "2026-03-02", "2026-03-05", "1.000,50", "FinancialAid");
        Assert.Equal(HttpStatusCode.Conflict, (await norrkoping.CostAsync(stale, "2026-03-02", "2026-03-05", "2000")).Status);
        Assert.Equal(1_000.50m, await host.AskAsync<decimal>($"SELECT claimed AS \"Value\" FROM pathway.reimbursement_claims WHERE case_id = {id.Value}"));

        var line = await host.AskAsync<Guid>($"SELECT l.id AS \"Value\" FROM pathway.cost_lines l JOIN pathway.reimbursement_claims c ON c.id = l.claim_id WHERE c.case_id = {id.Value}");
        var removed = await norrkoping.Submit(written, $"{written.Address}?handler=Remove&line={line}");
        Assert.Equal(HttpStatusCode.OK, removed.Status);
        Assert.Equal(0m, await host.AskAsync<decimal>($"SELECT claimed AS \"Value\" FROM pathway.reimbursement_claims WHERE case_id = {id.Value}"));

        // A second claim for the quarter is not offered, and not taken from who asks all the same.
        Assert.DoesNotContain("value=\"2026-1\"", (await norrkoping.Get($"/cases/{id}/reimbursement")).Source);
    }
}
