using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Documents;

namespace ReferralPathway.Data.Consents;

internal sealed class ConsentDecisionMapping : IEntityTypeConfiguration<ConsentDecision>
{
    public void Configure(EntityTypeBuilder<ConsentDecision> builder)
    {
        builder.ToTable("consent_decisions", PathwayDb.Pathway);
        builder.Property(c => c.Purpose).HasMaxLength(40);
        builder.Property(c => c.Method).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Interpreter).HasMaxLength(20);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(c => c.Form);
        builder.HasIndex(c => new { c.CaseId, c.Recipient, c.Purpose, c.Number });
        builder.HasIndex(c => c.ValidUntil).HasFilter("state = 'Given' AND valid_until IS NOT NULL");
    }
}

internal sealed class LegalGroundMapping : IEntityTypeConfiguration<LegalGround>
{
    public void Configure(EntityTypeBuilder<LegalGround> builder)
    {
        builder.ToTable("legal_grounds", PathwayDb.Pathway, t => t.HasCheckConstraint("ck_legal_grounds_are_reviewed_by_another", "reviewer <> recorder"));
        builder.Property(g => g.Ground).HasMaxLength(40);
        builder.HasIndex(g => new { g.CaseId, g.Recipient, g.ValidUntil });
    }
}
