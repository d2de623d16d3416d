using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Documents;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Documents;

/// <summary>Finds a document of the case in hand as far as the person sees it, and hands it out. Each time is recorded.</summary>
public sealed class DocumentDesk(PathwayDb db, CaseInHand hand, FileReader files, Wording t)
{
    /// <summary>The case, with the document; null where there is none for this person, or where it was added by mistake.</summary>
    /// <param name="sight">How the person sees the group of the document: what opens by an act of its own is not handed out by a link.</param>
    public async Task<(CaseView View, DocumentRow? Document)> FindAsync(Guid id, Sight sight, CancellationToken stopping)
    {
        var view = await hand.ViewAsync(stopping);
        return (view, view.Documents.FirstOrDefault(d => d.Id.Value == id && d.Mistake is null && view.Sees(d.Group) == sight));
    }

    /// <param name="purpose">Why, as a code, where a reason is asked for.</param>
    public async Task<IActionResult> HandOutAsync(DocumentRow document, string? purpose, CancellationToken stopping)
    {
        if (await files.FindAsync(hand.Id, document.Id, stopping) is not { } found) return new NotFoundResult();
        db.AuditEntries.Add(AuditEntry.Read(db.Acting!, Reading.Document, hand.Id, DataGroups.Of(document.Group), purpose, document.Id.Value));
        return new FileDownload(found, $"{t[$"{nameof(AttachmentKind)}.{document.Kind}"]} {hand.Standing.Reference}");
    }
}
