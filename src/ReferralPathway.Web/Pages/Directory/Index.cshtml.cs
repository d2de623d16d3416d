using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Directory;

/// <summary>The public directory (S1-41): whom to call in danger first, then everybody who can help, by words, place and kind of help.</summary>
public sealed class IndexModel(PathwayDb db, IHotline hotline, Wording t) : PageModel
{
    public const string National = "national";
    private const int Size = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>A region, a municipality's code, or "national".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Where { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Help { get; set; }

    public HotlineNow Hotline { get; private set; } = null!;

    public IReadOnlyList<DirectoryEntry> Entries { get; private set; } = [];

    public int Found { get; private set; }

    public int All { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public bool Asked => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Where) || !string.IsNullOrEmpty(Help);

    /// <summary>The place was narrower than the country, whose contacts help there too.</summary>
    public bool IsLocal => !string.IsNullOrEmpty(Where) && Where != National;

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        Hotline = hotline.Now;
        var shown = db.DirectoryEntries.Shown();
        var found = Helping(Near(shown.Saying(Q)));
        var entries = db.DirectoryEntries;
        var start = EntryId.TryParse(after, null, out var id) ? await shown.Where(e => e.Id == id).Select(e => new { Entry = e, All = entries.Count(o => o.State == EntryState.Published || o.State == EntryState.NeedsReview) }).SingleOrDefaultAsync(stopping) : null;
        var last = start?.Entry;
        All = start?.All ?? await shown.CountAsync(stopping);
        Found = Asked ? await found.CountAsync(stopping) : All;
        var page = await found.PageAfter(last, t.Language.Code, Size).ToListAsync(stopping);
        Entries = [.. page.Take(Size)];
        Next = page.Count > Size ? Address(page[Size - 1].Id) : null;
        First = last is null ? null : Address(null);
    }

    private IQueryable<DirectoryEntry> Near(IQueryable<DirectoryEntry> entries)
    {
        if (Where == National) return entries.Where(e => e.Area == null);
        if (CoordinationRegions.TryParse(Where, out var region)) return entries.Where(e => e.Area == region);
        // What helps in a municipality: its own contacts, and those of its region, which follows from its county.
        return Geography.RegionOf(Where) is { } around ? entries.Where(e => e.Municipality == Where || e.Area == around) : entries;
    }

    private IQueryable<DirectoryEntry> Helping(IQueryable<DirectoryEntry> entries) =>
        Enum.TryParse<HelpKind>(Help, out var kind) && kind.ToString() is var help ? entries.Where(e => e.Helps.Contains(help)) : entries;

    private string Address(EntryId? after) => "/directory" + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Q, ["where"] = Where, ["help"] = Help, ["after"] = after?.ToString() }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
