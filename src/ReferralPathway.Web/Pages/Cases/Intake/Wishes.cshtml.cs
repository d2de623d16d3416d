using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>What the person wants, and where they are: the guidance reckons with it (4.1). No support depends on the answer, and none is asked for twice.</summary>
public sealed class WishesModel(IntakeDesk desk) : IntakePage<WishesModel.Form>(desk, IntakeParts.None)
{
    public sealed record Form
    {
        public string? Cooperation { get; init; } = "NOT_ASKED";

        public string? Return { get; init; } = "Unknown";

        public string? InSweden { get; init; } = "Unknown";

        public DateOnly? On { get; init; }
    }

    protected override void Fill() => Input = new()
    {
        Cooperation = Facts.Cooperation ?? "NOT_ASKED",
        Return = Facts.WishesReturn ?? "Unknown",
        InSweden = Facts.InSweden ?? "Unknown",
        On = Desk.Today,
    };

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Cooperation, "Intake.Wishes.Cooperation");
        answers.Listed(Input.Cooperation, CodeLists.Cooperation);
        answers.Need(Input.Return, "Intake.Wishes.Return");
        answers.Listed(Input.Return, YesNoUnknown);
        answers.Need(Input.InSweden, "Intake.Wishes.InSweden");
        answers.Listed(Input.InSweden, YesNoUnknown);
        answers.Need(Input.On, "Intake.Wishes.On");
        answers.NotInTheFuture(Input.On, "Intake.Wishes.On");
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordWishes(new(Input.Cooperation!, Input.Return!, Input.InSweden!, Input.On!.Value), act);
}
