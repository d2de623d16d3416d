using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Consultations;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Consultations.Edit;

/// <summary>A draft is gone on with; a question that came back is written anew, and its earlier text is destroyed when it is sent.</summary>
public sealed class IndexModel(PathwayDb db, ConsultationInHand hand, CurrentPerson current, QuestionCheck check, IHotline hotline) : QuestionPage(check, hotline)
{
    public ConsultationView View { get; private set; } = null!;

    public override bool MaySave => View.Status == ConsultationStatus.Draft;

    public IActionResult OnGet()
    {
        View = hand.View;
        if (!View.May(ConsultationOperation.Write)) return Redirect($"/consultations/{View.Id}");
        Input = QuestionForm.Of(View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        View = hand.View;
        var sending = Saving is null || !MaySave;
        if (!await Check.PassesAsync(Input, sending, "/Consultations/Edit", ModelState, stopping)) return Page();

        if (sending) hand.ForAct.Submit(Input.Terms, Check.NamesOwnCase, Input.Checked, current.Act);
        else hand.ForAct.Save(Input.Terms, Check.NamesOwnCase, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = sending ? "Consultations.Sent" : "Consultations.Saved";
        return Redirect(sending ? $"/consultations/{View.Id}" : "/consultations");
    }
}
