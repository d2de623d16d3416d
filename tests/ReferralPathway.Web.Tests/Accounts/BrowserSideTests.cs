using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>What the program, as deployed, gives a browser and takes from it: cookies, headers, forms, and the end of a session.</summary>
public sealed class BrowserSideTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    [Fact]
    public async Task Every_cookie_is_for_this_host_alone_over_https_and_for_no_script()
    {
        var browser = host.Host.Anonymous();
        var cookies = new List<string>();
        await TakeAsync(browser.Send(new(HttpMethod.Get, "/language?to=sv&back=/sign-in")));
        await TakeAsync(browser.Send(new(HttpMethod.Get, "/sign-in")));
        await TakeAsync(browser.Post(await browser.Get("/sign-in"), ("Email", "ngo.haven@sample.example"), ("Password", SignInHost.Password)));
        await browser.Submit(await browser.Get("/sign-in/second-factor"), ("Code", await host.CodeAsync("ngo.haven")));
        await TakeAsync(browser.Post(await browser.Get("/account/mail")));
        await TakeAsync(browser.Post(await browser.Get("/sign-out")));

        var names = cookies.Select(c => c[..c.IndexOf('=', StringComparison.Ordinal)]).ToHashSet();
        Assert.Superset(new HashSet<string> { "__Host-language", "__Host-rp-form", "__Host-rp-session", "__Host-done" }, names);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            var parts = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).ToHashSet(StringComparer.OrdinalIgnoreCase);
            // Which language somebody reads goes along when they come by a link; nothing else does.
            var site = cookie.StartsWith("__Host-language=", StringComparison.Ordinal) ? "samesite=lax" : "samesite=strict";
            Assert.Superset(new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "secure", "httponly", "path=/", site }, parts);
            Assert.DoesNotContain(parts, p => p.StartsWith("domain", StringComparison.OrdinalIgnoreCase));
        });

        async Task TakeAsync(Task<HttpResponseMessage> answering)
        {
            if ((await answering).Headers.TryGetValues("Set-Cookie", out var set)) cookies.AddRange(set);
        }
    }

    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/account", HttpStatusCode.Redirect)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/sign-in?handler=Passkey", HttpStatusCode.OK)]
    [InlineData("/js/site.js", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/api/hotline", HttpStatusCode.OK)]
    public async Task Every_answer_of_the_program_tells_the_browser_what_it_may_not_do(string address, HttpStatusCode status)
    {
        using var answer = await host.Host.Anonymous().Send(new(HttpMethod.Get, address));
        Assert.Equal(status, answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split(';', StringSplitOptions.TrimEntries).ToHashSet();
        Assert.Superset(new HashSet<string> { "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'" }, policy);
        Assert.DoesNotContain(policy, directive => directive.Contains("unsafe", StringComparison.Ordinal) || directive.Contains('*', StringComparison.Ordinal));
        foreach (var (name, value) in new[]
        {
            ("Strict-Transport-Security", "max-age=63072000; includeSubDomains"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp"), ("Cross-Origin-Resource-Policy", "same-origin"),
        })
            Assert.Equal(value, string.Join(", ", answer.Headers.GetValues(name)));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    /// <summary>What a browser is told of the kind of an answer leaves it nothing to guess.</summary>
    [Theory]
    [InlineData("/sign-in", "text/html", "utf-8")]
    [InlineData("/no-such-page", "text/html", "utf-8")]
    [InlineData("/js/site.js", "text/javascript", null)]
    [InlineData("/lib/site.css", "text/css", null)]
    [InlineData("/api/hotline", "application/json", "utf-8")]
    [InlineData("/sign-in?handler=Passkey", "application/json", "utf-8")]
    public async Task Every_answer_says_what_it_is(string address, string kind, string? charset)
    {
        using var answer = await host.Host.Anonymous().Send(new(HttpMethod.Get, address));
        Assert.Equal((kind, charset), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    [InlineData("/ReferralPathway.Web.dll")]
    [InlineData("/js/")]
    [InlineData("/lib/../../Program.cs")]
    [InlineData("/swagger")]
    [InlineData("/metrics")]
    [InlineData("/sample/clock")]
    public async Task Nothing_of_the_house_lies_about(string address)
    {
        using var answer = await host.Host.Anonymous().Send(new(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_guard_against_forgery_is_refused_and_written_down()
    {
        var browser = await host.SignIn("sw.umea");
        var form = await browser.Get("/account/mail");
        var before = await host.CountAsync("Refused.Forged");

        var answer = await browser.Post(form, ("__RequestVerificationToken", null));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before + 1, await host.CountAsync("Refused.Forged"));
        var person = (await host.Host.ActorAsync("sw.umea")).User.Value;
        Assert.Equal(before + 1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Forged' AND user_id = {person}"));
    }

    [Fact]
    public async Task Whoever_an_administrator_signs_out_is_out_with_the_next_request()
    {
        var browser = await host.SignIn("rc.norr");
        Assert.Equal("/account", (await browser.Get("/account")).Address);
        var admin = await host.SignIn("admin");
        var id = (await host.Host.ActorAsync("rc.norr")).User.Value;

        await admin.Submit(await admin.Get($"/administration/accounts/{id}"), $"/administration/accounts/{id}?handler=SignOut");

        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_and_clears_what_the_browser_kept()
    {
        var browser = await host.SignIn("ngo.platform");
        var number = (await browser.Send(new(HttpMethod.Get, "/account"))).RequestMessage!.Headers.GetValues("Cookie").Single();
        var before = await host.CountAsync("Account.SignedOut");

        var answer = await browser.Post(await browser.Get("/sign-out"));

        Assert.Equal("\"cache\", \"storage\"", string.Join(", ", answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Equal(before + 1, await host.CountAsync("Account.SignedOut"));
        // Whoever kept the number has nothing.
        using var stolen = new HttpRequestMessage(HttpMethod.Get, "/account");
        stolen.Headers.Add("Cookie", number);
        Assert.StartsWith("/sign-in", (await host.Host.Anonymous().Send(stolen)).Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_goes_on_under_another_number_once_its_person_has_proved_who_they_are()
    {
        var browser = await host.SignIn("rc.sthlm");
        var number = (await browser.Send(new(HttpMethod.Get, "/account"))).RequestMessage!.Headers.GetValues("Cookie").Single();
        host.Machine.Advance(TimeSpan.FromMinutes(16));
        var locked = await browser.Get("/account");

        Assert.Equal("/account", (await browser.Submit(locked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("rc.sthlm")))).Address);

        using var seen = new HttpRequestMessage(HttpMethod.Get, "/account");
        seen.Headers.Add("Cookie", number);
        Assert.StartsWith("/sign-in", (await host.Host.Anonymous().Send(seen)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/account", (await browser.Get("/account")).Address);
    }

    [Fact]
    public async Task A_new_password_by_mail_still_asks_for_the_second_factor_and_its_owner_is_told()
    {
        await host.SignIn("rc.syd2");
        var id = (await host.Host.ActorAsync("rc.syd2")).User.Value;
        var admin = await host.SignIn("admin2");
        await admin.Submit(await admin.Get($"/administration/accounts/{id}"), $"/administration/accounts/{id}?handler=Link");
        var browser = host.Host.Anonymous();
        var page = await browser.Get(await host.LinkAsync("rc.syd2@sample.example"));
        const string password = "sju nya ord om granar och vind";

        Assert.Equal("/sign-in", (await browser.Submit(page, ("Password", password), ("Again", password))).Address);
        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Address, StringComparison.Ordinal);
        var asked = await SignInHost.Give(browser, "rc.syd2", password);
        Assert.Equal("/sign-in/code", asked.Address);
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE kind = 'PasswordChanged' AND user_id = {id}"));
    }

    [Fact]
    public async Task Whose_account_is_closed_by_failures_is_told_once()
    {
        var browser = host.Host.Anonymous();
        for (var tries = 0; tries < 7; tries++) await SignInHost.Give(browser, "sw.dorotea", "wrong wrong wrong wrong");

        var id = (await host.Host.ActorAsync("sw.dorotea")).User.Value;
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE kind = 'AccountClosed' AND user_id = {id}"));
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.outbox WHERE kind = 'AccountClosed' AND user_id = {id}"));
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Account.Closed' AND record_id = {id}"));
    }
}
