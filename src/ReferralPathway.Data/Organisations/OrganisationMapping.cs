using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations", PathwayDb.Pathway);
        builder.Property(o => o.NameSv).HasMaxLength(200);
        builder.Property(o => o.NameEn).HasMaxLength(200);
        builder.Property(o => o.Municipality).HasMaxLength(4);
        builder.Property(o => o.Region).HasMaxLength(40);
        builder.Property(o => o.Mail).HasMaxLength(254);
        builder.Property(o => o.Revision).IsConcurrencyToken();
        builder.Property(o => o.ChangedHow).HasMaxLength(60);
        builder.HasIndex(o => new { o.Kind, o.NameSv });
    }
}
