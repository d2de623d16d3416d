using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>Where somebody comes from, and by which scheme, is what the proxy says, and nobody else.</summary>
public sealed class ProxiesTests
{
    [Theory]
    // The proxy, or one of its network, speaks of somebody.
    [InlineData("172.31.250.2", "172.31.250.2", "203.0.113.9", "https", "203.0.113.9")]
    [InlineData("172.31.250.2", "::ffff:172.31.250.2", "203.0.113.9", "https", "203.0.113.9")]
    [InlineData("10.1.0.0/16, ::1", "10.1.2.3", "203.0.113.9", "https", "203.0.113.9")]
    // It repeats what somebody had claimed before: only what it saw itself counts.
    [InlineData("172.31.250.2", "172.31.250.2", "198.51.100.1, 203.0.113.9", "https", "203.0.113.9")]
    // Somebody else says so of themselves.
    [InlineData("172.31.250.2", "172.31.250.3", "203.0.113.9", "http", "172.31.250.3")]
    [InlineData("172.31.250.2", "127.0.0.1", "203.0.113.9", "http", "127.0.0.1")]
    [InlineData(null, "127.0.0.1", "203.0.113.9", "http", "127.0.0.1")]
    public async Task Only_the_proxy_is_believed(string? believed, string from, string said, string scheme, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["PATHWAY_PROXIES"] = believed;
        await using var app = builder.Build();
        app.UseProxies();
        app.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext { RequestServices = app.Services };
        (context.Connection.RemoteIpAddress, context.Request.Scheme) = (IPAddress.Parse(from), "http");
        (context.Request.Headers["X-Forwarded-For"], context.Request.Headers["X-Forwarded-Proto"]) = (said, "https");

        await ((IApplicationBuilder)app).Build()(context);

        Assert.Equal((address, scheme), (context.Connection.RemoteIpAddress.ToString(), context.Request.Scheme));
    }

    [Fact]
    public async Task A_switch_that_believes_everybody_stops_the_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["FORWARDEDHEADERS_ENABLED"] = "true";
        await using var app = builder.Build();

        Assert.Contains("PATHWAY_PROXIES", Assert.Throws<InvalidOperationException>(app.UseProxies).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_address_stops_the_start() =>
        Assert.Throws<FormatException>(() => Proxies.Of(new ConfigurationManager { ["PATHWAY_PROXIES"] = "proxy" }));
}
