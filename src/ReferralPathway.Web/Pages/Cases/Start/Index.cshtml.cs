using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Cases.Start;

public sealed class IndexModel(PathwayDb db, CaseLoader cases, CurrentPerson current) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        var started = Case.Start(await cases.NextReferenceAsync(current.At, stopping), current.Act);
        db.Cases.Add(started);
        await db.SaveChangesAsync(stopping);
        return Redirect($"/cases/{started.Id}");
    }
}
