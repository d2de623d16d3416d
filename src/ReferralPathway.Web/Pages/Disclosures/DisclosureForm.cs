using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Disclosures;

/// <summary>What both ways of writing a request down ask for: by the one who asks, and by the holder from paper.</summary>
public record DisclosureForm
{
    public string? Ground { get; init; }

    public string? Law { get; init; }

    public string? Officer { get; init; }

    public string? Contact { get; init; }

    public string? OwnReference { get; init; }

    public string? About { get; init; }

    public string? Asked { get; init; }

    public DateOnly? AnswerBy { get; init; }

    public static IReadOnlyList<Choice> Grounds(Wording t) => [.. DisclosureDesk.Grounds.Select(g => new Choice(g, t.Code("disclosure_ground", g), $"Disclosures.Ground.{g}"))];

    internal DisclosureTerms Terms(string? authority = null, string? caseReference = null) => new(Ground!, AnswerBy!.Value, new()
    {
        Authority = authority,
        Officer = Officer!,
        Contact = Contact,
        OwnReference = OwnReference,
        Law = Ground == DisclosureDesk.OtherDuty ? Law : null,
        About = About ?? "",
        CaseReference = caseReference,
        Asked = Asked!,
    });

    internal void Check(Checks checks)
    {
        checks.Listed("Input.Ground", DisclosureDesk.Grounds.Contains(Ground));
        if (Ground == DisclosureDesk.OtherDuty) checks.Needed("Input.Law", Law, "Disclosures.Law");
        checks.Needed("Input.Officer", Officer, "Disclosures.Officer");
        checks.Short("Input.Contact", Contact, "Disclosures.Contact");
        checks.Short("Input.OwnReference", OwnReference, "Disclosures.OwnReference", 60);
        checks.Short("Input.About", About, "Disclosures.About", 2000);
        checks.Needed("Input.Asked", Asked, "Disclosures.Asked", 4000);
        checks.NeededSomeDay("Input.AnswerBy", AnswerBy, "Disclosures.AnswerBy");
    }
}
