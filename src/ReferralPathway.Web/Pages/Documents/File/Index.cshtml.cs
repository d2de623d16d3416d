using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Documents;

namespace ReferralPathway.Web.Pages.Documents.File;

/// <summary>A document as a download. One whose group opens by an act of its own is not behind a link.</summary>
public sealed class IndexModel(DocumentDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid documentId, CancellationToken stopping) =>
        await desk.FindAsync(documentId, Sight.Full, stopping) is { Document: { } document } ? await desk.HandOutAsync(document, null, stopping) : NotFound();
}
