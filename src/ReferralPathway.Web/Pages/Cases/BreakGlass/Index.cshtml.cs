using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.BreakGlass;

/// <summary>A colleague outside the team opens a case of their own organisation, with a reason; manager and auditor are told.</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public string Reference => hand.Standing.Reference;

    public string Case => $"/cases/{hand.Id}";

    public void OnGet()
    {
        // What it opens is the same for every case: nothing is read before the reason is given.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (Reason is not { Length: >= 20 }) ModelState.AddModelError(nameof(Reason), t["Case.TooShort", ("n", 20)]);
        else if (Reason.Length > 4000) ModelState.AddModelError(nameof(Reason), t.Error("TooLong", "Case.BreakGlass.Reason", ("n", 4000), ("m", Reason.Length)));
        if (!ModelState.IsValid) return Page();

        var theCase = await hand.ForActAsync(CaseParts.BreakGlass, stopping);
        theCase.BreakTheGlass(Reason!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Case.BreakGlass.Done";
        return Redirect(Case);
    }
}
