using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Letters;

namespace ReferralPathway.Data.Letters;

internal sealed class LetterMapping : IEntityTypeConfiguration<LetterTemplate>, IEntityTypeConfiguration<LetterDelivery>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.ToTable("letter_templates", PathwayDb.Pathway);
        builder.Property(t => t.Language).HasMaxLength(3);
        // Whoever was slower is told: two versions cannot have one number.
        builder.HasIndex(t => new { t.Kind, t.Language, t.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LetterDelivery> builder)
    {
        builder.ToTable("letter_deliveries", PathwayDb.Pathway);
        builder.Property(d => d.Language).HasMaxLength(3);
        builder.HasIndex(d => new { d.CaseId, d.RecordedBy, d.RecordedAt, d.Id }).IsDescending(false, false, true, true).HasDatabaseName("ix_letter_deliveries_list");
    }
}
