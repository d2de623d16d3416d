using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Returns;

/// <summary>What is written in a return, as cards of labels and values in the words of the reader.</summary>
public static class ReturnCards
{
    public sealed record Card(string Title, IReadOnlyList<(string Label, string Value)> Lines);

    public static IEnumerable<Card> Of(ReturnRow one, Wording t)
    {
        if (one.Latest(PaperKind.PartA)?.PartA is { } a) yield return Filled("Returns.PaperKind.PartA", PartA(a, t));
        if (one.Latest(PaperKind.SupportPlan)?.Plan is { } plan) yield return Filled("Returns.PaperKind.SupportPlan", Plan(plan, t));
        if (one.Latest(PaperKind.PartB)?.PartB is { } b) yield return Filled("Returns.PaperKind.PartB", PartB(b, t));
        var assessed = one.Papers.Where(p => p.Kind is PaperKind.Risk or PaperKind.Needs or PaperKind.Health && p.Code is not null).ToList();
        if (assessed.Count > 0) yield return Filled("Returns.Show.Assessments", assessed.Select(p => ($"Returns.PaperKind.{p.Kind}", (string?)Assessed(p, t))));
        if (one.Latest(PaperKind.Journey)?.Journey is { } journey) yield return Filled("Returns.PaperKind.Journey", Journey(journey, t));
        if (one is { DepartedAt: { } from, ArrivedAt: { } to })
            yield return Filled("Returns.Show.Travelled", [("Returns.Show.Departed", There(from, one.DepartureZone!, t)), ("Returns.Show.Arrived", There(to, one.ArrivalZone!, t))]);
        foreach (var contact in one.Papers.Where(p => p is { Kind: PaperKind.Contact, Content: { IsOpen: true } }).OrderByDescending(p => p.Number))
            yield return Filled(t["Returns.Show.ContactOf", ("day", t.Date(contact.On))], Contact(contact, t));
    }

    private static IEnumerable<(string, string?)> PartA(PartA a, Wording t) =>
    [
        ("Returns.Short.ContactPerson", a.ContactPerson), ("Returns.Write.Person.Nationality", t.Land(a.Nationality)), ("Returns.Write.Person.Document", Of(a.Document, t)),
        ("Returns.Write.Person.DocumentNumber", a.DocumentNumber), ("Returns.Write.Person.Languages", t.Capital(string.Join(", ", a.Languages.Select(t.Spoken)))), ("Returns.Short.Family", a.Family),
        ("Returns.Write.Destination.Country", a.Country is null ? null : $"{t.Land(a.Country)}, {a.Place}"), ("Returns.Short.Right", Of(a.Right, t)),
        ("Returns.Write.Destination.TravelFrom", a.TravelFrom is { } from ? t.Date(from) : null), ("Returns.Write.Destination.TravelTo", a.TravelTo is { } to ? t.Date(to) : null),
        ("Returns.Short.Reasons", a.Reasons), ("Returns.Short.Outstanding", string.Join(", ", a.Outstanding.Select(o => t[$"Returns.OutstandingMatter.{o}"]))),
        ("Returns.Write.Risks.Title", string.Join("; ", a.Risks.Select(r => t["Returns.Show.Risk", ("what", t[$"Returns.Write.Risks.{r.Key}"]), ("level", t.InSentence(t[$"Returns.RiskLevel.{r.Value}"]))]))),
        ("Returns.Write.Risks.Note", a.RiskNote), ("Returns.Write.Support.Wishes", Components(a.Wishes, t)), ("Returns.Short.SafeContact", a.SafeContact),
    ];

    private static IEnumerable<(string, string?)> Plan(SupportPlan plan, Wording t) =>
    [
        ("Returns.Write.Plan.Goals", plan.Goals), ("Returns.Write.Plan.Components", Components(plan.Components, t)), ("Returns.Short.Provider", plan.Provider),
        ("Returns.Short.DraftedBy", plan.DraftedBy), ("Returns.Short.InDialogueOn", t.Date(plan.InDialogueOn)),
    ];

