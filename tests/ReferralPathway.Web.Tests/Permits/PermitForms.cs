using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Permits;

/// <summary>Applications as people fill them in.</summary>
internal static class PermitForms
{
    /// <summary>A case of a leader with an investigation initiated on a day.</summary>
    public static async Task<CaseId> InvestigatedCaseAsync(this PathwayHost host, string leader, string initiated, string kind = "Police")
    {
        var browser = host.As(leader);
        var id = await browser.OpensCaseAsync(initiated, FrontDoor.Worker());
        var done = await browser.Submit(await browser.Get($"/cases/{id}/investigations/initiate"),
            ("Input.Unit", "Gränspolisen"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", kind == "Police" ? "5000-K214365-26" : "AM-12345-26"),
            ("Input.Offences", "BRB_4_1A"), ("Input.On", initiated), ("Input.Reason", "true"));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        return id;
    }

    /// <summary>Hands in an application for a reflection period.</summary>
    public static async Task<WebPage> ReflectionPeriodAsync(this Browser browser, CaseId id, string on, params (string, string?)[] more) =>
        await browser.Submit(await browser.Get($"/cases/{id}/permits/write/reflection-period"),
        [
            ("Input.Wanted", "yes"), ("Input.WantedOn", on), ("Input.WantedIn", "uz"), ("Input.Needed.Met", "yes"), ("Input.NothingAgainst.Met", "yes"), ("Input.InSweden", "yes"),
            ("Input.SubmittedOn", on), ("Input.Channel", "Form"), ("then", "submit"), .. more,
        ]);

    /// <summary>The agency takes the case on, and records its decision.</summary>
    public static async Task<WebPage> DecidesAsync(this Browser agency, CaseId id, string permit, params (string, string?)[] decision)
    {
        var takeOn = await agency.Get($"/cases/{id}/investigations/take-on");
        if (takeOn.Address.EndsWith("take-on", StringComparison.Ordinal)) await agency.Submit(takeOn);
        return await agency.Submit(await agency.Get($"{permit}/decide"), decision);
    }

    /// <summary>The agency revokes a permit, having heard the applicant on the same day.</summary>
    public static Task<WebPage> RevokesAsync(this Browser agency, CaseId id, string permit, string on) =>
        agency.DecidesAsync(id, permit, ("Input.Step", "Revoke"), ("Input.HeardOn", on), ("Input.WhyRevoked", "Asked for it to end."), ("Input.On", on));

    public static Task<string> LegalStatusAsync(this PathwayHost host, CaseId id) =>
        host.AskAsync<string>($"SELECT f.legal_status AS \"Value\" FROM pathway.facts_versions f JOIN pathway.cases c ON c.facts_id = f.id WHERE c.id = {id.Value}");
}
