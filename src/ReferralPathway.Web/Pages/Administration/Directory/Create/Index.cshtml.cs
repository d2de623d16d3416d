using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Directory.Create;

/// <summary>A new entry, a draft until it is checked.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public EntryForm Input { get; set; } = new() { ClosedOnHolidays = true };

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        Organisations = await db.RecipientsAsync(t.Language.Code, stopping);
        Input.WithSpareRows();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await OnGetAsync(stopping);
        var content = Input.Read(ModelState, t);
        if (!ModelState.IsValid) return Page();
        var entry = DirectoryEntry.Write(content, current.Act);
        db.DirectoryEntries.Add(entry);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Directory.Done.Written";
        return Redirect($"/administration/directory/{entry.Id}");
    }
}
