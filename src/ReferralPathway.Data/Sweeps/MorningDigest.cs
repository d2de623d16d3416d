using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Organisations;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Sweeps;

/// <summary>
/// At seven on each working morning: one mail to everybody who has something to do today, or messages they chose to be told of once a day. It counts, and says nothing
/// of whom or what. Whether it was seen to stands on the account, in the transaction that writes the mail: once a day, whichever instance and however often it starts.
/// </summary>
internal sealed class MorningDigest(DeskReader desk) : ISweep
{
    private static readonly TimeOnly Morning = new(7, 0);

    /// <summary>More than this are not counted.</summary>
    private const int Most = 99;

    private static readonly string[] Personal = [.. NoticeGroups.Personal.Select(kind => kind.ToString())];

    public bool ByDay => false;

    /// <summary>Nobody whose organisation had nothing to do or to read in the morning is looked at; nor who is away.</summary>
    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        var morning = SwedishCalendar.InstantOf(today, Morning);
        if (!SwedishCalendar.IsWorkingDay(today) || at < morning) return [];
        var tomorrow = SwedishCalendar.StartOf(today.AddDays(1));
        return await Waiting(db, today).AsNoTracking().Where(a => a.Id > after)
            .Where(a => db.WorkItems.Any(w => w.OrganisationId == a.OrganisationId && w.ClosedAt == null && w.DueAt <= tomorrow && w.OpenedAt <= morning)
                || db.Notices.Any(n => n.OrganisationId == a.OrganisationId && n.ReadAt == null && n.At <= morning))
            .OrderBy(a => a.Id).Take(most).Select(a => new Due(a.Id, a.Id)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var today = SwedishCalendar.DayOf(at);
        if (await Waiting(db, today).Where(a => a.Id == due.Id).Join(db.Organisations, a => a.OrganisationId, o => o.Id, (a, o) => new { Account = a, o.Kind }).SingleOrDefaultAsync(stopping) is not { } found) return;
        var account = found.Account;
        account.DigestOn = today;
        var actor = new Actor(account.UserId, account.PersonId, account.OrganisationId, found.Kind, account.Role, account.IsManager);
        var work = await desk.DatesAsync(actor, at, SwedishCalendar.StartOf(today.AddDays(1)).AddMicroseconds(1), Most, stopping);
        var messages = await UnreadAsync(db, account, today, stopping);
        if (work.Count + messages > 0) db.Outbox.Add(Letter.Digest(account.OrganisationId, account.UserId, work.Count, messages, at));
        await db.SaveChangesAsync(stopping);
    }

    private static IQueryable<Account> Waiting(PathwayDb db, DateOnly today) => db.Users.Where(a =>
        a.Status == AccountStatus.Active && (a.DigestOn == null || a.DigestOn < today) && a.Email != null && (a.ActiveFrom == null || a.ActiveFrom <= today) && (a.ActiveTo == null || a.ActiveTo >= today)
        && db.Organisations.Any(o => o.Id == a.OrganisationId && o.IsActive)
        && !db.Set<Absence>().Any(x => (Guid)(object)x.Account == a.Id && x.EndedAt == null && x.FromOn <= today && x.ToOn >= today));

    /// <summary>What is unread of the groups of which they chose to hear once a day. What is addressed to a colleague for whom they stand in is theirs.</summary>
    private static async Task<int> UnreadAsync(PathwayDb db, Account account, DateOnly today, CancellationToken stopping)
    {
        var (user, organisation, administers) = (account.Id, account.OrganisationId.Value, account.Role == Role.Administrator);
        var (own, team, everybody) = (account.MailOwn == MailChoice.Daily, account.MailTeam == MailChoice.Daily, account.MailEverybody == MailChoice.Daily);
        var managers = account.IsManager && account.MailManagers == MailChoice.Daily;
        return await db.Database.SqlQuery<int>($"""
            SELECT least(count(*), {Most})::int AS "Value" FROM (
              (SELECT FROM pathway.notices n WHERE {own} AND n.user_id = {user} AND n.organisation_id = {organisation} AND n.read_at IS NULL AND NOT n.managers_only LIMIT {Most})
              UNION ALL
              (SELECT FROM identity.absences x JOIN pathway.notices n ON n.user_id = x.account
               WHERE {own} AND x.deputy = {user} AND x.ended_at IS NULL AND {today} BETWEEN x.from_on AND x.to_on
                 AND n.organisation_id = {organisation} AND n.read_at IS NULL AND NOT n.managers_only AND n.kind <> ALL ({Personal}) LIMIT {Most})
              UNION ALL
              (SELECT FROM pathway.notices n
               WHERE n.organisation_id = {organisation} AND n.user_id IS NULL AND NOT n.for_team AND n.read_at IS NULL
                 AND CASE WHEN n.managers_only THEN {managers} ELSE {everybody} AND (n.kind <> 'AccountToConfirm' OR {administers}) END LIMIT {Most})
              UNION ALL
              (SELECT FROM pathway.team_members m JOIN pathway.notices n ON n.case_id = m.case_id
               WHERE {team} AND m.user_id = {user} AND m.removed_at IS NULL AND n.organisation_id = {organisation} AND n.for_team AND n.read_at IS NULL LIMIT {Most})) unread
            """).SingleAsync(stopping);
    }
}
