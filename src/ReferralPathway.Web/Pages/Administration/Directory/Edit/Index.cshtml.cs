using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Directory.Edit;

/// <summary>An administrator changes an entry; what it was before stays in its history.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel, IRaced
{
    [BindProperty]
    public EntryForm Input { get; set; } = new();

    public DirectoryEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string entryId, CancellationToken stopping)
    {
        if (!await FindAsync(entryId, stopping)) return NotFound();
        Input = EntryForm.Of(Entry.Content).WithSpareRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string entryId, int revision, CancellationToken stopping)
    {
        if (!await FindAsync(entryId, stopping)) return NotFound();
        var content = Input.WithSpareRows().Read(ModelState, t);
        if (!ModelState.IsValid) return Page();
        if (Entry.Revision != revision) throw new DbUpdateConcurrencyException();
        Entry.Edit(content, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Directory.Done.Edited";
        return Redirect($"/administration/directory/{Entry.Id}");
    }

    public async Task<IReadOnlyList<Raced>> SinceAsync(DateTimeOffset seen, CancellationToken stopping)
    {
        Entry = (await db.EntryForActAsync(Entry.Id.ToString(), stopping))!;
        return await db.ChangesSinceAsync(Entry, seen, t, stopping);
    }

    private async Task<bool> FindAsync(string entryId, CancellationToken stopping)
    {
        if (await db.EntryForActAsync(entryId, stopping) is not { State: not EntryState.Withdrawn } entry) return false;
        Entry = entry;
        Organisations = await db.RecipientsAsync(t.Language.Code, stopping);
        return true;
    }
}
