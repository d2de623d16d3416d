using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class LockingTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    [Fact]
    public async Task After_a_quarter_of_an_hour_the_page_is_locked_and_opens_where_it_was()
    {
        var browser = await host.SignIn("sw.umea");
        host.Machine.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal("/account", (await browser.Get("/account")).Address);
        host.Machine.Advance(TimeSpan.FromMinutes(15));
        var locked = await browser.Get("/account");
        Assert.Equal("/sign-in/unlock?back=%2Faccount", locked.Address);
        Assert.DoesNotContain("Elin", locked.Source, StringComparison.Ordinal);

        var wrong = await browser.Submit(locked, ("Password", SignInHost.Password), ("Code", "000000"));
        Assert.Single(wrong.Errors);
        var open = await browser.Submit(wrong, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("sw.umea")));
        Assert.Equal("/account", open.Address);
    }

    [Fact]
    public async Task What_was_typed_survives_the_lock_and_does_its_act_once()
    {
        var browser = await host.SignIn("ngo.haven");
        var form = await browser.Get("/cases/start");
        var (before, kepts) = (await CasesAsync(), await KeptAsync());
        host.Machine.Advance(TimeSpan.FromMinutes(16));

        var locked = await browser.Submit(form, "/cases/start", ("Unknown", "true"), ("Input.Note", "canary of what was typed åäö"));
        Assert.Equal("/sign-in/unlock", locked.Address);
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.kept_forms f WHERE encode(f.box, 'escape') LIKE '%canary%'"));
        Assert.Equal(kepts + 1, await KeptAsync());

        var kept = await browser.Submit(locked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("ngo.haven")));
        Assert.Equal("/sign-in/resume", kept.Address);
        Assert.Contains("canary of what was typed åäö", kept.Source, StringComparison.Ordinal);
        var sent = await browser.Submit(kept, "/cases/start");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.EndsWith("/intake", sent.Address, StringComparison.Ordinal);
        await browser.Submit(kept, "/cases/start");
        Assert.Equal(before + 1, await CasesAsync());

        Task<long> CasesAsync() => host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases");
        Task<long> KeptAsync() => host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.kept_forms");
    }

    [Fact]
    public async Task A_page_can_lock_itself_before_the_time_and_send_along_what_was_typed()
    {
        var browser = await host.SignIn("sw.vasteras");
        using var content = new FormUrlEncodedContent([new("Input.Note", "typed and not sent"), new("NewPassword", "never kept")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/lock?at=%2Fcases%2Fstart") { Content = content };
        Assert.Equal("/sign-in/unlock?back=%2Fcases%2Fstart", (await browser.Send(request)).Headers.Location?.OriginalString);

        var locked = await browser.Get("/account");
        Assert.StartsWith("/sign-in/unlock", locked.Address, StringComparison.Ordinal);
        var kept = await browser.Submit(locked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("sw.vasteras")));
        Assert.Contains("typed and not sent", kept.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("never kept", kept.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_page_is_guessed_at_five_times_and_no_more()
    {
        var browser = await host.SignIn("sw.stockholm");
        host.Machine.Advance(TimeSpan.FromMinutes(16));
        var locked = await browser.Get("/account");
        for (var i = 0; i < 5; i++) locked = await browser.Submit(locked, ("Password", "wrong"), ("Code", "000000"));
        var right = await browser.Submit(locked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("sw.stockholm")));
        Assert.StartsWith("/sign-in/unlock", right.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_goes_with_the_session()
    {
        var browser = await host.SignIn("rc.sthlm");
        var form = await browser.Get("/cases/start");
        host.Machine.Advance(TimeSpan.FromMinutes(16));
        await browser.Submit(form, ("Input.Note", "gone"));
        await browser.Submit(await browser.Get("/sign-out"));
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.kept_forms f JOIN identity.sessions s ON s.id = f.session_id JOIN identity.accounts a ON a.id = s.user_id WHERE a.email = 'rc.sthlm@sample.example'"));
    }
}
