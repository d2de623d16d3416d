using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Disclosures;

namespace ReferralPathway.Data.Disclosures;

/// <summary>Two tables for one request: the asker reads the first, and the second belongs to whoever decides.</summary>
internal sealed class DisclosureMapping : IEntityTypeConfiguration<DisclosureRequest>, IEntityTypeConfiguration<DisclosureAssessment>, IEntityTypeConfiguration<DisclosureKey>
{
    public void Configure(EntityTypeBuilder<DisclosureRequest> builder)
    {
        builder.ToTable("disclosure_requests", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_disclosure_requests_answer", "(answer IS NULL) = (answered_at IS NULL)");
            t.HasCheckConstraint("ck_disclosure_requests_in_time", "received_on <= answer_by");
        });
        builder.Property(r => r.Reference).HasMaxLength(13);
        builder.Property(r => r.Ground).HasMaxLength(40);
        builder.Property(r => r.Question).HasAnnotation(Sealer.OwnKey, true);
        builder.Property(r => r.Answer).HasAnnotation(Sealer.OwnKey, true);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.Ignore(r => r.IsOnPaper);
        builder.Ignore(r => r.Status);
        builder.HasOne(r => r.Assessment).WithOne().HasForeignKey<DisclosureAssessment>(a => a.RequestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => r.Reference).IsUnique();
        builder.HasIndex(r => new { r.WrittenBy, r.WrittenAt, r.Id }).IsDescending(false, true, true);
        builder.HasIndex(r => new { r.AddressedTo, r.AnswerBy, r.Id }).HasFilter("answered_at IS NULL").HasDatabaseName("ix_disclosure_requests_waiting");
        builder.HasIndex(r => new { r.AddressedTo, r.AnsweredAt, r.Id }).IsDescending(false, true, true).HasFilter("answered_at IS NOT NULL").HasDatabaseName("ix_disclosure_requests_answered");
    }

    public void Configure(EntityTypeBuilder<DisclosureAssessment> builder)
    {
        builder.ToTable("disclosure_assessments", PathwayDb.Pathway);
        builder.Property(a => a.Reasons).HasAnnotation(Sealer.OwnKey, true);
        builder.Property(a => a.HandedOver).HasAnnotation(Sealer.OwnKey, true);
    }

    public void Configure(EntityTypeBuilder<DisclosureKey> builder)
    {
        builder.ToTable("disclosure_keys", PathwayDb.Pathway);
        // The request that is deleted takes its keys along: the database sees to it.
        builder.HasOne<DisclosureRequest>().WithMany().HasForeignKey(k => k.RequestId).OnDelete(DeleteBehavior.Cascade);
    }
}
