using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferralPathway.Data.Sealing;

internal sealed class SealingKeyMapping : IEntityTypeConfiguration<SealingKey>
{
    public void Configure(EntityTypeBuilder<SealingKey> builder)
    {
        builder.ToTable("sealing_keys", PathwayDb.Pathway);
        builder.HasIndex(k => k.CaseId);
    }
}

internal sealed class InstallationKeyMapping : IEntityTypeConfiguration<InstallationKey>
{
    public void Configure(EntityTypeBuilder<InstallationKey> builder)
    {
        builder.ToTable("installation_keys", PathwayDb.Pathway);
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(40);
    }
}

internal sealed class NameTokenMapping : IEntityTypeConfiguration<NameToken>
{
    public void Configure(EntityTypeBuilder<NameToken> builder)
    {
        builder.ToTable("name_tokens", PathwayDb.Pathway);
        builder.HasKey(t => new { t.Scope, t.Token, t.CaseId });
        builder.HasIndex(t => t.CaseId);
    }
}
