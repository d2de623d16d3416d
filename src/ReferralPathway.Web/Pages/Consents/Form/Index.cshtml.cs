using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Consents.Form;

/// <summary>The form that the person signed, as a download: it is never shown in the browser's own window, where it could act as a page of ours. Each time is recorded.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, Sealer sealer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string attachmentId, CancellationToken stopping)
    {
        if (!AttachmentId.TryParse(attachmentId, null, out var id)
            || await db.Attachments.SingleOrDefaultAsync(a => a.Id == id && a.CaseId == hand.Id && a.Kind == AttachmentKind.SignedConsent, stopping) is not { } form) return NotFound();
        await sealer.OpenAsync(db, stopping);
        db.AuditEntries.Add(AuditEntry.Read(db.Acting!, Reading.ConsentForm, hand.Id, DataGroups.Of(DataGroup.Consents), record: id.Value));
        // The name says which case and nothing else.
        return File(form.Content.Value, FileFormats.MediaType(form.Format), $"{hand.Standing.Reference}.{FileFormats.Ending(form.Format)}");
    }
}
