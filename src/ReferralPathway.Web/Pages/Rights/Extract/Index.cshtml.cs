using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Rights.Extract;

/// <summary>The person asks what is written about them: the extract is prepared here, gone through by a manager, and then it is a letter.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current) : PageModel
{
    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public bool Waits => View.Extracts.Any(e => e.ReviewedAt is null);

    public async Task OnGetAsync(CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        Revision = View.Core!.Revision;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        View = await hand.LetterAsync(health: true, stopping);
        (await hand.ForActAsync(CaseParts.Rights, Revision, stopping)).PrepareExtract(View.ShownGroups, current.Who.Person, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Rights.Extract.Prepared";
        return Redirect($"/cases/{hand.Id}/rights/extract");
    }
}
