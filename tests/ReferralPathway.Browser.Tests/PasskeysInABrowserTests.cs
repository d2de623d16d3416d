using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>A passkey in a browser with an authenticator of its own: made, used for signing in and for the locked screen, renamed, removed.</summary>
public sealed class PasskeysInABrowserTests(SampleHost host)
{
    [Theory]
    [InlineData("ngo.haven", "en", 1280, "Sign in with a passkey", "Make the passkey", "Unlock with a passkey", "Save the name", "Remove the passkey")]
    [InlineData("sw.norrkoping", "sv", 360, "Logga in med nyckel", "Skapa nyckeln", "Lås upp med nyckel", "Spara namnet", "Ta bort nyckeln")]
    public async Task A_passkey_is_the_first_way_in(string account, string language, int width, string signIn, string make, string unlock, string save, string remove)
    {
        var page = await host.OpenAsync(width, language);
        await SampleHost.SignInAsync(page, account, language);
        await WithPhoneAsync(page);
        await page.GotoAsync("/account/passkeys");
        await Look.IsForEverybodyAsync(page, width);
        await page.FillAsync("[name='Name']", "Telefon");
        await Button(make).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-row__title")).ToHaveTextAsync("Telefon");

        await page.GotoAsync("/sign-out");
        await page.Locator("main form button").ClickAsync();
        await page.WaitForURLAsync("**/sign-in");
        await page.GotoAsync("/sign-in?back=%2Faccount%2Fpasskeys");
        await Look.IsForEverybodyAsync(page, width);
        // The first button of the page.
        await Assertions.Expect(page.Locator("main button:visible").First).ToHaveTextAsync(signIn);
        await Button(signIn).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-row__title")).ToHaveTextAsync("Telefon");

        await page.GotoAsync("/account");
        await page.EvaluateAsync("() => fetch('/sign-in/lock', { method: 'POST' })");
        await page.GotoAsync("/account");
        await Look.IsForEverybodyAsync(page, width);
        await Button(unlock).ClickAsync();
        await page.WaitForURLAsync("**/account");

        await page.GotoAsync("/account/passkeys");
        await page.Locator(".rp-row__title a").ClickAsync();
        await Look.IsForEverybodyAsync(page, width);
        await page.FillAsync("[name='Name']", "Jobbtelefon");
        await Button(save).ClickAsync();
        await page.Locator(".rp-row__title a").ClickAsync();
        await Button(remove).ClickAsync();
        await Assertions.Expect(page.Locator(".rp-empty")).ToBeVisibleAsync();

        // What the telephone still has opens nothing.
        await page.GotoAsync("/sign-in");
        await Button(signIn).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeVisibleAsync();

        ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
    }

    [Fact]
    public async Task Without_scripts_or_a_passkey_the_password_is_there()
    {
        var plain = await host.OpenAsync(scripts: false);
        await plain.GotoAsync("/sign-in");
        await Assertions.Expect(plain.GetByText("Sign in with a passkey")).ToBeHiddenAsync();
        await Assertions.Expect(plain.GetByLabel("Email", new() { Exact = true })).ToBeVisibleAsync();

        var page = await host.OpenAsync();
        await WithPhoneAsync(page);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("The browser got no passkey. Try again, or use the password.");
    }

    /// <summary>Gives the browser an authenticator that holds nothing yet and is unlocked whenever it is asked.</summary>
    private static async Task WithPhoneAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
