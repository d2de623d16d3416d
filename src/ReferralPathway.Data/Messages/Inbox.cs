using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Organisations;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Messages;

/// <summary>
/// A person's inbox: what was written to them, what was written to those of their organisation who work with the case, and what was written to those they stand in
/// for. A message of the organisation that one of them has read is read.
/// </summary>
public sealed class Inbox(PathwayDb db)
{
    /// <summary>Newest first, a page at a time; one more than asked for tells that there is another page.</summary>
    /// <param name="after">The last message of the page before.</param>
    public async Task<IReadOnlyList<InboxLine>> ReadAsync(Actor actor, (DateTimeOffset At, Guid Id)? after, int most, CancellationToken stopping, bool unreadOnly = false)
    {
        return await Of(actor, notices => Behind(unreadOnly ? notices.Where(n => n.ReadAt == null) : notices, after), most)
            .Select(n => new InboxLine(n.Id, n.Kind, n.At, n.ReadAt != null, n.CaseId, n.SourceId,
                // A case one takes part in is called by its reference; of another one knows none.
                db.Participations.Where(p => p.CaseId == n.CaseId && p.OrganisationId == actor.Organisation).Select(p => p.CaseReference).FirstOrDefault()))
            .ToListAsync(stopping);
    }

    private static IQueryable<Notice> Behind(IQueryable<Notice> notices, (DateTimeOffset At, Guid Id)? after) =>
        after is { } last ? notices.Where(n => EF.Functions.LessThan(ValueTuple.Create(n.At, n.Id), ValueTuple.Create(last.At, last.Id))) : notices;

    /// <summary>One message, to be opened; null when it is nobody's or somebody else's.</summary>
    public Task<Notice?> OneAsync(Actor actor, Guid id, CancellationToken stopping) => Of(actor, notices => notices.Where(n => n.Id == id), 1).SingleOrDefaultAsync(stopping);

    /// <summary>All that is unread, for marking it read.</summary>
    public Task<List<Notice>> UnreadAsync(Actor actor, CancellationToken stopping) => Of(actor, notices => notices.Where(n => n.ReadAt == null), 500).ToListAsync(stopping);

    /// <summary>What is one's own, everybody's, the team's, and that of those who are away: each has its index, and no more is fetched of any than is shown.</summary>
    private IQueryable<Notice> Of(Actor actor, Func<IQueryable<Notice>, IQueryable<Notice>> narrowed, int most)
    {
        var own = Newest(n => n.UserId == actor.User && (!n.ManagersOnly || actor.IsManager));
        var shared = Newest(n => n.UserId == null && !n.ForTeam && (!n.ManagersOnly || actor.IsManager)
            // What asks an administrator to confirm is for administrators, not for the auditor beside them.
            && (n.Kind != NoticeKind.AccountToConfirm || n.ManagersOnly || actor.Role == Role.Administrator));
        var team = Newest(n => n.ForTeam && db.Set<TeamMember>().Any(m => m.CaseId == n.CaseId && m.UserId == actor.User && m.RemovedAt == null));
        var today = SwedishCalendar.DayOf(db.Acting!.At);
        var standingIn = narrowed(
                from away in db.AwayOn(today)
                join n in db.Notices on away.Account equals n.UserId
                where away.Deputy == actor.User && n.OrganisationId == actor.Organisation && !n.ManagersOnly && !NoticeGroups.Personal.Contains(n.Kind) && (n.ReadAt == null || n.At >= away.SaidAt)
                select n)
            .OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most);
        return own.Concat(shared).Concat(team).Concat(standingIn).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most);

        IQueryable<Notice> Newest(System.Linq.Expressions.Expression<Func<Notice, bool>> which) =>
            narrowed(db.Notices.Where(n => n.OrganisationId == actor.Organisation)).Where(which).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most);
    }
}

/// <param name="Reference">Null when the organisation never took part in the case.</param>
public sealed record InboxLine(Guid Id, NoticeKind Kind, DateTimeOffset At, bool IsRead, CaseId? CaseId, Guid? SourceId, string? Reference);
