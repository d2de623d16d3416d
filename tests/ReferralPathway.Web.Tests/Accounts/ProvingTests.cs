using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>Whoever finds the screen open changes nothing of what others may do.</summary>
public sealed partial class ProvingTests(TwoFactorHost host) : IClassFixture<TwoFactorHost>
{
    [Fact]
    public async Task An_administrator_who_signed_in_a_while_ago_is_asked_again_and_loses_nothing_of_what_was_typed()
    {
        var browser = await host.SignIn("admin");
        host.Machine.Advance(TimeSpan.FromMinutes(11));
        var form = await browser.Get("/administration/organisations/create");
        Assert.Equal("/administration/organisations/create", form.Address);

        var asked = await browser.Submit(form, ("Input.Kind", "Ngo"), ("Input.NameSv", "Bortglömd kanariefågel"), ("Input.NameEn", "Forgotten canary"));
        Assert.Equal("/sign-in/again", asked.Address);
        Assert.Equal(0, await OrganisationsAsync());
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.kept_forms f WHERE encode(f.box, 'escape') LIKE '%canary%'"));

        asked = await browser.Submit(asked, ("Password", SignInHost.Password), ("Code", "000000"));
        Assert.Single(asked.Errors);
        var kept = await browser.Submit(asked, ("Password", SignInHost.Password), ("Code", await host.CodeAsync("admin")));
        Assert.Equal("/sign-in/resume", kept.Address);
        Assert.Contains("Bortglömd kanariefågel", kept.Source, StringComparison.Ordinal);

        Assert.Equal("/administration/organisations", (await browser.Submit(kept, "/administration/organisations/create")).Address);
        await browser.Submit(kept, "/administration/organisations/create");
        Assert.Equal(1, await OrganisationsAsync());

        Task<long> OrganisationsAsync() => host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.organisations WHERE name_en = 'Forgotten canary'");
    }

    [Fact]
    public async Task A_fresh_proof_is_enough_and_looking_something_up_needs_none()
    {
        var browser = await host.SignIn("admin2");
        host.Machine.Advance(TimeSpan.FromMinutes(9));
        var made = await browser.Submit(await browser.Get("/administration/organisations/create"), ("Input.Kind", "Ngo"), ("Input.NameSv", "Genast"), ("Input.NameEn", "At once"));
        Assert.Equal("/administration/organisations", made.Address);

        host.Machine.Advance(TimeSpan.FromMinutes(2));
        var found = await browser.Submit(await browser.Get("/administration/accounts"), ("Wanted", "Sandberg"));
        Assert.Contains("Elin Sandberg", found.Text, StringComparison.Ordinal);
    }

    /// <summary>The forms of the proved folders that stand at an address of their own, and whose they are; those under a case are sent by <c>PostingTests</c>, stale and fresh.</summary>
    public static TheoryData<string, string> ProvedForms() =>
    [
        .. from folder in Guards.Proved
           from model in typeof(Guards).Assembly.GetTypes()
           let name = model.FullName!
           where model.IsSubclassOf(typeof(PageModel)) && name.StartsWith("ReferralPathway.Web.Pages" + folder.Replace('/', '.') + ".", StringComparison.Ordinal)
           let page = name["ReferralPathway.Web.Pages".Length..].Replace('.', '/')[..^"Model".Length]
           where model.GetMethod("OnPostAsync") is { } post && !post.IsDefined(typeof(ChangesNothingAttribute), inherit: false)
           let who = folder.StartsWith("/Administration", StringComparison.Ordinal) ? "admin" : folder == "/OwnOrganisation" ? "sw.malmo.chef" : folder == "/OwnAccount/Calendar" ? "sw.umea" : null
           where who is not null
           select new TheoryDataRow<string, string>(page, who),
    ];

    [Theory]
    [MemberData(nameof(ProvedForms))]
    public async Task Whoever_signed_in_a_while_ago_is_asked_again_and_gets_back_what_was_typed(string page, string who)
    {
        var pattern = host.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().First(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == page).RoutePattern.RawText!;
        // Whether there is such an entry or account is asked after who wants to know.
        var address = "/" + IdOfAnything().Replace(pattern, Guid.CreateVersion7().ToString());
        var browser = await host.SignIn(who);
        host.Machine.Advance(TimeSpan.FromMinutes(11));
        var token = (await browser.Get("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var typed = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Kept", "Ett ord som ingen vill skriva om")]);

        var asked = await browser.Client.PostAsync(new Uri(address, UriKind.Relative), typed, TestContext.Current.CancellationToken);

        Assert.Equal("/sign-in/again", asked.Headers.Location?.OriginalString);
        var kept = await browser.Submit(await browser.Get("/sign-in/again"), ("Password", SignInHost.Password), ("Code", await host.CodeAsync(who)));
        Assert.Equal("/sign-in/resume", kept.Address);
        Assert.Equal("Ett ord som ingen vill skriva om", kept.Document.QuerySelector($"form[action='{address}'] input[name='Input.Kept']")!.GetAttribute("value"));
    }

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex IdOfAnything();

    [Theory]
    [InlineData("SignOut")]
    [InlineData("Disable")]
    [InlineData("Manage")]
    [InlineData("SecondFactor")]
    public async Task Every_act_on_an_account_asks(string handler)
    {
        var browser = await host.SignIn("admin");
        host.Machine.Advance(TimeSpan.FromMinutes(11));
        var id = await host.Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM identity.accounts WHERE email = 'rc.ost@sample.example'");
        var page = await browser.Get($"/administration/accounts/{id}");

        Assert.Equal("/sign-in/again", (await browser.Submit(page, $"/administration/accounts/{id}?handler={handler}")).Address);

        Assert.Equal("Active", await host.Host.AskAsync<string>($"SELECT status AS \"Value\" FROM identity.accounts WHERE id = {id}"));
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.account_changes WHERE account = {id}"));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_password_and_then_refused()
    {
        var browser = await host.SignIn("sw.umea");
        host.Machine.Advance(TimeSpan.FromMinutes(11));
        var token = (await browser.Get("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Client.PostAsync(new Uri("/administration/organisations/create", UriKind.Relative), content, TestContext.Current.CancellationToken)).StatusCode);
    }
}
