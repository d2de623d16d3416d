using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Accounts;

/// <summary>The program with its real sign-in, and a machine's clock that a test moves: sessions, lockouts, codes and links follow that one.</summary>
public abstract class SignInHost(TemplateDatabase template, bool secondFactor) : IAsyncLifetime
{
    public const string Password = Template.Password;

    public StoppedClock Machine { get; } = new();

    public PathwayHost Host { get; } = new(template) { RealSignIn = true };

    public ValueTask InitializeAsync()
    {
        Host.Configure = services =>
        {
            services.AddSingleton(new RealClock(Machine));
            services.AddSingleton(new SignInRules(secondFactor, "__Host-rp-session"));
        };
        return Host.InitializeAsync();
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Signs in with the password alone; what comes next is for the test to see.</summary>
    public async Task<(Browser Browser, WebPage Page)> Give(string account, string password = Password)
    {
        var browser = Host.Anonymous();
        return (browser, await Give(browser, account, password));
    }

    public static async Task<WebPage> Give(Browser browser, string account, string password = Password) =>
        await browser.Submit(await browser.Get("/sign-in"), ("Email", account.Contains('@', StringComparison.Ordinal) ? account : $"{account}@sample.example"), ("Password", password));

    /// <summary>Signs in with everything that is asked for; a missing second factor is set up on the way.</summary>
    public async Task<Browser> SignIn(string account, string password = Password)
    {
        var (browser, page) = await Give(account, password);
        if (page.Address.StartsWith("/sign-in/second-factor", StringComparison.Ordinal)) await browser.Submit(page, ("Code", await CodeAsync(account)));
        else if (page.Address.StartsWith("/sign-in/code", StringComparison.Ordinal)) await browser.Submit(page, ("Code", await CodeAsync(account)));
        return browser;
    }

    /// <summary>A code that has not been used: the clock moves to the next step first.</summary>
    public async Task<string> CodeAsync(string account)
    {
        Machine.Advance(TimeSpan.FromSeconds(30));
        return SecondFactors.CodeAt(await KeyAsync(account), SecondFactors.StepAt(Machine.GetUtcNow()));
    }

    public async Task<byte[]> KeyAsync(string account)
    {
        var email = account.Contains('@', StringComparison.Ordinal) ? account : $"{account}@sample.example";
        var id = await Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM identity.accounts WHERE email = {email}");
        var box = await Host.AskAsync<byte[]>($"SELECT sealed_key AS \"Value\" FROM identity.second_factors WHERE user_id = {id}");
        return Host.Services.GetRequiredService<InstallationKeys>().Open(InstallationKeys.Accounts, box, $"second-factor/{id}");
    }

    /// <summary>The link of the latest mail to an account, as only that mail knows it.</summary>
    public async Task<string> LinkAsync(string email)
    {
        var id = await Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM identity.accounts WHERE email = {email}");
        var letter = await Host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.outbox WHERE user_id = {id} AND sealed_link IS NOT NULL ORDER BY written_at DESC, id DESC LIMIT 1");
        var box = await Host.AskAsync<byte[]>($"SELECT sealed_link AS \"Value\" FROM pathway.outbox WHERE id = {letter}");
        return System.Text.Encoding.UTF8.GetString(Host.Services.GetRequiredService<InstallationKeys>().Open(InstallationKeys.Letters, box, letter.ToString()));
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Host.Database.System);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public Task<long> CountAsync(string kind) => Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = {kind}");
}

/// <summary>As deployed: password and code.</summary>
public sealed class TwoFactorHost(TemplateDatabase template) : SignInHost(template, secondFactor: true);

/// <summary>As in sample mode: password alone.</summary>
public sealed class OneFactorHost(TemplateDatabase template) : SignInHost(template, secondFactor: false);
