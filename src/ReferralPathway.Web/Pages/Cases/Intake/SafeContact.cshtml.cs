using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>How the person can be contacted without danger (form F13): read before every contact.</summary>
public sealed partial class SafeContactModel(IntakeDesk desk) : IntakePage<SafeContactModel.Form>(desk, IntakeParts.SafeContact)
{
    private const int Line = 200;

    /// <summary>None of the organisations in the list.</summary>
    private const string Other = "other";

    public IEnumerable<Choice> Directs { get; } = [new("Yes", "Look.Yes"), new("Through", "Intake.SafeContact.Through"), new("No", "Intake.SafeContact.Direct.No")];

    /// <summary>Any that can be called, one's own among them, and one that is not in the list.</summary>
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>The further ways are unfolded when one of them is known or was typed.</summary>
    public bool IsMoreOpen => !ModelState.IsValid
        || new[] { Input.Sms, Input.Email, Input.MessagingApp, Input.InPerson, Input.TrustedPerson, Input.WhoMayAnswer, Input.CodeWord }.Any(w => !string.IsNullOrEmpty(w));

    protected override string Done => Unusual(Input.Phone) || Unusual(Input.Sms) ? "Intake.SafeContact.SavedUnusual" : base.Done;

    protected override async Task PrepareAsync(CancellationToken stopping) => Organisations =
        [.. await Desk.Db.RecipientsAsync(kind => kind is not (OrganisationKind.Operator or OrganisationKind.NationalCoordinator), default, Desk.T, stopping), new(Other, "Intake.SafeContact.Another")];

    protected override void Fill() => Input = View.SafeContact.Value is not { } known
        ? new() { LastCheckedOn = Desk.Today, Language = Facts.Languages.FirstOrDefault() }
        : new()
        {
            Direct = known.Direct, Organisation = known.ThroughOrganisation?.ToString() ?? (known.Through is null ? null : Other), Through = known.Through, Phone = known.Phone, Sms = known.Sms, Email = known.Email, MessagingApp = known.MessagingApp, InPerson = known.InPerson,
            TrustedPerson = known.TrustedPerson, SafeTimes = known.SafeTimes, WordsToUse = known.WordsToUse, WordsNeverToUse = known.WordsNeverToUse, WhoMayAnswer = known.WhoMayAnswer,
            Message = known.MessageMayBeLeft ? "Yes" : "No", Letter = known.LetterAllowed ? "Yes" : "No", Language = known.Language, CodeWord = known.CodeWord,
            DeviceWatched = known.DeviceWatched, LastCheckedOn = known.LastCheckedOn,
        };

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Direct, "Intake.SafeContact.Direct.Field");
        answers.Listed(Input.Direct, Directs);
        if (Input.Direct == "Through") Through(answers);
        if (Input.Direct == "Yes") answers.Need(Input.Message, "Intake.SafeContact.Message.Field");
        answers.Listed(Input.Message, YesNo);
        answers.Listed(Input.Letter, YesNo);
        answers.Need(Input.DeviceWatched, "Intake.SafeContact.Watched.Field");
        answers.Listed(Input.DeviceWatched, YesNoUnknown);
        answers.Phone(Input.Phone);
        answers.Phone(Input.Sms);
        answers.Email(Input.Email);
        answers.Among(Input.Language, code => Languages.Find(code) is not null);
        answers.Need(Input.LastCheckedOn, "Intake.SafeContact.LastCheckedOn");
        answers.NotInTheFuture(Input.LastCheckedOn, "Intake.SafeContact.LastCheckedOn");
        answers.Text(Input.Through, "Intake.SafeContact.ThroughOther", Line);
        answers.Text(Input.MessagingApp, "Intake.SafeContact.MessagingApp", Line);
        answers.Text(Input.InPerson, "Intake.SafeContact.InPerson", Line);
        answers.Text(Input.TrustedPerson, "Intake.SafeContact.TrustedPerson", Line);
        answers.Text(Input.SafeTimes, "Intake.SafeContact.SafeTimes", Line);
        answers.Text(Input.WordsToUse, "Intake.SafeContact.WordsToUse", Answers.Longest, lines: true);
        answers.Text(Input.WordsNeverToUse, "Intake.SafeContact.WordsNeverToUse", Answers.Longest, lines: true);
        answers.Text(Input.WhoMayAnswer, "Intake.SafeContact.WhoMayAnswer", Line);
        answers.Text(Input.CodeWord, "Intake.SafeContact.CodeWord", 60);
    }

    private void Through(Answers answers)
    {
        answers.Need(Input.Organisation, "Intake.SafeContact.ThroughWhom");
        answers.Listed(Input.Organisation, Organisations);
        if (Input.Organisation == Other) answers.Need(Input.Through, "Intake.SafeContact.ThroughOther");
        else if (Input is { Organisation: not null, Through: not null }) answers.Wrong("Input.Organisation", Desk.T["Intake.SafeContact.ListedOrOther"]);
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordSafeContact(Known, act);

    /// <summary>Whatever is answered to the first question, the other answers are kept: "not directly, only through somebody she trusts" is a way.</summary>
    private SafeContactDetails Known => new()
    {
        Direct = Input.Direct!,
        ThroughOrganisation = Input.Direct == "Through" && OrganisationId.TryParse(Input.Organisation, null, out var named) ? named : null,
        Through = Input.Direct == "Through" && Input.Organisation == Other ? Input.Through : null, Phone = E164(Input.Phone), Sms = E164(Input.Sms), Email = Input.Email,
        MessagingApp = Input.MessagingApp, InPerson = Input.InPerson, TrustedPerson = Input.TrustedPerson, SafeTimes = Input.SafeTimes,
        WordsToUse = Input.WordsToUse, WordsNeverToUse = Input.WordsNeverToUse, WhoMayAnswer = Input.WhoMayAnswer,
        MessageMayBeLeft = Input.Message == "Yes", LetterAllowed = Input.Letter == "Yes", Language = Input.Language, CodeWord = Input.CodeWord,
        DeviceWatched = Input.DeviceWatched!, LastCheckedOn = Input.LastCheckedOn!.Value,
    };

    private static string? E164(string? typed) => PhoneNumber.TryParse(typed, out var number) ? number.Value : null;

    private static bool Unusual(string? typed) => PhoneNumber.TryParse(typed, out var number) && number.Warning != PhoneNumberWarning.None;
}
