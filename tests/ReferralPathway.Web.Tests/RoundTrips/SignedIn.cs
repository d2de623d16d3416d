using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.RoundTrips;

internal static class SignedIn
{
    /// <summary>A browser in a session as a sign-in makes it, in a host with the real sign-in: each request finds its person in the database. It ends the account's other session.</summary>
    public static async Task<Browser> InSessionAsync(this PathwayHost host, string account, SessionStage stage = SessionStage.Open)
    {
        var found = await host.LookAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Email == $"{account}@sample.example"));
        await using var scope = host.Services.CreateAsyncScope();
        var number = await scope.ServiceProvider.GetRequiredService<Sessions>().StartAsync(found, stage, TestContext.Current.CancellationToken);
        var browser = host.Anonymous();
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"{scope.ServiceProvider.GetRequiredService<SignInRules>().Cookie}={number}");
        return browser;
    }
}
