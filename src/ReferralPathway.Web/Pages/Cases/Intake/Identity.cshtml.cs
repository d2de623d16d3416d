using System.Text.RegularExpressions;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>Name, numbers and documents: never needed to open a case. Opening the page is recorded as showing them.</summary>
public sealed partial class IdentityModel(IntakeDesk desk) : IntakePage<IdentityModel.Form>(desk, IntakeParts.None)
{
    private const int Documents = 2, Nationalities = 2;

    public IEnumerable<Choice> Kinds { get; } = [.. new[] { "Passport", "IdCard", "ResidencePermit", "Other" }.Select(k => new Choice(k, $"Intake.Document.Kind.{k}"))];

    public IEnumerable<Choice> Holders { get; } = [.. new[] { "Person", "Exploiter", "Authority", "Lost", "Unknown" }.Select(h => new Choice(h, $"Intake.Document.HeldBy.{h}"))];

    protected override string Done => Input.Protection != "NONE" ? "Intake.Identity.SavedProtected" : base.Done;

    private PersonalNumber? Number => PersonalNumber.TryParse(Input.PersonalNumber, Desk.Today, out var number, out _) ? number : null;

    protected override Task<CaseView> LookAsync(CancellationToken stopping) => Desk.Hand.IdentityAsync(stopping);

    protected override void Fill()
    {
        var known = View.Identity.Value ?? new();
        Input = new()
        {
            GivenName = known.GivenName, FamilyName = known.FamilyName, Alias = known.Alias, BirthDate = known.BirthDate, Dossier = known.DossierNumber, AgencyContact = known.MigrationAgencyContact,
            PersonalNumber = known.PersonalNumber is { Length: 12 } digits ? $"{digits[..8]}-{digits[8..]}" : known.PersonalNumber, NumberConfirmed = known.PersonalNumber is not null,
            Nationalities = Room(known.Nationalities, Nationalities), Protection = Facts.ProtectedIdentity,
            Documents = [.. known.Documents.Select(d => new Document { Kind = d.Kind, Number = d.Number, Country = d.Country, HeldBy = d.HeldBy })],
        };
        MakeRoom();
    }

    protected override void Check(Answers answers)
    {
        answers.Text(Input.GivenName, "Intake.Identity.GivenName", 100);
        answers.Text(Input.FamilyName, "Intake.Identity.FamilyName", 100);
        answers.Text(Input.Alias, "Intake.Identity.Alias", 100);
        answers.NotInTheFuture(Input.BirthDate, "Intake.Identity.BirthDate");
        answers.InOrder(new(1900, 1, 1), "Intake.Person.Earliest", Input.BirthDate, "Intake.Identity.BirthDate");
        if (!string.IsNullOrWhiteSpace(Input.PersonalNumber) && !PersonalNumber.TryParse(Input.PersonalNumber, Desk.Today, out _, out var problem))
            answers.Wrong("Input.PersonalNumber", Desk.T[$"Errors.{problem}"]);
        if (Number is { NeedsConfirmation: true } && !Input.NumberConfirmed) answers.Wrong("Input.NumberConfirmed", Desk.T["Intake.Identity.ConfirmNumber"]);
        for (var i = 0; i < Input.Nationalities.Count; i++) answers.Among(Input.Nationalities[i], code => Countries.Find(code) is not null, $"Input.Nationalities[{i}]");
        for (var i = 0; i < Input.Documents.Count; i++) Check(answers, Input.Documents[i], $"Input.Documents[{i}]");
        if (Input.Dossier is { } dossier && !DossierNumber.IsMatch(dossier)) answers.Wrong("Input.Dossier", Desk.T["Intake.Identity.DossierFormat"]);
        answers.Text(Input.AgencyContact, "Intake.Identity.AgencyContact", 200);
        answers.Need(Input.Protection, "Intake.Identity.Protection.Field");
        answers.Listed(Input.Protection, CodeLists.ProtectedIdentity);
        MakeRoom();
    }

    private void Check(Answers answers, Document document, string field)
    {
        if (!document.IsGiven) return;
        answers.Need(document.Kind, "Intake.Document.Kind", $"{field}.Kind");
        answers.Listed(document.Kind, Kinds, $"{field}.Kind");
        answers.Need(document.HeldBy, "Intake.Document.HeldBy.Field", $"{field}.HeldBy");
        answers.Listed(document.HeldBy, Holders, $"{field}.HeldBy");
        answers.Among(document.Country, code => Countries.Find(code) is not null, $"{field}.Country");
        if (document.Number is { } number && !DocumentNumber.IsMatch(number)) answers.Wrong($"{field}.Number", Desk.T["Intake.Document.NumberFormat"]);
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordIdentity(new()
    {
        GivenName = Input.GivenName,
        FamilyName = Input.FamilyName,
        Alias = Input.Alias,
        BirthDate = Input.BirthDate ?? Number?.BirthDate,
        PersonalNumber = Number?.Digits,
        Nationalities = Given(Input.Nationalities),
        Documents = [.. Input.Documents.Where(d => d.IsGiven).Select(d => new IdentityDocument(d.Kind!, d.Number?.ToUpperInvariant(), d.Country, d.HeldBy!))],
        DossierNumber = Input.Dossier,
        MigrationAgencyContact = Input.AgencyContact,
    }, Input.Protection!, act);

    private void MakeRoom()
    {
        Input = Input with { Nationalities = Room(Input.Nationalities, Nationalities) };
        while (Input.Documents.Count < Documents) Input.Documents.Add(new());
    }

    [GeneratedRegex("^[A-Za-z0-9]{5,20}$")]
    private static partial Regex DocumentNumber { get; }

    [GeneratedRegex("^[A-Za-z0-9-]{1,20}$")]
    private static partial Regex DossierNumber { get; }
}