    private static IEnumerable<(string, string?)> PartB(PartB b, Wording t) =>
    [
        ("Returns.Short.TargetGroup", b.TargetGroup), ("Returns.Short.InformationGiven", b.InformationGiven), ("Returns.Coordinate.PartB.SafetyCheck", b.SafetyCheck),
        ("Returns.Coordinate.PartB.Components", Components(b.Components, t)), ("Returns.Coordinate.PartB.Budget", b.Budget is { } amount ? $"{amount.ToString("N0", t.Language.Culture)} {b.Currency}" : null),
        ("Returns.Coordinate.PartB.InKind", b.InKind), ("Returns.Short.Urgency", t[$"Returns.ReturnUrgency.{b.Urgency}"]),
        ("Returns.Coordinate.PartB.BestInterestsInSweden", b.BestInterestsInSweden), ("Returns.Coordinate.PartB.BestInterestsAbroad", b.BestInterestsAbroad),
    ];

    private static IEnumerable<(string, string?)> Journey(Journey j, Wording t) =>
    [
        ("Returns.CarryOut.Journey.On", t.Date(j.On)), ("Returns.CarryOut.Journey.Route", j.Route), ("Returns.CarryOut.Journey.Tickets", j.Tickets), ("Returns.CarryOut.Journey.Transit", j.Transit),
        ("Returns.CarryOut.Journey.Arrival", j.Arrival), ("Returns.CarryOut.Journey.Escort", t[$"Returns.EscortKind.{j.Escort}"]),
        ("Returns.CarryOut.Journey.Reintegration", t[$"Returns.ReintegrationKind.{j.Reintegration}"]), ("Returns.Short.ReintegrationPlan", j.ReintegrationPlan),
    ];

    private static IEnumerable<(string, string?)> Contact(PaperRow paper, Wording t)
    {
        var contact = paper.Content!.Value.Contact!;
        return
        [
            ("Returns.CarryOut.Contact.Reached", t[paper.Code == ReturnApplication.Reached ? "Look.Yes" : "Look.No"]), ("Returns.CarryOut.Contact.Channel", t[$"Returns.ContactChannel.{contact.Channel}"]),
            ("Returns.CarryOut.Contact.MadeBy", contact.MadeBy), ("Returns.CarryOut.Contact.SafeToTalk", contact.SafeToTalk is { } safe ? t[safe ? "Look.Yes" : "Look.No"] : null),
            ("Returns.CarryOut.Contact.Going", string.Join(", ", contact.Going.Select(g => t[$"Returns.ReturneeSituation.{g}"]))), ("Returns.CarryOut.Contact.Risk", t[$"Returns.RiskLevel.{contact.Risk}"]),
            ("Returns.CarryOut.Contact.NeedsAction", contact.NeedsAction),
        ];
    }

    /// <summary>What a piece of support is: "EUR 500, for a sewing machine", "A sewing machine".</summary>
    public static string Given(ReintegrationItem item, Wording t) => item.Form == SupportForm.InKind ? item.What!
        : string.Join(", ", new[] { $"{item.Amount?.ToString("N2", t.Language.Culture)} {item.Currency}", item.What }.Where(s => !string.IsNullOrWhiteSpace(s)));

    private static string Assessed(PaperRow paper, Wording t) =>
        t["Returns.Show.Assessed", ("result", t[$"Returns.AssessmentResult.{paper.Code}"]), ("day", t.Date(paper.On))] + (paper.Content is { IsOpen: true } content && content.Value.Note is { } note ? $" {note}" : "");

    /// <summary>A moment as the clock showed it there.</summary>
    private static string There(DateTimeOffset at, string zone, Wording t)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return t["Returns.Show.There", ("day", t.Date(DateOnly.FromDateTime(local.DateTime))), ("time", local.ToString(t.Language.Code == "en" ? "HH:mm" : "HH.mm", t.Language.Culture)), ("zone", zone.Replace('_', ' '))];
    }

    private static string Components(IEnumerable<string> codes, Wording t) => t.Codes("return_component", codes);

    private static string? Of<T>(T? value, Wording t) where T : struct, Enum => value is { } known ? t[$"Returns.{typeof(T).Name}.{known}"] : null;

    private static Card Filled(string title, IEnumerable<(string Label, string? Value)> lines) =>
        new(title, [.. lines.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => (l.Label, l.Value!))]);
}
