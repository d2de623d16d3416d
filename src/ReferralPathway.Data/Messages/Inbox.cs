using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Messages;

/// <summary>
/// A person's inbox: what was written to them, and what was written to those of their organisation who work with the case. A message of the organisation that one
/// of them has read is read.
/// </summary>
public sealed class Inbox(PathwayDb db)
{
    /// <summary>These come before anybody works with the case: everybody of the organisation gets them.</summary>
    public static readonly string[] ForAnybody =
    [
        nameof(NoticeKind.ReferralArrived), nameof(NoticeKind.ReferralReminder), nameof(NoticeKind.ReferralCalledBack), nameof(NoticeKind.ConsentEnded),
        nameof(NoticeKind.PoliceReportArrived), nameof(NoticeKind.InvestigationHandedOver), nameof(NoticeKind.PermitArrived), nameof(NoticeKind.ClaimArrived),
    ];

    private static readonly NoticeKind[] ForAnybodyKinds = [.. ForAnybody.Select(Enum.Parse<NoticeKind>)];

    /// <summary>Newest first, a page at a time; one more than asked for tells that there is another page.</summary>
    /// <param name="after">The last message of the page before.</param>
    public async Task<IReadOnlyList<InboxLine>> ReadAsync(Actor actor, (DateTimeOffset At, Guid Id)? after, int most, CancellationToken stopping)
    {
        var notices = Of(actor);
        if (after is { } last) notices = notices.Where(n => EF.Functions.LessThan(ValueTuple.Create(n.At, n.Id), ValueTuple.Create(last.At, last.Id)));
        return await notices.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most)
            .Select(n => new InboxLine(n.Id, n.Kind, n.At, n.ReadAt != null, n.CaseId, n.SourceId,
                // A case one takes part in is called by its reference; of another one knows none.
                db.Participations.Where(p => p.CaseId == n.CaseId && p.OrganisationId == actor.Organisation).Select(p => p.CaseReference).FirstOrDefault()))
            .ToListAsync(stopping);
    }

    /// <summary>One message, to be opened; null when it is nobody's or somebody else's.</summary>
    public Task<Notice?> OneAsync(Actor actor, Guid id, CancellationToken stopping) => Of(actor).SingleOrDefaultAsync(n => n.Id == id, stopping);

    /// <summary>All that is unread, for marking it read.</summary>
    public Task<List<Notice>> UnreadAsync(Actor actor, CancellationToken stopping) => Of(actor).Where(n => n.ReadAt == null).OrderByDescending(n => n.At).Take(500).ToListAsync(stopping);

    private IQueryable<Notice> Of(Actor actor) => db.Notices.Where(n =>
        n.OrganisationId == actor.Organisation && (n.UserId == actor.User || n.UserId == null) && (!n.ManagersOnly || actor.IsManager) &&
        // What asks an administrator to confirm is for administrators, not for the auditor beside them.
        (n.Kind != NoticeKind.AccountToConfirm || n.ManagersOnly || actor.Role == Role.Administrator) &&
        (n.UserId == actor.User || n.ManagersOnly || n.CaseId == null || ForAnybodyKinds.Contains(n.Kind)
            || db.Set<TeamMember>().Any(m => m.CaseId == n.CaseId && m.UserId == actor.User && m.RemovedAt == null)));
}

/// <param name="Reference">Null when the organisation never took part in the case.</param>
public sealed record InboxLine(Guid Id, NoticeKind Kind, DateTimeOffset At, bool IsRead, CaseId? CaseId, Guid? SourceId, string? Reference);
