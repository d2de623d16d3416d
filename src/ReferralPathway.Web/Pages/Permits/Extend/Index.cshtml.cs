using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Extend;

/// <summary>More time is asked for, by the investigation leader alone and while the permit runs (P6, T5).</summary>
[RuleAt("Input.On", nameof(Rule.AnExtensionIsAskedForInTime))]
[RuleAt("Input.Until", nameof(Rule.AnExtensionIsLonger))]
[RuleAt("Input.StillMet", nameof(Rule.TheConditionsAreStillMet))]
[RuleAt("Input.Reasons", nameof(Rule.SpecialReasonsAreGiven))]
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public string Here => $"/cases/{hand.Id}/permits/{One.Id}";

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        Input = new() { On = current.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string permitId, int revision, CancellationToken stopping)
    {
        if (!await ShowAsync(permitId, stopping)) return NotFound();
        var checks = new Checks(ModelState, t, current.Today);
        checks.Needed("Input.On", Input.On, "Permits.Extend.On");
        if (Input.On > One.ValidTo) ModelState.AddModelError("Input.On", t["Rules.AnExtensionIsAskedForInTime", ("permit", One.Kind), ("ended", One.ValidTo)]);
        if (Input.Until <= One.ValidTo) ModelState.AddModelError("Input.Until", t["Rules.AnExtensionIsLonger", ("until", One.ValidTo)]);
        checks.Needed("Input.Reasons", Input.Reasons, "Permits.Extend.Reasons", 2000);
        if (Input.Reasons?.Length is > 0 and < 20) ModelState.AddModelError("Input.Reasons", t["Rules.SpecialReasonsAreGiven", ("least", 20)]);
        if (!Input.StillMet) ModelState.AddModelError("Input.StillMet", t["Rules.TheConditionsAreStillMet"]);
        if (!ModelState.IsValid) return Page();
        var theCase = await hand.ForActAsync(CaseParts.Permits, revision, stopping);
        theCase.ExtendPermit(One.Id, Input.On!.Value, Input.Until, Input.Reasons!, Input.StillMet, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Permits.Extend.Done";
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId && p.Status is (PermitStatus.Granted or PermitStatus.Ended)) is not { } found) return false;
        One = found;
        return true;
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }

        public DateOnly? Until { get; init; }

        public string? Reasons { get; init; }

        public bool StillMet { get; init; }
    }
}
