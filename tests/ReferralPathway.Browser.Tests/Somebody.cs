using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Somebody at work, who goes by what stands on the page: follows links, answers questions and presses buttons by their words.</summary>
internal sealed class Somebody
{
    private readonly IPage _page;
    private readonly string _account;
    private readonly string _language;
    private readonly int _width;
    private readonly List<string> _heard;
    private readonly List<string> _seen = [];
    private readonly List<string> _faults = [];
    private int _pages;

    private Somebody(IPage page, string account, string language, int width)
    {
        (_page, _account, _language, _width) = (page, account, language, width);
        _heard = Look.Listen(page);
    }

    private ILocator Main => _page.Locator("main");

    /// <summary>Signs in, does the work, and leaves. The browser may not have complained of anything meanwhile.</summary>
    public static Task WorksAsync(SampleHost host, string account, Func<Somebody, Task> work) => WorksAsync(host, account, "en", 1280, work);

    /// <summary>A whole day, from signing in to signing out, on a screen or a telephone. Whoever goes back in the browser afterwards sees nothing of it.</summary>
    public static Task SpendsADayAsync(SampleHost host, string account, string language, int width, Func<Somebody, Task> day) => WorksAsync(host, account, language, width, async somebody =>
    {
        await day(somebody);
        await somebody.LeaveAsync();
        Assert.Empty(somebody._faults);
    });

    private static async Task WorksAsync(SampleHost host, string account, string language, int width, Func<Somebody, Task> work)
    {
        var page = await host.OpenAsync(width, language);
        var somebody = new Somebody(page, account, language, width);
        page.SetDefaultTimeout(20_000);
        await SampleHost.SignInAsync(page, account, language);
        await somebody.ArriveAsync();
        await work(somebody);
        Assert.Empty(somebody._heard);
        await page.Context.CloseAsync();
    }

    /// <summary>Goes from a number on the overview to its list, which has as many lines as the number says.</summary>
    /// <param name="counted">What stands under the number.</param>
    public async Task<int> FollowNumberAsync(string counted)
    {
        var number = await ReadNumberAsync(counted);
        await OpenAsync(counted);
        Assert.Equal(number, await Main.Locator(".rp-row").CountAsync());
        return number;
    }

    /// <summary>Reads a number on the overview.</summary>
    public async Task<int> ReadNumberAsync(string counted)
    {
        await OpenAsync(Say("Översikt", "Overview"));
        // Whoever works on no case is shown no numbers when there is nothing to do.
        if (await Main.Locator(".rp-tiles").CountAsync() == 0) return 0;
        return int.Parse(await Main.Locator(".rp-tile", new() { HasText = counted }).Locator(".rp-tile__number").InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a new message, which is new no longer and leads to what it is about.</summary>
    public async Task ReadMessageAsync(string subject)
    {
        await OpenAsync(Say("Meddelanden", "Messages"));
        var unread = Main.Locator(".rp-row", new() { HasText = Say("Nytt", "New") });
        var link = unread.Locator("a", new() { HasText = subject }).First;
        var message = $".rp-row:has(a[href='{await link.GetAttributeAsync("href")}'])";
        await OpenAsync(subject, beside: Say("Nytt", "New"));
        await OpenAsync(Say("Meddelanden", "Messages"));
        await Assertions.Expect(Main.Locator(message)).Not.ToContainTextAsync(Say("Nytt", "New"));
        await Main.Locator(message).Locator("a").ClickAsync();
        await ArriveAsync();
    }

    /// <summary>Nothing of this stood in the markup of any page, seen or not.</summary>
    public void HasMetNothingOf(params IEnumerable<Regex> secrets) =>
        Assert.Empty(secrets.SelectMany(s => _seen.Select(p => s.Match(p)).Where(m => m.Success).Select(m => $"{_account} met {m.Value}")).Distinct());

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
        var asked = new Regex($@"^{Regex.Escape(question)}( \((optional|frivilligt)\))?$");
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
    public Task LooksAsync() => Look.IsForEverybodyAsync(_page, _width);

    private async Task SendAsync(string words)
    {
        await Pictures.TakeAsync(_page, $"{_account} {_pages:00} {words} filled in");
        await Main.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();
        await Look.ArriveAsync(_page);
    }

    private Task<IReadOnlyList<string>> ErrorsAsync() => _page.Locator(".govuk-error-summary__list li").AllTextContentsAsync();

    private async Task LeaveAsync()
    {
        var who = await _page.Locator(".rp-masthead__who").InnerTextAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = Say("Logga ut", "Sign out"), Exact = true }).ClickAsync();
        await Assertions.Expect(_page.Locator(".rp-masthead__who")).ToHaveCountAsync(0);
        try
        {
            await _page.GoBackAsync();
        }
        catch (PlaywrightException nothing) when (nothing.Message.Contains("ERR_CACHE_MISS", StringComparison.Ordinal))
        {
            // What a form answered is kept nowhere: the browser has nothing to go back to.
            return;
        }
        Assert.Contains("/sign-in", _page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(who, await _page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }

    private string Say(string sv, string en) => _language == "sv" ? sv : en;

    private async Task ArriveAsync()
    {
        await Look.ArriveAsync(_page);
        _seen.Add($"{_page.Url} {await _page.ContentAsync()}");
        _faults.AddRange((await Look.FrameFaultsAsync(_page, _width)).Select(f => $"{new Uri(_page.Url).AbsolutePath}: {f}"));
        await Pictures.InBothLanguagesAsync(_page, $"{_account} {++_pages:00}");
    }
}
