using System.Net;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>One account, or one address, does not take what is there for all.</summary>
public sealed class LimitTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly PathwayHost _host = new(template) { RequestsPerMinute = 40 };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_asks_too_fast_waits_and_nobody_else_does()
    {
        var fast = _host.As("sw.umea");
        for (var asked = 0; asked < 40; asked++) Assert.Equal(HttpStatusCode.OK, (await fast.Get("/accessibility")).Status);

        using var refused = await fast.Send(new(HttpMethod.Get, "/accessibility"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.GetValues("Retry-After").Single());
        Assert.Contains("A little too fast", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _host.As("sw.malmo").Get("/accessibility")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.Anonymous().Get("/accessibility")).Status);
        Assert.Equal(HttpStatusCode.OK, (await fast.Send(new(HttpMethod.Get, "/health/live"))).StatusCode);
    }

    [Fact]
    public async Task Nobody_is_kept_from_signing_in_by_another_account_and_an_address_is_limited_too()
    {
        var nobody = _host.Anonymous();
        // A page that leads to signing in is asked for, too.
        for (var asked = 0; asked < 40; asked++) await nobody.Send(new(HttpMethod.Get, asked % 2 == 0 ? "/api/hotline" : "/cases"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await nobody.Send(new(HttpMethod.Get, "/api/hotline"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.As("sw.umea").Get("/")).Status);
    }

    /// <summary>A twentieth of the rest.</summary>
    [Fact]
    public async Task What_takes_long_to_make_is_made_less_often()
    {
        var worker = _host.As("sw.umea");
        for (var asked = 0; asked < 2; asked++) Assert.Equal(HttpStatusCode.OK, (await worker.Get("/cases/export")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await worker.Get("/cases/export")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await worker.Get("/work/export")).Status);
        Assert.Equal(HttpStatusCode.OK, (await worker.Get("/cases")).Status);
    }
}
