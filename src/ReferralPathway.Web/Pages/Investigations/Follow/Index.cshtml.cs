using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Organisations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Investigations.Follow;

/// <summary>What becomes of an investigation (U3–U7), and what the person is owed meanwhile.</summary>
[RuleAt("Input.On", nameof(Rule.StepsOfAnInvestigationAscend), nameof(Rule.DatesAreNotInTheFuture))]
[RuleAt("Input.Step", nameof(Rule.InvestigationGoesForward), nameof(Rule.OnlyALiveInvestigationIsAttendedTo), nameof(Rule.AnApplicationRestsOnTheInvestigation), nameof(Rule.OnlyTheSameOrganisationCorrects))]
[RuleAt("Input.Organisation", nameof(Rule.LeaderKindFitsOrganisation))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    private IReadOnlyList<Organisation> _authorities = [];

    public CaseView View { get; private set; } = null!;

    public InvestigationRow One { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public IReadOnlyList<Choice> Steps { get; private set; } = [];

    public IReadOnlyList<Choice> Authorities => [.. _authorities.Select(o => new Choice(o.Id.ToString(), o.Name(t.Language.Code)))];

    public IReadOnlyList<EventRow> History => [.. View.Timeline.Where(e => e.RecordId == One.Id.Value)];

    public bool LooksUnusual => One is { LeaderKind: { } leader, ReferenceNumber: { } number } && !ReferenceNumber.LooksUsual(leader, number);

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string investigationId, CancellationToken stopping) =>
        await ShowAsync(investigationId, stopping) ? Filled() : NotFound();

    /// <summary>What stands is there to be corrected.</summary>
    private PageResult Filled()
    {
        Input = new() { Reference = One.ReferenceNumber, Offences = [.. One.Offences] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string investigationId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(investigationId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        var act = current.Act;
        var theCase = await hand.ForActAsync(CaseParts.Investigations | CaseParts.Permits, revision, stopping);
        if (Input.Step == FollowStep.Mistaken) theCase.InvestigationWasMistaken(One.Id, Input.WhyMistaken!, act);
        else if (Input.Step == FollowStep.Correct) theCase.CorrectInvestigation(One.Id, Input.Reference!, Input.Offences, act);
        else theCase.FollowInvestigation(One.Id, i => Take(i, Input.On!.Value, act), act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Investigations.Follow.Done";
        return Redirect(Input.Step == FollowStep.ChangeLeader && Next!.Id != current.Who.Organisation ? Case : $"{Case}/investigations/{One.Id}/follow");
    }

    private Organisation? Next => _authorities.FirstOrDefault(o => o.Id.ToString() == Input.Organisation);

    private void Take(Investigation i, DateOnly on, Act act)
    {
        switch (Input.Step)
        {
            case FollowStep.NotInitiated: i.NotInitiated(on, Input.WhyNot!, act); break;
            case FollowStep.ChangeLeader: i.ChangeLeader(LeaderKinds.Of(Next!.Kind)!.Value, Next.Id, Next.Kind, Input.Unit!, Input.LeaderName!, on, act); break;
            case FollowStep.Discontinue: i.Discontinue(on, Input.WhyDiscontinued!, act); break;
            case FollowStep.Resume: i.Resume(on, act); break;
            case FollowStep.BringProsecution: i.BringProsecution(on, act); break;
            case FollowStep.Judge: i.Judge(on, act); break;
            case FollowStep.JudgeFinally: i.JudgeFinally(on, act); break;
            case FollowStep.Inform: i.InformedOfPermits(on, act); break;
            case FollowStep.RequestCounsel: i.Counsel(on, null, act); break;
            case FollowStep.AppointCounsel: i.Counsel(null, on, act); break;
            default: throw new InvalidOperationException("The form was checked.");
        }
    }

    private async Task<bool> ShowAsync(string id, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Investigations.FirstOrDefault(i => i.Id.ToString() == id) is not { } found) return false;
        One = found;
        Steps = [.. FollowSteps.From(One, current.Who.Organisation).Select(s => new Choice(s.ToString(), $"Investigations.Follow.{s}", s switch
        {
            FollowStep.ChangeLeader => "Investigations.Follow.ChangeLeaderHint",
            FollowStep.Discontinue => "Investigations.Follow.DiscontinueHint",
            FollowStep.Mistaken => "Investigations.Follow.MistakenHint",
            _ => null,
        }))];
        _authorities = await db.Organisations.AsNoTracking().Where(o => o.IsActive && (o.Kind == OrganisationKind.Police || o.Kind == OrganisationKind.Prosecutor)).OrderBy(o => o.NameSv).ToListAsync(stopping);
        return true;
    }

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        if (Input.Step is null) ModelState.AddModelError("Input.Step", t.Error("CodeUnknown"));
        if (Input.Step is not (FollowStep.Mistaken or FollowStep.Correct)) checks.Needed("Input.On", Input.On, "Investigations.Follow.On");
        if (Input.Step == FollowStep.NotInitiated) checks.Needed("Input.WhyNot", Input.WhyNot, "Investigations.Follow.Reason", 2000);
        if (Input.Step == FollowStep.Discontinue) checks.Needed("Input.WhyDiscontinued", Input.WhyDiscontinued, "Investigations.Follow.Reason", 2000);
        if (Input.Step == FollowStep.Mistaken) checks.Needed("Input.WhyMistaken", Input.WhyMistaken, "Investigations.Follow.Reason", 2000);
        if (Input.Step == FollowStep.Correct)
        {
            if (!ReferenceNumber.IsWritten(Input.Reference?.Trim() ?? "")) ModelState.AddModelError("Input.Reference", t["Investigations.Initiate.ReferenceFormat"]);
            if (Input.Offences.Count == 0) ModelState.AddModelError("Input.Offences", t.Error("Required", "Investigations.Initiate.Offences"));
            else checks.Listed("Input.Offences", Input.Offences.All(CodeLists.OffenceLabel.Has));
        }
        if (Input.Step != FollowStep.ChangeLeader) return;
        checks.Listed("Input.Organisation", Next is not null);
        checks.Needed("Input.Unit", Input.Unit, "Investigations.Follow.NewUnit");
        checks.Needed("Input.LeaderName", Input.LeaderName, "Investigations.Follow.NewName");
    }

    public sealed record Form
    {
        public FollowStep? Step { get; init; }

        public DateOnly? On { get; init; }

        public string? WhyNot { get; init; }

        public string? WhyDiscontinued { get; init; }

        public string? WhyMistaken { get; init; }

        public string? Reference { get; init; }

        public List<string> Offences { get; init; } = [];

        public string? Organisation { get; init; }

        public string? Unit { get; init; }

        public string? LeaderName { get; init; }
    }
}
