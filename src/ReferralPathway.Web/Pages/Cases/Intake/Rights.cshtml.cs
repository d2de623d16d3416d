using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>Whether the person knows what help there is, in a language they understand.</summary>
public sealed class RightsModel(IntakeDesk desk) : IntakePage<RightsModel.Form>(desk, IntakeParts.Rights)
{
    public IEnumerable<Choice> Informed { get; } = [new("Yes", "Intake.Rights.Yes"), new("NotYet", "Intake.Rights.NotYet"), new("No", "Intake.Rights.No")];

    public sealed record Form
    {
        public string? Informed { get; init; }

        public string? Language { get; init; }
    }

    protected override void Fill() => Input = new() { Informed = Facts.InformedOfRights, Language = Facts.InformedInLanguage ?? Facts.Languages.FirstOrDefault() };

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Informed, "Intake.Rights.Field");
        answers.Listed(Input.Informed, Informed);
        if (Input.Informed == "Yes") answers.Need(Input.Language, "Intake.Rights.Language");
        answers.Among(Input.Language, code => Languages.Find(code) is not null);
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordRights(Input.Informed!, Input.Informed == "Yes" ? Input.Language : null, act);
}
