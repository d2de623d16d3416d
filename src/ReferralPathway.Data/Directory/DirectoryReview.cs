using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Directory;

/// <summary>Sees to it that no entry grows old unseen. For the sweeper, in a transaction of the system.</summary>
public sealed class DirectoryReview(PathwayDb db)
{
    /// <summary>A doubt is looked into within this many working days.</summary>
    public const int WorkingDays = 2;

    /// <summary>
    /// Published entries whose review interval is over on a Swedish day need a check from then on. Entries that needed one before there was an administrator become work now.
    /// </summary>
    /// <returns>How many entries fell due.</returns>
    public async Task<int> NeedsReviewAfterInterval(DateOnly today, CancellationToken stopping = default)
    {
        var at = db.Acting!.At;
        var due = await db.DirectoryEntries.Where(e => e.State == EntryState.Published && e.NextReviewOn <= today).ToListAsync(stopping);
        foreach (var entry in due) entry.FallDue(at);
        var unseen = await db.DirectoryEntries
            .Where(e => e.State == EntryState.NeedsReview && !db.WorkItems.Any(w => w.Kind == WorkKind.ReviewEntry && w.ClosedAt == null && w.SourceId == (Guid)(object)e.Id))
            .Select(e => e.Id).ToListAsync(stopping);
        foreach (var entry in unseen) await OpenWorkAsync(db, entry, at, stopping);
        await db.SaveChangesAsync(stopping);
        return due.Count;
    }

    /// <summary>Work of the organisation that runs the system; none before there is one.</summary>
    internal static async Task OpenWorkAsync(PathwayDb db, EntryId entry, DateTimeOffset at, CancellationToken stopping)
    {
        var operators = await db.Organisations.Where(o => o.Kind == OrganisationKind.Operator && o.IsActive).OrderBy(o => o.Id).Select(o => o.Id).Take(1).ToListAsync(stopping);
        var dueAt = SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(SwedishCalendar.DayOf(at), WorkingDays).AddDays(1));
        foreach (var organisation in operators)
            db.WorkItems.Add(new(WorkKind.ReviewEntry, caseId: null, entry.Value, organisation, user: null, watcher: null, dueAt, remindAt: null, managersOnly: false, at));
    }
}
