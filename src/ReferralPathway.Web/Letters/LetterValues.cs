using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Web.Pages.Permits;
using ReferralPathway.Web.Pages.Returns;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Letters;

/// <summary>What stands in the place of each field: taken from the projection of the letter's reader, and from nothing else of the case.</summary>
/// <param name="view">The case as the reader of the letter may know it.</param>
internal sealed class LetterValues(LetterView view, Wording t, string writer, string recipient, ConsentAsk? ask, string? asked)
{
    /// <summary>Which organisations have opened the case.</summary>
    public IReadOnlyList<(string, string)> Readers { get; init; } = [];

    /// <summary>Null where the reader gets nothing: it is of a group that they may not read, or is not known.</summary>
    public LetterValue? Of(LetterKind kind, string field) =>
        LetterField.Of(kind).FirstOrDefault(f => f.Name == field) is { } known && view.Carries(known.Group) ? Value(kind, field) : null;

    private LetterValue? Value(LetterKind kind, string field) => field switch
    {
        "reference" => Text(view.Reference),
        "today" => Text(t.Date(t.Today)),
        "writer" => Text(writer),
        "recipient" => Text(recipient),
        "age_group" => Text(Code("age_group", view.Facts.AgeGroup)),
        "gender" => Text(view.Facts.Gender is { } gender ? t.Capital(t.Gender(gender, view.Facts.TreatedAsChild)) : null),
        "languages" => Text(t.Capital(string.Join(", ", view.Facts.Languages.Select(t.Spoken)))),
        "interpreter" => Text(view.Facts.Languages.Count == 0 ? null : YesNo(view.Facts.InterpreterNeeded)),
        "exposure" => Text(Code("exposure_category", view.Facts.Exposure)),
        "exploitation" => Text(t.Codes("exploitation_type", view.Facts.ExploitationTypes)),
        "municipality" => Text(view.Facts.Municipality is { } place ? t.Place(place) : null),
        "legal_status" => Text(Code("legal_status", view.Facts.LegalStatus)),
        "name" => Text(string.Join(" ", new[] { view.Identity?.GivenName, view.Identity?.FamilyName }.Where(n => !string.IsNullOrWhiteSpace(n)))),
        "birth_date" => Text(view.Identity?.BirthDate is { } born ? t.Date(born) : null),
        "personal_number" => Text(view.Identity?.PersonalNumber is { Length: 12 } number ? $"{number[..8]}-{number[8..]}" : null),
        "dossier_number" => Text(view.Identity?.DossierNumber),
        "citizenship" => Text(string.Join(", ", (view.Identity?.Nationalities ?? []).Select(t.Land))),
        "contact_through" => Text(view.ContactThrough is { } through ? t.Named(through) : null),
        "safe_contact" => view.SafeContact is { } contact ? Facts(SafeContact(contact)) : null,
        "story" => Text(Lines([view.Narrative?.Description is { IsOpen: true } story ? story.Value : null, .. kind == LetterKind.SubjectExtract ? view.Assessments.Where(a => a.Conclusion.IsOpen).Select(a => a.Conclusion.Value) : []])),
        "health" => view.Health is { } health ? Facts(Health(health)) : null,
        "investigations" => view.Investigations.Count > 0
            ? Text(string.Join("\n", view.Investigations.Select(i => $"{i.ReferenceNumber}, {i.AuthorityUnit}, {i.LeaderName}: {t.InSentence(t.Word(i.Status))}")))
            : Text(string.Join("\n", view.InvestigationLines.Select(l => $"{t.Word(l.Status)}, {t.Date(l.On)}"))),
        "plan_goals" => Text(string.Join("\n", view.Plans.Select(p => p.Goals is { IsOpen: true } goals ? goals.Value : null).Where(g => !string.IsNullOrWhiteSpace(g)))),
        "plan_services" => Facts(view.Plans.SelectMany(p => p.Items).Select(Service)),
        "plan_from" => Text(view.Plans is [{ } first, ..] ? t.Date(first.StartsOn) : null),
        "plan_review" => Text(view.Plans is [{ } reviewed, ..] ? t.Date(reviewed.ReviewOn) : null),
        "responsible" => Text(view.Plans is [{ } plan, ..] ? plan.ResponsibleName : null),
        "service" => Text(Code("service", view.Referral?.Service)),
        "urgency" => Text(view.Referral is { } referral ? t[$"Referrals.Urgency.{referral.Urgency}"] : null),
        "answer_by" => Text(view.Referral?.AnswerBy is { } by ? t.OnPaper(by) : null),
        "message" => Text(view.Referral?.Message is { IsOpen: true } message ? message.Value : null),
        "groups" => Text(ask is null
            ? t.Groups((view.Groups & DataGroups.Consentable).Mask)
            : string.Join(", ", ask.Groups.Select(g => ConsentWords.Group(g, ask.Language)))),
        "asked" => Text(asked),
        "purposes" => Text(ask is null ? null : string.Join("; ", ask.Purposes.Select(p => ConsentWords.Purpose(p, ask.Language)))),
        "until" => Text(ask is null ? null : ask.Until is { } until ? t.Iso(until) : ConsentWords.UntilTakenBack(ask.Language)),
        "permits" => Facts(view.PermitLines.Select(l => (t.Word(l.Kind), $"{t.Word(l.Status)}, {t.Date(l.On)}"))),
        "returns" => Facts(view.Returns.Select(r => (t.Date(Wording.DayOf(r.DraftedAt)), t[$"Returns.ReturnStatus.{r.Status}"]))),
        "consents" => Facts(view.Consents.Select(c => (t.Named(c.RecipientSv, c.RecipientEn), $"{t.Code("consent_purpose", c.Purpose)}: {t.InSentence(t.Word(c.State))}, {t.Date(c.DecidedOn)}"))),
        "referrals" => Facts(view.Referrals.Select(r => (t.Named(r.RecipientSv, r.RecipientEn), $"{t.Code("service", r.Service)}: {t.InSentence(t.Word(r.Status))}"))),
        "readers" => Facts(Readers),
        "disagreements" => Facts(view.Notes.Where(n => n.Text.IsOpen).Select(n => (t[$"Rights.Beside.{n.Kind}", ("day", t.Date(n.On)), ("name", t.Named(n.BySv, n.ByEn))], n.Text.Value))),
        "withheld" => view.Extract is { Withheld: not 0, Ground: { } secrecy } extract ? Facts([(t.Groups(new DataGroups(extract.Withheld)), t[$"SecrecyGround.{secrecy}"])]) : null,
        "author" => Text(view.Return is { } written ? t.Named(written.AuthorSv, written.AuthorEn) : null),
        "coordinator" => Text(view.Return is { CoordinatorSv: { } sv, CoordinatorEn: { } en } ? t.Named(sv, en) : null),
        "declaration" => view.Return?.Latest(PaperKind.PartA)?.PartA is { } said ? Facts(Declaration(said)) : null,
        "part_a" => Card(PaperKind.PartA),
        "part_b" => Card(PaperKind.PartB),
        "support_plan" => Card(PaperKind.SupportPlan),
        _ => view.Permit is { Form.IsOpen: true } permit ? OfPermit(field, permit, permit.Form.Value) : null,
    };

