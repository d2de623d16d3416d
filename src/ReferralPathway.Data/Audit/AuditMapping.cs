using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferralPathway.Data.Audit;

/// <summary>The table itself, partitioned and guarded, is made by <c>Sql/audit.sql</c>.</summary>
internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder) =>
        builder.ToTable("audit_entries", PathwayDb.Pathway, t => t.ExcludeFromMigrations());
}
