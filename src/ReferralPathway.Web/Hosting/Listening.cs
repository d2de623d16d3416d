using Microsoft.AspNetCore.Connections;

namespace ReferralPathway.Web.Hosting;

/// <summary>Begins to serve; where somebody else listens already, says so in one sentence.</summary>
public static class Listening
{
    /// <returns>False when an address is taken: nothing of this host runs any more.</returns>
    public static async Task<bool> StartAsync(WebApplication app, TextWriter errors)
    {
        try
        {
            await app.StartAsync();
            return true;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync($"{taken.Message} Another program listens there. Stop it, or choose another address by PATHWAY_URLS (sample mode) or ASPNETCORE_URLS.");
            await app.DisposeAsync();
            return false;
        }
    }
}
