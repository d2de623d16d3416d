using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Returns;

/// <summary>A return as people fill it in, page by page.</summary>
internal static class ReturnForms
{
    /// <summary>An open case of somebody in prostitution who may not stay, from Romania; nobody asks about the police.</summary>
    public static Task<CaseId> ProstitutedAsync(this PathwayHost host, string account) => host.OpenCaseAsync(account, (started, act) =>
    {
        started.RecordExploitation("PROST", ["SEXUAL"], [], new(), act);
        started.RecordLegalStatus("EU_NO_RIGHT", null, act);
        started.RecordIdentity(new() { GivenName = "Qxreturner", FamilyName = "Qxhome", Nationalities = ["RO"] }, "NONE", act);
    });

    public static async Task<string> BeginsReturnAsync(this Browser browser, CaseId id)
    {
        var begun = await browser.Submit(await browser.Get($"/cases/{id}/returns/write"), ("Input.Nationality", "RO"));
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        return begun.Address;
    }

    public static async Task SaysAsync(this Browser browser, string page, params (string, string?)[] fields)
    {
        var answer = await browser.Submit(await browser.Get(page), fields);
        Assert.True(answer.Status == HttpStatusCode.OK && answer.Errors.Count == 0, $"{page}: {answer.Status} {string.Join("; ", answer.Errors)}");
    }

    public static async Task ContactsCoordinatorAsync(this PathwayHost host, Browser browser, string address, string coordinator, string on) =>
        await browser.SaysAsync($"{address}/write/coordinator", ("Input.Coordinator", (await host.OrganisationAsync(coordinator)).ToString()), ("Input.On", on));

    public static async Task WritesPartAAsync(this Browser browser, string address, string on)
    {
        await browser.SaysAsync($"{address}/write/person", ("Input.ContactPerson", "Åsa"), ("Input.Nationality", "RO"), ("Input.Document", "Expired"), ("Input.Language", "ro"));
        await browser.SaysAsync($"{address}/write/destination", ("Input.Country", "RO"), ("Input.Place", "Cluj"), ("Input.Right", "Citizen"));
        await browser.SaysAsync($"{address}/write/risks", ("Input.Trafficker", "Low"), ("Input.Debt", "Medium"), ("Input.Family", "Unknown"), ("Input.Stigma", "High"), ("Input.Authorities", "Low"), ("Input.Note", "Qxriskreturn"));
        await browser.SaysAsync($"{address}/write/support", ("Input.Wishes", "TICKETS"), ("Input.Wishes", "CASH"), ("Input.SafeContact", "By her sister."));
        await browser.SaysAsync($"{address}/write/declaration", ("Input.FreeDecision", "true"), ("Input.Informed", "true"), ("Input.MayCancel", "true"));
        await browser.SaysAsync($"{address}/write/health", ("Input.Details", "Qxhealthreturn"));
        await browser.SaysAsync($"{address}/write/plan", ("Input.Goals", "A room and work."), ("Input.Components", "REINTEGRATION_PLAN"), ("Input.Provider", "IOM Bucharest"), ("Input.DraftedBy", "Social services"), ("Input.On", on));
    }

    public static async Task ConsentsAsync(this PathwayHost host, Browser browser, CaseId id, string recipient, string on, params string[] purposes)
    {
        var page = await browser.Get($"/cases/{id}/consents/record");
        var answer = await browser.Submit(page,
        [
            ("Input.Recipient", (await host.OrganisationAsync(recipient)).ToString()), .. purposes.Append("SHARE_HEALTH").Select(p => ("Input.Purposes", (string?)p)), ("Input.Decision", "given"), ("Input.On", on),
            .. new[] { "Facts", "Identity", "SafeContact", "Health", "Return" }.Select(g => ("Input.Groups", (string?)g)), ("Input.Method", "WRITTEN"), ("Input.Language", "ro"), ("Input.Interpreter", "No"),
            ("Input.ToldWhat", "true"), ("Input.ToldWhy", "true"), ("Input.ToldWithdraw", "true"), ("Input.ToldLasting", "true"),
        ]);
        Assert.True(answer.Status == HttpStatusCode.OK && answer.Errors.Count == 0, $"{answer.Status} {string.Join("; ", answer.Errors)} {string.Join(", ", purposes)}");
    }

    /// <summary>The person wants no contact afterwards, no word of a trial, or neither: a no is an answer.</summary>
    public static async Task RefusesAsync(this PathwayHost host, Browser browser, CaseId id, string on, params string[] purposes)
    {
        var answer = await browser.Submit(await browser.Get($"/cases/{id}/consents/record"),
        [
            ("Input.Recipient", (await host.OrganisationAsync("iom.hki")).ToString()), .. purposes.Select(p => ("Input.Purposes", (string?)p)), ("Input.Decision", "refused"), ("Input.On", on),
            ("Input.Method", "WRITTEN"), ("Input.Language", "ro"),
        ]);
        Assert.Empty(answer.Errors);
    }

    /// <summary>The first of an organisation begins to work with the case.</summary>
    public static async Task<Browser> TakesOnAsync(this PathwayHost host, string account, CaseId id)
    {
        var browser = host.As(account);
        var page = await browser.Get($"/cases/{id}/investigations/take-on");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        if (page.Address.EndsWith("take-on", StringComparison.Ordinal)) await browser.Submit(page);
        return browser;
    }

    public static Task WritesPartBAsync(this Browser browser, string address) => browser.SaysAsync($"{address}/coordinate/part-b",
        ("Input.TargetGroup", "In prostitution."), ("Input.InformationGiven", "All of it, in Romanian."), ("Input.SafetyCheck", "Nobody waits for her."), ("Input.Components", "TICKETS"), ("Input.Urgency", "Normal"));

    public static async Task AssessesAsync(this Browser iom, string address, string on)
    {
        foreach (var kind in new[] { "Risk", "Needs", "Health" })
            await iom.SaysAsync($"{address}/carry-out/assess", ("Input.Kind", kind), ("Input.Result", "ManageableWithSupport"), ("Input.On", on), ("Input.Note", "Talked through with her."));
    }

    public static Task<string> ReturnStatusAsync(this PathwayHost host, CaseId id) => host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.return_applications WHERE case_id = {id.Value}");
}
