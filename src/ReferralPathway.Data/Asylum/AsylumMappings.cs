using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Asylum;

namespace ReferralPathway.Data.Asylum;

internal sealed class AsylumMapping : IEntityTypeConfiguration<AsylumTrack>, IEntityTypeConfiguration<AsylumStep>
{
    public void Configure(EntityTypeBuilder<AsylumTrack> builder)
    {
        builder.ToTable("asylum_tracks", PathwayDb.Pathway);
        builder.Ignore(t => t.IsInReception);
        builder.Ignore(t => t.IsPending);
        builder.Property(t => t.StatusBefore).HasMaxLength(40);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.HasIndex(t => t.CaseId).IsUnique();
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TrackId);
    }

    public void Configure(EntityTypeBuilder<AsylumStep> builder)
    {
        builder.ToTable("asylum_steps", PathwayDb.Pathway);
        builder.HasIndex(s => new { s.TrackId, s.Number });
    }
}
