using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Consultations;

namespace ReferralPathway.Data.Consultations;

/// <summary>The tables of the consultations lead to nothing but one another: no case, no person, no account by a foreign key.</summary>
internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<ConsultationText>, IEntityTypeConfiguration<ConsultationKey>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations", PathwayDb.Pathway);
        builder.Property(c => c.Reference).HasMaxLength(13);
        builder.Property(c => c.AgeGroup).HasMaxLength(40);
        builder.Property(c => c.Gender).HasMaxLength(40);
        builder.Property(c => c.ExploitationType).HasMaxLength(40);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Ignore(c => c.Question);
        builder.Ignore(c => c.Answer);
        builder.HasMany(c => c.Texts).WithOne().HasForeignKey(t => t.ConsultationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.OrganisationId, c.ChangedAt, c.Id }).IsDescending(false, true, true);
        builder.HasIndex(c => new { c.SubmittedAt, c.Id }).HasFilter("status IN ('Submitted', 'InProgress')").HasDatabaseName("ix_consultations_waiting");
        builder.HasIndex(c => c.AnsweredAt).HasFilter("status = 'Answered'").HasDatabaseName("ix_consultations_answered");
        builder.HasIndex(c => c.EndedAt).HasFilter("ended_at IS NOT NULL").HasDatabaseName("ix_consultations_ended");
    }

    public void Configure(EntityTypeBuilder<ConsultationText> builder)
    {
        builder.ToTable("consultation_texts", PathwayDb.Pathway);
        builder.Property(t => t.Text).HasAnnotation(Sealer.OwnKey, true);
        builder.HasIndex(t => t.ConsultationId);
    }

    public void Configure(EntityTypeBuilder<ConsultationKey> builder)
    {
        builder.ToTable("consultation_keys", PathwayDb.Pathway);
        // The row that is deleted takes its key along: the database sees to it.
        builder.HasOne<ConsultationText>().WithOne().HasForeignKey<ConsultationKey>(k => k.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
