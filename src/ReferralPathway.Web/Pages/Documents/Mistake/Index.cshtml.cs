using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Documents.Mistake;

/// <summary>A document should not have been added: whoever added it, or leads the case, says so and why. It stays in the record, and nobody downloads it any more.</summary>
public sealed class IndexModel(PathwayDb db, CaseInHand hand, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public DocumentMistake? Reason { get; set; }

    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    public CaseView View { get; private set; } = null!;

    public DocumentRow Document { get; private set; } = null!;

    public IEnumerable<Choice> Reasons { get; } = Enum.GetValues<DocumentMistake>().Select(m => new Choice(m.ToString(), $"{nameof(DocumentMistake)}.{m}"));

    public async Task<IActionResult> OnGetAsync(Guid documentId, CancellationToken stopping) => await LoadAsync(documentId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid documentId, CancellationToken stopping)
    {
        if (!await LoadAsync(documentId, stopping)) return NotFound();
        if (Reason is not { } reason || !Enum.IsDefined(reason)) ModelState.AddModelError(nameof(Reason), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();

        (await hand.ForActAsync(CaseParts.Documents, Revision, stopping)).MarkDocument(Document.Id, Reason!.Value, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Documents.Done.Marked";
        return Redirect($"/cases/{hand.Id}/documents");
    }

    private async Task<bool> LoadAsync(Guid documentId, CancellationToken stopping)
    {
        View = await hand.ViewAsync(stopping);
        if (Revision == 0) Revision = View.Core?.Revision ?? 0;
        if (View.Documents.FirstOrDefault(d => d.Id.Value == documentId && View.MayMark(d)) is not { } found) return false;
        Document = found;
        return true;
    }
}
