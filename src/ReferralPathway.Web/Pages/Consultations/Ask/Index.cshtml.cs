using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Consultations;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Consultations.Ask;

/// <summary>N1, N2: a question without personal details. It begins empty wherever one comes from; no address carries anything into it.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, QuestionCheck check, IHotline hotline) : QuestionPage(check, hotline)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        var sending = Saving is null;
        if (!await Check.PassesAsync(Input, sending, "/Consultations/Ask", ModelState, stopping)) return Page();

        var begun = Consultation.Begin(await db.NextConsultationReferenceAsync(current.At, stopping), current.Act);
        db.Consultations.Add(begun);
        if (sending) begun.Submit(Input.Terms, Check.NamesOwnCase, Input.Checked, current.Act);
        else begun.Save(Input.Terms, Check.NamesOwnCase, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = sending ? "Consultations.Sent" : "Consultations.Saved";
        return Redirect(sending ? $"/consultations/{begun.Id}" : "/consultations");
    }
}
