using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Tests.Hosting;

public sealed class ListeningTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        using var said = new StringWriter();

        Assert.False(await Listening.StartAsync(app, said));

        var sentence = Assert.Single(said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(address, sentence, StringComparison.Ordinal);
        Assert.Contains("PATHWAY_URLS", sentence, StringComparison.Ordinal);
    }
}
