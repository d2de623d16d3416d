using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Consultations.TakeOn;

/// <summary>N3: somebody at the desk works on the answer from now on.</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, CurrentPerson current) : PageModel
{
    public ConsultationView View { get; private set; } = null!;

    public void OnGet() => View = hand.View;

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        View = hand.View;
        hand.ForAct.TakeOn(hand.Region, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consultations.TakeOn.Done";
        return Redirect($"/consultations/{View.Id}");
    }
}
