using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Directory;

/// <summary>The directory holds no personal data of anybody helped: its tables stand under no row-level security, and everybody may read them through the pages.</summary>
public static class DirectoryTables
{
    extension(PathwayDb db)
    {
        public DbSet<DirectoryEntry> DirectoryEntries => db.Set<DirectoryEntry>();

        public DbSet<HotlineDay> HotlineDays => db.Set<HotlineDay>();

        /// <summary>The whole entry of an address, whoever may see it; null when there is none.</summary>
        public async Task<DirectoryEntry?> EntryForActAsync(string? entryId, CancellationToken stopping)
        {
            if (!EntryId.TryParse(entryId, null, out var id)) return null;
            var entry = await db.DirectoryEntries.Include(e => e.Channels.OrderBy(c => c.Position)).Include(e => e.Hours.OrderBy(h => h.Position)).AsSingleQuery().SingleOrDefaultAsync(e => e.Id == id, stopping);
            // A few by a few, twice: all four at once would multiply.
            if (entry is not null) await db.DirectoryEntries.Where(e => e.Id == id).Include(e => e.Concerns).Include(e => e.Changes).AsSingleQuery().LoadAsync(stopping);
            return entry;
        }
    }

    /// <summary>What everybody may see, and nothing else: no drafts, nothing withdrawn, no hidden channel.</summary>
    public static IQueryable<DirectoryEntry> Shown(this IQueryable<DirectoryEntry> entries) => entries
        .Where(e => e.State == EntryState.Published || e.State == EntryState.NeedsReview)
        .Include(e => e.Channels.Where(c => c.IsPublic).OrderBy(c => c.Position)).Include(e => e.Hours.OrderBy(h => h.Position))
        .Include(e => e.Concerns.Where(c => c.State == ConcernState.Open).OrderBy(c => c.RaisedAt)).AsSingleQuery().AsNoTracking();

    /// <summary>Those that hold every word.</summary>
    public static IQueryable<DirectoryEntry> Saying(this IQueryable<DirectoryEntry> entries, string? query) =>
        EntrySearch.WordsOf(query).Aggregate(entries, (found, word) => found.Where(e => e.Search.Contains(word)));

    /// <summary>In Swedish order by the name of the language, the page after an entry; one more than fit, to know whether there are more.</summary>
    public static IQueryable<DirectoryEntry> PageAfter(this IQueryable<DirectoryEntry> entries, DirectoryEntry? last, string language, int size)
    {
        if (language == "en")
        {
            if (last is not null) entries = entries.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.NameEn, e.Id), ValueTuple.Create(last.NameEn, last.Id)));
            return entries.OrderBy(e => e.NameEn).ThenBy(e => e.Id).Take(size + 1);
        }
        if (last is not null) entries = entries.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.NameSv, e.Id), ValueTuple.Create(last.NameSv, last.Id)));
        return entries.OrderBy(e => e.NameSv).ThenBy(e => e.Id).Take(size + 1);
    }
}
