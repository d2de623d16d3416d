using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Consultations.Close;

/// <summary>N6: the author has what was asked for.</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, CurrentPerson current) : PageModel
{
    public ConsultationView View { get; private set; } = null!;

    public void OnGet() => View = hand.View;

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        View = hand.View;
        hand.ForAct.Close(current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consultations.Close.Done";
        return Redirect("/consultations");
    }
}
