using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Reimbursement;

/// <summary>Claims as people fill them in.</summary>
internal static class ClaimForms
{
    /// <summary>A case of the police with a reflection period that was granted, in which the municipality of Norrköping takes part. The rules read as in the guide.</summary>
    public static async Task<CaseId> ReflectingCaseAsync(this PathwayHost host, string decided, string from, string to)
    {
        await Web.Hosting.SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod));
        host.Clock.SetInSweden($"{decided} 09:00");
        var id = await host.InvestigatedCaseAsync("il.polis", decided);
        await host.JoinsAsync("il.polis", id, "sw.norrkoping");
        var permit = await host.As("il.polis").ReflectionPeriodAsync(id, decided);
        var granted = await host.As("ma.tillstand").DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", from), ("Input.To", to), ("Input.AsPrinted", "true"), ("Input.On", decided));
        Assert.Equal(HttpStatusCode.OK, granted.Status);
        return id;
    }

    /// <summary>Begins a claim; the page that follows asks for its costs.</summary>
    public static async Task<WebPage> BeginsClaimAsync(this Browser browser, CaseId id, string quarter) =>
        await browser.Submit(await browser.Get($"/cases/{id}/reimbursement"), ("Input.Quarter", quarter));

    public static Task<WebPage> CostAsync(this Browser browser, WebPage costs, string from, string to, string amount, string kind = "Intervention", string? note = null) =>
        browser.Submit(costs, ("Input.Kind", kind), ("Input.From", from), ("Input.To", to), ("Input.Amount", amount), ("Input.Note", note));

    public static string Claim(this WebPage page) => page.Address[..page.Address.LastIndexOf('/')];

    public static async Task<WebPage> HandsInAsync(this Browser browser, string claim) => await browser.Submit(await browser.Get($"{claim}/submit"), ("Input.Right", "true"));

    public static Task<string> ClaimStatusAsync(this PathwayHost host, CaseId id) => host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.reimbursement_claims WHERE case_id = {id.Value}");
}
