using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.RuleOut;

/// <summary>The signs did not hold (C4), or they are back (C5).</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public CaseView View { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public bool IsRuledOut => View.Core?.Identification == IdentificationStatus.RuledOut;

    /// <summary>What stands in the way, as a text; null when it can be done.</summary>
    public string? Obstacle => View.Core is not { Status: CaseStatus.Open } ? "Case.RuleOut.NotOpen" : View.Core.Identification == IdentificationStatus.FormallyIdentified ? "Case.RuleOut.Never" : null;

    public async Task OnGetAsync(CancellationToken stopping) => View = await hand.ViewAsync(stopping);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Reason is not { Length: >= 20 }) ModelState.AddModelError(nameof(Reason), t["Case.TooShort", ("n", 20)]);
        else if (Reason.Length > 4000) ModelState.AddModelError(nameof(Reason), t.Error("TooLong", "Case.RuleOut.Reason", ("n", 4000), ("m", Reason.Length)));
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.Core, revision, stopping);
        if (theCase.Identification == IdentificationStatus.RuledOut) theCase.PutBack(Reason!, current.Act);
        else theCase.RuleOut(Reason!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = IsRuledOut ? "Case.RuleOut.BackDone" : "Case.RuleOut.Done";
        return Redirect(Case);
    }
}
