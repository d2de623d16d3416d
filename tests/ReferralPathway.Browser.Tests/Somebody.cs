using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Somebody at work, who goes by what stands on the page: follows links, answers questions and presses buttons by their words.</summary>
internal sealed class Somebody
{
    private readonly IPage _page;
    private readonly string _account;
    private readonly List<string> _heard;
    private int _pages;

    private Somebody(IPage page, string account)
    {
        (_page, _account) = (page, account);
        _heard = Look.Listen(page);
    }

    private ILocator Main => _page.Locator("main");

    /// <summary>Signs in, does the work, and leaves. The browser may not have complained of anything meanwhile.</summary>
    public static async Task WorksAsync(SampleHost host, string account, Func<Somebody, Task> work)
    {
        var page = await host.OpenAsync();
        var somebody = new Somebody(page, account);
        page.SetDefaultTimeout(20_000);
        await SampleHost.SignInAsync(page, account);
        await somebody.ArriveAsync();
        await work(somebody);
        Assert.Empty(somebody._heard);
        await page.Context.CloseAsync();
    }

    /// <summary>Follows a link, plain or in the shape of a button.</summary>
    /// <param name="beside">What stands in the same row, where the link occurs several times.</param>
    public async Task OpenAsync(string words, string? beside = null)
    {
        var among = beside is null ? _page.Locator("body") : _page.Locator("main :is(.rp-row, .rp-line, .govuk-summary-card, li, tr)", new() { HasText = beside });
        var link = among.Locator("a:visible", new() { HasText = words }).First;
        if (await link.CountAsync() == 0) Assert.Fail($"{_account} finds no way to \"{words}\" on {new Uri(_page.Url).AbsolutePath}: {string.Join(" | ", await Main.Locator("a").AllInnerTextsAsync())}");
        await link.ClickAsync();
        await ArriveAsync();
    }

    /// <summary>Answers a question: writes, chooses from a list, or ticks what is offered.</summary>
    public async Task AnswerAsync(string question, params string[] answers)
    {
        var asked = new Regex($@"^{Regex.Escape(question)}( \(optional\))?$");
        var group = Main.GetByRole(AriaRole.Group, new() { NameRegex = asked });
        if (await group.CountAsync() > 0)
        {
            foreach (var answer in answers) await group.GetByLabel(answer, new() { Exact = true }).CheckAsync(new() { Force = true });
            return;
        }
        var field = Main.GetByLabel(asked);
        if (await field.EvaluateAsync<bool>("e => e.tagName === 'SELECT'")) await field.SelectOptionAsync(new SelectOptionValue { Label = answers[0] });
        else await field.FillAsync(answers[0]);
    }

    public Task TickAsync(string statement) => Main.GetByLabel(statement, new() { Exact = true }).CheckAsync(new() { Force = true });

    /// <summary>Presses a button; nothing may have been wrong.</summary>
    public async Task PressAsync(string words)
    {
        await SendAsync(words);
        Assert.Empty(await ErrorsAsync());
        await ArriveAsync();
    }

    /// <summary>Presses a button whose answer is that something was wrong.</summary>
    /// <returns>What.</returns>
    public async Task<string> PressInVainAsync(string words)
    {
        await SendAsync(words);
        return string.Join(' ', await ErrorsAsync());
    }

    /// <summary>The page says this.</summary>
    public async Task ReadsAsync(string words)
    {
        try
        {
            await Main.Filter(new() { HasText = words }).WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{_account} does not read \"{words}\" on {new Uri(_page.Url).AbsolutePath}, \"{await _page.TitleAsync()}\".");
        }
    }

    public Task ReadsNothingOfAsync(string words) => Assertions.Expect(Main).Not.ToContainTextAsync(words);

    /// <summary>The page is for everybody.</summary>
    public Task LooksAsync() => Look.IsForEverybodyAsync(_page, 1280);

    private async Task SendAsync(string words)
    {
        await Pictures.TakeAsync(_page, $"{_account} {_pages:00} {words} filled in");
        await Main.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();
        await _page.WaitForLoadStateAsync(LoadState.Load);
    }

    private Task<IReadOnlyList<string>> ErrorsAsync() => _page.Locator(".govuk-error-summary__list li").AllTextContentsAsync();

    private async Task ArriveAsync()
    {
        await _page.WaitForLoadStateAsync(LoadState.Load);
        await Pictures.InBothLanguagesAsync(_page, $"{_account} {++_pages:00}");
    }
}
