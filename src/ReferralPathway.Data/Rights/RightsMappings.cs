using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Rights;

namespace ReferralPathway.Data.Rights;

internal sealed class RightsMapping : IEntityTypeConfiguration<EntryNote>, IEntityTypeConfiguration<SubjectExtract>
{
    public void Configure(EntityTypeBuilder<EntryNote> builder)
    {
        builder.ToTable("entry_notes", PathwayDb.Pathway);
        builder.HasIndex(n => new { n.CaseId, n.About });
    }

    public void Configure(EntityTypeBuilder<SubjectExtract> builder)
    {
        builder.ToTable("subject_extracts", PathwayDb.Pathway, t => t.HasCheckConstraint("ck_subject_extracts_withhold_on_a_ground", "withheld = 0 OR (ground IS NOT NULL AND why IS NOT NULL AND reviewed_at IS NOT NULL)"));
        builder.HasIndex(e => new { e.CaseId, e.PreparedAt }).IsDescending(false, true);
    }
}
