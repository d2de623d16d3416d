using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Reimbursement.Submit;

/// <summary>The claim is handed in to the Migration Agency (B2).</summary>
public sealed class IndexModel(PathwayDb db, ClaimInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public ReimbursementClaim Claim => hand.Claim;

    public string Here => hand.Here;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet() => Claim.Status == ClaimStatus.Draft ? Page() : Redirect(Here);

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        if (!Input.Right) ModelState.AddModelError("Input.Right", t["Reimbursement.Submit.RightNeeded"]);
        if (!ModelState.IsValid) return Page();
        hand.At(revision).Submit(current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Reimbursement.Submit.Done";
        return Redirect(Here);
    }

    public sealed record Form
    {
        public bool Right { get; init; }
    }
}
