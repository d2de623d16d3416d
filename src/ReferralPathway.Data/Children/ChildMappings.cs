using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Children;

namespace ReferralPathway.Data.Children;

internal sealed class ChildMapping : IEntityTypeConfiguration<ChildTask>, IEntityTypeConfiguration<ChildStep>, IEntityTypeConfiguration<ChildNote>
{
    public void Configure(EntityTypeBuilder<ChildTask> builder)
    {
        builder.ToTable("child_tasks", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_child_tasks_ended_says_why", "(state = 'Ended') = (ended_because IS NOT NULL)");
            t.HasCheckConstraint("ck_child_tasks_reported_to_somebody", "(board IS NULL) = (reported_at IS NULL) AND (board IS NULL) = (reported_by IS NULL)");
        });
        builder.Ignore(t => t.IsOpen);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.HasIndex(t => t.CaseId).IsUnique();
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TaskId);
        builder.HasMany(t => t.Notes).WithOne().HasForeignKey(n => n.TaskId);
    }

    public void Configure(EntityTypeBuilder<ChildStep> builder)
    {
        builder.ToTable("child_steps", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.TaskId, s.Number });
        builder.HasIndex(s => s.CaseId);
    }

    public void Configure(EntityTypeBuilder<ChildNote> builder)
    {
        builder.ToTable("child_notes", PathwayDb.Pathway);
        builder.HasIndex(n => n.StepId);
        builder.HasIndex(n => n.TaskId);
    }
}
