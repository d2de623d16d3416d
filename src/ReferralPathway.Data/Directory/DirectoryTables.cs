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
        public async Task<DirectoryEntry?> EntryForActAsync(string? entryId, CancellationToken stopping) =>
            EntryId.TryParse(entryId, null, out var id) ? await db.DirectoryEntries.Whole().SingleOrDefaultAsync(e => e.Id == id, stopping) : null;
    }

    /// <summary>With everything that an act or an administrator's page needs.</summary>
    public static IQueryable<DirectoryEntry> Whole(this IQueryable<DirectoryEntry> entries) => entries
        .Include(e => e.Channels.OrderBy(c => c.Position)).Include(e => e.Hours.OrderBy(h => h.Position)).Include(e => e.Concerns).Include(e => e.Changes).AsSplitQuery();

    /// <summary>What everybody may see, and nothing else: no drafts, nothing withdrawn, no hidden channel.</summary>
    public static IQueryable<DirectoryEntry> Shown(this IQueryable<DirectoryEntry> entries) => entries
        .Where(e => e.State == EntryState.Published || e.State == EntryState.NeedsReview)
        .Include(e => e.Channels.Where(c => c.IsPublic).OrderBy(c => c.Position)).Include(e => e.Hours.OrderBy(h => h.Position))
        .Include(e => e.Concerns.Where(c => c.State == ConcernState.Open).OrderBy(c => c.RaisedAt)).AsSplitQuery().AsNoTracking();

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
