using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Directory;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Directory.Show;

/// <summary>One entry for those who keep it: doubts to answer, the check, withdrawing, and the whole history.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel, IRaced
{
    public sealed record Form(DateOnly? VerifiedOn);

    [BindProperty]
    public Form Input { get; set; } = new(default(DateOnly?));

    private IReadOnlyDictionary<string, string> _organisations = new Dictionary<string, string>();

    public DirectoryEntry Entry { get; private set; } = null!;

    /// <summary>Names of those who acted.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What changing each channel would give, by its normalised value.</summary>
    public string Shown(string? channel) => Entry.Channels.FirstOrDefault(c => c.Normalised == channel)?.Shown ?? channel ?? t["Directory.SomethingElse"];

    public async Task<IActionResult> OnGetAsync(string entryId, CancellationToken stopping)
    {
        if (!await FindAsync(entryId, stopping)) return NotFound();
        Input = new(current.Today);
        return Page();
    }

    public Task<IActionResult> OnPostVerifyAsync(string entryId, int revision, CancellationToken stopping) => Do(entryId, revision, "Directory.Done.Verified", entry =>
    {
        if (Input.VerifiedOn is { } on && on > current.Today) ModelState.AddModelError("Input.VerifiedOn", t.Error("DateFuture", "Directory.VerifiedOn", ("today", current.Today)));
        if (Input.VerifiedOn is null && ModelState.IsValid) ModelState.AddModelError("Input.VerifiedOn", t.Error("Required", "Directory.VerifiedOn"));
        if (ModelState.IsValid) entry.Verify(Input.VerifiedOn!.Value, current.Act);
    }, stopping);

    public Task<IActionResult> OnPostWithdrawAsync(string entryId, int revision, CancellationToken stopping) =>
        Do(entryId, revision, "Directory.Done.Withdrawn", entry => entry.Withdraw(current.Act), stopping);

    public Task<IActionResult> OnPostRestoreAsync(string entryId, int revision, CancellationToken stopping) =>
        Do(entryId, revision, "Directory.Done.Restored", entry => entry.Restore(current.Act), stopping);

    public Task<IActionResult> OnPostAcceptAsync(string entryId, int revision, Guid concern, CancellationToken stopping) =>
        Do(entryId, revision, "Directory.Done.Accepted", entry => entry.Accept(concern, current.Act), stopping);

    public Task<IActionResult> OnPostRejectAsync(string entryId, int revision, Guid concern, CancellationToken stopping) =>
        Do(entryId, revision, "Directory.Done.Rejected", entry => entry.Reject(concern, current.Act), stopping);

    private async Task<IActionResult> Do(string entryId, int revision, string done, Action<DirectoryEntry> act, CancellationToken stopping)
    {
        if (!await FindAsync(entryId, stopping)) return NotFound();
        if (Entry.Revision != revision) throw new DbUpdateConcurrencyException();
        act(Entry);
        if (!ModelState.IsValid) return Page();
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = done;
        return Redirect($"/administration/directory/{Entry.Id}");
    }

    public async Task<IReadOnlyList<Raced>> SinceAsync(DateTimeOffset seen, CancellationToken stopping)
    {
        await FindAsync(Entry.Id.ToString(), stopping);
        return await db.ChangesSinceAsync(Entry, seen, t, stopping);
    }

    private async Task<bool> FindAsync(string entryId, CancellationToken stopping)
    {
        if (await db.EntryForActAsync(entryId, stopping) is not { } entry) return false;
        Entry = entry;
        var people = entry.Changes.Select(c => c.By?.Value).Concat(entry.Concerns.Select(c => c.RaisedBy?.Value)).OfType<Guid>().Distinct().ToList();
        var (moved, english) = (entry.Changes.Any(c => c.FieldNames.Contains(nameof(EntryContent.Organisation))), t.Language == PageLanguage.English);
        var names = await db.Database.SqlQuery<NameRow>($"""
            SELECT id AS "Id", name AS "Name", true AS "IsPerson" FROM identity.accounts WHERE id = ANY ({people})
            UNION ALL SELECT id, CASE WHEN {english} THEN name_en ELSE name_sv END, false FROM pathway.organisations WHERE {moved}
            """).ToListAsync(stopping);
        Names = names.Where(n => n.IsPerson).ToDictionary(n => n.Id, n => n.Name);
        _organisations = names.Where(n => !n.IsPerson).ToDictionary(n => n.Id.ToString(), n => n.Name);
        return true;
    }

    private sealed record NameRow(Guid Id, string Name, bool IsPerson);

    /// <summary>What a change did, in words.</summary>
    public IReadOnlyList<FieldChange> FieldsOf(EntryChange change) =>
        [.. change.FieldChanges().Select(f => new FieldChange(f.Field, t.Value(f.Field, f.Before, _organisations), t.Value(f.Field, f.After, _organisations))).Where(f => f.Before != f.After)];

    public string Who(UserId? by) => by is { } user && Names.TryGetValue(user.Value, out var name) ? name : t["Directory.Admin.System"];
}
