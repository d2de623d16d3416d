using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Decide;

/// <summary>The Migration Agency records its decision, or the judgment that followed an appeal (P3, P4, P5b, P7, P9; T3–T6).</summary>
[RuleAt("Input.To", nameof(Rule.AReflectionPeriodIsThirtyDays), nameof(Rule.ATemporaryPermitIsAtLeastSixMonths))]
[RuleAt("Input.NewTo", nameof(Rule.AnExtensionIsLonger))]
[RuleAt("Input.HeardOn", nameof(Rule.TheApplicantIsHeardBeforeARevocation))]
[RuleAt("Input.On", nameof(Rule.ADecisionFollowsTheApplication))]
[RuleAt("Input.Step", nameof(Rule.APermitFollowsItsStates))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/permits/{One.Id}";

    public IReadOnlyList<Choice> Steps { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        Input = One.Kind == PermitKind.ReflectionPeriod
            ? new() { On = current.Today, From = current.Today, To = PermitTimes.SuggestedEnd(current.Today) }
            : new() { On = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string permitId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Permits, revision, stopping);
        Take(theCase, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = $"Permits.Decide.Done.{Input.Step}";
        return Redirect(Here);
    }

    private void Take(Case theCase, Act act)
    {
        var on = Input.On!.Value;
        switch (Input.Step)
        {
            case AgencyStep.Grant: theCase.GrantPermit(One.Id, new(on, Input.From!.Value, Input.To!.Value, Input.Reference), act); break;
            case AgencyStep.Refuse: theCase.RefusePermit(One.Id, on, Input.WhyRefused!, act, Input.Reference); break;
            case AgencyStep.GrantExtension: theCase.DecideExtension(One.Id, PermitWay.Waiting(One)!.Id, on, Input.NewTo!.Value, act); break;
            case AgencyStep.RefuseExtension: theCase.DecideExtension(One.Id, PermitWay.Waiting(One)!.Id, on, null, act); break;
            default: theCase.RevokePermit(One.Id, Input.HeardOn!.Value, on, Input.WhyRevoked!, act, Input.Reference); break;
        }
    }

    private void Check()
    {
        var checks = new Checks(ModelState, t, current.Today);
        checks.Listed("Input.Step", Input.Step is { } chosen && Steps.Any(s => s.Value == chosen.ToString()));
        checks.Needed("Input.On", Input.On, "Permits.Decide.On");
        checks.Short("Input.Reference", Input.Reference, "Permits.Decide.Reference", 40);
        if (Input.Step == AgencyStep.Grant) CheckDays();
        if (Input.Step == AgencyStep.Refuse) checks.Needed("Input.WhyRefused", Input.WhyRefused, "Permits.Decide.Why", 4000);
        if (Input.Step == AgencyStep.GrantExtension && Input.NewTo is null) ModelState.AddModelError("Input.NewTo", t.Error("Required", "Permits.Decide.NewTo"));
        if (Input.Step != AgencyStep.Revoke) return;
        checks.Needed("Input.HeardOn", Input.HeardOn, "Permits.Decide.HeardOn");
        checks.Needed("Input.WhyRevoked", Input.WhyRevoked, "Permits.Decide.Why", 4000);
    }

    private void CheckDays()
    {
        if (Input.From is null) ModelState.AddModelError("Input.From", t.Error("Required", "Permits.Decide.From"));
        if (Input.To is null) ModelState.AddModelError("Input.To", t.Error("Required", "Permits.Decide.To"));
        if (Input.From is not { } from || Input.To is not { } to) return;
        if (One.Kind == PermitKind.ReflectionPeriod && !PermitTimes.IsThirtyDays(from, to))
            ModelState.AddModelError("Input.To", t["Rules.AReflectionPeriodIsThirtyDays", ("n", to.DayNumber - from.DayNumber + 1)]);
        if (One.Kind == PermitKind.TemporaryPermit && to < PermitTimes.EarliestEndOfSixMonths(from))
            ModelState.AddModelError("Input.To", t["Rules.ATemporaryPermitIsAtLeastSixMonths", ("n", PermitTimes.WholeMonths(from, to))]);
        if (!Input.AsPrinted) ModelState.AddModelError("Input.AsPrinted", t["Permits.Decide.AsPrintedNeeded"]);
    }

    private async Task<bool> ShowAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId && p.AddressedTo == View.Mine) is not { } found) return false;
        One = found;
        Steps = [.. PermitWay.Decisions(found).Select(s => new Choice(s.ToString(), $"Permits.Decide.{s}"))];
        return Steps.Count > 0;
    }

    public sealed record Form
    {
        public AgencyStep? Step { get; init; }

        public DateOnly? On { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public bool AsPrinted { get; init; }

        public string? Reference { get; init; }

        public string? WhyRefused { get; init; }

        public DateOnly? NewTo { get; init; }

        public DateOnly? HeardOn { get; init; }

        public string? WhyRevoked { get; init; }
    }
}
