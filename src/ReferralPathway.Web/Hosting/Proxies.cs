using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// Who is believed when a request says where somebody comes from and by which scheme: the addresses and networks of <c>PATHWAY_PROXIES</c>, and nobody else. Addresses are
/// counted by what they say, and cookies hang on the scheme.
/// </summary>
public static class Proxies
{
    /// <exception cref="InvalidOperationException">The platform's own switch is on, which believes everybody.</exception>
    /// <exception cref="FormatException">Something in the list is no address.</exception>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("FORWARDEDHEADERS_ENABLED")) throw new InvalidOperationException("ASPNETCORE_FORWARDEDHEADERS_ENABLED believes everybody. Set PATHWAY_PROXIES to the address of the proxy instead.");
        if (Of(app.Configuration) is { } options) app.UseForwardedHeaders(options);
    }

    /// <returns>Null when nobody is believed.</returns>
    internal static ForwardedHeadersOptions? Of(IConfiguration configuration)
    {
        var believed = (configuration["PATHWAY_PROXIES"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (believed.Length == 0) return null;
        // From the last proxy back to the first that is not on the list.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var one in believed)
            if (one.Contains('/')) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one));
            else options.KnownProxies.Add(IPAddress.Parse(one));
        return options;
    }
}
