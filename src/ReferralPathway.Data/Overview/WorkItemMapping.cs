using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Overview;

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items", PathwayDb.Pathway);
        builder.HasIndex(w => new { w.OrganisationId, w.DueAt, w.Id }).HasFilter("closed_at IS NULL").HasDatabaseName("ix_work_items_open");
        builder.HasIndex(w => new { w.UserId, w.DueAt, w.Id }).HasFilter("closed_at IS NULL AND user_id IS NOT NULL").HasDatabaseName("ix_work_items_own");
        builder.HasIndex(w => new { w.OrganisationId, w.Kind, w.DueAt, w.Id }).HasFilter("closed_at IS NULL").HasDatabaseName("ix_work_items_kind");
        builder.HasIndex(w => new { w.OrganisationId, w.DueAt, w.Id }, "ix_work_items_managers").HasFilter("closed_at IS NULL AND (managers_only OR escalated_at IS NOT NULL)");
        builder.HasIndex(w => new { w.WatcherId, w.DueAt, w.Id }).HasFilter("closed_at IS NULL AND watcher_id IS NOT NULL").HasDatabaseName("ix_work_items_watched");
        builder.HasIndex(w => new { w.SourceId, w.Kind }).HasFilter("closed_at IS NULL").HasDatabaseName("ix_work_items_source");
        builder.HasIndex(w => new { w.CaseId, w.Kind }).HasFilter("closed_at IS NULL").HasDatabaseName("ix_work_items_case");
        builder.HasIndex(w => w.DueAt).HasFilter("closed_at IS NULL AND escalated_at IS NULL").HasDatabaseName("ix_work_items_due");
        builder.HasIndex(w => w.RemindAt).HasFilter("closed_at IS NULL AND remind_at IS NOT NULL").HasDatabaseName("ix_work_items_remind");
    }
}
