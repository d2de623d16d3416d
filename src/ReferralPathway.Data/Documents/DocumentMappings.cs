using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Documents;

namespace ReferralPathway.Data.Documents;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentPiece>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments", PathwayDb.Pathway, t => t.HasCheckConstraint("ck_attachments_are_not_larger", $"size BETWEEN 1 AND {Attachment.MostBytes}"));
        builder.HasIndex(a => a.CaseId);
        builder.HasMany(a => a.Pieces).WithOne().HasForeignKey(p => p.AttachmentId);
    }

    public void Configure(EntityTypeBuilder<AttachmentPiece> builder)
    {
        builder.ToTable("attachment_pieces", PathwayDb.Pathway);
        builder.HasKey(p => new { p.AttachmentId, p.Number });
        builder.Property(p => p.Content).HasAnnotation(Sealer.BoundTo, $"{nameof(AttachmentPiece.Number)},{nameof(AttachmentPiece.IsLast)}");
    }
}
