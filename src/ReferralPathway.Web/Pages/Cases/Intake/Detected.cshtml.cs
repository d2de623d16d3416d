using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>When, where and by whom the person was first detected (S1-01, S1-07).</summary>
public sealed class DetectedModel(IntakeDesk desk) : IntakePage<DetectedModel.Form>(desk, IntakeParts.Detection)
{
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public sealed record Form
    {
        public DateOnly? On { get; init; }

        public string? By { get; init; }

        public string? Organisation { get; init; }

        public string? Municipality { get; init; }
    }

    protected override string Done => IntakeFacts.IsLongAgo(Input.On!.Value, Desk.Today) ? "Intake.Detected.SavedLongAgo" : base.Done;

    protected override async Task PrepareAsync(CancellationToken stopping) => Organisations =
        [.. (await Desk.Db.Organisations.AsNoTracking().Where(o => o.IsActive && o.Kind != OrganisationKind.Operator).ToListAsync(stopping))
            .Select(o => new Choice(o.Id.ToString(), o.Name(Desk.T.Language.Code))).OrderBy(c => c.Text, StringComparer.Create(Desk.T.Language.Culture, ignoreCase: true))];

    protected override void Fill() => Input = IsAnswered || Facts.DetectedOn is not null
        ? new() { On = Facts.DetectedOn, By = Facts.DetectedBy, Organisation = Facts.DetectedByOrganisation?.ToString(), Municipality = Facts.Municipality }
        : new() { On = Desk.Today, Organisation = Desk.Act.For.ToString() };

    protected override void Check(Answers answers)
    {
        answers.Need(Input.On, "Intake.Detected.On");
        answers.NotInTheFuture(Input.On, "Intake.Detected.On");
        answers.Need(Input.By, "Intake.Detected.By.Field");
        answers.Listed(Input.By, CodeLists.FirstIdentifier);
        answers.Listed(Input.Organisation, Organisations);
        answers.Among(Input.Municipality, code => Geography.FindMunicipality(code) is not null);
    }

    protected override void Record(Case theCase, Act act) =>
        theCase.RecordDetection(Input.On!.Value, Input.By!, OrganisationId.TryParse(Input.Organisation, null, out var organisation) ? organisation : null, Input.Municipality, act);
}
