using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Assistance;

/// <summary>The forms of a plan as a person fills them in.</summary>
internal static class PlanForms
{
    /// <summary>Begins a plan with its services.</summary>
    /// <returns>Its address, /cases/{id}/plans/{plan}.</returns>
    public static async Task<string> PlanAsync(this Browser worker, CaseId id, params (string Service, string? Provider, string? Other)[] services)
    {
        var page = await worker.Submit(await worker.Get($"/cases/{id}/plan"), ("Input.Goals", "To sleep at night."));
        foreach (var (service, provider, other) in services)
        {
            var fields = new List<(string, string?)> { ("Input.Service", service), ("Input.Need", "What she asked for."), ("Input.Other", other), ("then", "more") };
            if (provider is not null) fields.Add(("Input.Provider", provider));
            page = await worker.Submit(page, [.. fields]);
            Assert.Empty(page.Errors);
        }
        return page.Address[..page.Address.IndexOf("/items", StringComparison.Ordinal)];
    }

    public static async Task<WebPage> FollowsAsync(this Browser worker, string plan, string act, params (string, string?)[] more) =>
        await worker.Submit(await worker.Get($"{plan}/follow"), [("Input.Act", act), .. more]);

    public static async Task<WebPage> AgreesAsync(this Browser worker, string plan, string language) =>
        await worker.Submit(await worker.Get($"{plan}/answer"), ("Input.Agrees", "yes"), ("Input.Language", language), ("Input.Method", "ORAL_INTERPRETER"));

    /// <summary>Records what became of the n-th service of a plan.</summary>
    public static async Task<WebPage> RecordsAsync(this Browser worker, string plan, int service, string status, string? reason = null)
    {
        var links = (await worker.Get(plan)).Links.Where(l => l.EndsWith("/record", StringComparison.Ordinal)).ToList();
        return await worker.Submit(await worker.Get(links[service]), ("Input.Status", status), ("Input.Reason", reason));
    }
}
