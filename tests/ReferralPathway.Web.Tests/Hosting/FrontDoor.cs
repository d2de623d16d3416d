using System.Globalization;
using AngleSharp.Dom;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Hosting;

/// <summary>What people do, through the pages they do it on: every step is a form that is opened, filled in and sent.</summary>
internal static class FrontDoor
{
    /// <summary>What the intake asks at the least, in the order of its pages: a woman of 25–34 who is reached through the shelter.</summary>
    private static readonly (string Page, (string Name, string? Value)[] Answers)[] Intake =
    [
        ("danger", [("Input.Acute", "No")]),
        ("safe-contact", [("Input.Direct", "Through"), ("Input.Organisation", "other"), ("Input.Through", "Haven"), ("Input.DeviceWatched", "Unknown")]),
        ("detected", [("Input.On", null), ("Input.By", "NGO"), ("Input.Municipality", "2480")]),
        ("exploitation", [("Input.Exposure", "THB"), ("Input.Types", "SEXUAL")]),
        ("person", [("Input.Gender", "F"), ("Input.AgeGroup", "25-34"), ("Input.Languages[0]", "ro"), ("Input.Interpreter", "Yes")]),
        ("legal-status", [("Input.Status", "UNKNOWN")]),
        ("rights", [("Input.Informed", "Yes")]),
    ];

    /// <summary>A man who may not stay and was made to work, reached by telephone: what the intake asks instead of the usual.</summary>
    public static (string Page, (string Name, string? Value)[] Answers)[] Worker(string language = "uz", string country = "UZ", string age = "35-44") =>
    [
        ("safe-contact", [("Input.Direct", "Yes"), ("Input.Organisation", null), ("Input.Through", null), ("Input.Phone", Story.Phone), ("Input.Message", "No"), ("Input.DeviceWatched", "No")]),
        ("exploitation", [("Input.Types", "FORCED_LABOUR"), ("Input.Sectors", "CONSTRUCTION")]), ("person", [("Input.Gender", "M"), ("Input.AgeGroup", age), ("Input.Languages[0]", language)]),
        ("legal-status", [("Input.Status", "IRREGULAR")]), ("rights", [("Input.Informed", "NotYet")]),
        ("identity", [("Input.GivenName", Story.GivenName), ("Input.FamilyName", Story.FamilyName), ("Input.Nationalities[0]", country)]),
    ];

