using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Pages that only an act opens, and forms that come back with errors.</summary>
public sealed class ShownTests(SampleHost host)
{
    [Theory]
    [InlineData(360, "sv", true)]
    [InlineData(1280, "en", false)]
    public async Task Name_and_numbers_are_for_everybody_who_may_see_them(int width, string language, bool dark)
    {
        var page = await host.SignInAsync("sw.norrkoping", width, language, dark);
        await page.GotoAsync("/cases");
        await page.Locator("main .rp-row", new() { HasText = "M.K." }).Locator(".rp-row__title a").First.ClickAsync();
        await page.Locator("main form[action$='/identity'] button").First.ClickAsync();
        await page.WaitForURLAsync("**/identity");

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Karimov");
        Assert.DoesNotContain("Karimov", await page.TitleAsync(), StringComparison.Ordinal);
        await Look.IsForEverybodyAsync(page, width);
    }

    [Theory]
    [InlineData("sw.malmo", "/account/password", 360, "sv", true)]
    [InlineData("admin", "/administration/accounts/invite", 1280, "en", false)]
    [InlineData("admin", "/administration/directory/create", 360, "sv", true)]
    [InlineData("admin", "/administration/organisations/create", 1280, "en", false)]
    [InlineData("sw.malmo", "case:/consents/record", 360, "en", false)]
    [InlineData("sw.malmo", "case:/intake/safe-contact", 1280, "sv", true)]
    [InlineData("sw.malmo", "case:/close", 360, "sv", false)]
    public async Task What_is_wrong_stands_first_has_the_focus_and_leads_to_the_field(string account, string address, int width, string language, bool dark)
    {
        var page = await host.SignInAsync(account, width, language, dark);
        if (address.StartsWith("case:", StringComparison.Ordinal))
        {
            await page.GotoAsync("/cases");
            address = await page.Locator("main .rp-row__title a").First.GetAttributeAsync("href") + address[5..];
        }
        await page.GotoAsync(address);
        await page.EvaluateAsync("() => { for (const e of document.querySelectorAll('main form[method=post] :is(input:not([type=hidden], [type=radio], [type=checkbox]), textarea)')) e.value = e.inputMode === 'numeric' ? '0' : ''; }");
        await page.Locator("main form[method=post] button.govuk-button:not(.govuk-button--secondary)").First.ClickAsync();

        var summary = page.Locator("main > .govuk-error-summary");
        await Assertions.Expect(summary).ToBeFocusedAsync();
        Assert.StartsWith(language == "sv" ? "Fel:" : "Error:", await page.TitleAsync(), StringComparison.Ordinal);
        await Look.IsForEverybodyAsync(page, width);
        foreach (var link in await summary.Locator("a").AllAsync())
        {
            var field = page.Locator(await link.GetAttributeAsync("href") ?? "#");
            await link.ClickAsync();
            await Assertions.Expect(field).ToBeFocusedAsync();
            await Assertions.Expect(field).ToBeInViewportAsync();
        }
    }
}
