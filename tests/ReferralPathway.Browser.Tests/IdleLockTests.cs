using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Somebody leaves the desk in the middle of a form.</summary>
public sealed class IdleLockTests(SampleHost host)
{
    [Fact]
    public async Task After_a_quarter_of_an_hour_the_page_is_covered_and_what_was_typed_comes_back()
    {
        var page = await host.OpenAsync();
        await page.Clock.InstallAsync();
        await SampleHost.SignInAsync(page, "sw.umea");
        var theCase = await Hand.StartCaseAsync(page);
        await page.GotoAsync($"{theCase}/intake/safe-contact");
        await page.CheckAsync("[name='Input.Direct'][value='Through']", new() { Force = true });
        await page.FillAsync("[name='Input.Through']", "Umeå stadsmission, Åsa & co");
        // Typing keeps the page awake: the quarter of an hour begins when the server has last heard of it.
        await page.Clock.FastForwardAsync("00:02");
        await Assertions.Expect(page.Locator("[data-drafted]")).ToContainTextAsync("Saved as a draft");
        var notice = page.Locator("[data-idle]");

        await page.Clock.FastForwardAsync("13:50");
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await page.Clock.FastForwardAsync("00:20");
        await Assertions.Expect(notice).ToBeVisibleAsync();
        await page.Clock.FastForwardAsync("01:00");

        await page.WaitForURLAsync("**/sign-in/unlock**");
        await Assertions.Expect(page.Locator("body")).Not.ToContainTextAsync("Umeå stadsmission");
        await Look.IsForEverybodyAsync(page, 1280);
        await page.GotoAsync(theCase);
        Assert.Contains("/sign-in/unlock", page.Url, StringComparison.Ordinal);

        await page.FillAsync("main input[type=password]", SampleHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/sign-in/resume");
        await Look.IsForEverybodyAsync(page, 1280);
        await page.Locator("main form:not([action='/sign-in/resume']) button").First.ClickAsync();

        // The rest of the form was not answered yet, so it is shown again with what was there.
        await page.WaitForURLAsync("**/intake/safe-contact**");
        await Assertions.Expect(page.Locator("[name='Input.Through']")).ToHaveValueAsync("Umeå stadsmission, Åsa & co");
    }

    [Fact]
    public async Task Signing_out_in_one_tab_takes_the_others_along()
    {
        var page = await host.SignInAsync("sw.umea");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/account");
        await page.GotoAsync("/sign-out");

        await page.Locator("main form button").ClickAsync();

        await page.WaitForURLAsync("**/sign-in");
        await other.WaitForURLAsync("**/sign-in");
        await Assertions.Expect(other.Locator("body")).Not.ToContainTextAsync("Elin Sandberg");
    }
}
