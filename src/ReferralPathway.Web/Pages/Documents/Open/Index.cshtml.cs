using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Documents;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Documents.Open;

/// <summary>A document whose group opens by an act of its own: who somebody is by a button, what is known of their health by a reason, which stands in the record of readings.</summary>
public sealed class IndexModel(DocumentDesk desk, Wording t) : PageModel
{
    [BindProperty]
    public ReadingPurpose? Purpose { get; set; }

    public CaseView View { get; private set; } = null!;

    public DocumentRow Document { get; private set; } = null!;

    public bool AsksWhy => Document.Group == DataGroup.Health;

    public IEnumerable<Choice> Purposes { get; } = Enum.GetValues<ReadingPurpose>().Select(p => new Choice(p.ToString(), $"{nameof(ReadingPurpose)}.{p}"));

    public async Task<IActionResult> OnGetAsync(Guid documentId, CancellationToken stopping) => await LoadAsync(documentId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid documentId, CancellationToken stopping)
    {
        if (!await LoadAsync(documentId, stopping)) return NotFound();
        if (AsksWhy && (Purpose is not { } purpose || !Enum.IsDefined(purpose))) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        return ModelState.IsValid ? await desk.HandOutAsync(Document, AsksWhy ? Purpose.ToString() : null, stopping) : Page();
    }

    private async Task<bool> LoadAsync(Guid documentId, CancellationToken stopping)
    {
        var (view, document) = await desk.FindAsync(documentId, Sight.Locked, stopping);
        if (document is null) return false;
        (View, Document) = (view, document);
        return true;
    }
}
