using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>A host of its own: its clock does not come back.</summary>
public sealed class ClockAheadTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    [Fact]
    public async Task A_clock_that_was_set_years_ahead_ends_nobodys_session()
    {
        var live = await host.SignIn("ngo.haven");
        host.Host.Clock.Advance(TimeSpan.FromDays(400));

        await host.Host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);

        Assert.Equal("/account", (await live.Get("/account")).Address);
    }
}
