using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Directory.Report;

/// <summary>Anybody with an account says that a contact is wrong.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(string? About, string? Text);

    [BindProperty]
    public Form Input { get; set; } = new(null, null);

    public DirectoryEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Choice> Channels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string entryId, CancellationToken stopping) => await FindAsync(entryId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string entryId, CancellationToken stopping)
    {
        if (!await FindAsync(entryId, stopping)) return NotFound();
        if (!Channels.Any(c => c.Value == Input.About)) ModelState.AddModelError("Input.About", t.Error("CodeUnknown"));
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.AddModelError("Input.Text", t.Error("Required", "Directory.ReportText"));
        if (Input.Text?.Length > Doubts.Most) ModelState.AddModelError("Input.Text", t.Error("TooLong", "Directory.ReportText", ("n", Doubts.Most), ("m", Input.Text.Length)));
        if (!ModelState.IsValid) return Page();

        Entry.Report(Input.About == Doubts.Other ? null : Input.About, Input.Text!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Directory.Done.Reported";
        return Redirect($"/directory/{Entry.Id}");
    }

    private async Task<bool> FindAsync(string entryId, CancellationToken stopping)
    {
        if (await db.EntryForActAsync(entryId, stopping) is not { IsShown: true } entry) return false;
        Entry = entry;
        Channels = Doubts.ChannelsOf(entry);
        return true;
    }
}