    private LetterValue? OfPermit(string field, PermitRow one, PermitForm form) => field switch
    {
        "investigation" => Text(view.Investigation is { } investigation ? $"{investigation.ReferenceNumber}\n{investigation.AuthorityUnit}, {investigation.LeaderName}" : null),
        "submitted_on" => Text(one.SubmittedOn is { } on ? t.Date(on) : null),
        "address_for_service" => Text(form.AddressForService),
        "identity_documents" => Text(form.IdentityDocuments),
        "in_sweden" => Text(YesNo(form.InSweden == true)),
        "children" => Text(form.Children > 0 ? t.Number(form.Children) : null),
        "ground" => Text(form.Ground),
        "wanted" => Text(one.Kind == PermitKind.ReflectionPeriod && form is { WantedOn: { } wanted, WantedIn: { } language } ? t["Permits.Show.WantedOn", ("day", t.Date(wanted)), ("language", t.Spoken(language))] : null),
        "conditions" => Facts(PermitLetter.Conditions(one.Kind, form).Select(c => (t[$"Permits.Short.{c.Name}"],
            YesNo(c.Condition.Met == true) + (c.Condition.On is { } since ? $", {t.Date(since)}" : "") + (c.Condition.Because is { Length: > 0 } because ? $". {because}" : "")))),
        "necessary" => Text(form.DeemedNecessary),
        "dialogues" => Facts(one.Dialogues.Select(d => (t[$"Permits.Dialogue.{d.With}"], $"{t.Date(d.On)}. {d.Note.Value}"))),
        _ => null,
    };

