using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class SecondFactorTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    [Fact]
    public void A_code_is_what_the_standard_says()
    {
        // RFC 6238, appendix B, SHA-1, the last six of eight digits.
        var key = "12345678901234567890"u8.ToArray();
        Assert.Equal("287082", SecondFactors.CodeAt(key, 59 / 30));
        Assert.Equal("081804", SecondFactors.CodeAt(key, 1111111109 / 30));
        Assert.Equal("353130", SecondFactors.CodeAt(key, 20000000000 / 30));
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", SecondFactors.Written(key));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account")]
    [InlineData("/cases/start")]
    [InlineData("/sign-in/resume")]
    public async Task A_password_alone_reaches_only_the_pages_of_the_second_factor(string address)
    {
        var (browser, page) = await host.Give("sw.umea");
        Assert.Equal("/sign-in/second-factor", page.Address);
        Assert.StartsWith("/sign-in/second-factor", (await browser.Get(address)).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_factor_is_set_up_by_picture_or_text_and_shows_its_recovery_codes_once()
    {
        var (browser, page) = await host.Give("sw.malmo");
        var picture = await browser.Send(new(HttpMethod.Get, page.Document.QuerySelector("main img")!.GetAttribute("src")));
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Contains(SecondFactors.Written(await host.KeyAsync("sw.malmo"))[..4], page.Text, StringComparison.Ordinal);

        var codes = await browser.Submit(page, ("Code", await host.CodeAsync("sw.malmo")));
        Assert.Equal(10, codes.Document.QuerySelectorAll("main li").Length);
        Assert.Equal("/account", (await browser.Get("/account")).Address);
        Assert.Equal("/sign-in", (await browser.Get("/sign-in/second-factor")).Address);
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Account.SecondFactorSetUp' AND record_id = (SELECT id FROM identity.accounts WHERE email = 'sw.malmo@sample.example')"));
    }

    [Fact]
    public async Task A_code_works_once_also_for_twenty_at_the_same_time()
    {
        await host.SignIn("rc.syd");
        var code = await host.CodeAsync("rc.syd");
        var id = (await host.Host.ActorAsync("rc.syd")).User.Value;
        var factors = host.Host.Services.GetRequiredService<SecondFactors>();

        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => factors.UseAsync(id, code, TestContext.Current.CancellationToken)));

        Assert.Single(tries, used => used);
    }

    [Fact]
    public async Task A_code_of_the_step_before_works_and_of_two_before_does_not()
    {
        await host.SignIn("rc.mitt");
        host.Machine.Advance(TimeSpan.FromMinutes(5));
        var key = await host.KeyAsync("rc.mitt");
        var step = SecondFactors.StepAt(host.Machine.GetUtcNow());
        var (browser, page) = await host.Give("rc.mitt");
        Assert.Equal("/sign-in/code", (await browser.Submit(page, ("Code", SecondFactors.CodeAt(key, step - 2)))).Address);
        Assert.Equal("/", (await browser.Submit(page, ("Code", SecondFactors.CodeAt(key, step - 1)))).Address);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var (browser, page) = await host.Give("ngo.haven");
        var code = (await browser.Submit(page, ("Code", await host.CodeAsync("ngo.haven")))).Document.QuerySelector("main li")!.TextContent.Trim();
        var (second, asked) = await host.Give("ngo.haven");
        Assert.Equal("/", (await second.Submit(asked, ("Code", code.ToLowerInvariant()))).Address);
        var (third, askedAgain) = await host.Give("ngo.haven");
        Assert.Equal("/sign-in/code", (await third.Submit(askedAgain, ("Code", code))).Address);
    }

    [Fact]
    public async Task Wrong_codes_close_the_account_like_wrong_passwords_whatever_passwords_come_between()
    {
        await host.SignIn("il.aklagare");
        for (var i = 0; i < 5; i++)
        {
            var (browser, page) = await host.Give("il.aklagare");
            await browser.Submit(page, ("Code", "000000"));
        }
        Assert.Equal("/sign-in", (await host.Give("il.aklagare")).Page.Address);
    }

    [Fact]
    public async Task A_half_session_does_not_wait_for_ever()
    {
        var (browser, _) = await host.Give("ma.mottagning");
        host.Machine.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/sign-in", (await browser.Get("/sign-in/second-factor")).Address);
    }
}
