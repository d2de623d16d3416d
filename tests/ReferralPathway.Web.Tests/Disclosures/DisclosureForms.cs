using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Disclosures;

/// <summary>The forms of a request for disclosure, filled in as people do.</summary>
internal static class DisclosureForms
{
    public const string About = "Qxabout, född 1999";
    public const string Asked = "Qxasked: telefonnummer";
    public const string Reasons = "Qxreasons: inga synnerliga skäl";
    public const string HandedOver = "Qxhanded: numret, per telefon";
    public const string Answer = "Qxanswer: du får numret i dag";

    public static async Task<WebPage> AsksAsync(this Browser leader, OrganisationId holder, params (string Name, string? Value)[] other)
    {
        (string Name, string? Value)[] fields =
        [
            ("Input.Holder", holder.ToString()), ("Input.Ground", "CONTACT_REQUEST"), ("Input.About", About), ("Input.Asked", Asked), ("Input.Officer", "Qxofficer"), ("Input.AnswerBy", "2026-03-20"),
        ];
        return await leader.Submit(await leader.Get("/disclosures/ask"), [.. fields.Where(f => other.All(o => o.Name != f.Name)), .. other]);
    }

    public static async Task<WebPage> AssessesAsync(this Browser chief, string address, string? caseReference = null) =>
        await chief.Submit(await chief.Get($"{address}/assess"), ("CaseReference", caseReference ?? ""));

    public static async Task<WebPage> DecidesAsync(this Browser chief, string address, string outcome = "PartlyGranted", string? handed = HandedOver) =>
        await chief.Submit(await chief.Get($"{address}/decide"), ("Input.Outcome", outcome), ("Input.PartHandedOver", handed), ("Input.Reasons", Reasons), ("Input.Answer", Answer));
}
