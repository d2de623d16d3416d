using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Data.Matches;

/// <summary>Two tables for one match: the holder reads the first, and nobody but the system the second.</summary>
internal sealed class MatchMapping : IEntityTypeConfiguration<PersonMatch>, IEntityTypeConfiguration<MatchAsker>, IEntityTypeConfiguration<PersonCheck>, IEntityTypeConfiguration<ContactOffer>
{
    public void Configure(EntityTypeBuilder<PersonMatch> builder)
    {
        builder.ToTable("person_matches", PathwayDb.Pathway, t => t.HasCheckConstraint("ck_person_matches_answer", "(status = 'Found') = (answered_at IS NULL)"));
        builder.Property(m => m.Revision).IsConcurrencyToken();
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.AnsweredAt).HasFilter("status = 'WantsContact' AND offered_at IS NULL").HasDatabaseName("ix_person_matches_to_offer");
    }

    public void Configure(EntityTypeBuilder<MatchAsker> builder)
    {
        builder.ToTable("match_askers", PathwayDb.Pathway);
        builder.HasOne<PersonMatch>().WithOne().HasForeignKey<MatchAsker>(a => a.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PersonCheck> builder)
    {
        builder.ToTable("person_checks", PathwayDb.Pathway);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.OrganisationId, c.AskedAt });
        builder.HasIndex(c => c.AskedAt).HasFilter("compared_at IS NULL").HasDatabaseName("ix_person_checks_waiting");
    }

    public void Configure(EntityTypeBuilder<ContactOffer> builder)
    {
        builder.ToTable("contact_offers", PathwayDb.Pathway);
        builder.HasOne<Case>().WithMany().HasForeignKey(o => o.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
