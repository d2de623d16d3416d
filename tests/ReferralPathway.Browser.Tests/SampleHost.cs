using System.Net;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ReferralPathway.Browser.Tests.SampleHost))]
[assembly: AssemblyFixture(typeof(ReferralPathway.Browser.Tests.ActsHost))]
// One account has one live session: two tests at a time would sign each other out. The main acts have a host of their own, and each its accounts.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace ReferralPathway.Browser.Tests;

/// <summary>The application with its sample, and a real browser in front of it; started when the first window is opened.</summary>
public class SampleHost : IAsyncDisposable
{
    public const string Password = "sample words for browsers";

    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("referral-pathway-browser-");
    private readonly Lazy<Task> _started;
    private RunningProgram? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public SampleHost() => _started = new(StartAsync);

    /// <summary>Where the application answers, once a window has been opened.</summary>
    public Uri Address => _program!.Address;

    /// <summary>Where the application puts mails.</summary>
    public string Mails => Path.Combine(_local.FullName, "mail");

    private async Task StartAsync()
    {
        _program = new(_local, Way.Sample);
        // A test does not wait half a minute for its mail.
        await _program.StartAsync(("PATHWAY_SAMPLE_PASSWORD", Password), ("PATHWAY_CLOCK", "2026-03-16T09:00:00Z"), ("PATHWAY_SWEEP_SECONDS", "2"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            // Chromium without the windows, tabs and menus around a page, which would be half of the work.
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of its own, as wide as asked, in a language, light or dark, on this application or another. Whatever breaks the content security policy, or fails in a script, is remembered.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, string language = "en", bool dark = false, bool scripts = true, Uri? at = null)
    {
        await _started.Value;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (at ?? _program!.Address).ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = language == "sv" ? "sv-SE" : "en-GB",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            // A browser holds this machine for safe: what is only for https works here, once the program believes that it came that way.
            ExtraHTTPHeaders = at is null ? null : new Dictionary<string, string> { ["X-Forwarded-Proto"] = "https" },
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window in which somebody has signed in by the form.</summary>
    public async Task<IPage> SignInAsync(string account, int width = 1280, string language = "en", bool dark = false)
    {
        var page = await OpenAsync(width, language, dark);
        await SignInAsync(page, account, language);
        return page;
    }

    public static async Task SignInAsync(IPage page, string account, string language = "en", string password = Password)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel(language == "sv" ? "E-post" : "Email", new() { Exact = true }).FillAsync($"{account}@sample.example");
        await page.GetByLabel(language == "sv" ? "Lösenord" : "Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = language == "sv" ? "Logga in" : "Sign in", Exact = true }).ClickAsync();
        try
        {
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        }
        catch (TimeoutException)
        {
            var said = await page.Locator(".govuk-error-summary__list li").AllTextContentsAsync();
            throw new TimeoutException($"{account} did not come in: {page.Url} \"{await page.TitleAsync()}\" {string.Join(' ', said)}");
        }
    }

    /// <summary>Sets the application's clock; whatever fell due is done when it answers.</summary>
    public async Task SetClockAsync(string instant)
    {
        using var client = new HttpClient { BaseAddress = _program!.Address };
        var answer = await client.PostAsync(new Uri("/sample/clock", UriKind.Relative), new FormUrlEncodedContent([new("now", instant)]));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_program is not null) await _program.DisposeAsync();
        _local.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>Another, for the main acts: what they use up of the sample, nobody else misses.</summary>
public sealed class ActsHost : SampleHost;
