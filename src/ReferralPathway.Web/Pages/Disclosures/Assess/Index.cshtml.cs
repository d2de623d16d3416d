using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Disclosures.Assess;

/// <summary>Begins to assess a request, and notes which of the holder's cases it concerns, if any. Nothing of it reaches the asker.</summary>
public sealed class IndexModel(PathwayDb db, DisclosureInHand hand, CurrentPerson current, Wording t) : PageModel
{
    public DisclosureView View => hand.View;

    public string Here => hand.Here;

    /// <summary>A case of the organisation's by its number; what was typed as anything else is none.</summary>
    [BindProperty]
    public string? CaseReference { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stopping)
    {
        if (!View.May(DisclosureOperation.Assess)) return Redirect(Here);
        var (own, tied, named) = (current.Who.Organisation, View.CaseId, View.Question.CaseReference);
        CaseReference = await db.Participations.Where(p => p.OrganisationId == own && (tied == null ? p.CaseReference == named : p.CaseId == tied)).Select(p => p.CaseReference).FirstOrDefaultAsync(stopping);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken stopping)
    {
        var (own, number) = (current.Who.Organisation, CaseReference ?? "");
        CaseId? tied = number.Length == 0 ? null : await db.Participations.Where(p => p.OrganisationId == own && p.CaseReference == number).Select(p => (CaseId?)p.CaseId).FirstOrDefaultAsync(stopping);
        if (number.Length > 0 && tied is null) ModelState.AddModelError(nameof(CaseReference), t["Disclosures.NoSuchCase"]);
        if (!ModelState.IsValid) return Page();
        var request = hand.At(revision);
        if (request.Status == DisclosureStatus.Received)
        {
            request.Assess(current.Act);
            await db.SaveChangesAsync(stopping);
        }
        if (request.Assessment?.CaseId != tied) request.Link(tied, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Disclosures.Assess.Done";
        return Redirect(Here);
    }
}
