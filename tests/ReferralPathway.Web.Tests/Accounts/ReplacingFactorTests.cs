using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>A new telephone.</summary>
public sealed class ReplacingFactorTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    private const string Address = "/account/second-factor";

    [Fact]
    public async Task The_new_key_counts_from_its_first_code_and_the_old_one_until_then()
    {
        var (browser, first) = await host.Give("sw.malmo");
        var papers = (await browser.Submit(first, ("Code", await host.CodeAsync("sw.malmo")))).Document.QuerySelectorAll("main li").Select(e => e.TextContent.Trim()).ToList();
        var old = await host.KeyAsync("sw.malmo");
        Assert.Contains(Address, (await browser.Get("/account")).Links);

        var page = await browser.Get(Address);
        var next = await NextKeyAsync("sw.malmo");
        Assert.NotEqual(old, next);
        Assert.Contains(SecondFactors.Written(next)[..4], page.Text, StringComparison.Ordinal);
        Assert.Equal("image/png", (await browser.Send(new(HttpMethod.Get, $"{Address}?handler=Picture"))).Content.Headers.ContentType?.MediaType);
        // The page shown again is about the same key.
        await browser.Get(Address);
        Assert.Equal(next, await NextKeyAsync("sw.malmo"));

        // A code of the old telephone changes nothing.
        page = await browser.Submit(page, ("Code", await host.CodeAsync("sw.malmo")));
        Assert.Single(page.Errors);
        Assert.Equal(old, await host.KeyAsync("sw.malmo"));

        host.Machine.Advance(TimeSpan.FromSeconds(30));
        var done = await browser.Submit(page, ("Code", SecondFactors.CodeAt(next, SecondFactors.StepAt(host.Machine.GetUtcNow()))));
        Assert.Equal(10, done.Document.QuerySelectorAll("main li").Length);
        Assert.Equal(next, await host.KeyAsync("sw.malmo"));
        Assert.Equal(1, await host.CountAsync("Account.SecondFactorReplaced"));
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.outbox o JOIN identity.accounts a ON a.id = o.user_id WHERE o.kind = 'SecondFactorReplaced' AND a.email = 'sw.malmo@sample.example'"));
        Assert.Contains("one-time code was changed", (await browser.Get("/messages")).Text, StringComparison.Ordinal);

        host.Machine.Advance(TimeSpan.FromSeconds(30));
        Assert.Single((await AnswerAsync(SecondFactors.CodeAt(old, SecondFactors.StepAt(host.Machine.GetUtcNow())))).Errors);
        Assert.Single((await AnswerAsync(papers[0])).Errors);
        Assert.Equal("/", (await AnswerAsync(await host.CodeAsync("sw.malmo"))).Address);

        async Task<WebPage> AnswerAsync(string code)
        {
            var (again, asks) = await host.Give("sw.malmo");
            return await again.Submit(asks, ("Code", code));
        }
    }

    [Fact]
    public async Task The_key_is_shown_only_to_whoever_has_just_shown_who_they_are()
    {
        var browser = await host.SignIn("sw.umea");
        host.Machine.Advance(TimeSpan.FromMinutes(11));

        var asked = await browser.Get(Address);
        Assert.Equal("/sign-in/again?back=%2Faccount%2Fsecond-factor", asked.Address);
        Assert.Equal(Address, (await browser.Submit(asked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("sw.umea")))).Address);
    }

    [Fact]
    public async Task A_key_that_was_shown_a_while_ago_never_becomes_the_one_in_use()
    {
        var browser = await host.SignIn("ngo.haven");
        var page = await browser.Get(Address);
        var seen = await NextKeyAsync("ngo.haven");
        host.Machine.Advance(TimeSpan.FromMinutes(8));
        await browser.Get("/account");
        host.Machine.Advance(TimeSpan.FromMinutes(8));

        var asked = await browser.Submit(page, ("Code", SecondFactors.CodeAt(seen, SecondFactors.StepAt(host.Machine.GetUtcNow()))));
        var kept = await browser.Submit(asked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("ngo.haven")));
        await browser.Submit(kept, Address);

        Assert.NotEqual(seen, await host.KeyAsync("ngo.haven"));
        Assert.NotEqual(seen, await NextKeyAsync("ngo.haven"));
    }

    private async Task<byte[]> NextKeyAsync(string account)
    {
        var id = await host.Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM identity.accounts WHERE email = {account + "@sample.example"}");
        var box = await host.Host.AskAsync<byte[]>($"SELECT next_key AS \"Value\" FROM identity.second_factors WHERE user_id = {id}");
        return host.Host.Services.GetRequiredService<InstallationKeys>().Open(InstallationKeys.Accounts, box, $"second-factor/{id}");
    }
}
