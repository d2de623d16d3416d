using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>What somebody in front sees of an instance that is told to end, on a real port: not ready, still serving, and what has begun is finished.</summary>
public sealed class DrainingTests
{
    [Fact]
    public async Task An_instance_that_is_to_end_says_so_serves_on_and_finishes_what_has_begun()
    {
        var stopping = TestContext.Current.CancellationToken;
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        await using var app = await StartAsync(seconds: 3, begun, goOn);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), stopping)).StatusCode);
        var slow = client.GetAsync(new Uri("/slow", UriKind.Relative), stopping);
        await begun.Task;

        app.Lifetime.StopApplication();
        var ended = app.WaitForShutdownAsync(stopping);

        // The proxy asks on a connection of its own each time.
        using var proxy = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { BaseAddress = client.BaseAddress };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await proxy.GetAsync(new Uri("/health/ready", UriKind.Relative), stopping)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await proxy.GetAsync(new Uri("/fast", UriKind.Relative), stopping)).StatusCode);
        await RefusedAsync(proxy);
        Assert.False(ended.IsCompleted);
        goOn.SetResult();
        Assert.Equal("done", await (await slow).Content.ReadAsStringAsync(stopping));
        await ended;
    }

    /// <summary>Until it no longer listens.</summary>
    private static async Task RefusedAsync(HttpClient client)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                await client.GetAsync(new Uri("/fast", UriKind.Relative), TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException)
            {
                return;
            }
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("It listens for ever.");
    }

    private static async Task<WebApplication> StartAsync(int seconds, TaskCompletionSource begun, TaskCompletionSource goOn)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["PATHWAY_DRAIN_SECONDS"] = $"{seconds}";
        builder.Services.AddSingleton(p => new WarmUp(p, NullLogger<WarmUp>.Instance) { IsReady = true });
        Draining.Add(builder.Services, builder.Configuration, builder.Environment);
        var app = builder.Build();
        Health.Map(app);
        app.MapGet("/fast", () => "at once");
        app.MapGet("/slow", async () =>
        {
            begun.SetResult();
            await goOn.Task;
            return "done";
        });
        await app.StartAsync();
        return app;
    }
}
