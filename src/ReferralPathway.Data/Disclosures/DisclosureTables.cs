using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Disclosures;

public static class DisclosureTables
{
    extension(PathwayDb db)
    {
        public DbSet<DisclosureRequest> Disclosures => db.Set<DisclosureRequest>();

        internal DbSet<DisclosureKey> DisclosureKeys => db.Set<DisclosureKey>();

        /// <summary>One request with what the acting person may read of it, opened; null when it does not exist for them.</summary>
        public async Task<DisclosureRequest?> DisclosureAsync(DisclosureId id, Sealer sealer, CancellationToken stopping)
        {
            var found = await db.Disclosures.Include(r => r.Assessment).SingleOrDefaultAsync(r => r.Id == id, stopping);
            if (found is not null) await sealer.OpenAsync(db, stopping);
            return found;
        }

        /// <summary>The next public number, "U-2026-000007".</summary>
        public async Task<string> NextDisclosureReferenceAsync(DateTimeOffset at, CancellationToken stopping)
        {
            var year = SwedishCalendar.DayOf(at).Year;
            var number = await db.Database.SqlQuery<int>($"SELECT pathway.next_disclosure_number({year}) AS \"Value\"").SingleAsync(stopping);
            return string.Create(CultureInfo.InvariantCulture, $"U-{year}-{number:000000}");
        }
    }
}
