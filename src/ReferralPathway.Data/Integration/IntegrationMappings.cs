using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Integration;

namespace ReferralPathway.Data.Integration;

internal sealed class IntegrationMapping :
    IEntityTypeConfiguration<IntegrationPlan>, IEntityTypeConfiguration<IntegrationComponent>, IEntityTypeConfiguration<IntegrationAnswer>, IEntityTypeConfiguration<IntegrationStep>
{
    public void Configure(EntityTypeBuilder<IntegrationPlan> builder)
    {
        builder.ToTable("integration_plans", PathwayDb.Pathway);
        builder.Ignore(p => p.IsOver);
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.HasIndex(p => p.CaseId);
        // What the sweep asks: which plans there are that a change of the right to stay concerns.
        builder.HasIndex(p => p.Id).HasFilter("status IN ('Draft', 'Active')").HasDatabaseName("ix_integration_plans_running");
        builder.HasMany(p => p.Components).WithOne().HasForeignKey(c => c.PlanId);
        builder.HasMany(p => p.Answers).WithOne().HasForeignKey(a => a.PlanId);
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.PlanId);
    }

    public void Configure(EntityTypeBuilder<IntegrationComponent> builder)
    {
        builder.ToTable("integration_components", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_integration_components_run_forward", "\"from\" <= \"to\"");
            t.HasCheckConstraint("ck_integration_components_are_given_by_their_kind", "(component = 'NGO_PLAN') = (\"by\" = 'Ngo')");
        });
        builder.Property(c => c.Component).HasMaxLength(40);
        builder.HasIndex(c => c.PlanId);
    }

    public void Configure(EntityTypeBuilder<IntegrationAnswer> builder)
    {
        builder.ToTable("integration_answers", PathwayDb.Pathway);
        builder.Property(a => a.Language).HasMaxLength(10);
        builder.Property(a => a.Method).HasMaxLength(40);
        builder.HasIndex(a => a.PlanId);
    }

    public void Configure(EntityTypeBuilder<IntegrationStep> builder)
    {
        builder.ToTable("integration_steps", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.PlanId, s.Number });
    }
}
