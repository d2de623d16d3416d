using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Documents;

namespace ReferralPathway.Data.Cases;

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_cases_closed_says_why", "(status <> 'Closed') OR (closed_because IS NOT NULL AND closed_on IS NOT NULL)");
            t.HasCheckConstraint("ck_cases_identified_has_a_day", "(identification = 'FormallyIdentified') = (formally_identified_on IS NOT NULL)");
        });
        builder.Property(c => c.Reference).HasMaxLength(11);
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => c.StartedBy).HasFilter("status = 'Draft'").HasDatabaseName("ix_cases_drafts");
        builder.Property(c => c.ClosedBecause).HasMaxLength(40);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Ignore(c => c.Facts);
        builder.Ignore(c => c.MayTrace);
        // EF inserts by foreign key, then by name: the lead's part has to stand before the case that the policies ask about.
        builder.HasOne(c => c.LeadParticipation).WithMany().HasForeignKey(c => c.LeadParticipationId).OnDelete(DeleteBehavior.Restrict).IsRequired();
        builder.HasMany<FactsVersion>("_factsVersions").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<IdentityVersion>("_identities").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<SafeContactVersion>("_safeContacts").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<SafeContactSummary>("_safeContactSummaries").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<NarrativeVersion>("_narratives").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<HealthVersion>("_health").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<BegunPart>("_begun").WithOne().HasForeignKey(b => b.CaseId);
        builder.HasMany<Assessment>("_assessments").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<CaseReason>("_reasons").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Team).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.BreakGlass).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Consents).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.LegalGrounds).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Referrals).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<Domain.Referrals.ReferralPreview>("_previews").WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany<Attachment>("_attachments").WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany<CaseLink>("_links").WithOne().HasForeignKey(l => l.CaseId);
        builder.HasMany(c => c.Investigations).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Permits).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Plans).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Integrations).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Addresses).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.Returns).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasMany(c => c.JusticeEvents).WithOne().HasForeignKey(v => v.CaseId);
        builder.HasOne(c => c.ChildTask).WithOne().HasForeignKey<Domain.Children.ChildTask>(t => t.CaseId);
        builder.HasOne(c => c.AsylumTrack).WithOne().HasForeignKey<Domain.Asylum.AsylumTrack>(t => t.CaseId);
        builder.HasMany<Domain.Letters.LetterDelivery>("_deliveries").WithOne().HasForeignKey(d => d.CaseId);
        builder.HasMany<Domain.Rights.EntryNote>("_notes").WithOne().HasForeignKey(n => n.CaseId);
        builder.HasMany(c => c.Extracts).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasMany<LegalStatusEntry>("_legalStatuses").WithOne().HasForeignKey(v => v.CaseId);
    }
}

internal sealed class ParticipationMapping : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("participations", PathwayDb.Pathway, t => t.HasCheckConstraint("ck_participations_run_forward", "valid_from <= valid_until"));
        builder.Property(p => p.CaseReference).HasMaxLength(11);
        builder.HasIndex(p => new { p.CaseId, p.OrganisationId, p.ValidUntil, p.ValidFrom, p.Groups }).HasDatabaseName("ix_participations_case");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseChangedAt, p.CaseId }).IsDescending(false, true, true)
            .IncludeProperties(p => new { p.Groups, p.ValidFrom, p.ValidUntil }).HasDatabaseName("ix_participations_list");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseReference }).HasDatabaseName("ix_participations_reference");
        builder.HasIndex(p => new { p.SourceId, p.ValidUntil });
        // What a list is narrowed down by, each in the order of the list.
        builder.Property(p => p.CaseMunicipality).HasMaxLength(4);
        builder.HasIndex(p => new { p.OrganisationId, p.CaseStatus, p.CaseChangedAt, p.CaseId }).IsDescending(false, false, true, true).HasDatabaseName("ix_participations_status");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseIdentification, p.CaseChangedAt, p.CaseId }).IsDescending(false, false, true, true)
            .HasDatabaseName("ix_participations_identification");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseMunicipality, p.CaseChangedAt, p.CaseId }).IsDescending(false, false, true, true)
            .HasFilter("case_municipality IS NOT NULL").HasDatabaseName("ix_participations_municipality");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseChangedAt, p.CaseId }, "ix_participations_interpreter").IsDescending(false, true, true).HasFilter("case_needs_interpreter");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseChangedAt, p.CaseId }, "ix_participations_ending").IsDescending(false, true, true).HasFilter("valid_until < '9999-12-31'");
        builder.HasIndex(p => new { p.OrganisationId, p.CaseDueAt, p.CaseId }).HasFilter("case_due_at IS NOT NULL").HasDatabaseName("ix_participations_due");
    }
}

