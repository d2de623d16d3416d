using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Directory;

/// <summary>
/// No entry grows old unseen: a published one needs a check from the day on which its review interval is over. One that needed a check before there was an administrator
/// becomes work as soon as there is one.
/// </summary>
internal sealed class EntryReview : ISweep
{
    /// <summary>A doubt is looked into within this many working days.</summary>
    public const int WorkingDays = 2;

    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var behind = EntryId.From(after);
        return await Due(db, at).AsNoTracking().Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.Id), ValueTuple.Create(behind)))
            .OrderBy(e => e.Id).Take(most).Select(e => new Due(e.Id.Value, e.Id.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = EntryId.From(due.Id);
        if (await Due(db, at).SingleOrDefaultAsync(e => e.Id == id, stopping) is not { } entry) return;
        if (entry.State == EntryState.Published) entry.FallDue(at);
        else await OpenWorkAsync(db, entry.Id, at, stopping);
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>Work of the organisation that runs the system; none before there is one.</summary>
    public static async Task OpenWorkAsync(PathwayDb db, EntryId entry, DateTimeOffset at, CancellationToken stopping)
    {
        var operators = await db.Organisations.Where(o => o.Kind == OrganisationKind.Operator && o.IsActive).OrderBy(o => o.Id).Select(o => o.Id).Take(1).ToListAsync(stopping);
        var dueAt = SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(SwedishCalendar.DayOf(at), WorkingDays).AddDays(1));
        foreach (var organisation in operators)
            db.WorkItems.Add(new(WorkKind.ReviewEntry, caseId: null, entry.Value, organisation, user: null, watcher: null, dueAt, remindAt: null, managersOnly: false, at));
    }

    private static IQueryable<DirectoryEntry> Due(PathwayDb db, DateTimeOffset at)
    {
        var today = SwedishCalendar.DayOf(at);
        return db.DirectoryEntries.Where(e => e.State == EntryState.Published && e.NextReviewOn <= today
            || e.State == EntryState.NeedsReview && db.Organisations.Any(o => o.Kind == OrganisationKind.Operator && o.IsActive)
                && !db.WorkItems.Any(w => w.Kind == WorkKind.ReviewEntry && w.ClosedAt == null && w.SourceId == (Guid)(object)e.Id));
    }
}
