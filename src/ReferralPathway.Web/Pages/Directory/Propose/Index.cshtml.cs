using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Directory.Propose;

/// <summary>Those who work with a contact propose what it should say; an administrator answers (A32).</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(string? About, string? Proposed, string? Text);

    [BindProperty]
    public Form Input { get; set; } = new(null, null, null);

    public DirectoryEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Choice> Channels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string entryId, CancellationToken stopping) => await FindAsync(entryId, stopping) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string entryId, CancellationToken stopping)
    {
        if (!await FindAsync(entryId, stopping)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();

        Entry.Propose(Input.About == Doubts.Other ? null : Input.About, Input.Proposed, Input.Text!, current.Act);
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Directory.Done.Proposed";
        return Redirect($"/directory/{Entry.Id}");
    }

    private void Check()
    {
        if (!Channels.Any(c => c.Value == Input.About)) ModelState.AddModelError("Input.About", t.Error("CodeUnknown"));
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.AddModelError("Input.Text", t.Error("Required", "Directory.ProposeText"));
        if (Input.Text?.Length > Doubts.Most) ModelState.AddModelError("Input.Text", t.Error("TooLong", "Directory.ProposeText", ("n", Doubts.Most), ("m", Input.Text.Length)));
        if (Input.Proposed?.Length > 254) ModelState.AddModelError("Input.Proposed", t.Error("TooLong", "Directory.Proposed", ("n", 254), ("m", Input.Proposed.Length)));
        if (Input.About is null or Doubts.Other || string.IsNullOrWhiteSpace(Input.Proposed)) return;
        // The proposal is held against the same laws as the entry itself, so that it can be accepted as it stands.
        if (Entry.Content.WithChannel(Input.About, Input.Proposed).Faults().FirstOrDefault() is { } fault) ModelState.AddModelError("Input.Proposed", EntryForm.Sentence(fault, t));
    }

    private async Task<bool> FindAsync(string entryId, CancellationToken stopping)
    {
        if (await db.EntryForActAsync(entryId, stopping) is not { IsShown: true } entry) return false;
        Entry = entry;
        Channels = Doubts.ChannelsOf(entry);
        return true;
    }
}
