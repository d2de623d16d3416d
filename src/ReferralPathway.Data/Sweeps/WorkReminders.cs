using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Organisations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Sweeps;

/// <summary>Half of the time for an answer has passed: the recipient is reminded, once.</summary>
internal sealed class ReferralReminder() : RemindedOnce(WorkKind.AnswerReferral, NoticeKind.ReferralReminder);

/// <summary>A plan of assistance is to be gone through again within a week: whoever answers for it is reminded, once.</summary>
internal sealed class PlanReminder() : RemindedOnce(WorkKind.ReviewPlan, NoticeKind.PlanReviewSoon);

/// <summary>The time for an answer has passed: the sender is told, once, and finds it among the things to do today; so are the managers of whoever should have answered.</summary>
internal sealed class ReferralEscalation() : WorkReminders(WorkKind.AnswerReferral)
{
    protected override IQueryable<WorkItem> Waiting(IQueryable<WorkItem> open, DateTimeOffset at) => open.Where(w => w.DueAt <= at && w.EscalatedAt == null && w.WatcherId != null);

    protected override IQueryable<DateTimeOffset?> Falling(IQueryable<WorkItem> open) => open.Where(w => w.EscalatedAt == null && w.WatcherId != null).Select(w => (DateTimeOffset?)w.DueAt);

    protected override IEnumerable<Notice> Tell(WorkItem item, DateTimeOffset at)
    {
        item.Escalated(at);
        yield return new(NoticeKind.ReferralUnanswered, item.WatcherId!.Value, null, item.CaseId, item.SourceId, managersOnly: false, at);
        yield return new(NoticeKind.DeadlineMissed, item.OrganisationId, null, item.CaseId, item.SourceId, managersOnly: true, at);
    }
}

/// <summary>A permit runs out in 14, 7 or 3 days, or after the next working day: whoever works with the person is told each time.</summary>
internal sealed class PermitReminder() : DatedReminder(WorkKind.DecideNextStep, NoticeKind.PermitEndsSoon);

/// <summary>The last day to claim the costs of a quarter comes near: whoever began the claim is told each time.</summary>
internal sealed class ClaimReminder() : DatedReminder(WorkKind.ClaimCosts, NoticeKind.ClaimDueSoon);

/// <summary>The last day comes near for a quarter that nobody has begun to claim for: whoever works with the person is told each time.</summary>
internal sealed class UnclaimedReminder() : DatedReminder(WorkKind.BeginClaim, NoticeKind.QuarterUnclaimed);

/// <summary>The last day for an answer to a request for disclosure comes near: whoever decides is told each time.</summary>
internal sealed class DisclosureReminder() : DatedReminder(WorkKind.DecideDisclosure, NoticeKind.DisclosureDueSoon);

/// <summary>The social board decides within fourteen days whether to open an inquiry.</summary>
internal sealed class InquiryDecisionReminder() : DatedReminder(WorkKind.DecideInquiry, NoticeKind.InquiryIsDueSoon);

/// <summary>The inquiry is finished within four months.</summary>
internal sealed class InquiryReminder() : DatedReminder(WorkKind.FinishInquiry, NoticeKind.InquiryIsDueSoon);

/// <summary>Work that was opened with the days on which somebody is reminded.</summary>
internal abstract class DatedReminder(WorkKind kind, NoticeKind notice) : WorkReminders(kind)
{
    protected override IQueryable<WorkItem> Waiting(IQueryable<WorkItem> open, DateTimeOffset at) =>
        open.Where(w => w.RemindAt <= at && (w.RemindedAt == null || w.RemindedAt < w.RemindAt) && w.DueAt > at);

    protected override IQueryable<DateTimeOffset?> Falling(IQueryable<WorkItem> open) => open.Where(w => w.RemindedAt == null || w.RemindedAt < w.RemindAt).Select(w => w.RemindAt);

    protected override IEnumerable<Notice> Tell(WorkItem item, DateTimeOffset at)
    {
        item.Reminded(at);
        yield return new(notice, item.OrganisationId, item.UserId, item.CaseId, item.SourceId, item.ManagersOnly, at);
    }
}

/// <summary>Whose turn it is is reminded once, before it is due.</summary>
internal abstract class RemindedOnce(WorkKind kind, NoticeKind notice) : WorkReminders(kind)
{
    protected override IQueryable<WorkItem> Waiting(IQueryable<WorkItem> open, DateTimeOffset at) => open.Where(w => w.RemindAt <= at && w.RemindedAt == null && w.DueAt > at);

    protected override IQueryable<DateTimeOffset?> Falling(IQueryable<WorkItem> open) => open.Where(w => w.RemindedAt == null).Select(w => w.RemindAt);

    protected override IEnumerable<Notice> Tell(WorkItem item, DateTimeOffset at)
    {
        item.Reminded(at);
        yield return new(notice, item.OrganisationId, item.UserId, item.CaseId, item.SourceId, managersOnly: false, at);
    }
}

/// <summary>Work of one kind that is open, and somebody who is told about it.</summary>
internal abstract class WorkReminders(WorkKind kind) : ISweep
{
    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        await Waiting(Open(db), at).AsNoTracking().Where(w => w.Id > after).OrderBy(w => w.Id).Take(most).Select(w => new Due(w.Id, w.Id)).ToListAsync(stopping);

    public Task<DateTimeOffset?> NextAsync(PathwayDb db, DateTimeOffset after, DateTimeOffset until, CancellationToken stopping) =>
        Falling(Open(db)).Where(at => at > after && at <= until).MinAsync(stopping);

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await Waiting(Open(db), at).SingleOrDefaultAsync(w => w.Id == due.Id, stopping) is not { } item) return;
        foreach (var told in Tell(item, at))
        {
            // Of somebody who is away their deputy hears; where nobody is there, the managers do.
            var notice = told.UserId is { } user && await db.AnsweringAsync(user, at, stopping) is null
                ? new(told.Kind, told.OrganisationId, null, told.CaseId, told.SourceId, managersOnly: true, at)
                : told;
            db.Tell(notice);
            db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, notice.Kind.ToString(), item.SourceId));
        }
        await db.SaveChangesAsync(stopping);
    }

    protected abstract IQueryable<WorkItem> Waiting(IQueryable<WorkItem> open, DateTimeOffset at);

    /// <summary>The instants at which each that has not been told of falls due.</summary>
    protected abstract IQueryable<DateTimeOffset?> Falling(IQueryable<WorkItem> open);

    protected abstract IEnumerable<Notice> Tell(WorkItem item, DateTimeOffset at);

    private IQueryable<WorkItem> Open(PathwayDb db) => db.WorkItems.Where(w => w.Kind == kind && w.ClosedAt == null);
}
