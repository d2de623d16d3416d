using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Directory;

/// <summary>One contact, for everybody.</summary>
public sealed class EntryModel(PathwayDb db, CurrentPerson current) : PageModel
{
    public DirectoryEntry Entry { get; private set; } = null!;

    public bool MayReport => current.Actor is not null;

    public bool MayPropose => current.Actor is { } actor && DirectoryRights.MayPropose(actor.Role);

    public bool MayEdit => current.Actor?.Role == Role.Administrator;

    public async Task<IActionResult> OnGetAsync(string entryId, CancellationToken stopping)
    {
        if (!EntryId.TryParse(entryId, null, out var id) || await db.DirectoryEntries.Shown().SingleOrDefaultAsync(e => e.Id == id, stopping) is not { } entry) return NotFound();
        Entry = entry;
        return Page();
    }
}