internal sealed class BegunPartMapping : IEntityTypeConfiguration<BegunPart>
{
    public void Configure(EntityTypeBuilder<BegunPart> builder) => builder.ToTable("begun_parts", PathwayDb.Pathway);
}

internal sealed class CaseLinkMapping : IEntityTypeConfiguration<CaseLink>
{
    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable("case_links", PathwayDb.Pathway);
        builder.HasOne<Case>().WithMany().HasForeignKey(l => l.Other);
        builder.HasIndex(l => new { l.CaseId, l.Other }).IsUnique();
    }
}

internal sealed class VersionMapping :
    IEntityTypeConfiguration<FactsVersion>, IEntityTypeConfiguration<IdentityVersion>, IEntityTypeConfiguration<SafeContactVersion>,
    IEntityTypeConfiguration<SafeContactSummary>, IEntityTypeConfiguration<NarrativeVersion>, IEntityTypeConfiguration<HealthVersion>,
    IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<CaseReason>
{
    private static readonly string[] Codes =
        ["DetectedBy", "Exposure", "Gender", "AgeGroup", "InterpreterGender", "LegalStatus", "Unaccompanied", "InformedOfRights", "ProtectedIdentity", "Cooperation", "WishesReturn", "InSweden"];

    public void Configure(EntityTypeBuilder<FactsVersion> builder)
    {
        Table(builder, "facts_versions");
        builder.ComplexProperty(v => v.Facts, facts =>
        {
            facts.Ignore(f => f.IsProtected);
            facts.Ignore(f => f.TreatedAsChild);
            facts.Ignore(f => f.WithoutWishes);
            foreach (var code in Codes)
                facts.Property(code).HasMaxLength(40);
            facts.Property(f => f.Municipality).HasMaxLength(4);
            facts.Property(f => f.Dialect).HasMaxLength(60);
            facts.Property(f => f.InformedInLanguage).HasMaxLength(10);
        });
    }

    public void Configure(EntityTypeBuilder<IdentityVersion> builder) => Table(builder, "identity_versions");

    public void Configure(EntityTypeBuilder<SafeContactVersion> builder) => Table(builder, "safe_contact_versions");

    public void Configure(EntityTypeBuilder<SafeContactSummary> builder) => Table(builder, "safe_contact_summaries");

    public void Configure(EntityTypeBuilder<NarrativeVersion> builder)
    {
        Table(builder, "narrative_versions");
        builder.Property(v => v.PeriodFrom).HasMaxLength(7);
        builder.Property(v => v.PeriodTo).HasMaxLength(7);
    }

    public void Configure(EntityTypeBuilder<HealthVersion> builder) => Table(builder, "health_versions");

    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        Table(builder, "assessments");
        builder.Property(v => v.Profile).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<CaseReason> builder)
    {
        Table(builder, "case_reasons");
        builder.Property(v => v.Kind).HasMaxLength(40);
    }

    private static void Table<T>(EntityTypeBuilder<T> builder, string name) where T : CaseVersion
    {
        builder.ToTable(name, PathwayDb.Pathway);
        builder.HasIndex(v => new { v.CaseId, v.Number }).IsDescending(false, true).HasDatabaseName($"ix_{name}_case");
    }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<TeamMember>, IEntityTypeConfiguration<BreakGlass>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("team_members", PathwayDb.Pathway);
        builder.Ignore(m => m.IsOnTeam);
        builder.HasIndex(m => new { m.CaseId, m.OrganisationId, m.UserId }).HasFilter("removed_at IS NULL").IsUnique().HasDatabaseName("ix_team_members_case");
        builder.HasIndex(m => new { m.UserId, m.CaseId }).HasFilter("removed_at IS NULL").HasDatabaseName("ix_team_members_user");
        builder.HasIndex(m => m.Absence).HasFilter("removed_at IS NULL AND absence IS NOT NULL").HasDatabaseName("ix_team_members_absence");
    }

    public void Configure(EntityTypeBuilder<BreakGlass> builder)
    {
        builder.ToTable("break_glass", PathwayDb.Pathway);
        builder.HasIndex(b => new { b.CaseId, b.UserId, b.Until });
    }
}
