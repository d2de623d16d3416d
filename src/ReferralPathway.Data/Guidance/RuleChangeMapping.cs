using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Guidance;

namespace ReferralPathway.Data.Guidance;

internal sealed class RuleChangeMapping : IEntityTypeConfiguration<RuleChange>
{
    public void Configure(EntityTypeBuilder<RuleChange> builder)
    {
        builder.ToTable("rule_changes", PathwayDb.Pathway);
        builder.Property(c => c.State).IsConcurrencyToken();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.State).IsUnique().HasFilter("state = 'Waiting'").HasDatabaseName("ux_rule_changes_waiting");
    }
}
