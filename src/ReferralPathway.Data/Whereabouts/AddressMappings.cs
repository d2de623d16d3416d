using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Whereabouts;

namespace ReferralPathway.Data.Whereabouts;

internal sealed class AddressMapping : IEntityTypeConfiguration<ProtectedAddress>, IEntityTypeConfiguration<SealedAddress>, IEntityTypeConfiguration<AddressGrant>
{
    public void Configure(EntityTypeBuilder<ProtectedAddress> builder)
    {
        builder.ToTable("protected_addresses", PathwayDb.Pathway);
        builder.HasIndex(a => new { a.CaseId, a.OrganisationId }).HasFilter("replaced_at IS NULL").IsUnique().HasDatabaseName("ix_protected_addresses_current");
        builder.HasMany<SealedAddress>("_contents").WithOne().HasForeignKey(s => s.AddressId);
        builder.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AddressId);
    }

    public void Configure(EntityTypeBuilder<SealedAddress> builder)
    {
        builder.ToTable("sealed_addresses", PathwayDb.Pathway);
        builder.Property(s => s.Dwelling).HasAnnotation(Sealer.OwnKey, true);
        builder.HasIndex(s => s.CaseId);
    }

    public void Configure(EntityTypeBuilder<AddressGrant> builder)
    {
        builder.ToTable("address_grants", PathwayDb.Pathway, t => t.HasCheckConstraint("ck_address_grants_run_forward", "granted_at < until"));
        builder.HasIndex(g => new { g.AddressId, g.UserId, g.Until });
        builder.HasIndex(g => g.UserId).HasFilter("ended_at IS NULL").HasDatabaseName("ix_address_grants_user");
    }
}
