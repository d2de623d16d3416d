using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Data.Matches;

public static class MatchTables
{
    extension(PathwayDb db)
    {
        public DbSet<PersonMatch> Matches => db.Set<PersonMatch>();

        public DbSet<PersonCheck> PersonChecks => db.Set<PersonCheck>();

        public DbSet<ContactOffer> ContactOffers => db.Set<ContactOffer>();

        /// <summary>What the person of a case can be compared by; null when it is too little. It is shown to nobody.</summary>
        public async Task<Likeness?> LikenessAsync(CaseId id, Sealer sealer, CancellationToken stopping)
        {
            if (await db.Set<IdentityVersion>().Where(v => v.CaseId == id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(stopping) is not { } latest) return null;
            await sealer.OpenAsync(db, stopping);
            var who = latest.Details.Value;
            return Likeness.Of([who.GivenName, who.FamilyName, who.Alias], who.BirthDate, who.PersonalNumber);
        }

        /// <summary>Whether somebody may ask about a case, by what was asked in the last day.</summary>
        public async Task<bool> MayAskAsync(CaseId id, Act act, CancellationToken stopping)
        {
            var since = act.At.AddDays(-1);
            var asked = await db.PersonChecks.Where(c => c.OrganisationId == act.For && c.AskedAt > since).Select(c => new { c.UserId, c.CaseId }).ToListAsync(stopping);
            return CheckLimits.Allow(asked.Count(c => c.UserId == act.By), asked.Count, asked.Count(c => c.CaseId == id));
        }
    }
}
