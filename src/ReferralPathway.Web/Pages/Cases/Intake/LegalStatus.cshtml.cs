using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>The right to stay in Sweden, or the lack of it (S1-13).</summary>
public sealed class LegalStatusModel(IntakeDesk desk) : IntakePage<LegalStatusModel.Form>(desk, IntakeParts.LegalStatus)
{
    public sealed record Form
    {
        public string? Status { get; init; }

        public DateOnly? ValidTo { get; init; }
    }

    protected override void Fill() => Input = new() { Status = Facts.LegalStatus, ValidTo = Facts.LegalStatusValidTo };

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Status, "Intake.LegalStatus.Status");
        answers.Listed(Input.Status, CodeLists.LegalStatus);
        if (IntakeFacts.HasLastDay(Input.Status)) answers.Need(Input.ValidTo, "Intake.LegalStatus.ValidTo");
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordLegalStatus(Input.Status!, Input.ValidTo, act);
}
