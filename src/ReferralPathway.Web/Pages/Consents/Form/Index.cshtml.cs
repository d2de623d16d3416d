using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Documents;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Documents;

namespace ReferralPathway.Web.Pages.Consents.Form;

/// <summary>The form that the person signed, as a download. Each time is recorded.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, FileReader files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string attachmentId, CancellationToken stopping)
    {
        if (!AttachmentId.TryParse(attachmentId, null, out var id) || await files.FindAsync(hand.Id, id, stopping) is not { File.Kind: AttachmentKind.SignedConsent } found) return NotFound();
        db.AuditEntries.Add(AuditEntry.Read(db.Acting!, Reading.ConsentForm, hand.Id, DataGroups.Of(DataGroup.Consents), record: id.Value));
        // The name says which case and nothing else.
        return new FileDownload(found, hand.Standing.Reference);
    }
}
