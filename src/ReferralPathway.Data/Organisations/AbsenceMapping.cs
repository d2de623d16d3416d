using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Organisations;

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences", PathwayDb.Identity);
        builder.HasIndex(x => new { x.Account, x.ToOn }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_absences_account");
        builder.HasIndex(x => new { x.Deputy, x.ToOn }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_absences_deputy");
    }
}
