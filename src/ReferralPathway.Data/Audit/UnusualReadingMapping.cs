using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Audit;

namespace ReferralPathway.Data.Audit;

/// <summary>Who sees it and who may look at it is the database's to say: <c>Sql/unusual.sql</c>.</summary>
internal sealed class UnusualReadingMapping : IEntityTypeConfiguration<UnusualReading>
{
    public void Configure(EntityTypeBuilder<UnusualReading> builder)
    {
        builder.ToTable("unusual_readings", PathwayDb.Pathway);
        builder.HasIndex(u => new { u.Week, u.Id }, "ix_unusual_readings_week").IsDescending(true, true);
        builder.HasIndex(u => new { u.OrganisationId, u.Week, u.Id }, "ix_unusual_readings_organisation").IsDescending(false, true, true);
    }
}

public static class UnusualReadingTables
{
    extension(PathwayDb db)
    {
        public DbSet<UnusualReading> UnusualReadings => db.Set<UnusualReading>();
    }
}
