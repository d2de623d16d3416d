using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>The first stretch of the work, from signing in over a new case and a consent to a referral that its recipient accepts: with the keys alone, and without scripts.</summary>
public sealed class KeyboardTests(SampleHost host)
{
    [Fact]
    public async Task The_keyboard_is_enough_from_signing_in_to_a_referral_that_is_accepted()
    {
        var page = await host.OpenAsync();
        var keys = new Keys(page);
        await page.GotoAsync("/sign-in");
        await keys.WriteAsync("Email", "sw.stockholm@sample.example");
        await keys.WriteAsync("Password", SampleHost.Password);
        await keys.PressAsync("Sign in");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));

        await keys.PressAsync("Start a new case");
        await page.WaitForURLAsync("**/cases/start");
        await keys.TickAsync("Unknown", "true");
        await keys.PressAsync("Start a new case");
        await page.WaitForURLAsync("**/intake");
        var theCase = new Uri(page.Url).AbsolutePath.Replace("/intake", "", StringComparison.Ordinal);
        await keys.FollowAsync("/intake/danger");
        await keys.ChooseAsync("Input.Acute", "No");
        await keys.SendAsync();
        await keys.ChooseAsync("Input.Direct", "Through");
        await keys.SelectAsync("Input.Organisation", "other");
        await keys.WriteNamedAsync("Input.Through", "Stockholms stad");
        await keys.ChooseAsync("Input.DeviceWatched", "Unknown");
        await keys.SendAsync();
        await keys.WriteNamedAsync("Input.On", "2026-03-15");
        await keys.SelectAsync("Input.By", "SOCIAL_WORKER");
        await keys.SelectAsync("Input.Municipality", "0180");
        await keys.SendAsync();
        await keys.ChooseAsync("Input.Exposure", "THB");
        await keys.TickAsync("Input.Types", "FORCED_LABOUR");
        await keys.SendAsync();
        await keys.ChooseAsync("Input.Gender", "M");
        await keys.SelectAsync("Input.AgeGroup", "25-34");
        await keys.SelectAsync("Input.Languages[0]", "uz");
        await keys.ChooseAsync("Input.Interpreter", "Yes");
        await keys.SendAsync();
        await keys.SelectAsync("Input.Status", "IRREGULAR");
        await keys.SendAsync();
        await keys.ChooseAsync("Input.Informed", "Yes");
        await keys.SendAsync();
        Assert.EndsWith("/intake/check", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await keys.SendAsync();
        Assert.EndsWith(theCase, new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        var taken = keys.Taken;
        Assert.True(taken < TimeSpan.FromMinutes(5), $"A case takes {taken:m\\:ss}.");
        TestContext.Current.SendDiagnosticMessage($"A case by the keys alone: {taken:m\\:ss}.");

        await keys.FollowAsync("/consents/record");
        await keys.SelectLabelAsync("Input.Recipient", "Haven (NGO)");
        await keys.ChooseAsync("Input.Decision", "given");
        await keys.TickAsync("Input.Groups", "SafeContact");
        await keys.ChooseAsync("Input.Method", "ORAL_INTERPRETER");
        await keys.SelectAsync("Input.Language", "en");
        await keys.ChooseAsync("Input.Interpreter", "Telephone");
        foreach (var told in new[] { "What", "Why", "Withdraw", "Lasting" }) await keys.TickAsync($"Input.Told{told}", "true");
        await keys.SendAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Haven (NGO)");
        Assert.DoesNotContain("/record", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(theCase);
        await keys.FollowAsync("/referrals/write");
        await keys.PressAsync("Haven (NGO)");
        await page.WaitForURLAsync("**/referrals/write/*");
        await keys.SelectAsync("Input.Service", "ACCOMMODATION");
        await keys.ChooseAsync("Input.Urgency", "Normal");
        await keys.SendAsync();
        await keys.SendAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("has not answered yet");

        var shelter = await host.SignInAsync("ngo.haven");
        keys = new Keys(shelter);
        await shelter.GotoAsync("/referrals");
        await keys.PressAsync("City of Stockholm");
        await shelter.WaitForURLAsync("**/referrals/*");
        await keys.PressAsync("Accept");
        await shelter.WaitForURLAsync("**/accept");
        await keys.WriteNamedAsync("Input.FirstContactOn", "2026-03-17");
        await keys.SendAsync();
        Assert.EndsWith(theCase, new Uri(shelter.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_everything_works_from_signing_in_to_a_referral_that_is_accepted()
    {
        var page = await host.OpenAsync(width: 360, scripts: false);
        await SampleHost.SignInAsync(page, "sw.dorotea");

        var theCase = await Hand.OpenCaseAsync(page);
        await Hand.SendAsync(page);
        await Hand.ConsentAsync(page, theCase, "Haven (NGO)");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Haven (NGO)");
        await Hand.DraftAsync(page, theCase, "Haven (NGO)", "ACCOMMODATION");
        await Hand.SendAsync(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("has not answered yet");

        var shelter = await host.OpenAsync(width: 360, scripts: false);
        await SampleHost.SignInAsync(shelter, "ngo.haven");
        await Hand.AcceptAsync(shelter, "Dorotea municipality");
        Assert.EndsWith(theCase, new Uri(shelter.Url).AbsolutePath, StringComparison.Ordinal);
    }
}
