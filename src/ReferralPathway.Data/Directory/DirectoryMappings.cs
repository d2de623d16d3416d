using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Directory;

internal sealed class DirectoryEntryMapping :
    IEntityTypeConfiguration<DirectoryEntry>, IEntityTypeConfiguration<Channel>, IEntityTypeConfiguration<OpeningTime>,
    IEntityTypeConfiguration<Concern>, IEntityTypeConfiguration<EntryChange>, IEntityTypeConfiguration<HotlineDay>
{
    /// <summary>å, ä and ö after z, on whichever server the database was made.</summary>
    private const string Swedish = "sv-x-icu";

    public void Configure(EntityTypeBuilder<DirectoryEntry> builder)
    {
        builder.ToTable("directory_entries", PathwayDb.Pathway);
        builder.Property(e => e.NameSv).HasMaxLength(200).UseCollation(Swedish);
        builder.Property(e => e.NameEn).HasMaxLength(200).UseCollation(Swedish);
        builder.Property(e => e.UnitSv).HasMaxLength(200);
        builder.Property(e => e.UnitEn).HasMaxLength(200);
        builder.Property(e => e.AssistanceSv).HasMaxLength(600);
        builder.Property(e => e.AssistanceEn).HasMaxLength(600);
        builder.Property(e => e.Municipality).HasMaxLength(4);
        builder.Property(e => e.SourceNoteSv).HasMaxLength(1000);
        builder.Property(e => e.SourceNoteEn).HasMaxLength(1000);
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Channels).WithOne().HasForeignKey(c => c.EntryId);
        builder.HasMany(e => e.Hours).WithOne().HasForeignKey(h => h.EntryId);
        builder.HasMany(e => e.Concerns).WithOne().HasForeignKey(c => c.EntryId);
        builder.HasMany(e => e.Changes).WithOne().HasForeignKey(c => c.EntryId);
        builder.Ignore(e => e.OpenConcerns);
        builder.Ignore(e => e.Content);
        builder.HasIndex(e => new { e.NameSv, e.Id }).HasFilter("state IN ('Published', 'NeedsReview')").HasDatabaseName("ix_directory_entries_shown_sv");
        builder.HasIndex(e => new { e.NameEn, e.Id }).HasFilter("state IN ('Published', 'NeedsReview')").HasDatabaseName("ix_directory_entries_shown_en");
        builder.HasIndex(e => new { e.Area, e.NameSv, e.Id });
        builder.HasIndex(e => new { e.State, e.NameSv, e.Id });
        builder.HasIndex(e => e.NextReviewOn).HasFilter("state = 'Published'").HasDatabaseName("ix_directory_entries_due");
    }

    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("directory_channels", PathwayDb.Pathway);
        builder.Property(c => c.Value).HasMaxLength(254);
        builder.Property(c => c.Normalised).HasMaxLength(300);
        builder.Property(c => c.AreaCode).HasMaxLength(3);
        builder.Property(c => c.LabelSv).HasMaxLength(100);
        builder.Property(c => c.LabelEn).HasMaxLength(100);
        builder.Ignore(c => c.Content);
        builder.HasIndex(c => new { c.EntryId, c.Normalised }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpeningTime> builder)
    {
        builder.ToTable("directory_hours", PathwayDb.Pathway);
        builder.Ignore(h => h.Span);
        builder.HasIndex(h => h.EntryId);
    }

    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.ToTable("directory_concerns", PathwayDb.Pathway);
        builder.Property(c => c.About).HasMaxLength(300);
        builder.Property(c => c.Proposed).HasMaxLength(254);
        builder.Property(c => c.TextSv).HasMaxLength(600);
        builder.Property(c => c.TextEn).HasMaxLength(600);
        builder.HasIndex(c => new { c.EntryId, c.State });
    }

    public void Configure(EntityTypeBuilder<EntryChange> builder)
    {
        builder.ToTable("directory_changes", PathwayDb.Pathway);
        builder.HasIndex(c => new { c.EntryId, c.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HotlineDay> builder)
    {
        builder.ToTable("hotline_changes", PathwayDb.Pathway);
        builder.HasKey(h => h.Day);
    }
}
