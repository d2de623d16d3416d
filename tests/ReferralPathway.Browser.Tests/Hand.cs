using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Fills in and sends forms, as somebody with a mouse.</summary>
internal static class Hand
{
    private const string Send = "main form[method=post]:not([data-passkey]) button.govuk-button:not(.govuk-button--secondary)";

    /// <summary>Fills in fields by their names, whatever kind they are, sends the form, and sees that nothing was wrong with it.</summary>
    /// <param name="address">Where the form is; null for the page that is open.</param>
    public static async Task AnswerAsync(IPage page, string? address, params (string Name, string Value)[] answers)
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

    /// <summary>Presses the primary button of the page.</summary>
    public static async Task SendAsync(IPage page)
    {
        await page.Locator(Send).First.ClickAsync();
        await Look.ArriveAsync(page);
        var errors = await page.Locator(".govuk-error-summary__list li").AllTextContentsAsync();
        Assert.True(errors.Count == 0, $"{new Uri(page.Url).AbsolutePath}: {string.Join(" ", errors)}");
    }

    /// <summary>Begins a draft.</summary>
    /// <returns>The address of the case.</returns>
    public static async Task<string> StartCaseAsync(IPage page)
    {
        await page.GotoAsync("/cases/start");
        await page.GetByLabel("I know no name, birth date or number").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start a new case" }).ClickAsync();
        await page.WaitForURLAsync("**/intake");
        return new Uri(page.Url).AbsolutePath.Replace("/intake", "", StringComparison.Ordinal);
    }

    /// <summary>Takes through intake what is needed to open a case, from its first page on.</summary>
    /// <returns>The address of the case.</returns>
    public static async Task<string> OpenCaseAsync(IPage page)
    {
        var theCase = await StartCaseAsync(page);
        await AnswerAsync(page, $"{theCase}/intake/danger", ("Input.Acute", "No"));
        await AnswerAsync(page, null, ("Input.Direct", "Through"), ("Input.Organisation", "other"), ("Input.Through", "Västerås stad"), ("Input.DeviceWatched", "Unknown"));
        await AnswerAsync(page, null, ("Input.On", "2026-03-15"), ("Input.By", "SOCIAL_WORKER"), ("Input.Municipality", "1980"));
        await AnswerAsync(page, null, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"));
        await AnswerAsync(page, null, ("Input.Gender", "F"), ("Input.AgeGroup", "25-34"), ("Input.Languages[0]", "ro"), ("Input.Interpreter", "Yes"));
        await AnswerAsync(page, null, ("Input.Status", "IRREGULAR"));
        await AnswerAsync(page, null, ("Input.Informed", "Yes"));
        Assert.EndsWith("/intake/check", page.Url, StringComparison.Ordinal);
        return theCase;
    }

    /// <summary>Records that the person agrees to share with a recipient.</summary>
    public static async Task ConsentAsync(IPage page, string theCase, string recipient)
    {
        await page.GotoAsync($"{theCase}/consents/record");
        await page.Locator("main select").First.SelectOptionAsync(new SelectOptionValue { Label = recipient });
        await AnswerAsync(page, null,
            ("Input.Decision", "given"), ("Input.Groups", "Facts"), ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Groups", "Narrative"), ("Input.Groups", "Investigation"),
            ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "en"), ("Input.Interpreter", "Telephone"),
            ("Input.ToldWhat", "true"), ("Input.ToldWhy", "true"), ("Input.ToldWithdraw", "true"), ("Input.ToldLasting", "true"));
    }

    /// <summary>Writes a referral to a recipient and leaves it at its preview.</summary>
    public static async Task DraftAsync(IPage page, string theCase, string recipient, string service)
    {
        await page.GotoAsync($"{theCase}/referrals/write");
        await page.GetByRole(AriaRole.Link, new() { Name = recipient }).First.ClickAsync();
        await AnswerAsync(page, null, ("Input.Service", service), ("Input.Urgency", "Normal"), ("Input.Groups", "Identity"), ("Input.Groups", "Narrative"));
    }

    /// <summary>Takes on the newest referral of a sender.</summary>
    public static async Task AcceptAsync(IPage page, string sender)
    {
        await page.GotoAsync("/referrals");
        await page.GetByRole(AriaRole.Link, new() { Name = sender }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Accept" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Accept" })).First.ClickAsync();
        await AnswerAsync(page, null, ("Input.FirstContactOn", "2026-03-17"));
    }

    /// <summary>Finds an account as an administrator, and opens it.</summary>
    public static async Task SearchAccountAsync(IPage page, string name)
    {
        await page.GotoAsync("/administration/accounts");
        await page.Locator("main input[name='Wanted']").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await page.WaitForURLAsync("**/administration/accounts/*-*");
    }
}
