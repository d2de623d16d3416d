using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Consultations.Withdraw;

/// <summary>N7: the author takes the question back, and its text is destroyed.</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, CurrentPerson current) : PageModel
{
    public ConsultationView View { get; private set; } = null!;

    public void OnGet() => View = hand.View;

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        View = hand.View;
        hand.ForAct.Withdraw(current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Consultations.Withdraw.Done";
        return Redirect("/consultations");
    }
}
