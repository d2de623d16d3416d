using System.Net;

namespace ReferralPathway.Web.Tests.Look;

public sealed class HeaderTests(LookHost host) : IClassFixture<LookHost>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sample/look")]
    [InlineData("/no-such-page")]
    [InlineData("/lib/site.css")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var browser = host.Browser();
        using var response = await browser.GetAsync(path, Stop);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.EndsWith("; report-uri /reports/policy", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin") })
            Assert.Equal(value, response.Headers.GetValues(name).Single());
        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/sample/look", "no-store")]
    [InlineData("/no-such-page", "no-store")]
    [InlineData("/lib/site.css", "public, no-cache")]
    [InlineData("/lib/site.css?v=abc", "public, max-age=31536000, immutable")]
    [InlineData("/lib/fonts/source-sans-3-latin-wght-normal.woff2", "public, max-age=31536000, immutable")]
    public async Task Pages_are_stored_nowhere_and_files_for_long(string path, string cacheControl)
    {
        using var browser = host.Browser();
        using var response = await browser.GetAsync(path, Stop);
        Assert.Equal(cacheControl, response.Headers.CacheControl!.ToString().Replace("public, immutable, max-age=31536000", "public, max-age=31536000, immutable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    [InlineData("DELETE")]
    public async Task A_verb_that_pages_do_not_know_is_refused(string verb)
    {
        using var browser = host.Browser();
        using var request = new HttpRequestMessage(new(verb), "/sample/look");
        using var response = await browser.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("", "sv")]
    [InlineData("de", "sv")]
    [InlineData("nb, en;q=0.8", "en")]
    [InlineData("en-US, sv;q=0.9", "en")]
    [InlineData("en;q=0.3, sv-FI;q=0.9", "sv")]
    [InlineData("en;q=0, da", "sv")]
    public async Task The_browser_s_preference_chooses_the_language_and_Swedish_is_the_default(string wish, string language)
    {
        using var browser = host.Browser(wish);
        using var response = await browser.GetAsync("/sample/look", Stop);
        Assert.Equal(language, (await LookHost.Read(response)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_choice_of_language_is_remembered()
    {
        using var browser = host.Browser("sv");
        using var change = await browser.GetAsync("/language?to=en&back=%2Fsample%2Flook%3Fa%3Db", Stop);
        Assert.Equal("/sample/look?a=b", change.Headers.Location!.OriginalString);
        using var response = await browser.GetAsync("/sample/look", Stop);
        Assert.Equal("en", (await LookHost.Read(response)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("~//elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task A_change_of_language_leads_back_to_our_own_pages_only(string back)
    {
        using var browser = host.Browser();
        using var response = await browser.GetAsync($"/language?to=en&back={Uri.EscapeDataString(back)}", Stop);
        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public async Task A_way_back_is_no_longer_than_an_address_of_a_page(int length, bool leadsBack)
    {
        using var browser = host.Browser();
        var back = "/".PadRight(length, 'a');
        using var response = await browser.GetAsync($"/language?to=en&back={back}", Stop);
        Assert.Equal(leadsBack ? back : "/", response.Headers.Location!.OriginalString);
    }
}
