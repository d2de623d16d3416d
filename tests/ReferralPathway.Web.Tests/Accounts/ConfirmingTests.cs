using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>An administrator alone can make nobody a reader of cases: every way there is tried here.</summary>
public sealed class ConfirmingTests(OneFactorHost host) : IClassFixture<OneFactorHost>
{
    private const string Chosen = "fyra ord som ingen gissar";

    [Fact]
    public async Task An_invited_person_can_do_nothing_until_a_manager_of_the_organisation_has_confirmed()
    {
        await InviteAsync("new.haven@sample.example", "haven", "NgoWorker");
        var link = await host.LinkAsync("new.haven@sample.example");
        await TakeAsync(link);
        Assert.Equal("/sign-in", (await host.Give("new.haven@sample.example", Chosen)).Page.Address);

        var manager = await host.SignIn("ngo.haven.chef");
        var address = $"/organisation/confirm/{await ChangeOfAsync("new.haven@sample.example")}";
        Assert.Contains(address, (await manager.Get("/organisation")).Links);
        var question = await manager.Get(address);
        Assert.Contains("new.haven@sample.example", question.Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items w JOIN identity.account_changes c ON c.id = w.source_id JOIN identity.accounts a ON a.id = c.account WHERE a.email = 'new.haven@sample.example' AND w.closed_at IS NULL AND w.managers_only AND w.organisation_id = a.organisation_id"));
        await manager.Submit(question, ("answer", "yes"));

        Assert.Equal("/", (await host.Give("new.haven@sample.example", Chosen)).Page.Address);
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items w JOIN identity.account_changes c ON c.id = w.source_id JOIN identity.accounts a ON a.id = c.account WHERE a.email = 'new.haven@sample.example' AND w.closed_at IS NULL"));
        foreach (var kind in new[] { "Account.Invited", "Account.ChangeAsked", "Account.PasswordSet", "Account.ChangeConfirmed" }) Assert.NotEqual(0, await host.CountAsync(kind));
    }

    [Fact]
    public async Task The_link_is_shown_to_nobody_works_once_and_for_three_days()
    {
        var page = await InviteAsync("link.haven@sample.example", "haven", "NgoWorker");
        var link = await host.LinkAsync("link.haven@sample.example");
        Assert.DoesNotContain("/sign-in/invitation", page.Source, StringComparison.Ordinal);
        var open = await host.Host.Anonymous().Get(link);
        Assert.DoesNotContain("haven", open.Text, StringComparison.OrdinalIgnoreCase);

        host.Machine.Advance(TimeSpan.FromHours(73));
        Assert.Equal(HttpStatusCode.Gone, (await host.Host.Anonymous().Get(link)).Status);
        host.Machine.Advance(TimeSpan.FromHours(-73));
        await TakeAsync(link);
        Assert.Equal(HttpStatusCode.Gone, (await host.Host.Anonymous().Get(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await host.Host.Anonymous().Get("/sign-in/invitation/nothing")).Status);
    }

    [Fact]
    public async Task The_first_manager_waits_for_a_second_administrator_and_not_for_the_one_who_asked()
    {
        await InviteAsync("chef.umea@sample.example", "umea", "SocialWorker", manager: true);
        await TakeAsync(await host.LinkAsync("chef.umea@sample.example"));

        var asker = await host.SignIn("admin");
        var address = $"/administration/confirmations/{await ChangeOfAsync("chef.umea@sample.example")}";
        Assert.Contains(address, (await asker.Get("/administration")).Links);
        var own = await asker.Get(address);
        Assert.Contains("Another person", Assert.Single((await asker.Submit(own, ("answer", "yes"))).Errors), StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await host.Give("chef.umea@sample.example", Chosen)).Page.Address);

        var second = await host.SignIn("admin2");
        await second.Submit(await second.Get(address), ("answer", "yes"));
        Assert.Equal("/", (await host.Give("chef.umea@sample.example", Chosen)).Page.Address);
    }

    [Fact]
    public async Task A_second_account_of_the_same_person_is_not_a_second_person()
    {
        await host.ExecuteAsync("UPDATE identity.accounts SET person_id = (SELECT person_id FROM identity.accounts WHERE email = 'admin@sample.example') WHERE email = 'admin2@sample.example'");
        try
        {
            await InviteAsync("chef.norrkoping@sample.example", "norrkoping", "SocialWorker", manager: true);
            await TakeAsync(await host.LinkAsync("chef.norrkoping@sample.example"));
            var second = await host.SignIn("admin2");
            var answer = await second.Submit(await second.Get($"/administration/confirmations/{await ChangeOfAsync("chef.norrkoping@sample.example")}"), ("answer", "yes"));
            Assert.Equal((HttpStatusCode)422, answer.Status);
        }
        finally
        {
            await host.ExecuteAsync("UPDATE identity.accounts SET person_id = gen_random_uuid() WHERE email = 'admin2@sample.example'");
        }
    }

    [Fact]
    public async Task A_manager_cannot_confirm_for_another_organisation()
    {
        await InviteAsync("new.malmo@sample.example", "malmo", "SocialWorker");
        await TakeAsync(await host.LinkAsync("new.malmo@sample.example"));
        var id = await ChangeOfAsync("new.malmo@sample.example");
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignIn("ngo.haven.chef")).Get($"/organisation/confirm/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignIn("admin2")).Get($"/administration/confirmations/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await host.SignIn("sw.malmo")).Get($"/organisation/confirm/{id}")).Status);
    }

    [Fact]
    public async Task A_refused_invitation_opens_nothing()
    {
        await InviteAsync("refused@sample.example", "haven", "NgoWorker");
        await TakeAsync(await host.LinkAsync("refused@sample.example"));
        var manager = await host.SignIn("ngo.haven.chef");
        await manager.Submit(await manager.Get($"/organisation/confirm/{await ChangeOfAsync("refused@sample.example")}"), ("answer", "no"));
        Assert.Equal("/sign-in", (await host.Give("refused@sample.example", Chosen)).Page.Address);
        Assert.Equal("Disabled", await StatusOfAsync("refused@sample.example"));
    }

    [Fact]
    public async Task A_withdrawn_invitation_cannot_be_taken_any_more()
    {
        await InviteAsync("withdrawn@sample.example", "haven", "NgoWorker");
        var link = await host.LinkAsync("withdrawn@sample.example");
        await ActAsync("withdrawn@sample.example", "Withdraw");
        Assert.Equal(HttpStatusCode.Gone, (await host.Host.Anonymous().Get(link)).Status);
    }

    [Fact]
    public async Task Opening_a_disabled_account_waits_for_the_manager_too()
    {
        await ActAsync("sw.malmo@sample.example", "Disable");
        Assert.Equal("/sign-in", (await host.Give("sw.malmo")).Page.Address);
        await ActAsync("sw.malmo@sample.example", "Enable");
        Assert.Equal("/sign-in", (await host.Give("sw.malmo")).Page.Address);
        var manager = await host.SignIn("sw.malmo.chef");
        await manager.Submit(await manager.Get($"/organisation/confirm/{await ChangeOfAsync("sw.malmo@sample.example")}"), ("answer", "yes"));
        Assert.Equal("/", (await host.Give("sw.malmo")).Page.Address);
    }

    [Fact]
    public async Task A_new_role_and_a_managers_flag_do_nothing_before_they_are_confirmed()
    {
        await ActAsync("audit@sample.example", "Role", ("Role", "Administrator"));
        await ActAsync("ngo.haven@sample.example", "Manage");
        Assert.Equal("Auditor", await host.Host.AskAsync<string>($"SELECT role AS \"Value\" FROM identity.accounts WHERE email = 'audit@sample.example'"));
        Assert.False(await host.Host.AskAsync<bool>($"SELECT is_manager AS \"Value\" FROM identity.accounts WHERE email = 'ngo.haven@sample.example'"));

        var second = await host.SignIn("admin2");
        await second.Submit(await second.Get($"/administration/confirmations/{await ChangeOfAsync("audit@sample.example")}"), ("answer", "yes"));
        Assert.Equal("Administrator", await host.Host.AskAsync<string>($"SELECT role AS \"Value\" FROM identity.accounts WHERE email = 'audit@sample.example'"));
        var manager = await host.SignIn("ngo.haven.chef");
        await manager.Submit(await manager.Get($"/organisation/confirm/{await ChangeOfAsync("ngo.haven@sample.example")}"), ("answer", "yes"));
        Assert.True(await host.Host.AskAsync<bool>($"SELECT is_manager AS \"Value\" FROM identity.accounts WHERE email = 'ngo.haven@sample.example'"));
    }

    [Fact]
    public async Task A_second_factor_stays_until_its_removal_is_confirmed_and_then_only_the_mail_opens_the_way()
    {
        await host.ExecuteAsync("INSERT INTO identity.second_factors (user_id, sealed_key, last_step, confirmed_at) SELECT id, '\\x00', 0, now() FROM identity.accounts WHERE email = 'sw.malmo.chef@sample.example'");
        await host.ExecuteAsync("INSERT INTO identity.account_passkeys (credential_id, user_id, \"Data\") SELECT '\\x00', id, '{}' FROM identity.accounts WHERE email = 'sw.malmo.chef@sample.example'");
        await ActAsync("sw.malmo.chef@sample.example", "SecondFactor");
        Assert.Equal(1, await FactorsOfAsync("sw.malmo.chef@sample.example"));

        // She is the only manager: a second administrator decides.
        var second = await host.SignIn("admin2");
        await second.Submit(await second.Get($"/administration/confirmations/{await ChangeOfAsync("sw.malmo.chef@sample.example")}"), ("answer", "yes"));
        Assert.Equal(0, await FactorsOfAsync("sw.malmo.chef@sample.example"));
        // A passkey would be a way round it.
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.account_passkeys p JOIN identity.accounts a ON a.id = p.user_id WHERE a.email = 'sw.malmo.chef@sample.example'"));
        Assert.Equal("/sign-in", (await host.Give("sw.malmo.chef")).Page.Address);
        await TakeAsync(await host.LinkAsync("sw.malmo.chef@sample.example"));
        Assert.Equal("/", (await host.Give("sw.malmo.chef", Chosen)).Page.Address);
        await host.ExecuteAsync("UPDATE identity.accounts SET password_hash = (SELECT password_hash FROM identity.accounts WHERE email = 'admin@sample.example') WHERE email = 'sw.malmo.chef@sample.example'");
    }

    [Fact]
    public async Task A_role_that_does_not_fit_the_organisation_is_refused_beside_the_field()
    {
        var page = await InviteAsync("police.haven@sample.example", "haven", "InvestigationLeader");
        Assert.Equal(["The role Investigation leader does not fit an organisation of type NGO."], page.Errors);
        Assert.NotNull(page.Document.QuerySelector("#Input_Role-error"));
        Assert.Equal(0, await host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.accounts WHERE email = 'police.haven@sample.example'"));
    }

    [Fact]
    public async Task Only_administrators_reach_the_administration()
    {
        foreach (var account in new[] { "sw.umea", "ngo.haven.chef", "nc.jamy" })
            foreach (var address in new[] { "/administration", "/administration/accounts", "/administration/accounts/invite", "/administration/organisations", "/administration/organisations/create" })
                Assert.Equal(HttpStatusCode.Forbidden, (await (await host.SignIn(account)).Get(address)).Status);
    }

    private async Task<WebPage> InviteAsync(string email, string organisation, string role, bool manager = false)
    {
        var browser = await host.SignIn("admin");
        var id = await host.Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.organisations WHERE mail = {organisation + "@sample.example"}");
        return await browser.Submit(await browser.Get("/administration/accounts/invite"), ("Input.Name", "Prov Person"), ("Input.Email", email), ("Input.Organisation", id.ToString()), ("Input.Role", role), ("Input.IsManager", manager ? "true" : null));
    }

    private async Task TakeAsync(string link)
    {
        var browser = host.Host.Anonymous();
        var taken = await browser.Submit(await browser.Get(link), ("Password", Chosen), ("Again", Chosen));
        Assert.Equal("/sign-in", taken.Address);
    }

    private async Task ActAsync(string email, string handler, params (string, string?)[] fields)
    {
        var browser = await host.SignIn("admin");
        var id = await host.Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM identity.accounts WHERE email = {email}");
        var page = await browser.Get($"/administration/accounts/{id}");
        var answer = await browser.Submit(page, $"/administration/accounts/{id}?handler={handler}", fields);
        Assert.Empty(answer.Errors);
    }

    private Task<Guid> ChangeOfAsync(string email) => host.Host.AskAsync<Guid>($"SELECT c.id AS \"Value\" FROM identity.account_changes c JOIN identity.accounts a ON a.id = c.account WHERE a.email = {email} AND c.state = 'Waiting'");

    private Task<string> StatusOfAsync(string email) => host.Host.AskAsync<string>($"SELECT status AS \"Value\" FROM identity.accounts WHERE email = {email}");

    private Task<long> FactorsOfAsync(string email) => host.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.second_factors f JOIN identity.accounts a ON a.id = f.user_id WHERE a.email = {email}");
}
