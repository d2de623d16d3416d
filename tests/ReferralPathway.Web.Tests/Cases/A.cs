using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

/// <summary>Walks the intake through its pages, as a person would.</summary>
internal static class A
{
    /// <summary>Begins a draft.</summary>
    /// <returns>Its address, /cases/{id}.</returns>
    public static async Task<string> DraftAsync(Browser browser)
    {
        var intake = await browser.Submit(await browser.Get("/cases/start"), "/cases/start");
        Assert.EndsWith("/intake", intake.Address, StringComparison.Ordinal);
        return intake.Address[..^"/intake".Length];
    }

    /// <summary>Answers the seven parts, in their order, and stops before the case is opened.</summary>
    public static async Task<string> AnsweredDraftAsync(Browser browser)
    {
        var address = await DraftAsync(browser);
        var page = await browser.Get($"{address}/intake/danger");
        page = await browser.Submit(page, ("Input.Acute", "No"));
        page = await browser.Submit(page, ("Input.Direct", "Through"), ("Input.Organisation", "other"), ("Input.Through", "Haven"), ("Input.DeviceWatched", "Unknown"));
        page = await browser.Submit(page, ("Input.On", "2026-03-15"), ("Input.By", "NGO"), ("Input.Municipality", "2480"));
        page = await browser.Submit(page, ("Input.Exposure", "THB"), ("Input.Types", "SEXUAL"));
        page = await browser.Submit(page, ("Input.Gender", "F"), ("Input.AgeGroup", "25-34"), ("Input.Languages[0]", "ro"), ("Input.Interpreter", "Yes"));
        page = await browser.Submit(page, ("Input.Status", "UNKNOWN"));
        page = await browser.Submit(page, ("Input.Informed", "Yes"));
        Assert.EndsWith("/intake/check", page.Address, StringComparison.Ordinal);
        return address;
    }

    /// <summary>An open case.</summary>
    public static async Task<string> CaseAsync(Browser browser)
    {
        var address = await AnsweredDraftAsync(browser);
        var opened = await browser.Submit(await browser.Get($"{address}/intake/check"));
        Assert.Equal(address, opened.Address);
        return address;
    }
}
