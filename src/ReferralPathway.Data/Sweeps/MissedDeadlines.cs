using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Sweeps;

/// <summary>
/// What should have been done by now and is not: the managers of whose turn it was are told, and whoever waits, once. It stays on the list until it is done; from now
/// on the managers have it on theirs too.
/// </summary>
internal sealed class MissedDeadlines : ISweep
{
    /// <summary>A referral has a reminder and an end of its own, a permit ends by itself, an emergency is told the auditors too, and an entry of the directory is nobody's in particular.</summary>
    private static readonly WorkKind[] ToldOtherwise = [WorkKind.AnswerReferral, WorkKind.DecideNextStep, WorkKind.ReviewEmergency, WorkKind.ReviewEntry];

    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        await Missed(db).AsNoTracking().Where(w => w.DueAt <= at && w.Id > after).OrderBy(w => w.Id).Take(most).Select(w => new Due(w.Id, w.Id)).ToListAsync(stopping);

    public Task<DateTimeOffset?> NextAsync(PathwayDb db, DateTimeOffset after, DateTimeOffset until, CancellationToken stopping) =>
        Missed(db).Where(w => w.DueAt > after && w.DueAt <= until).Select(w => (DateTimeOffset?)w.DueAt).MinAsync(stopping);

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await Missed(db).SingleOrDefaultAsync(w => w.Id == due.Id && w.DueAt <= at, stopping) is not { } item) return;
        item.Escalated(at);
        // After the last day there is nothing left to claim: the managers are told, and it leaves the list.
        if (item.Kind == WorkKind.BeginClaim) item.Close(at);
        Tell(new(NoticeKind.DeadlineMissed, item.OrganisationId, null, item.CaseId, item.SourceId, managersOnly: true, at));
        if (item.WatcherId is { } waits && waits != item.OrganisationId) Tell(new(NoticeKind.WaitedInVain, waits, null, item.CaseId, item.SourceId, managersOnly: false, at));
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, nameof(NoticeKind.DeadlineMissed), item.SourceId));
        await db.SaveChangesAsync(stopping);

        void Tell(Notice notice)
        {
            db.Tell(notice);
        }
    }

    private static IQueryable<WorkItem> Missed(PathwayDb db) => db.WorkItems.Where(w => w.ClosedAt == null && w.EscalatedAt == null && !ToldOtherwise.Contains(w.Kind));
}
