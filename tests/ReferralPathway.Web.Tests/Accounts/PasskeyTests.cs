using System.Net;
using System.Text.Json;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>Signing in without a password. In a real browser: <c>PasskeysInABrowserTests</c>.</summary>
public sealed class PasskeyTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    private const string Address = "/account/passkeys";

    [Fact]
    public async Task A_passkey_signs_in_alone_and_its_owner_is_told_that_it_was_made()
    {
        using var phone = new Authenticator();
        var browser = await host.SignIn("sw.malmo");
        var made = await host.CountAsync("Account.PasskeyAdded");
        var page = await MakeAsync(browser, phone, "Arbetstelefonen");
        Assert.Equal(Address, page.Address);
        Assert.Contains("Arbetstelefonen", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Last used", page.Text, StringComparison.Ordinal);
        Assert.Equal(made + 1, await host.CountAsync("Account.PasskeyAdded"));
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.outbox o JOIN identity.accounts a ON a.id = o.user_id WHERE o.kind = 'PasskeyAdded' AND a.email = 'sw.malmo@sample.example'"));
        Assert.Contains("A new passkey can sign in to your account", (await browser.Get("/messages")).Text, StringComparison.Ordinal);

        var another = host.Host.Anonymous();
        Assert.Equal("/account", (await SignInAsync(another, phone, "/account")).Address);

        Assert.Contains("Last used", (await another.Get(Address)).Text, StringComparison.Ordinal);
        // One account has one live session.
        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another site")]
    [InlineData("a page in a frame of another site")]
    [InlineData("another domain")]
    [InlineData("nobody unlocked it")]
    [InlineData("an answer of another kind")]
    [InlineData("a forged signature")]
    [InlineData("the owner of another passkey")]
    [InlineData("a passkey that is not ours")]
    [InlineData("a question that was not asked")]
    [InlineData("the answer to another question")]
    [InlineData("a question asked too long ago")]
    [InlineData("a question that another passkey was made for")]
    [InlineData("nothing")]
    [InlineData("no answer at all")]
    [InlineData("an answer without an id")]
    public async Task What_is_no_answer_of_a_passkey_signs_nobody_in(string what)
    {
        using var phone = new Authenticator();
        await host.ExecuteAsync("DELETE FROM identity.account_passkeys");
        var owner = await host.SignIn("sw.umea");
        await MakeAsync(owner, phone, what);
        await host.ExecuteAsync("UPDATE identity.accounts SET access_failed_count = 0, lockout_end = NULL");
        var refusals = await RefusalsAsync();

        var browser = host.Host.Anonymous();
        var page = await browser.Get("/sign-in");
        var (options, asked) = await QuestionAsync(browser, "/sign-in?handler=Passkey");
        var (others, _) = await QuestionAsync(browser, "/sign-in?handler=Passkey");
        var (_, made) = await QuestionAsync(owner, $"{Address}?handler=Question");
        using var stranger = new Authenticator();
        switch (what)
        {
            case "another site": phone.Origin = "https://referral-pathway.example"; break;
            case "a page in a frame of another site": phone.CrossOrigin = true; break;
            case "another domain": phone.Domain = "referral-pathway.example"; break;
            case "nobody unlocked it": phone.Verifies = false; break;
            case "a question asked too long ago": host.Machine.Advance(TimeSpan.FromMinutes(5)); break;
        }
        var answer = what switch
        {
            "an answer of another kind" => phone.Answer(options, kind: "webauthn.create"),
            "a forged signature" => phone.Answer(options, forged: true),
            "the owner of another passkey" => phone.Answer(options, owner: System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes((await host.Host.ActorAsync("rc.syd")).User.Value.ToString()))),
            "a passkey that is not ours" => stranger.Answer(options, owner: "bm9ib2R5"),
            "the answer to another question" => phone.Answer(others),
            "nothing" => "",
            "no answer at all" => "no answer",
            "an answer without an id" => "[1, 2]",
            _ => phone.Answer(options),
        };
        asked = what switch { "a question that was not asked" => "invented", "a question that another passkey was made for" => made, _ => asked };

        var refused = await browser.Submit(page, "/sign-in?handler=Passkey", ("Answer", answer), ("Asked", asked));

        Assert.Equal(["That did not work with the passkey. Try again, or use the password."], refused.Errors);
        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Address, StringComparison.Ordinal);
        Assert.Equal(refusals + 1, await RefusalsAsync());

        Task<long> RefusalsAsync() => host.CountAsync("Refused.SignIn");
    }

    [Fact]
    public async Task An_answer_counts_once_and_no_older_one_after_it()
    {
        using var phone = new Authenticator();
        await MakeAsync(await host.SignIn("ngo.haven"), phone, "A");
        var browser = host.Host.Anonymous();
        var (earlier, earlierAsked) = await QuestionAsync(browser, "/sign-in?handler=Passkey");
        host.Machine.Advance(TimeSpan.FromSeconds(1));
        var (options, asked) = await QuestionAsync(browser, "/sign-in?handler=Passkey");
        var answer = phone.Answer(options);
        Assert.Equal("/", (await SendAsync(answer, asked)).Address);

        Assert.Single((await SendAsync(answer, asked)).Errors);
        Assert.Single((await SendAsync(phone.Answer(earlier), earlierAsked)).Errors);

        async Task<WebPage> SendAsync(string answered, string question)
        {
            var other = host.Host.Anonymous();
            return await other.Submit(await other.Get("/sign-in"), "/sign-in?handler=Passkey", ("Answer", answered), ("Asked", question));
        }
    }

    [Fact]
    public async Task Tries_are_counted_over_passkeys_and_passwords_together()
    {
        using var phone = new Authenticator();
        await MakeAsync(await host.SignIn("rc.mitt"), phone, "A");
        var browser = host.Host.Anonymous();
        for (var tries = 0; tries < 3; tries++) Assert.Single((await SignInAsync(browser, phone, null, forged: true)).Errors);
        await SignInHost.Give(browser, "rc.mitt", "wrong wrong wrong wrong");
        await SignInHost.Give(browser, "rc.mitt", "wrong wrong wrong wrong");

        // Closed, for both.
        Assert.Single((await SignInAsync(browser, phone)).Errors);
        Assert.Single((await SignInHost.Give(browser, "rc.mitt")).Errors);
        host.Machine.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/", (await SignInAsync(browser, phone)).Address);
    }

    [Fact]
    public async Task Whoever_may_not_sign_in_may_not_by_passkey_either()
    {
        using var phone = new Authenticator();
        await MakeAsync(await host.SignIn("iom.hki"), phone, "A");
        await host.ExecuteAsync("UPDATE identity.accounts SET status = 'Disabled' WHERE email = 'iom.hki@sample.example'");
        Assert.Single((await SignInAsync(host.Host.Anonymous(), phone)).Errors);
        await host.ExecuteAsync("UPDATE identity.accounts SET status = 'Active' WHERE email = 'iom.hki@sample.example'");
        Assert.Equal("/", (await SignInAsync(host.Host.Anonymous(), phone)).Address);
    }

    [Fact]
    public async Task A_locked_screen_opens_by_a_passkey_of_the_same_person_and_keeps_what_was_typed()
    {
        using var phone = new Authenticator();
        using var colleagues = new Authenticator();
        await MakeAsync(await host.SignIn("admin2"), colleagues, "A");
        var browser = await host.SignIn("admin");
        await MakeAsync(browser, phone, "A");
        var form = await browser.Get("/administration/organisations/create");
        host.Machine.Advance(TimeSpan.FromMinutes(11));

        var asked = await browser.Submit(form, ("Input.Kind", "Ngo"), ("Input.NameSv", "Nyckelord"), ("Input.NameEn", "By passkey"));
        Assert.Equal("/sign-in/again", asked.Address);
        Assert.Single((await ProveAsync(colleagues, "/sign-in/again")).Errors);
        var kept = await ProveAsync(phone, "/sign-in/again");
        Assert.Equal("/sign-in/resume", kept.Address);
        Assert.Equal("/administration/organisations", (await browser.Submit(kept, "/administration/organisations/create")).Address);
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.organisations WHERE name_en = 'By passkey'"));

        host.Machine.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/sign-in/unlock?back=%2Faccount", (await browser.Get("/account")).Address);
        Assert.Single((await ProveAsync(colleagues, "/sign-in/unlock")).Errors);
        Assert.Equal("/account", (await ProveAsync(phone, "/sign-in/unlock", "back=%2Faccount&")).Address);

        async Task<WebPage> ProveAsync(Authenticator with, string where, string back = "")
        {
            host.Machine.Advance(TimeSpan.FromSeconds(1));
            var page = await browser.Get($"{where}{(back == "" ? "" : "?" + back.TrimEnd('&'))}");
            var (options, question) = await QuestionAsync(browser, $"{where}?handler=Passkey");
            return await browser.Submit(page, $"{where}?{back}handler=Passkey", ("Answer", with.Answer(options)), ("Asked", question));
        }
    }

    [Fact]
    public async Task A_passkey_gets_another_name_and_is_gone_at_once_when_it_is_removed()
    {
        using var phone = new Authenticator();
        using var others = new Authenticator();
        await MakeAsync(await host.SignIn("law.lind"), others, "Somebody else's");
        var browser = await host.SignIn("rc.ost");
        var page = await MakeAsync(browser, phone, "Skärgårdstelefonen");

        var change = await browser.Get(page.Link("Skärgårdstelefonen"));
        Assert.Single((await browser.Submit(change, ("Name", " "))).Errors);
        Assert.Single((await browser.Submit(change, ("Name", new string('n', 61)))).Errors);
        page = await browser.Submit(change, ("Name", "Reservnyckeln"));
        Assert.Contains("Reservnyckeln", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{Address}/{others.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{Address}/what")).Status);

        var removed = await browser.Submit(await browser.Get(page.Link("Reservnyckeln")), $"{Address}/{phone.Id}?handler=Remove");
        Assert.Contains("You have no passkey yet", removed.Text, StringComparison.Ordinal);
        Assert.Single((await SignInAsync(host.Host.Anonymous(), phone)).Errors);
        Assert.Equal(1, await host.CountAsync("Account.PasskeyRemoved"));
    }

    [Fact]
    public async Task Passkeys_are_shown_and_made_only_by_whoever_has_just_shown_who_they_are()
    {
        var browser = await host.SignIn("ngo.platform");
        host.Machine.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("/sign-in/again?back=%2Faccount%2Fpasskeys", (await browser.Get(Address)).Address);
        Assert.Equal("/sign-in/again?back=%2Faccount%2Fpasskeys%3Fhandler%3DQuestion", (await browser.Get($"{Address}?handler=Question")).Address);
    }

    [Theory]
    [InlineData("another site")]
    [InlineData("nobody unlocked it")]
    [InlineData("somebody else's question")]
    [InlineData("made twice")]
    [InlineData("nothing")]
    public async Task What_was_not_made_for_this_account_is_not_kept(string what)
    {
        using var phone = new Authenticator();
        var browser = await host.SignIn("sw.norrkoping");
        var page = await browser.Get(Address);
        var before = await PasskeysAsync();
        var (options, asked) = await QuestionAsync(browser, $"{Address}?handler=Question");
        if (what == "another site") phone.Origin = "https://referral-pathway.example";
        if (what == "nobody unlocked it") phone.Verifies = false;
        if (what == "somebody else's question") (options, asked) = await QuestionAsync(await host.SignIn("sw.vasteras"), $"{Address}?handler=Question");
        var made = what == "nothing" ? "" : phone.Make(options);
        if (what == "made twice")
        {
            await browser.Submit(page, Address, ("Name", "A"), ("Answer", made), ("Asked", asked));
            before = await PasskeysAsync();
        }

        var refused = await browser.Submit(page, Address, ("Name", "A"), ("Answer", made), ("Asked", asked), ("act", Guid.CreateVersion7().ToString()));

        Assert.Equal(["The passkey was not made. Try again."], refused.Errors);
        Assert.Equal(before, await PasskeysAsync());

        Task<long> PasskeysAsync() => host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.account_passkeys");
    }

    [Fact]
    public async Task An_account_has_at_most_ten()
    {
        var browser = await host.SignIn("il.polis");
        for (var made = 0; made < 10; made++)
        {
            using var phone = new Authenticator();
            await MakeAsync(browser, phone, $"Number {made}");
        }

        var page = await browser.Get(Address);
        Assert.Empty(page.Document.QuerySelectorAll("form[data-passkey]"));
        Assert.Contains("You have ten passkeys", page.Text, StringComparison.Ordinal);
    }

    internal static async Task<(JsonElement Options, string Asked)> QuestionAsync(Browser browser, string address)
    {
        var answer = await browser.Send(new(HttpMethod.Get, address));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (read.RootElement.GetProperty("options").Clone(), read.RootElement.GetProperty("asked").GetString()!);
    }

    internal static async Task<WebPage> MakeAsync(Browser browser, Authenticator phone, string name)
    {
        var page = await browser.Get(Address);
        var (options, asked) = await QuestionAsync(browser, $"{Address}?handler=Question");
        return await browser.Submit(page, Address, ("Name", name), ("Answer", phone.Make(options)), ("Asked", asked));
    }

    private async Task<WebPage> SignInAsync(Browser browser, Authenticator phone, string? back = null, bool forged = false)
    {
        // No two questions are asked at the very same instant.
        host.Machine.Advance(TimeSpan.FromSeconds(1));
        var page = await browser.Get($"/sign-in{(back is null ? "" : $"?back={Uri.EscapeDataString(back)}")}");
        var (options, asked) = await QuestionAsync(browser, "/sign-in?handler=Passkey");
        return await browser.Submit(page, $"/sign-in?{(back is null ? "" : $"back={Uri.EscapeDataString(back)}&")}handler=Passkey", ("Answer", phone.Answer(options, forged: forged)), ("Asked", asked));
    }
}