    private IEnumerable<(string, string)> SafeContact(SafeContactDetails d)
    {
        string?[] ways =
        [
            d is { Direct: "Through", ThroughOrganisation: null } ? t["Case.Safe.Through", ("name", d.Through)] : null, Said("Case.Safe.Phone", d.Phone), Said("Case.Safe.Sms", d.Sms), Said("Case.Safe.Email", d.Email),
            Said("Case.Safe.App", d.MessagingApp), Said("Case.Safe.InPerson", d.InPerson), Said("Case.Safe.Trusted", d.TrustedPerson), Said("Case.Safe.Times", d.SafeTimes),
        ];
        string?[] never =
        [
            d.DeviceWatched == "No" ? null : t[d.DeviceWatched == "Yes" ? "Case.Safe.Watched" : "Case.Safe.WatchedUnknown"], Said("Case.Safe.NeverSay", d.WordsNeverToUse),
            d.MessageMayBeLeft ? null : t["Case.Safe.NoMessage"], d.LetterAllowed ? null : t["Case.Safe.NoLetter"],
        ];
        yield return (t["Case.Safe.Safe"], Lines(ways) is { Length: > 0 } safe ? safe : t["Case.Safe.NoWay"]);
        if (Lines(never) is { Length: > 0 } not) yield return (t["Case.Safe.Never"], not);
        if (Lines([d.WordsToUse, Said("Case.Safe.CodeWord", d.CodeWord), Said("Case.Safe.WhoAnswers", d.WhoMayAnswer)]) is { Length: > 0 } say) yield return (t["Case.Safe.Say"], say);
        yield return (t["Case.Safe.Checked"], t.Date(d.LastCheckedOn));
    }

    private IEnumerable<(string, string)> Health(HealthDetails health) =>
    [
        (t["Intake.Health.Pregnant"], t[$"Look.{health.Pregnant}"]), (t["Intake.Health.UrgentNeed"], t[$"Look.{health.UrgentNeed}"]), (t["Intake.Health.Disability"], t[$"Look.{health.Disability}"]),
        .. string.IsNullOrWhiteSpace(health.Note) ? [] : new[] { (t["Intake.Health.Note"], health.Note) },
    ];

    private (string, string) Service(PlanItemRow item) => (t.Code("service", item.Service), Lines(
    [
        item.Details is { IsOpen: true } details ? details.Value.Need : null,
        string.Join(", ", item.Providers.Select(p => t.Named(p.NameSv, p.NameEn))),
        $"{t.Date(item.From)}–{(item.To is { } to ? t.Date(to) : "")} ({t.InSentence(t.Word(item.Status))})",
    ]));

    private IEnumerable<(string, string)> Declaration(PartA a) =>
    [
        (t["Letters.Declared.FreeDecision"], YesNo(a.FreeDecision)), (t["Letters.Declared.Informed"], YesNo(a.Informed)), (t["Letters.Declared.MayCancel"], YesNo(a.MayCancel)),
    ];

    private LetterValue? Card(PaperKind kind) => view.Return is { } one && ReturnCards.Of(one, t).FirstOrDefault(c => c.Title == $"Returns.PaperKind.{kind}") is { } card
        ? Facts(card.Lines.Select(l => (t.Say(l.Label), l.Value)))
        : null;

    private string YesNo(bool yes) => t[yes ? "Look.Yes" : "Look.No"];

    private string? Said(string key, string? value) => string.IsNullOrWhiteSpace(value) ? null : t[key, ("value", value)];

    private string? Code(string list, string? code) => code is null ? null : t.Code(list, code);

    private static string Lines(IEnumerable<string?> lines) => string.Join("\n", lines.Where(l => !string.IsNullOrWhiteSpace(l)));

    private static LetterValue? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(text);

    private static LetterValue? Facts(IEnumerable<(string Label, string Value)> facts) =>
        facts.ToList() is { Count: > 0 } all ? new(string.Join("; ", all.Select(f => $"{f.Label}: {f.Value}")), all) : null;
}
