using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>What is typed is saved without being asked, and a lost network, a closed tab or a second one cost no word.</summary>
public sealed class DraftTests(SampleHost host)
{
    private const string Field = "[name='Input.Description']";

    [Fact]
    public async Task A_tab_that_is_closed_and_a_network_that_is_lost_cost_no_word()
    {
        var page = await host.SignInAsync("sw.umea");
        var form = $"{await Hand.StartCaseAsync(page)}/intake/exploitation";
        await page.GotoAsync(form);
        var said = page.Locator("[data-drafted]");
        await page.FillAsync(Field, "The first sentence.");
        await Assertions.Expect(said).ToContainTextAsync("Saved as a draft");

        // The tab is closed in the middle of a word.
        await page.Locator(Field).PressSequentiallyAsync(" And half a wo");
        await page.GotoAsync("/messages");
        // What a page sends while it is left may arrive after the next one is asked for.
        for (var tries = 0; tries < 20; tries++)
        {
            await page.GotoAsync(form);
            if (await page.InputValueAsync(Field) == "The first sentence. And half a wo") break;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync("The first sentence. And half a wo");
        await Look.IsForEverybodyAsync(page, 1280);

        // Without a network it says so, sends nothing, and keeps the page.
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync(Field, "The first sentence. And half a word.");
        await Assertions.Expect(said).ToContainTextAsync("The latest is not saved");
        await page.CheckAsync("[name='Input.Exposure'][value='THB']", new() { Force = true });
        await page.CheckAsync("[name='Input.Types'][value='SEXUAL']", new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await Assertions.Expect(said).ToContainTextAsync("Nothing was sent");
        await Assertions.Expect(said).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync("The first sentence. And half a word.");

        // With it, what was typed meanwhile is saved by itself, and the form goes.
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(said).ToContainTextAsync("Saved as a draft");
        // Within a second it would be taken for a double click.
        await Task.Delay(1_100, TestContext.Current.CancellationToken);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and go on" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/exploitation", StringComparison.Ordinal));
        await page.GotoAsync(form);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("without sending it");
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync("The first sentence. And half a word.");
    }

    [Fact]
    public async Task Two_tabs_do_not_fight()
    {
        var one = await host.SignInAsync("ngo.haven");
        var form = $"{await Hand.StartCaseAsync(one)}/intake/exploitation";
        await one.GotoAsync(form);
        var other = await one.Context.NewPageAsync();
        await other.GotoAsync(form);
        foreach (var (tab, text) in new[] { (one, "Said on Monday"), (other, "Said on Tuesday") })
        {
            await tab.FillAsync(Field, text);
            await Assertions.Expect(tab.Locator("[data-drafted]")).ToContainTextAsync("Saved as a draft");
        }
        await Assertions.Expect(one.Locator(Field)).ToHaveValueAsync("Said on Monday");

        await other.CloseAsync();
        await one.GotoAsync(form);
        await Assertions.Expect(one.Locator(Field)).ToHaveValueAsync("Said on Tuesday");
        await one.GetByRole(AriaRole.Button, new() { Name = "Throw the draft away" }).ClickAsync();
        await Assertions.Expect(one.Locator(Field)).ToHaveValueAsync("Said on Monday");
    }
}
