using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>Is help needed today? The first question, for the answer may be a telephone call.</summary>
public sealed class DangerModel(IntakeDesk desk) : IntakePage<DangerModel.Form>(desk, IntakeParts.Danger)
{
    public sealed record Form
    {
        public string? Acute { get; init; }
    }

    protected override string Done => Input.Acute == "Yes" ? "Intake.Danger.SavedAcute" : base.Done;

    protected override void Fill()
    {
        if (Facts.AcuteNeed is { } acute) Input = new() { Acute = acute ? "Yes" : "No" };
    }

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Acute, "Intake.Danger.Field");
        answers.Listed(Input.Acute, YesNo);
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordDanger(Input.Acute == "Yes", act);
}
