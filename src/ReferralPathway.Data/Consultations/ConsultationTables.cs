using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Consultations;

public static class ConsultationTables
{
    extension(PathwayDb db)
    {
        public DbSet<Consultation> Consultations => db.Set<Consultation>();

        internal DbSet<ConsultationKey> ConsultationKeys => db.Set<ConsultationKey>();

        /// <summary>One consultation with those of its texts that the acting person may read, opened; null when it does not exist for them.</summary>
        /// <param name="reader">The organisation that reads, whose region comes along; null where it coordinates none.</param>
        public async Task<(Consultation? Found, CoordinationRegion? Region)> ConsultationAsync(ConsultationId id, OrganisationId reader, Sealer sealer, CancellationToken stopping)
        {
            var found = await db.Consultations.Include(c => c.Texts).Where(c => c.Id == id)
                .Select(c => new { Consultation = c, Region = db.Organisations.Where(o => o.Id == reader).Select(o => o.Region).FirstOrDefault() }).SingleOrDefaultAsync(stopping);
            if (found is not null) await sealer.OpenAsync(db, stopping);
            return (found?.Consultation, CoordinationRegions.TryParse(found?.Region, out var region) ? region : null);
        }

        /// <summary>The next public number, "K-2026-000007".</summary>
        public async Task<string> NextConsultationReferenceAsync(DateTimeOffset at, CancellationToken stopping)
        {
            var year = SwedishCalendar.DayOf(at).Year;
            var number = await db.Database.SqlQuery<int>($"SELECT pathway.next_consultation_number({year}) AS \"Value\"").SingleAsync(stopping);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"K-{year}-{number:000000}");
        }
    }
}
