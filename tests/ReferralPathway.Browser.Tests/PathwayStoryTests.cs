using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>
/// Three people carry one person along the first stretch of the pathway, each in a browser of their own: a social worker from intake to referral, a shelter that
/// accepts, and an investigation leader whose act alone identifies the person formally (S1-08).
/// </summary>
public sealed class PathwayStoryTests(SampleHost host)
{
    [Fact]
    public async Task From_intake_through_consent_referral_and_acceptance_to_an_investigation_that_identifies_the_person()
    {
        var worker = await host.SignInAsync("sw.vasteras");
        var breaches = Look.Listen(worker);
        await worker.GotoAsync("/cases/start");
        await worker.GetByRole(AriaRole.Button, new() { Name = "Start a new case" }).ClickAsync();
        var theCase = new Uri(worker.Url).AbsolutePath.Replace("/intake", "", StringComparison.Ordinal);

        await AnswerAsync(worker, $"{theCase}/intake/danger", ("Input.Acute", "No"));
        await AnswerAsync(worker, null, ("Input.Direct", "Through"), ("Input.Through", "Västerås stad"), ("Input.DeviceWatched", "Unknown"));
        await AnswerAsync(worker, null, ("Input.On", "2026-03-15"), ("Input.By", "SOCIAL_WORKER"), ("Input.Municipality", "1980"));
        await AnswerAsync(worker, null, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"));
        await AnswerAsync(worker, null, ("Input.Gender", "F"), ("Input.AgeGroup", "25-34"), ("Input.Languages[0]", "ro"), ("Input.Interpreter", "Yes"));
        await AnswerAsync(worker, null, ("Input.Status", "IRREGULAR"));
        await AnswerAsync(worker, null, ("Input.Informed", "Yes"));
        Assert.EndsWith("/intake/check", worker.Url, StringComparison.Ordinal);
        await SendAsync(worker);
        Assert.EndsWith(theCase, worker.Url, StringComparison.Ordinal);

        await ReferAsync(worker, theCase, "Haven (NGO)", "ACCOMMODATION");
        await ReferAsync(worker, theCase, "Swedish Police Authority", "LEGAL");

        foreach (var account in new[] { "ngo.haven", "il.polis" })
        {
            var recipient = await host.SignInAsync(account);
            await recipient.GotoAsync("/referrals");
            await recipient.GetByRole(AriaRole.Link, new() { Name = "City of Västerås" }).First.ClickAsync();
            await recipient.GetByRole(AriaRole.Link, new() { Name = "Accept" }).Or(recipient.GetByRole(AriaRole.Button, new() { Name = "Accept" })).First.ClickAsync();
            await AnswerAsync(recipient, null, ("Input.FirstContactOn", "2026-03-17"));
            Assert.EndsWith(theCase, recipient.Url, StringComparison.Ordinal);
            if (account != "il.polis") continue;

            await AnswerAsync(recipient, $"{theCase}/investigations/initiate",
                ("Input.LeaderKind", "Police"), ("Input.Unit", "Västerås"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K214365-26"),
                ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-03-16"), ("Input.Reason", "true"));
        }

        await worker.GotoAsync(theCase);
        await Assertions.Expect(worker.GetByText("Formally identified").First).ToBeVisibleAsync();
        await Look.IsForEverybodyAsync(worker, 1280);
        Assert.Empty(breaches);
    }

    private static async Task ReferAsync(IPage page, string theCase, string recipient, string service)
    {
        await page.GotoAsync($"{theCase}/consents/record");
        await page.Locator("main select").First.SelectOptionAsync(new SelectOptionValue { Label = recipient });
        await AnswerAsync(page, null,
            ("Input.Decision", "given"), ("Input.Groups", "Facts"), ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Groups", "Narrative"), ("Input.Groups", "Investigation"),
            ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "en"), ("Input.Interpreter", "Telephone"),
            ("Input.ToldWhat", "true"), ("Input.ToldWhy", "true"), ("Input.ToldWithdraw", "true"), ("Input.ToldLasting", "true"));
        await page.GotoAsync($"{theCase}/referrals/write");
        await page.GetByRole(AriaRole.Link, new() { Name = recipient }).First.ClickAsync();
        await AnswerAsync(page, null, ("Input.Service", service), ("Input.Urgency", "Normal"));
        await SendAsync(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("has not answered yet");
    }

    /// <summary>Fills in fields by their names, whatever kind they are, and sends the form.</summary>
    private static async Task AnswerAsync(IPage page, string? address, params (string Name, string Value)[] answers)
    {
        if (address is not null) await page.GotoAsync(address);
        foreach (var (name, value) in answers)
        {
            var field = page.Locator($"main [name='{name}']");
            var kind = await field.First.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : e.type");
            if (kind == "select") await field.First.SelectOptionAsync(value);
            else if (kind is "radio" or "checkbox") await page.Locator($"main [name='{name}'][value='{value}']").First.CheckAsync(new() { Force = true });
            else await field.First.FillAsync(value);
        }
        await SendAsync(page);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.Locator("main form[method=post] button.govuk-button:not(.govuk-button--secondary)").First.ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        var errors = await page.Locator(".govuk-error-summary__list li").AllTextContentsAsync();
        Assert.True(errors.Count == 0, $"{new Uri(page.Url).AbsolutePath}: {string.Join(" ", errors)}");
    }
}
