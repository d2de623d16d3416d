using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Asylum.Show;

/// <summary>The asylum track: who supports the person, since when, and what comes next.</summary>
public sealed class IndexModel(CaseInHand hand) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public AsylumRow Track { get; private set; } = null!;

    public string Case => $"/cases/{hand.Id}";

    public bool IsUnaccompaniedChild => View.Facts is { TreatedAsChild: true, Unaccompanied: "Yes" };

    public bool MayDecide => View.May(CaseOperation.DecideAsylum) && Track.DecidedOn is null && View.Core?.Status == CaseStatus.Open;

    public bool MayRecord => View.May(CaseOperation.RecordAsylum) && View.MayRecordAsylum && View.Core?.Status == CaseStatus.Open;

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (View.Asylum is not { } track) return NotFound();
        Track = track;
        return Page();
    }
}
