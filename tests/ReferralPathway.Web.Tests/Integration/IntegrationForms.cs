using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Integration;

/// <summary>The forms of a plan for integration as a person fills them in.</summary>
internal static class IntegrationForms
{
    /// <summary>Begins a plan with its components, each of the municipality, the individual plan of an NGO.</summary>
    /// <returns>Its address, /cases/{id}/integration/{plan}.</returns>
    public static async Task<string> IntegrationAsync(this Browser worker, CaseId id, params string[] components)
    {
        var page = await worker.Submit(await worker.Get($"/cases/{id}/integration"), ("Input.Goals", "To open a bakery."));
        foreach (var component in components)
        {
            page = await worker.Submit(page, ("Input.Component", component), ("Input.By", component == "NGO_PLAN" ? "Ngo" : "Municipal"), ("Input.Provider", ""), ("Input.Other", "Those who give it"), ("then", "more"));
            Assert.Empty(page.Errors);
        }
        return page.Address[..page.Address.IndexOf("/components", StringComparison.Ordinal)];
    }

    public static async Task<WebPage> BeginsAsync(this Browser worker, string plan, string language = "en")
    {
        await worker.Submit(await worker.Get($"{plan}/answer"), ("Input.Agrees", "yes"), ("Input.Language", language), ("Input.Method", "ORAL_INTERPRETER"));
        return await worker.TakesOnAsync(plan, "Begin");
    }

    public static async Task<WebPage> TakesOnAsync(this Browser worker, string plan, string act, params (string, string?)[] more) =>
        await worker.Submit(await worker.Get($"{plan}/follow"), [("Input.Act", act), .. more]);

    public static async Task<WebPage> StaysAsync(this Browser worker, CaseId id, string status, string? validTo = null) =>
        await worker.Submit(await worker.Get($"/cases/{id}/intake/legal-status"), ("Input.Status", status), ("Input.ValidTo", validTo));
}
