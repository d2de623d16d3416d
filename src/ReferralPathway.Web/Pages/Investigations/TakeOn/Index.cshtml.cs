using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Investigations.TakeOn;

/// <summary>A report or a change of leader made the organisation take part: somebody there begins to work with the case.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current) : PageModel
{
    public string Reference => hand.Standing.Reference;

    public IActionResult OnGet() => hand.Standing.Relation == Relation.PartTeam ? Redirect($"/cases/{hand.Id}") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        var theCase = await hand.ForActAsync(CaseParts.Core, stopping);
        theCase.TakeOn(current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Investigations.TakeOn.Done";
        return Redirect($"/cases/{hand.Id}");
    }
}