    /// <summary>A yes, given orally with an interpreter, by somebody who was told everything.</summary>
    public static readonly (string Name, string? Value)[] Yes =
    [
        ("Input.Decision", "given"), ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "en"), ("Input.Interpreter", "Telephone"),
        ("Input.ToldWhat", "true"), ("Input.ToldWhy", "true"), ("Input.ToldWithdraw", "true"), ("Input.ToldLasting", "true"),
        ("Input.Groups", "Facts"), ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Groups", "Narrative"),
    ];

    /// <summary>Begins a draft of somebody of whom nothing is known.</summary>
    public static async Task<CaseId> DraftsCaseAsync(this Browser worker)
    {
        var intake = await worker.Submit(await worker.Get("/cases/start"), ("Unknown", "true"));
        Assert.EndsWith("/intake", intake.Address, StringComparison.Ordinal);
        return CaseId.Parse(intake.Address["/cases/".Length..^"/intake".Length], CultureInfo.InvariantCulture);
    }

    /// <summary>Answers the seven parts of the intake, and stops before the case is opened.</summary>
    /// <param name="instead">By page: answers that take the place of the usual ones, or come beside them. "identity" and "health" are answered when they are named.</param>
    public static async Task<CaseId> AnswersIntakeAsync(this Browser worker, string detected, params (string Page, (string Name, string? Value)[] Answers)[] instead)
    {
        var id = await worker.DraftsCaseAsync();
        foreach (var (name, usual) in Intake.Concat(instead.Where(i => Intake.All(u => u.Page != i.Page)).Select(i => (i.Page, Answers: Array.Empty<(string Name, string? Value)>()))))
        {
            var other = instead.Where(i => i.Page == name).SelectMany(i => i.Answers).ToArray();
            var page = await worker.Submit(await worker.Get($"/cases/{id}/intake/{name}"), [.. usual.Where(u => other.All(o => o.Name != u.Name)).Select(u => u.Name == "Input.On" ? (u.Name, detected) : u), .. other]);
            Assert.True(page.Errors.Count == 0, $"{name}: {string.Join(" ", page.Errors)}");
        }
        return id;
    }

    /// <summary>Opens a case.</summary>
    public static async Task<CaseId> OpensCaseAsync(this Browser worker, string detected, params (string Page, (string Name, string? Value)[] Answers)[] instead)
    {
        var id = await worker.AnswersIntakeAsync(detected, instead);
        var opened = await worker.Submit(await worker.Get($"/cases/{id}/intake/check"));
        Assert.Equal($"/cases/{id}", opened.Address);
        return id;
    }

    /// <summary>Writes down what the person said about sharing with an organisation.</summary>
    public static async Task<WebPage> RecordsConsentAsync(this Browser worker, CaseId id, OrganisationId to, params (string Name, string? Value)[] instead) =>
        await worker.Submit(await worker.Get($"/cases/{id}/consents/record?to={to}"), [.. Yes.Where(u => instead.All(o => o.Name != u.Name)), .. instead]);

    /// <summary>Writes a referral with everything that may go with it, unless it is said what, looks at what the recipient will see, and sends it.</summary>
    /// <returns>The referral as its sender sees it.</returns>
    public static async Task<WebPage> RefersAsync(this Browser worker, CaseId id, OrganisationId to, params (string Name, string? Value)[] more)
    {
        var form = await worker.Get($"/cases/{id}/referrals/write/{to}");
        var groups = more.Any(m => m.Name == "Input.Groups") ? [] : form.Document.QuerySelectorAll("input[name='Input.Groups']").Select(box => ("Input.Groups", box.GetAttribute("value")));
        var preview = await worker.Submit(form, [("Input.Service", "ACCOMMODATION"), ("Input.Urgency", "Normal"), .. groups, .. more]);
        Assert.EndsWith("/preview", preview.Address, StringComparison.Ordinal);
        return await worker.Submit(preview);
    }

    /// <summary>Takes on the referral of a sender that waits.</summary>
    /// <returns>The case, which is open to the recipient now.</returns>
    public static async Task<WebPage> AcceptsAsync(this Browser recipient, string sender, string firstContactOn)
    {
        var waiting = await recipient.Get((await recipient.Get("/referrals")).Link(sender));
        var accepted = await recipient.Submit(await recipient.Get(waiting.Link("Accept")), ("Input.FirstContactOn", firstContactOn));
        Assert.True(accepted.Errors.Count == 0, string.Join(" ", accepted.Errors));
        return accepted;
    }

    /// <summary>Consent, referral and acceptance: an organisation takes part.</summary>
    public static async Task JoinsAsync(this PathwayHost host, string lead, CaseId id, string recipient, string sender, string firstContactOn)
    {
        var to = await host.OrganisationAsync(recipient);
        Assert.Empty((await host.As(lead).RecordsConsentAsync(id, to)).Errors);
        await host.As(lead).RefersAsync(id, to);
        await host.As(recipient).AcceptsAsync(sender, firstContactOn);
    }

    /// <summary>The lines of the guidance on a page: what it is about and how strong the claim is, in order.</summary>
    public static IReadOnlyList<(string Support, string Strength)> Guidance(this WebPage page) =>
        [.. page.Document.QuerySelectorAll(".rp-line").Select(l => (Said(l, ".rp-line__title"), Said(l, ".rp-strength")))];

    /// <summary>What a line of the guidance says in full.</summary>
    public static string Guidance(this WebPage page, string support) =>
        page.Document.QuerySelectorAll(".rp-line").Single(l => Said(l, ".rp-line__title") == support).TextContent;

    private static string Said(IElement line, string part) => line.QuerySelector(part)!.TextContent.Trim();
}
