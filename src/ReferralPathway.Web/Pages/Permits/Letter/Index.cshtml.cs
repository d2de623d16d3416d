using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Permits.Letter;

/// <summary>The application as a letter to print and sign: what the application needs, and nothing else of the case. Opening it is recorded as a reading of the identity.</summary>
public class IndexModel(CaseInHand hand, Wording t) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PermitRow One { get; private set; } = null!;

    public InvestigationRow? Investigation => View.Investigations.FirstOrDefault(i => i.Id == One.Form.Value.Investigation);

    public string Agency => t.Named(One.AddressedToSv, One.AddressedToEn);

    public string Here => $"/cases/{hand.Id}/permits/{One.Id}";

    public async Task<IActionResult> OnGetAsync(string permitId, CancellationToken stopping)
    {
        View = await hand.IdentityAsync(stopping);
        if (View.Permits.FirstOrDefault(p => p.Id.ToString() == permitId && p.Applicant == View.Mine) is not { } found) return NotFound();
        One = found;
        return Page();
    }
}

/// <summary>The same letter as a file.</summary>
[AsPdf("Permits.Letter.File")]
public sealed class PdfModel(CaseInHand hand, Wording t) : IndexModel(hand, t);
