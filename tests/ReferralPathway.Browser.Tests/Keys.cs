using Microsoft.Playwright;

namespace ReferralPathway.Browser.Tests;

/// <summary>Somebody who has no mouse: Tab until it stands there, then Space, Enter, arrows and letters. At every step the focus has to be seen.</summary>
internal sealed class Keys(IPage page)
{
    /// <summary>More stops than this on one page is a page that nobody gets through.</summary>
    private const int Most = 150;

    // The keystroke-level model of Card, Moran and Newell: an average typist, and a thought before each answer; and reading at 238 words a minute.
    private const double Key = 0.28, Thought = 1.35, Word = 60.0 / 238;

    private string? _read;

    /// <summary>How long a person would have taken who reads every heading, question and hint of each page, thinks before each answer, and goes through every stop on the way.</summary>
    public TimeSpan Taken { get; private set; }

    public async Task WriteAsync(string label, string text)
    {
        await ReachAsync($"e.labels && [...e.labels].some(l => l.textContent.trim() === {Js(label)})", label);
        await TypeAsync(text);
    }

    public async Task WriteNamedAsync(string name, string text)
    {
        await ReachAsync($"e.name === {Js(name)}", name);
        await PressKeyAsync("Control+a");
        await TypeAsync(text);
    }

    /// <summary>A link or button in what the page is about.</summary>
    public async Task PressAsync(string words)
    {
        await ReachAsync($"e.closest('main') && e.matches('a, button') && e.textContent.trim().startsWith({Js(words)})", words);
        await PressKeyAsync("Enter");
    }

    /// <summary>A link, by where it leads.</summary>
    public async Task FollowAsync(string address)
    {
        await ReachAsync($"e.matches('main a') && e.getAttribute('href').endsWith({Js(address)})", address);
        await PressKeyAsync("Enter");
        await page.WaitForURLAsync($"**{address}");
    }

    /// <summary>Radios are one stop; arrows go between them.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        await ReachAsync($"e.type === 'radio' && e.name === {Js(name)}", name);
        await PressKeyAsync("Space");
        for (var n = 0; n < 20 && !await IsAsync($"e.value === {Js(value)} && e.checked"); n++) await PressKeyAsync("ArrowDown");
        Assert.True(await IsAsync($"e.name === {Js(name)} && e.value === {Js(value)} && e.checked"), $"{name} could not be answered with {value}.");
        await IsSeenAsync();
    }

    public async Task TickAsync(string name, string value)
    {
        await ReachAsync($"e.type === 'checkbox' && e.name === {Js(name)} && e.value === {Js(value)}", $"{name} {value}");
        await PressKeyAsync("Space");
        Assert.True(await IsAsync("e.checked"), $"{name} {value} was not ticked.");
    }

    /// <summary>A list: the arrows go down to the answer. Where the answer is one of radios, those.</summary>
    public async Task SelectAsync(string name, string value)
    {
        if (await page.Locator($"main [name='{name}'][type=radio]").CountAsync() > 0)
        {
            await ChooseAsync(name, value);
            return;
        }
        await SelectAsync(name, $"e.value === {Js(value)}", value);
    }

    public Task SelectLabelAsync(string name, string label) => SelectAsync(name, $"e.selectedOptions[0].textContent.trim() === {Js(label)}", label);

    /// <summary>The primary button of the form.</summary>
    public async Task SendAsync()
    {
        await ReachAsync("e.matches('main form[method=post] button.govuk-button:not(.govuk-button--secondary)')", "the button of the form");
        var before = new Uri(page.Url).AbsolutePath;
        await PressKeyAsync("Enter");
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath != before);
    }

    private async Task SelectAsync(string name, string isThere, string what)
    {
        await ReachAsync($"e.tagName === 'SELECT' && e.name === {Js(name)}", name);
        // A person types the first letters of the answer; what has no letters to type here is gone down to.
        Taken += TimeSpan.FromSeconds(3 * Key);
        await page.Keyboard.PressAsync("Home");
        for (var n = 0; n < 400 && !await IsAsync(isThere); n++) await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await IsAsync(isThere), $"{name} could not be answered with {what}.");
    }

    private async Task ReachAsync(string isIt, string what)
    {
        await ReadAsync();
        for (var stops = 0; stops < Most; stops++)
        {
            if (await IsAsync(isIt))
            {
                Taken += TimeSpan.FromSeconds(Thought);
                await IsSeenAsync();
                return;
            }
            await PressKeyAsync("Tab");
        }
        Assert.Fail($"Tab does not come to {what} on {new Uri(page.Url).AbsolutePath}.");
    }

    private async Task PressKeyAsync(string key)
    {
        await page.Keyboard.PressAsync(key);
        Taken += TimeSpan.FromSeconds(Key);
    }

    private async Task TypeAsync(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Taken += TimeSpan.FromSeconds(Key * text.Length);
    }

    /// <summary>What stands on a page that was not there before. What every page begins with is passed over by its first link, unless the page that was sent here had been.</summary>
    private async Task ReadAsync()
    {
        var here = new Uri(page.Url);
        if (_read == here.AbsolutePath) return;
        _read = here.AbsolutePath;
        var words = await page.EvaluateAsync<int>("() => [...document.querySelectorAll('main :is(h1, legend, label, .govuk-hint)')].filter(e => e.checkVisibility()).reduce((n, e) => n + e.innerText.split(/\\s+/).filter(w => w).length, 0)");
        Taken += TimeSpan.FromSeconds(Word * words);
        if (here.Fragment == "#main") return;
        await PressKeyAsync("Tab");
        Assert.True(await IsAsync("e.matches('.govuk-skip-link')"), $"The first stop on {here.AbsolutePath} does not lead past what every page begins with.");
        await PressKeyAsync("Enter");
    }

    private Task<bool> IsAsync(string that) => page.EvaluateAsync<bool>($"() => {{ const e = document.activeElement; return !!(e && e !== document.body && ({that})); }}");

    /// <summary>What has the focus is inside the window, not under anything, and marked by an outline, a shadow or a ground of its own. The mark of a radio or a tick box is on its label.</summary>
    private async Task IsSeenAsync()
    {
        var wrong = await page.EvaluateAsync<string?>("""
            () => {
              const e = document.activeElement, box = e.getBoundingClientRect(), own = e.tagName.toLowerCase() + ' ' + (e.name || e.textContent.trim().slice(0, 40));
              if (box.width === 0 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) return own + ' is outside the window';
              const marked = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none';
              const label = e.labels && e.labels[0];
              if (!marked(getComputedStyle(e)) && !(label && (marked(getComputedStyle(label, '::before')) || marked(getComputedStyle(label))))) return own + ' has the focus and does not show it';
              const at = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1));
              if (at && at !== e && !e.contains(at) && !at.contains(e) && !(label && (label === at || label.contains(at)))) return own + ' is covered by ' + at.tagName.toLowerCase() + '.' + at.className;
              return null;
            }
            """);
        Assert.True(wrong is null, $"{new Uri(page.Url).AbsolutePath}: {wrong}");
    }

    private static string Js(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
