using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class InstallingTests(OneFactorHost host) : IClassFixture<OneFactorHost>
{
    private static readonly (string, string)[] Two = [("one@operator.example", "Anna Ett"), ("two@operator.example", "Bo Två")];

    [Fact]
    public async Task The_first_two_administrators_are_made_once_and_never_beside_others()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Installing.CreateAdministratorsAsync(host.Host.Services, Two, TestContext.Current.CancellationToken));
        await host.ExecuteAsync("DELETE FROM identity.accounts WHERE role = 'Administrator'");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Installing.CreateAdministratorsAsync(host.Host.Services, [Two[0], Two[0]], TestContext.Current.CancellationToken));

        var made = await Installing.CreateAdministratorsAsync(host.Host.Services, Two, TestContext.Current.CancellationToken);
        foreach (var (email, path) in made)
        {
            var browser = host.Host.Anonymous();
            await browser.Submit(await browser.Get(path), ("Password", "fyra ord som ingen gissar"), ("Again", "fyra ord som ingen gissar"));
            Assert.Equal("/", (await host.Give(email, "fyra ord som ingen gissar")).Page.Address);
        }
        await Assert.ThrowsAsync<InvalidOperationException>(() => Installing.CreateAdministratorsAsync(host.Host.Services, Two, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_instances_read_each_others_forms_and_a_dump_reads_none()
    {
        await using var second = PathwayHost.Factory(host.Host.Database, host.Host.Clock, realSignIn: true);
        var sealedHere = host.Host.Services.GetDataProtectionProvider().CreateProtector("test").Protect("from the first");
        Assert.Equal("from the first", second.Services.GetDataProtectionProvider().CreateProtector("test").Unprotect(sealedHere));
        var xml = await host.Host.AskAsync<string>($"SELECT string_agg(xml, ' ') AS \"Value\" FROM identity.protection_keys");
        Assert.Contains("<sealed", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", xml, StringComparison.Ordinal);
    }
}
