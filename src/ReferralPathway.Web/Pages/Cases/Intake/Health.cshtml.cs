using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.Intake;

/// <summary>Health, only as far as the help needs it (DG6). What is written already is shown after a reason has been given, and the reason is recorded.</summary>
public sealed class HealthModel(IntakeDesk desk) : IntakePage<HealthModel.Form>(desk, IntakeParts.None)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Something is written, and no reason has been given yet.</summary>
    public bool IsClosed { get; private set; }

    public IEnumerable<Choice> Reasons { get; } = [.. new[] { "UrgentCare", "PlanningSupport", "PersonAsked" }.Select(r => new Choice(r, $"Intake.Health.Reason.{r}"))];

    public sealed record Form
    {
        public string? Pregnant { get; init; } = "Unknown";

        public string? UrgentNeed { get; init; } = "Unknown";

        public string? Disability { get; init; } = "Unknown";

        public string? Note { get; init; }
    }

    public override async Task OnGetAsync(CancellationToken stopping)
    {
        await base.OnGetAsync(stopping);
        IsClosed = View.HasHealth;
    }

    public async Task OnPostOpenAsync(CancellationToken stopping)
    {
        var known = Reasons.Any(r => r.Value == Reason);
        if (!known) ModelState.AddModelError(nameof(Reason), Desk.T.Error("Required", "Intake.Health.Reason.Field"));
        IsClosed = !known;
        await base.OnGetAsync(stopping);
    }

    protected override Task<CaseView> LookAsync(CancellationToken stopping) =>
        Reason is { } reason && Reasons.Any(r => r.Value == reason) ? Desk.Hand.HealthAsync(reason, stopping) : Desk.Hand.ViewAsync(stopping);

    protected override void Fill()
    {
        if (View.Health.Value is { } known) Input = new() { Pregnant = known.Pregnant, UrgentNeed = known.UrgentNeed, Disability = known.Disability, Note = known.Note };
    }

    protected override void Check(Answers answers)
    {
        answers.Need(Input.Pregnant, "Intake.Health.Pregnant.Field");
        answers.Listed(Input.Pregnant, YesNoUnknown);
        answers.Need(Input.UrgentNeed, "Intake.Health.UrgentNeed.Field");
        answers.Listed(Input.UrgentNeed, YesNoUnknown);
        answers.Need(Input.Disability, "Intake.Health.Disability.Field");
        answers.Listed(Input.Disability, YesNoUnknown);
        answers.Text(Input.Note, "Intake.Health.Note", Answers.Longest, lines: true);
    }

    protected override void Record(Case theCase, Act act) => theCase.RecordHealth(
        new() { Pregnant = Input.Pregnant!, UrgentNeed = Input.UrgentNeed!, Disability = Input.Disability!, Note = Input.Note }, act);
}
