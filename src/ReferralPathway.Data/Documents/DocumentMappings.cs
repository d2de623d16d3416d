using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Documents;

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentPiece>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        var groups = Enum.GetValues<AttachmentKind>().Select(k => $"WHEN '{k}' THEN {DataGroups.Of(AttachmentKinds.GroupOf(k)).Mask}");
        builder.ToTable("attachments", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_attachments_are_not_larger", $"size BETWEEN 1 AND {Attachment.MostBytes}");
            t.HasCheckConstraint("ck_attachments_have_the_group_of_their_kind", $"groups = CASE kind {string.Join(' ', groups)} END");
            t.HasCheckConstraint("ck_attachments_are_marked_by_somebody", "(mistake IS NULL) = (mistaken_at IS NULL) AND (mistake IS NULL) = (mistaken_by IS NULL)");
        });
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
