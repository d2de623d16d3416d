using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class PasswordTests(OneFactorHost host) : IClassFixture<OneFactorHost>
{
    private static readonly Account Somebody = new() { Name = "Elin Sandberg", Email = "elin.sandberg@umea.example" };

    [Theory]
    [InlineData("elva tecken", "SignIn.Password.Short")]
    [InlineData("passwordpassword", "SignIn.Password.Guessable")]
    [InlineData("elinsandberg", "SignIn.Password.Guessable")]
    [InlineData("aaaaaaaaaaaaaaaa", "SignIn.Password.Guessable")]
    [InlineData("Sommaren2026!", "SignIn.Password.Guessable")]
    [InlineData("Sommar-2026-!", "SignIn.Password.Guessable")]
    [InlineData("HammarbyIF1897", "SignIn.Password.Guessable")]
    [InlineData("qwertyåäö123", "SignIn.Password.Guessable")]
    [InlineData("Malmö Stad 2025", "SignIn.Password.Guessable")]
    [InlineData("Norrköping1234", "SignIn.Password.Guessable")]
    [InlineData("0rnsk0ldsvik1", "SignIn.Password.Guessable")]
    [InlineData("Välkommen123!", "SignIn.Password.Guessable")]
    [InlineData("losenord12345", "SignIn.Password.Guessable")]
    [InlineData("September2026", "SignIn.Password.Guessable")]
    [InlineData("asdfghjklöä123", "SignIn.Password.Guessable")]
    [InlineData("fyra ord som ingen gissar", null)]
    [InlineData("kaffe tratt moln elva", null)]
    [InlineData("Tr4ssel-9vbq-Dunk", null)]
    [InlineData("bara smabokstaver utan siffror", null)]
    public void A_password_is_long_and_hard_to_guess_and_needs_no_signs(string password, string? problem) => Assert.Equal(problem, PasswordRules.Problem(password, Somebody));

    [Fact]
    public void A_password_known_from_breaches_is_refused_wherever_it_stands_in_the_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            var known = Enumerable.Range(0, 50).Select(n => $"granris tolv fyrar havet {n}").ToList();
            // The lines differ in length, as they do.
#pragma warning disable CA5350 // The key of such a file.
            File.WriteAllLines(file, known.Select((p, n) => $"{Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(p)))}:{Math.Pow(10, n % 7):0}").Order(StringComparer.Ordinal));
#pragma warning restore CA5350
            var check = PasswordCheck.Of(With(file));

            Assert.All(known, password => Assert.Equal("SignIn.Password.Known", check.Problem(password, Somebody)));
            Assert.All(Enumerable.Range(300, 20), n => Assert.Null(check.Problem($"granris tolv fyrar havet {n}", Somebody)));
            Assert.Null(PasswordCheck.Of(With("")).Problem(known[0], Somebody));
            File.WriteAllText(file, "passwords, not their hashes");
            Assert.Throws<InvalidOperationException>(() => PasswordCheck.Of(With(file)));
        }
        finally
        {
            File.Delete(file);
        }

        static IConfiguration With(string file) => new ConfigurationBuilder().AddInMemoryCollection([new("PATHWAY_BREACHED_PASSWORDS", file)]).Build();
    }

    [Fact]
    public void A_long_password_is_welcome_up_to_a_point()
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"ord{i * 7919 % 1000}"));
        Assert.Null(PasswordRules.Problem(words[..256], Somebody));
        Assert.Equal("SignIn.Password.Long", PasswordRules.Problem(words[..257], Somebody));
    }

    [Fact]
    public async Task A_password_that_was_hashed_cheaply_once_is_hashed_anew_when_it_is_next_typed()
    {
        await using var dearer = PathwayHost.Leaking(host.Host, services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = 3));
        var before = await HashAsync();
        await SignInHost.Give(dearer.Anonymous(), "rc.norr", "wrong wrong wrong wrong");
        Assert.Equal(before, await HashAsync());

        Assert.Empty((await SignInHost.Give(dearer.Anonymous(), "rc.norr")).Errors);

        var after = await HashAsync();
        Assert.NotEqual(before, after);
        Assert.Equal(3, Convert.FromBase64String(after)[8]);
        Assert.Empty((await SignInHost.Give(dearer.Anonymous(), "rc.norr")).Errors);
        Assert.Equal(after, await HashAsync());

        Task<string> HashAsync() => host.Host.AskAsync<string>($"SELECT password_hash AS \"Value\" FROM identity.accounts WHERE email = 'rc.norr@sample.example'");
    }

    [Fact]
    public void A_hash_costs_what_it_should()
    {
        // Of the program as it is deployed: the hosts of the tests hash cheaply.
        using var program = new ServiceCollection().AddAccounts(sample: false).BuildServiceProvider();
        var hash = Convert.FromBase64String(program.GetRequiredService<IPasswordHasher<Account>>().HashPassword(Somebody, "whatever it is"));
        Assert.Equal(1, hash[0]);
        Assert.Equal(2, hash[4]); // HMAC-SHA512
        Assert.True((hash[5] << 24 | hash[6] << 16 | hash[7] << 8 | hash[8]) >= 210_000);
    }

    [Fact]
    public async Task Whoever_changes_their_password_proves_the_old_one_goes_on_and_is_out_everywhere_else()
    {
        var browser = await host.SignIn("sw.umea");
        var page = await browser.Get("/account/password");
        var wrong = await browser.Submit(page, ("CurrentPassword", "not it"), ("NewPassword", "fyra ord som ingen gissar"), ("PasswordAgain", "fyra ord som ingen gissar"));
        Assert.Single(wrong.Errors);
        var weak = await browser.Submit(page, ("CurrentPassword", SignInHost.Password), ("NewPassword", "elin sandberg"), ("PasswordAgain", "elin sandberg"));
        Assert.Single(weak.Errors);

        var done = await browser.Submit(page, ("CurrentPassword", SignInHost.Password), ("NewPassword", "fyra ord som ingen gissar"), ("PasswordAgain", "fyra ord som ingen gissar"));
        Assert.Equal("/account", done.Address);
        Assert.Equal("/account", (await browser.Get("/account")).Address);
        Assert.Equal("/sign-in", (await host.Give("sw.umea")).Page.Address);
        Assert.Equal("/", (await host.Give("sw.umea", "fyra ord som ingen gissar")).Page.Address);
        Assert.StartsWith("/sign-in", (await browser.Get("/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_page_shows_who_one_is_and_what_one_has_read()
    {
        var browser = await host.SignIn("ngo.haven");
        var started = await Cases.A.CaseAsync(browser);
        await browser.Get(started);
        var account = await browser.Get("/account");
        Assert.Contains("Åsa Lindgren", account.Text, StringComparison.Ordinal);
        var readings = await browser.Get(account.Link("What you have read"));
        Assert.Contains(started, readings.Links);
        var other = await host.SignIn("ngo.platform");
        Assert.DoesNotContain(started, (await other.Get("/account/readings")).Links);
    }
}
