using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Headers;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Look;

/// <summary>The dress of the pages by itself, without database or sign-in, at Monday 16 March 2026 10:00 in Sweden.</summary>
public sealed class LookHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    /// <summary>A browser of its own, which keeps cookies.</summary>
    public HttpClient Browser(string languages = "sv")
    {
        var server = _app.GetTestServer();
        var browser = new HttpClient(new CookieContainerHandler { InnerHandler = server.CreateHandler() }) { BaseAddress = new("http://localhost") };
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(languages);
        return browser;
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public async ValueTask InitializeAsync()
    {
        var web = Source.Folder("src", "ReferralPathway.Web");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Phrasebook).Assembly.GetName().Name, EnvironmentName = "Development", ContentRootPath = web, WebRootPath = Path.Combine(web, "wwwroot"),
        });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(new FixedClock(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero)));
        builder.Services.AddRazorPages();
        builder.Services.AddTexts();
        builder.Services.AddLook(sample: false);
        builder.Services.AddAuthorization();
        var frame = new Frame();
        builder.Services.AddSingleton<INavigation>(frame).AddSingleton<IHotline>(frame).AddSingleton<IActId>(frame).AddSingleton<ICodeLabels>(frame);

        _app = builder.Build();
        _app.UseSecurityHeaders(onlyHttps: false);
        _app.UseLook();
        _app.UseRouting();
        _app.UseAuthorization();
        _app.MapLanguage();
        _app.MapRazorPages();
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Frame : INavigation, IHotline, IActId, ICodeLabels
    {
        public SignedIn? Who => new("Elin Sandberg", "Norrköpings kommun");
        public IReadOnlyList<NavigationItem> Items => [new("Look.Footer.Guidance", "/guidance", false), new("Sample.Cases", "/cases", true)];
        public HotlineNow Now => new(true, new(2026, 3, 16, 15, 30, 0, TimeSpan.Zero));
        public Guid New() => Guid.NewGuid();
        public IReadOnlyList<string> Codes(string list) => ["A"];
        public bool IsOffered(string list, string code) => true;
        public string Label(string list, string code, PageLanguage language) => code;
    }
}

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
