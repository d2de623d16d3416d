using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Organisations;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sweeps;

/// <summary>Somebody is away: whoever stands in joins the teams of their open cases, also of those that come meanwhile.</summary>
internal sealed class StandInsBegin(CaseLoader cases) : StandInSweep(cases)
{
    protected override FormattableString Waiting(Guid after, int most, DateOnly today) => $"""
        SELECT m.id AS "Id", m.case_id AS "Lock"
        FROM identity.absences x
        JOIN identity.accounts d ON d.id = x.deputy AND d.status = 'Active'
        JOIN pathway.team_members m ON m.user_id = x.account AND m.removed_at IS NULL
        JOIN pathway.cases c ON c.id = m.case_id AND c.status = 'Open'
        WHERE x.ended_at IS NULL AND {today} BETWEEN x.from_on AND x.to_on AND m.id > {after}
          AND NOT EXISTS (SELECT FROM pathway.team_members n WHERE n.case_id = m.case_id AND n.user_id = x.deputy AND n.removed_at IS NULL)
        ORDER BY m.id LIMIT {most}
        """;

    protected override async Task ActAsync(PathwayDb db, Case found, TeamMember away, Act act, CancellationToken stopping)
    {
        var user = away.UserId;
        var absence = await db.AwayOn(act.Day).AsNoTracking().FirstOrDefaultAsync(x => x.Account == user && x.Deputy != null, stopping);
        if (absence is not null) found.StandIn(user, absence.Deputy!.Value, absence.Id, act);
    }
}

/// <summary>Back again, or no longer on the team: whoever stood in leaves it.</summary>
internal sealed class StandInsEnd(CaseLoader cases) : StandInSweep(cases)
{
    protected override FormattableString Waiting(Guid after, int most, DateOnly today) => $"""
        SELECT m.id AS "Id", m.case_id AS "Lock"
        FROM pathway.team_members m JOIN identity.absences x ON x.id = m.absence
        WHERE m.absence IS NOT NULL AND m.removed_at IS NULL AND m.id > {after}
          AND (x.ended_at IS NOT NULL OR x.to_on < {today}
            OR NOT EXISTS (SELECT FROM pathway.team_members n WHERE n.case_id = m.case_id AND n.user_id = x.account AND n.removed_at IS NULL))
        ORDER BY m.id LIMIT {most}
        """;

    protected override Task ActAsync(PathwayDb db, Case found, TeamMember deputy, Act act, CancellationToken stopping)
    {
        found.EndStandIn(deputy.Absence!.Value, act);
        return Task.CompletedTask;
    }
}

/// <summary>An account was closed: each of its cases passes to a colleague of the team, to whoever stood in, or to a manager.</summary>
internal sealed class CasesLeft(CaseLoader cases) : StandInSweep(cases)
{
    protected override FormattableString Waiting(Guid after, int most, DateOnly today) => $"""
        SELECT m.id AS "Id", m.case_id AS "Lock"
        FROM identity.accounts a JOIN pathway.team_members m ON m.user_id = a.id AND m.removed_at IS NULL
        JOIN pathway.cases c ON c.id = m.case_id AND c.status IN ('Open', 'Closed')
        WHERE a.status = 'Disabled' AND m.id > {after} AND (
          EXISTS (SELECT FROM identity.accounts b WHERE b.organisation_id = a.organisation_id AND b.is_manager AND b.status = 'Active')
          OR EXISTS (SELECT FROM pathway.team_members n JOIN identity.accounts b ON b.id = n.user_id AND b.status = 'Active'
            WHERE n.case_id = m.case_id AND n.organisation_id = m.organisation_id AND n.removed_at IS NULL))
        ORDER BY m.id LIMIT {most}
        """;

    protected override async Task ActAsync(PathwayDb db, Case found, TeamMember left, Act act, CancellationToken stopping)
    {
        var colleagues = await db.Users.AsNoTracking().Where(a => a.OrganisationId == act.For && a.Status == AccountStatus.Active)
            .OrderBy(a => a.Id).Select(a => new { User = UserId.From(a.Id), a.IsManager }).ToListAsync(stopping);
        var away = await db.AwayOn(act.Day).Where(x => x.Organisation == act.For).Select(x => x.Account).ToListAsync(stopping);
        // Of several managers one who is there; when all are away, one all the same.
        var successor = colleagues.Where(c => c.IsManager).OrderBy(c => away.Contains(c.User)).FirstOrDefault()?.User;
        found.PassOn(left.UserId, [.. colleagues.Select(c => c.User).Except(away)], successor, act);
    }
}

/// <summary>Places on a team that are due for something, one case at a time.</summary>
internal abstract class StandInSweep(CaseLoader cases) : ISweep
{
    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        await db.Database.SqlQuery<Due>(Waiting(after, most, SwedishCalendar.DayOf(at))).ToListAsync(stopping);

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await cases.LoadAsync(CaseId.From(due.Lock), CaseParts.Core, stopping) is not { } found || found.Team.SingleOrDefault(m => m.Id == due.Id && m.IsOnTeam) is not { } member) return;
        await ActAsync(db, found, member, Act.BySystem(member.OrganisationId, at), stopping);
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>The places that are due, as "Id" and "Lock".</summary>
    protected abstract FormattableString Waiting(Guid after, int most, DateOnly today);

    protected abstract Task ActAsync(PathwayDb db, Case found, TeamMember member, Act act, CancellationToken stopping);
}

/// <summary>An account was closed: what it had to do that belongs to no case passes to a manager. What belongs to a case is the team's.</summary>
internal sealed class WorkLeft : ISweep
{
    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        await db.Database.SqlQuery<Due>($"""
            SELECT w.id AS "Id", w.id AS "Lock" FROM identity.accounts a JOIN pathway.work_items w ON w.user_id = a.id AND w.closed_at IS NULL AND w.case_id IS NULL
            WHERE a.status = 'Disabled' AND w.id > {after} AND EXISTS (SELECT FROM identity.accounts b WHERE b.organisation_id = w.organisation_id AND b.is_manager AND b.status = 'Active')
            ORDER BY w.id LIMIT {most}
            """).ToListAsync(stopping);

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await db.WorkItems.SingleOrDefaultAsync(w => w.Id == due.Id && w.ClosedAt == null, stopping) is not { } item) return;
        var manager = await db.Users.Where(a => a.OrganisationId == item.OrganisationId && a.IsManager && a.Status == AccountStatus.Active).OrderBy(a => a.Id).Select(a => a.Id).FirstOrDefaultAsync(stopping);
        if (manager == Guid.Empty) return;
        item.PassOn(UserId.From(manager));
        await db.SaveChangesAsync(stopping);
    }
}
