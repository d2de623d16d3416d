using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Children;

/// <summary>One step for a child: when, what came of it, and what there is to say. Each folder has the steps of those whose guard hangs there.</summary>
public abstract class ChildStepModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public ChildStepKind Kind { get; private set; }

    public string Children => $"/cases/{hand.Id}/children";

    public IReadOnlyList<Choice> Outcomes => [.. Offered.Select(o => new Choice(o.ToString(), $"ChildOutcome.{o}"))];

    /// <summary>The minute counts: "at once".</summary>
    public bool AsksForTime => Kind == ChildStepKind.Assessed;

    public bool NeedsNote => Kind == ChildStepKind.GuardianAppointed;

    public bool HasNote => Kind is not (ChildStepKind.Asked or ChildStepKind.Informed or ChildStepKind.GuardianApplied);

    [BindProperty]
    public ChildStepForm Input { get; set; } = new();

    /// <summary>The name of the folder, which stands in the address.</summary>
    protected abstract string Folder { get; }

    private IEnumerable<ChildOutcome> Offered => ChildOutcomes.Of(Kind).Where(o => o != ChildOutcome.GodMan || ChildWay.IsUnaccompanied(View));

    public async Task<IActionResult> OnGetAsync(string step, CancellationToken stopping)
    {
        if (!await ShowAsync(step, stopping)) return NotFound();
        Input = new() { On = current.Today, At = AsksForTime ? SwedishCalendar.LocalTime(current.At).ToString("HH:mm", CultureInfo.InvariantCulture) : null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string step, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(step, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Needed("Input.On", Input.On, "Children.On");
        var at = AsksForTime ? checks.Time("Input.At", Input.At, "Children.At") : null;
        if (Outcomes.Count > 0) checks.Listed("Input.Outcome", Input.Outcome is { } chosen && Offered.Contains(chosen));
        if (NeedsNote) checks.Needed("Input.Note", Input.Note, $"Children.Note.{Kind}", 2000);
        else checks.Short("Input.Note", Input.Note, $"Children.Note.{Kind}", 2000);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Children, revision, stopping);
        theCase.ProtectChild(Kind, new()
        {
            On = Input.On!.Value,
            At = at is { } time ? SwedishCalendar.InstantOf(Input.On.Value, time) : null,
            Outcome = Input.Outcome,
            AgainstInterest = Input.AgainstInterest,
            WithCustodian = Input.WithCustodian,
            CustodianIsGranted = Input.CustodianIsGranted,
            Note = Input.Note,
        }, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Children.Saved";
        return Redirect(Children);
    }

    private async Task<bool> ShowAsync(string step, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.ChildTask is null || ChildWay.Of(Folder, step) is not { } kind || !ChildWay.MayTake(View, kind)) return false;
        Kind = kind;
        return true;
    }
}

public sealed record ChildStepForm
{
    public DateOnly? On { get; init; }

    public string? At { get; init; }

    public ChildOutcome? Outcome { get; init; }

    public bool AgainstInterest { get; init; }

    public bool WithCustodian { get; init; }

    public bool CustodianIsGranted { get; init; }

    public string? Note { get; init; }
}
