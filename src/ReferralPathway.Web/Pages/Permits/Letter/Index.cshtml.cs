using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Permits.Letter;

/// <summary>The application as a letter to print and sign: what the application needs, and nothing else of the case. Opening it is recorded as a reading of the identity.</summary>
public sealed class IndexModel(CaseInHand hand) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public InvestigationRow? Investigation => View.Investigations.FirstOrDefault(i => i.Id == One.Form.Value.Investigation);

    public string Here => $"/cases/{hand.Id}/permits/{One.Id}";

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.IdentityAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId && p.Applicant == View.Mine) is not { } found) return NotFound();
        One = found;
        return Page();
    }
}
