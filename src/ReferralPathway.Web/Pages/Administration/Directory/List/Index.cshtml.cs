using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Directory.List;

/// <summary>Every entry, for those who keep the directory.</summary>
public sealed class IndexModel(PathwayDb db, Wording t) : PageModel
{
    private const int Size = 25;

    public sealed record Line(DirectoryEntry Entry, int OpenConcerns);

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int ToCheck { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        ToCheck = await db.DirectoryEntries.CountAsync(e => e.State == EntryState.NeedsReview, stopping);
        var entries = db.DirectoryEntries.AsNoTracking().Saying(Q);
        if (Enum.TryParse<EntryState>(State, out var state)) entries = entries.Where(e => e.State == state);
        var last = EntryId.TryParse(after, null, out var id) ? await db.DirectoryEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stopping) : null;
        var page = await entries.PageAfter(last, t.Language.Code, Size).Select(e => new Line(e, e.Concerns.Count(c => c.State == ConcernState.Open))).ToListAsync(stopping);
        Lines = [.. page.Take(Size)];
        Next = page.Count > Size ? Address(page[Size - 1].Entry.Id) : null;
        First = last is null ? null : Address(null);
    }

    private string Address(EntryId? after) => "/administration/directory" + QueryString.Create(
        new Dictionary<string, string?> { ["q"] = Q, ["state"] = State, ["after"] = after?.ToString() }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
