using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Organisations;

/// <summary>Who is away, and who stands in.</summary>
public static class StandIns
{
    extension(PathwayDb db)
    {
        public DbSet<Absence> Absences => db.Set<Absence>();

        /// <summary>The absences of a Swedish day.</summary>
        public IQueryable<Absence> AwayOn(DateOnly day) => db.Absences.Where(x => x.EndedAt == null && x.FromOn <= day && x.ToOn >= day);

        /// <summary>Who answers for what is addressed to somebody: they themselves, or whoever stands in.</summary>
        /// <returns>Null when nobody does: the account is closed, or they are away and so is their deputy. Then it is for the managers.</returns>
        public async Task<UserId?> AnsweringAsync(UserId user, DateTimeOffset at, CancellationToken stopping)
        {
            var today = SwedishCalendar.DayOf(at);
            var away = await db.AwayOn(today).AsNoTracking().FirstOrDefaultAsync(x => x.Account == user, stopping);
            if ((away is null ? user : away.Deputy) is not { } answers) return null;
            var works = await db.Users.AnyAsync(a => a.Id == answers.Value && a.Status == AccountStatus.Active, stopping);
            return works && (answers == user || !await db.AwayOn(today).AnyAsync(x => x.Account == answers, stopping)) ? answers : null;
        }
    }
}
