using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Reimbursement.Appeal;

/// <summary>The municipality appeals what the agency decided on its claim.</summary>
public sealed class IndexModel(PathwayDb db, ClaimInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public ReimbursementClaim Claim => hand.Claim;

    public string Here => hand.Here;

    public bool WouldBeLate => Claim.AppealBy is not { } last || current.Today > last;

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = new() { On = current.Today };
        return Claim.Status is ClaimStatus.PartlyGranted or ClaimStatus.Refused or ClaimStatus.RepaymentDemanded ? Page() : Redirect(Here);
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        new Checks(ModelState, t, current.Today).Needed("Input.On", Input.On, "Reimbursement.Appeal.On");
        if (!ModelState.IsValid) return Page();
        hand.At(revision).Appeal(Input.On!.Value, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Reimbursement.Appeal.Done";
        return Redirect(Here);
    }

    public sealed record Form
    {
        public DateOnly? On { get; init; }
    }
}
