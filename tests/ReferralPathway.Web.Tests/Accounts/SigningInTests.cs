using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class SigningInTests(OneFactorHost host) : IClassFixture<OneFactorHost>
{
    [Fact]
    public async Task The_right_password_opens_the_pages_and_signing_out_closes_them_at_once()
    {
        var (browser, page) = await host.Give("sw.umea");
        Assert.Equal("/", page.Address);
        Assert.Contains("Elin Sandberg", page.Source, StringComparison.Ordinal);

        var cookie = Assert.Single(await CookiesAsync(browser));
        await browser.Submit(await browser.Get("/sign-out"));
        var again = await browser.Send(new(HttpMethod.Get, "/account") { Headers = { { "Cookie", cookie } } });
        Assert.Equal("/sign-in?back=%2Faccount", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_failure_reads_the_same_and_is_recorded_without_what_was_typed()
    {
        var before = await host.CountAsync("Refused.SignIn");
        await host.ExecuteAsync("UPDATE identity.accounts SET status = 'Disabled' WHERE email = 'sw.dorotea@sample.example'");
        var wrong = (await host.Give("sw.malmo", "not the password")).Page;
        var unknown = (await host.Give("canary.typed@nowhere.example")).Page;
        var disabled = (await host.Give("sw.dorotea")).Page;

        Assert.Single(wrong.Errors);
        Assert.Equal(wrong.Errors, unknown.Errors);
        Assert.Equal(wrong.Errors, disabled.Errors);
        Assert.Equal(before + 3, await host.CountAsync("Refused.SignIn"));
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries e WHERE e::text ILIKE '%canary.typed%'"));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_a_quarter_of_an_hour_and_then_twice_as_long()
    {
        await WrongAsync("rc.norr", 5);
        Assert.Equal("/sign-in", (await host.Give("rc.norr")).Page.Address);

        host.Machine.Advance(TimeSpan.FromMinutes(15));
        await WrongAsync("rc.norr", 5);
        host.Machine.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("/sign-in", (await host.Give("rc.norr")).Page.Address);
        host.Machine.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/", (await host.Give("rc.norr")).Page.Address);
    }

    [Theory]
    [InlineData(400, "/sign-in?back=%2Faccount%3Fa%3D")]
    [InlineData(2000, "/sign-in")]
    public async Task A_way_back_that_is_longer_than_any_of_ours_is_not_carried_on(int length, string way)
    {
        var sent = await host.Host.Anonymous().Send(new(HttpMethod.Get, $"/account?a={new string('a', length)}"));

        Assert.Equal(way, sent.Headers.Location!.OriginalString.TrimEnd('a'));
    }

    /// <summary>That the program sets it before anything else is what there is to see: the platform keeps to it.</summary>
    [Fact]
    public void No_pattern_looks_for_longer_than_a_second() => Assert.Equal(TimeSpan.FromSeconds(1), AppContext.GetData("REGEX_DEFAULT_MATCH_TIMEOUT"));

    [Fact]
    public async Task Thirty_wrong_passwords_at_once_are_five()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => host.Give("rc.ost", "not the password")));
        Assert.Equal(5, await host.Host.AskAsync<int>($"SELECT access_failed_count AS \"Value\" FROM identity.accounts WHERE email = 'rc.ost@sample.example'"));
    }

    [Fact]
    public async Task There_is_one_session_per_person_the_newest()
    {
        var first = await host.SignIn("il.polis");
        var second = await host.SignIn("il.polis");
        Assert.StartsWith("/sign-in", (await first.Get("/account")).Address, StringComparison.Ordinal);
        Assert.Equal("/account", (await second.Get("/account")).Address);
    }

    [Fact]
    public async Task A_session_that_was_planted_before_signing_in_is_not_the_one_that_is_opened()
    {
        var attacker = await host.SignIn("law.lind");
        var planted = Assert.Single(await CookiesAsync(attacker));
        // The victim signs in with the attacker's cookie in their browser.
        var victim = attacker;
        await SignInHost.Give(victim, "ma.tillstand");
        Assert.Contains("Anders Roos", (await victim.Get("/account")).Source, StringComparison.Ordinal);
        var answer = await host.Host.Anonymous().Send(new(HttpMethod.Get, "/account") { Headers = { { "Cookie", planted } } });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("UPDATE identity.accounts SET status = 'Disabled' WHERE email = 'ngo.platform@sample.example'", "UPDATE identity.accounts SET status = 'Active' WHERE email = 'ngo.platform@sample.example'")]
    [InlineData("UPDATE pathway.organisations SET is_active = false WHERE mail = 'platform@sample.example'", "UPDATE pathway.organisations SET is_active = true WHERE mail = 'platform@sample.example'")]
    [InlineData("UPDATE identity.accounts SET active_to = '2026-03-15' WHERE email = 'ngo.platform@sample.example'", "UPDATE identity.accounts SET active_to = NULL WHERE email = 'ngo.platform@sample.example'")]
    [InlineData("UPDATE identity.accounts SET active_from = '2026-03-17' WHERE email = 'ngo.platform@sample.example'", "UPDATE identity.accounts SET active_from = NULL WHERE email = 'ngo.platform@sample.example'")]
    [InlineData("UPDATE identity.accounts SET security_stamp = 'another' WHERE email = 'ngo.platform@sample.example'", "SELECT 1")]
    public async Task What_ends_an_account_refuses_its_next_request(string end, string mend)
    {
        var browser = await host.SignIn("ngo.platform");
        Assert.Equal("/account", (await browser.Get("/account")).Address);
        await host.ExecuteAsync(end);
        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Address, StringComparison.Ordinal);
        await host.ExecuteAsync(mend);
    }

    [Fact]
    public async Task A_change_of_role_holds_from_the_next_request()
    {
        var browser = await host.SignIn("audit");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/administration")).Status);
        await host.ExecuteAsync("UPDATE identity.accounts SET role = 'Administrator' WHERE email = 'audit@sample.example'");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/administration")).Status);
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        var browser = await host.SignIn("nc.jamy");
        for (var i = 0; i < 61; i++)
        {
            host.Machine.Advance(TimeSpan.FromMinutes(11.9));
            await browser.Get("/account");
        }
        Assert.StartsWith("/sign-in?back", (await browser.Get("/account")).Address, StringComparison.Ordinal);
    }

    private async Task WrongAsync(string account, int times)
    {
        for (var i = 0; i < times; i++) await host.Give(account, "not the password");
    }

    /// <summary>The session's cookie as a browser sends it.</summary>
    private static async Task<IReadOnlyList<string>> CookiesAsync(Browser browser)
    {
        var echo = await browser.Send(new(HttpMethod.Get, "/account"));
        return [.. echo.RequestMessage!.Headers.TryGetValues("Cookie", out var sent) ? sent.SelectMany(c => c.Split("; ")).Where(c => c.StartsWith("__Host-rp-session", StringComparison.Ordinal)) : []];
    }
}
