using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ReferralPathway.Browser.Tests.SampleHost))]
// One account has one live session: two tests at a time would sign each other out.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ReferralPathway.Browser.Tests;

/// <summary>The application as <c>./run</c> starts it, in a process of its own with a database of its own, and a real browser in front of it.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    public const string Password = "sample words for browsers";

    private readonly DirectoryInfo _local = Directory.CreateTempSubdirectory("referral-pathway-browser-");
    private Process? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where the application puts mails.</summary>
    public string Mails => Path.Combine(_local.FullName, "mail");

    public async ValueTask InitializeAsync()
    {
        Address = new($"http://localhost:{FreePort()}");
        // The private database's own user has to get through.
        _local.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var web = Path.Combine(Root(), "src", "ReferralPathway.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", configuration, "net10.0", "ReferralPathway.Web.dll"), "--contentRoot", web, "--sample=true"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["PATHWAY_LOCAL"] = _local.FullName,
                ["PATHWAY_URLS"] = Address.ToString().TrimEnd('/'),
                ["PATHWAY_SAMPLE_PASSWORD"] = Password,
                ["PATHWAY_CLOCK"] = "2026-03-16T09:00:00Z",
                // A test does not wait half a minute for its mail.
                ["PATHWAY_SWEEP_SECONDS"] = "2",
            },
        };
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        _program = Process.Start(start)!;
        _program.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        _program.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        _program.BeginOutputReadLine();
        _program.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            if (_program.HasExited || waited.Elapsed > TimeSpan.FromMinutes(5)) throw new InvalidOperationException($"The application did not start: {string.Join('\n', said)}");
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) break;
            }
            catch (HttpRequestException)
            {
            }
        }
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of its own, as wide as asked, in a language, light or dark. Whatever breaks the content security policy, or fails in a script, is remembered.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, string language = "en", bool dark = false, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address.ToString(),
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = language == "sv" ? "sv-SE" : "en-GB",
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
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

    public static async Task SignInAsync(IPage page, string account, string language = "en")
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel(language == "sv" ? "E-post" : "Email", new() { Exact = true }).FillAsync($"{account}@sample.example");
        await page.GetByLabel(language == "sv" ? "Lösenord" : "Password", new() { Exact = true }).FillAsync(Password);
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
        using var client = new HttpClient { BaseAddress = Address };
        var answer = await client.PostAsync(new Uri("/sample/clock", UriKind.Relative), new FormUrlEncodedContent([new("now", instant)]));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_program is { HasExited: false })
        {
            // As Ctrl+C: it stops its database too.
            using var interrupt = Process.Start("kill", ["-INT", _program.Id.ToString(null, null)]);
            await interrupt.WaitForExitAsync();
            await _program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        }
        _program?.Dispose();
        _local.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ReferralPathway.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }
}
