using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>Age, gender and language. The birth date stands with name and numbers, so that opening this page is recorded as showing them.</summary>
public sealed partial class PersonModel(IntakeDesk desk) : IntakePage<PersonModel.Form>(desk, IntakeParts.Person)
{
    public const int MostChildren = 20;

    private static readonly DateOnly Earliest = new(1900, 1, 1);

    public IEnumerable<Choice> InterpreterGenders { get; } = [new("F", "Intake.Person.Interpreter.F"), new("M", "Intake.Person.Interpreter.M"), new("Any", "Intake.Person.Interpreter.Any")];

    public IEnumerable<Choice> ChildAges => Offered(CodeLists.AgeGroup).Where(c => c.Value is "0-11" or "12-14" or "15-17" or "U18");

    private string? AgeGroup => Input.AgeUncertain ? IntakeFacts.Uncertain
        : Input.BirthDate is { } birth && birth <= Desk.Today ? IntakeFacts.AgeGroupOf(birth, Desk.Today) : Input.AgeGroup;

    /// <summary>As far as it is answered here.</summary>
    public bool IsChild => new CaseFacts { AgeGroup = AgeGroup }.TreatedAsChild;

    protected override string Done => IsChild ? "Intake.Person.SavedChild" : base.Done;

    protected override Task<CaseView> LookAsync(CancellationToken stopping) => Desk.Hand.IdentityAsync(stopping);

    protected override void Fill() => Input = new()
    {
        Gender = Facts.Gender, BirthDate = View.Identity.Value?.BirthDate, AgeGroup = Facts.AgeGroup, AgeUncertain = Facts.AgeUncertain, Unaccompanied = Facts.Unaccompanied,
        Languages = Room(Facts.Languages, 3), Dialect = Facts.Dialect, Interpreter = !IsAnswered ? null : Facts.InterpreterNeeded ? "Yes" : "No", InterpreterGender = Facts.InterpreterGender ?? "Any",
        Children = Facts.AccompanyingChildren, ChildrenAges = [.. Facts.AccompanyingAges],
    };

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Gender, "Intake.Person.Gender");
        answers.Listed(Input.Gender, CodeLists.Gender);
        answers.NotInTheFuture(Input.BirthDate, "Intake.Person.BirthDate");
        answers.InOrder(Earliest, "Intake.Person.Earliest", Input.BirthDate, "Intake.Person.BirthDate");
        if (Input.BirthDate is null && !Input.AgeUncertain) answers.Need(Input.AgeGroup, "Intake.Person.AgeGroup.Field");
        answers.Listed(Input.AgeGroup, CodeLists.AgeGroup);
        if (IsChild) answers.Need(Input.Unaccompanied, "Intake.Person.Unaccompanied.Field");
        answers.Listed(Input.Unaccompanied, YesNoUnknown);
        answers.Need(Input.Interpreter, "Intake.Person.Interpreter.Field");
        answers.Listed(Input.Interpreter, YesNo);
        answers.Listed(Input.InterpreterGender, InterpreterGenders);
        for (var i = 0; i < Input.Languages.Count; i++) answers.Among(Input.Languages[i], code => Languages.Find(code) is not null, $"Input.Languages[{i}]");
        if (Input.Interpreter == "Yes" && Given(Input.Languages).Count == 0) answers.Need(null, "Intake.Person.Language", "Input.Languages[0]");
        answers.Text(Input.Dialect, "Intake.Person.Dialect", 60);
        if (Input.Children is < 0 or > MostChildren) answers.Wrong("Input.Children", Desk.T["Intake.Person.ChildrenRange", ("most", MostChildren)]);
        answers.Listed(Input.ChildrenAges, CodeLists.AgeGroup);
        Input = Input with { Languages = Room(Input.Languages, 3) };
    }

    protected override void Record(Case theCase, Act act)
    {
        theCase.RecordPerson(new()
        {
            Gender = Input.Gender!,
            AgeGroup = AgeGroup!,
            AgeUncertain = Input.AgeUncertain,
            Languages = Given(Input.Languages),
            Dialect = Input.Dialect,
            InterpreterNeeded = Input.Interpreter == "Yes",
            InterpreterGender = Input.Interpreter == "Yes" && Input.InterpreterGender is "F" or "M" ? Input.InterpreterGender : null,
            Unaccompanied = IsChild ? Input.Unaccompanied : null,
            AccompanyingChildren = Input.Children ?? 0,
            AccompanyingAges = Input.Children > 0 ? Input.ChildrenAges : [],
        }, act);
        var known = View.Identity.Value;
        if (IsChild) NeedsNoMeans(theCase, act);
        if (Input.BirthDate != known?.BirthDate) theCase.RecordIdentity((known ?? new()) with { BirthDate = Input.BirthDate }, Facts.ProtectedIdentity, act);
    }

    /// <summary>No means is needed against a child (BrB 4:1 a): said as soon as the age is, where nothing else was answered.</summary>
    private void NeedsNoMeans(Case theCase, Act act)
    {
        if (Facts.Exposure is null || View.Begun.HasFlag(IntakeParts.Exploitation) || View.Narrative is not { Means.Count: 0 } story || story.Description is { IsOpen: false }) return;
        theCase.RecordExploitation(Facts.Exposure, Facts.ExploitationTypes, Facts.LabourSectors, new()
        {
            Acts = story.Acts, Means = ["NOT_REQUIRED_CHILD"], Countries = story.Countries, PeriodFrom = story.PeriodFrom, PeriodTo = story.PeriodTo, Description = story.Description?.Value,
        }, act);
    }
}
