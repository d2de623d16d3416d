using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>A withdrawn organisation comes back when two people want it.</summary>
public sealed class RestoringTests(OneFactorHost host) : IClassFixture<OneFactorHost>
{
    [Fact]
    public async Task What_one_administrator_withdrew_and_asks_for_another_restores()
    {
        var address = await WithdrawAsync("lind");
        Assert.Equal("/sign-in", (await host.Give("law.lind")).Page.Address);
        var asker = await host.SignIn("admin");
        Assert.DoesNotContain("handler=Restore", (await asker.Get(address)).Source, StringComparison.Ordinal);
        await DoAsync(asker, address, "Ask");
        Assert.Contains(address, (await asker.Get("/administration")).Links);
        var own = await DoAsync(asker, address, "Restore");
        Assert.Contains("Another person", Assert.Single(own.Errors), StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await host.Give("law.lind")).Page.Address);

        var second = await host.SignIn("admin2");
        Assert.Contains("Stefan Holm", (await second.Get(address)).Text, StringComparison.Ordinal);
        await DoAsync(second, address, "Restore");
        Assert.Equal("/", (await host.Give("law.lind")).Page.Address);
        Assert.DoesNotContain(address, (await second.Get("/administration")).Links);
        foreach (var kind in new[] { "Organisation.Withdrawn", "Organisation.RestoreAsked", "Organisation.Restored" }) Assert.Equal(1, await CountAsync(kind, address));
    }

    [Fact]
    public async Task A_refused_request_leaves_it_withdrawn_and_can_be_made_again()
    {
        var address = await WithdrawAsync("platform");
        var asker = await host.SignIn("admin");
        await DoAsync(asker, address, "Ask");
        var second = await host.SignIn("admin2");
        await DoAsync(second, address, "Leave");
        Assert.Equal("/sign-in", (await host.Give("ngo.platform")).Page.Address);
        Assert.Equal(1, await CountAsync("Organisation.RestoreRefused", address));

        await DoAsync(second, address, "Ask");
        await DoAsync(await host.SignIn("admin"), address, "Restore");
        Assert.Equal("/", (await host.Give("ngo.platform")).Page.Address);
    }

    private async Task<string> WithdrawAsync(string organisation)
    {
        var id = await host.Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.organisations WHERE mail = {organisation + "@sample.example"}");
        var address = $"/administration/organisations/{id}";
        await DoAsync(await host.SignIn("admin"), address, "Withdraw");
        return address;
    }

    private static async Task<WebPage> DoAsync(Browser browser, string address, string handler) => await browser.Submit(await browser.Get(address), $"{address}?handler={handler}");

    private Task<long> CountAsync(string kind, string address)
    {
        var id = Guid.Parse(address.Split('/')[^1]);
        return host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = {kind} AND record_id = {id}");
    }
}
