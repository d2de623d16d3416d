using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Assistance;

namespace ReferralPathway.Data.Assistance;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<AssistancePlan>, IEntityTypeConfiguration<PlanItem>, IEntityTypeConfiguration<PlanAnswer>,
    IEntityTypeConfiguration<PlanStep>, IEntityTypeConfiguration<PlanSummary>, IEntityTypeConfiguration<PlanCost>
{
    public void Configure(EntityTypeBuilder<AssistancePlan> builder)
    {
        builder.ToTable("assistance_plans", PathwayDb.Pathway);
        builder.Ignore(p => p.IsOver);
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.HasIndex(p => p.CaseId);
        // What the sweep asks every night: which plans have come to their day.
        builder.HasIndex(p => p.ReviewOn).HasFilter("status = 'Active'").HasDatabaseName("ix_assistance_plans_reviews");
        builder.HasMany(p => p.Items).WithOne().HasForeignKey(i => i.PlanId);
        builder.HasMany(p => p.Answers).WithOne().HasForeignKey(a => a.PlanId);
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PlanId);
        builder.HasMany(p => p.Summaries).WithOne().HasForeignKey(s => s.PlanId);
        builder.HasMany(p => p.Costs).WithOne().HasForeignKey(c => c.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.ToTable("plan_items", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_plan_items_run_forward", "\"from\" <= \"to\"");
            t.HasCheckConstraint("ck_plan_items_have_two_providers_at_most", "cardinality(providers) <= 2");
        });
        builder.Ignore(i => i.IsSettled);
        builder.Property(i => i.Service).HasMaxLength(40);
        builder.HasIndex(i => i.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanAnswer> builder)
    {
        builder.ToTable("plan_answers", PathwayDb.Pathway);
        builder.Property(a => a.Language).HasMaxLength(10);
        builder.Property(a => a.Method).HasMaxLength(40);
        builder.HasIndex(a => a.PlanId);
    }

    public void Configure(EntityTypeBuilder<PlanStep> builder)
    {
        builder.ToTable("plan_steps", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.PlanId, s.Number });
    }

    public void Configure(EntityTypeBuilder<PlanSummary> builder)
    {
        builder.ToTable("plan_summaries", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.CaseId, s.PlanId, s.Number });
    }

    public void Configure(EntityTypeBuilder<PlanCost> builder)
    {
        builder.ToTable("plan_costs", PathwayDb.Pathway);
        builder.HasOne<PlanItem>().WithMany().HasForeignKey(c => c.ItemId);
        builder.HasIndex(c => new { c.ItemId, c.Number });
    }
}
