using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>What the sample cases lack, so that a link leads to every page: a finished draft, health details, a referral half written, a report to the police, acute danger, an account to confirm.</summary>
internal static class Scenery
{
    public static async Task SetAsync(SampleHost host) =>
        await Task.WhenAll(WorkerAsync(host), DangerAsync(host), AdministratorAsync(host));

    private static async Task WorkerAsync(SampleHost host)
    {
        var page = await host.SignInAsync("sw.vasteras");
        await Hand.OpenCaseAsync(page);
        var theCase = await Hand.OpenCaseAsync(page);
        await Hand.SendAsync(page);
        await Hand.AnswerAsync(page, $"{theCase}/intake/health", ("Input.Pregnant", "No"), ("Input.Note", "Asthma."));
        await Hand.ConsentAsync(page, theCase, "Haven (NGO)");
        await Hand.DraftAsync(page, theCase, "Haven (NGO)", "ACCOMMODATION");
        await Hand.SendAsync(page);
        await Hand.ConsentAsync(page, theCase, "Swedish Police Authority");
        await Hand.DraftAsync(page, theCase, "Swedish Police Authority", "LEGAL");
        await page.GotoAsync($"{theCase}/investigations/report");
        await page.Locator("main select").First.SelectOptionAsync(new SelectOptionValue { Label = "Swedish Police Authority" });
        await Hand.AnswerAsync(page, null, ("Input.On", "2026-03-16"), ("Input.Unit", "Västerås"));
    }

    private static async Task DangerAsync(SampleHost host)
    {
        var page = await host.SignInAsync("sw.malmo");
        await page.GotoAsync("/cases");
        await page.Locator("main .rp-row__title a").First.ClickAsync();
        var theCase = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{theCase}/consents/emergency");
        await page.Locator("main select").First.SelectOptionAsync(new SelectOptionValue { Label = "Swedish Police Authority" });
        await Hand.AnswerAsync(page, null, ("Input.Groups", "Facts"), ("Input.Reason", "He stands outside the door and says that he will come in."));
        await page.Context.CloseAsync();
        // A colleague outside the team opens the same case, and may have to answer for it.
        var manager = await host.SignInAsync("sw.malmo.chef");
        await Hand.AnswerAsync(manager, $"{theCase}/break-glass", ("Reason", "The responsible social worker is ill and she is on the telephone."));
    }

    private static async Task AdministratorAsync(SampleHost host)
    {
        var page = await host.SignInAsync("admin");
        foreach (var name in new[] { "Elin Sandberg", "Jonas Ekdahl" })
        {
            await Hand.SearchAccountAsync(page, name);
            await page.Locator("form[action$='handler=Manage'] button").ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.Load);
        }
    }
}
