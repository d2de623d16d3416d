using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Data.Referrals;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals", PathwayDb.Pathway);
        builder.Ignore(r => r.RestsOnConsent);
        builder.Ignore(r => r.IsInTheAir);
        builder.Ignore(r => r.IsRecordedBySender);
        builder.Property(r => r.Service).HasMaxLength(40);
        builder.Property(r => r.DeclinedBecause).HasMaxLength(40);
        builder.Property(r => r.DeclineText).HasAnnotation(Sealer.OwnKey, true);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => new { r.CaseId, r.Status });
        builder.HasIndex(r => r.Author).HasFilter("status = 'Draft'").HasDatabaseName("ix_referrals_drafts");
        builder.HasIndex(r => new { r.Recipient, r.SentAt, r.Id }).IsDescending(false, true, true).HasFilter("status <> 'Draft'").HasDatabaseName("ix_referrals_received");
        builder.HasIndex(r => new { r.Sender, r.DraftedAt, r.Id }).IsDescending(false, true, true).HasDatabaseName("ix_referrals_sent");
    }
}

internal sealed class ReferralPreviewMapping : IEntityTypeConfiguration<ReferralPreview>
{
    public void Configure(EntityTypeBuilder<ReferralPreview> builder)
    {
        builder.ToTable("referral_previews", PathwayDb.Pathway);
        builder.HasKey(p => p.ReferralId);
        builder.HasOne<Referral>().WithOne().HasForeignKey<ReferralPreview>(p => p.ReferralId);
        builder.Property(p => p.Reference).HasMaxLength(11);
        builder.Property(p => p.AgeGroup).HasMaxLength(40);
        builder.Property(p => p.Gender).HasMaxLength(40);
        builder.Property(p => p.Service).HasMaxLength(40);
    }
}
