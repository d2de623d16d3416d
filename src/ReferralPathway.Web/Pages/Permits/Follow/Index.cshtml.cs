using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Follow;

/// <summary>What the applicant does with an application that is in hand: discard the draft, call it back, or appeal (P5, P10, P9b).</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/permits/{One.Id}";

    public IReadOnlyList<Choice> Steps { get; private set; } = [];

    public bool WouldBeLate => One.AppealBy is not { } last || current.Today > last;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        Input = new() { On = current.Today, Step = Steps is [var only] ? Enum.Parse<ApplicantStep>(only.Value) : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string permitId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Step", Input.Step is { } chosen && Steps.Any(s => s.Value == chosen.ToString()));
        if (Input.Step is ApplicantStep.Discard or ApplicantStep.Withdraw) checks.Needed("Input.Reason", Input.Reason, "Permits.Follow.Reason", 2000);
        if (Input.Step == ApplicantStep.Appeal) checks.Needed("Input.On", Input.On, "Permits.Follow.On");
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Permits, revision, stopping);
        Take(theCase, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Permits.Follow.Done.{Input.Step}";
        return Redirect(Input.Step == ApplicantStep.Discard ? $"/cases/{hand.Id}" : Here);
    }

    private void Take(Case theCase, Act act)
    {
        switch (Input.Step)
        {
            case ApplicantStep.Discard or ApplicantStep.Withdraw: theCase.WithdrawPermit(One.Id, Input.Reason!, act); break;
            case ApplicantStep.Appeal: theCase.AppealPermit(One.Id, Input.On!.Value, act); break;
            default: theCase.WithdrawExtension(One.Id, PermitWay.Waiting(One)!.Id, act); break;
        }
    }

    private async Task<bool> ShowAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId && p.Applicant == View.Mine) is not { } found) return false;
        One = found;
        Steps = [.. PermitWay.ApplicantSteps(found).Select(s => new Choice(s.ToString(), $"Permits.Follow.{s}"))];
        return Steps.Count > 0;
    }

    public sealed record Form
    {
        public ApplicantStep? Step { get; init; }

        public string? Reason { get; init; }

        public DateOnly? On { get; init; }
    }
}
