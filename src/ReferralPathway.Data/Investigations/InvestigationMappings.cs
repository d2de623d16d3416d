using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Investigations;

namespace ReferralPathway.Data.Investigations;

internal sealed class InvestigationMapping : IEntityTypeConfiguration<Investigation>, IEntityTypeConfiguration<InvestigationStep>, IEntityTypeConfiguration<InvestigationSummary>
{
    public void Configure(EntityTypeBuilder<Investigation> builder)
    {
        builder.ToTable("investigations", PathwayDb.Pathway);
        builder.Ignore(i => i.IsLive);
        builder.Ignore(i => i.WasInitiated);
        builder.Ignore(i => i.LatestStepOn);
        builder.Property(i => i.ReceivingUnit).HasMaxLength(200);
        builder.Property(i => i.AuthorityUnit).HasMaxLength(200);
        builder.Property(i => i.LeaderName).HasMaxLength(200);
        builder.Property(i => i.ReferenceNumber).HasMaxLength(40);
        builder.Property(i => i.Revision).IsConcurrencyToken();
        builder.HasIndex(i => i.CaseId);
        builder.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.InvestigationId);
        builder.HasMany(i => i.Summaries).WithOne().HasForeignKey(s => s.InvestigationId);
    }

    public void Configure(EntityTypeBuilder<InvestigationStep> builder)
    {
        builder.ToTable("investigation_steps", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.CaseId, s.InvestigationId, s.Number });
    }

    public void Configure(EntityTypeBuilder<InvestigationSummary> builder)
    {
        builder.ToTable("investigation_summaries", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.CaseId, s.InvestigationId, s.Number });
    }
}
