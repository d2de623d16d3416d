using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Organisations;

/// <summary>An account is closed while its person has work: on a host of its own, for nobody else can be them afterwards.</summary>
public sealed class ClosedAccountTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task What_a_closed_account_had_to_do_passes_to_its_manager_and_nothing_is_lost()
    {
        host.Clock.SetInSweden("2026-10-05 09:00");
        var id = await host.CaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.platform");
        var referral = await host.ReferralAsync("sw.malmo", id, "ngo.platform");
        await host.DoAsync("ngo.platform", async doing => (await doing.Db.Referrals.SingleAsync(r => r.Id == referral)).Decline("NO_CAPACITY", null, doing.Act));
        var (admin, chief) = (host.As("admin"), host.As("sw.malmo.chef"));
        var account = $"/administration/accounts/{(await host.ActorAsync("sw.malmo")).User}";
        Assert.Equal(HttpStatusCode.Forbidden, (await chief.Get($"/cases/{id}/team")).Status);

        await admin.Submit(await admin.Get(account), $"{account}?handler=Disable");
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);

        Assert.Contains("its cases pass to colleagues", (await chief.Get("/messages")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await chief.Get($"/cases/{id}/team")).Status);
        Assert.Equal(["Birgitta Nyman"], (await chief.Get($"/cases/{id}/team")).Document.QuerySelectorAll(".rp-row__title").Select(r => r.TextContent.Trim()));
        var reference = await host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
        Assert.Contains(reference, (await chief.Get("/work")).Text, StringComparison.Ordinal);
        // Who changed this.
        var history = await admin.Get($"/administration/history/{(await host.ActorAsync("sw.malmo")).User}");
        Assert.Contains("State of the account: Active → Disabled", history.Text, StringComparison.Ordinal);
        Assert.Contains("Stefan Holm", history.Text, StringComparison.Ordinal);
    }
}
