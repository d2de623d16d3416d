using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Data.Reimbursement;

internal sealed class ClaimMapping : IEntityTypeConfiguration<ReimbursementClaim>, IEntityTypeConfiguration<CostLine>, IEntityTypeConfiguration<ClaimStep>
{
    public void Configure(EntityTypeBuilder<ReimbursementClaim> builder)
    {
        builder.ToTable("reimbursement_claims", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_reimbursement_claims_quarter", "quarter_number BETWEEN 1 AND 4");
            t.HasCheckConstraint("ck_reimbursement_claims_granted_at_most_claimed", "granted <= claimed AND to_repay <= granted");
        });
        builder.Ignore(c => c.Quarter);
        builder.Ignore(c => c.Window);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(c => c.Reference).HasMaxLength(11);
        builder.Property(c => c.DecisionReference).HasMaxLength(40);
        builder.Property(c => c.Claimed).HasPrecision(10, 2);
        builder.Property(c => c.Granted).HasPrecision(10, 2);
        builder.Property(c => c.ToRepay).HasPrecision(10, 2);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasMany(c => c.Costs).WithOne().HasForeignKey(l => l.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.CaseId, c.Claimant, c.Year, c.QuarterNumber }).IsUnique();
        // Two lists for each side: what there is to do, by its last day, and the rest, by when it changed.
        builder.HasIndex(c => new { c.Claimant, c.ClaimBy, c.Id }).HasFilter("status = 'Draft'").HasDatabaseName("ix_reimbursement_claims_drafts");
        builder.HasIndex(c => new { c.Claimant, c.ChangedAt, c.Id }).IsDescending(false, true, true).HasFilter("status <> 'Draft'").HasDatabaseName("ix_reimbursement_claims_claimed");
        builder.HasIndex(c => new { c.AddressedTo, c.ClaimBy, c.Id }).HasFilter("status IN ('Submitted', 'Appealed')").HasDatabaseName("ix_reimbursement_claims_waiting");
        builder.HasIndex(c => new { c.AddressedTo, c.ChangedAt, c.Id }).IsDescending(false, true, true).HasFilter("status NOT IN ('Draft', 'Missed', 'Submitted', 'Appealed')").HasDatabaseName("ix_reimbursement_claims_decided");
        // What the sweep asks every night.
        builder.HasIndex(c => c.ClaimBy).HasFilter("status = 'Draft'").HasDatabaseName("ix_reimbursement_claims_missed");
    }

    public void Configure(EntityTypeBuilder<CostLine> builder)
    {
        builder.ToTable("cost_lines", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_cost_lines_amount", "amount >= 0");
            t.HasCheckConstraint("ck_cost_lines_run_forward", "\"from\" <= \"to\"");
        });
        builder.Property(l => l.Amount).HasPrecision(10, 2);
        builder.Property(l => l.Note).HasAnnotation(Sealer.KeyIn, nameof(CostLine.ClaimId));
        builder.HasIndex(l => l.ClaimId);
    }

    public void Configure(EntityTypeBuilder<ClaimStep> builder)
    {
        builder.ToTable("claim_steps", PathwayDb.Pathway);
        builder.Property(s => s.Amount).HasPrecision(10, 2);
        builder.Property(s => s.Reason).HasAnnotation(Sealer.KeyIn, nameof(ClaimStep.ClaimId));
        builder.HasIndex(s => new { s.ClaimId, s.Number });
    }
}
