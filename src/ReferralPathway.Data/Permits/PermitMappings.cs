using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Permits;

namespace ReferralPathway.Data.Permits;

internal sealed class PermitMapping :
    IEntityTypeConfiguration<PermitApplication>, IEntityTypeConfiguration<PermitExtension>, IEntityTypeConfiguration<PermitDialogue>,
    IEntityTypeConfiguration<PermitStep>, IEntityTypeConfiguration<PermitSummary>, IEntityTypeConfiguration<LegalStatusEntry>
{
    public void Configure(EntityTypeBuilder<PermitApplication> builder)
    {
        builder.ToTable("permit_applications", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_permit_applications_run_forward", "valid_from <= valid_to");
            t.HasCheckConstraint("ck_permit_applications_granted_has_days", "status NOT IN ('Granted', 'Ended', 'Revoked') OR valid_from IS NOT NULL AND valid_to IS NOT NULL");
        });
        builder.Ignore(p => p.IsPending);
        builder.Ignore(p => p.WasUsed);
        builder.Ignore(p => p.GivesStatus);
        builder.Property(p => p.Channel).HasMaxLength(20);
        builder.Property(p => p.DecisionReference).HasMaxLength(40);
        builder.Property(p => p.StatusBefore).HasMaxLength(40);
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.HasIndex(p => p.CaseId);
        // What the sweep asks every night: which permits are over, which refusals final.
        builder.HasIndex(p => p.ValidTo).HasFilter("status = 'Granted'").HasDatabaseName("ix_permit_applications_ends");
        builder.HasIndex(p => p.AppealBy).HasFilter("status IN ('Refused', 'Revoked') AND appeal_by IS NOT NULL").HasDatabaseName("ix_permit_applications_final");
        builder.HasMany(p => p.Extensions).WithOne().HasForeignKey(e => e.PermitId);
        builder.HasMany(p => p.Dialogues).WithOne().HasForeignKey(d => d.PermitId);
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PermitId);
        builder.HasMany(p => p.Summaries).WithOne().HasForeignKey(s => s.PermitId);
    }

    public void Configure(EntityTypeBuilder<PermitExtension> builder)
    {
        builder.ToTable("permit_extensions", PathwayDb.Pathway);
        builder.HasIndex(e => e.PermitId);
    }

    public void Configure(EntityTypeBuilder<PermitDialogue> builder)
    {
        builder.ToTable("permit_dialogues", PathwayDb.Pathway);
        builder.HasIndex(d => d.PermitId);
    }

    public void Configure(EntityTypeBuilder<PermitStep> builder)
    {
        builder.ToTable("permit_steps", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.PermitId, s.Number });
    }

    public void Configure(EntityTypeBuilder<PermitSummary> builder)
    {
        builder.ToTable("permit_summaries", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.CaseId, s.PermitId, s.Number });
    }

    public void Configure(EntityTypeBuilder<LegalStatusEntry> builder)
    {
        builder.ToTable("legal_status_entries", PathwayDb.Pathway);
        builder.Property(e => e.Status).HasMaxLength(40);
        builder.HasIndex(e => new { e.CaseId, e.From, e.Number });
    }
}
