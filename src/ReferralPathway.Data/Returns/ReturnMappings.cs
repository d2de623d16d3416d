using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Returns;

namespace ReferralPathway.Data.Returns;

internal sealed class ReturnMapping :
    IEntityTypeConfiguration<ReturnApplication>, IEntityTypeConfiguration<ReturnPaper>, IEntityTypeConfiguration<ReturnStep>, IEntityTypeConfiguration<ReturnHealth>,
    IEntityTypeConfiguration<PickUp>, IEntityTypeConfiguration<ContactPoint>, IEntityTypeConfiguration<JusticeEvent>
{
    public void Configure(EntityTypeBuilder<ReturnApplication> builder)
    {
        builder.ToTable("return_applications", PathwayDb.Pathway, t =>
        {
            t.HasCheckConstraint("ck_return_applications_runs_forward", "departed_at <= arrived_at");
            t.HasCheckConstraint("ck_return_applications_travelled_has_times", "status NOT IN ('Travelled', 'Monitoring', 'MonitoringEnded') OR departed_at IS NOT NULL AND arrived_at IS NOT NULL");
        });
        builder.Ignore(r => r.IsUnderWay);
        builder.Ignore(r => r.KeepsCaseOpen);
        builder.Ignore(r => r.HasTravelled);
        builder.Ignore(r => r.FailedAttempts);
        builder.Property(r => r.DepartureZone).HasMaxLength(60);
        builder.Property(r => r.ArrivalZone).HasMaxLength(60);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => r.CaseId);
        builder.HasMany(r => r.Papers).WithOne().HasForeignKey(p => p.ReturnId);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.ReturnId);
        builder.HasMany(r => r.Health).WithOne().HasForeignKey(h => h.ReturnId);
        builder.HasMany(r => r.PickUps).WithOne().HasForeignKey(p => p.ReturnId);
        builder.HasMany(r => r.Points).WithOne().HasForeignKey(p => p.ReturnId);
    }

    public void Configure(EntityTypeBuilder<ReturnPaper> builder)
    {
        builder.ToTable("return_papers", PathwayDb.Pathway);
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.HasIndex(p => new { p.ReturnId, p.Kind, p.Number });
    }

    public void Configure(EntityTypeBuilder<ReturnStep> builder)
    {
        builder.ToTable("return_steps", PathwayDb.Pathway);
        builder.Property(s => s.Because).HasMaxLength(40);
        builder.HasIndex(s => new { s.ReturnId, s.Number });
    }

    public void Configure(EntityTypeBuilder<ReturnHealth> builder)
    {
        builder.ToTable("return_health", PathwayDb.Pathway);
        builder.HasIndex(h => new { h.ReturnId, h.Number });
    }

    public void Configure(EntityTypeBuilder<PickUp> builder)
    {
        builder.ToTable("return_pick_ups", PathwayDb.Pathway);
        builder.Property(p => p.Address).HasAnnotation(Sealer.OwnKey, true);
        builder.HasIndex(p => p.ReturnId);
    }

    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.ToTable("return_contact_points", PathwayDb.Pathway);
        builder.HasIndex(p => p.ReturnId);
    }

    public void Configure(EntityTypeBuilder<JusticeEvent> builder)
    {
        builder.ToTable("justice_events", PathwayDb.Pathway);
        builder.HasOne<ReturnApplication>().WithMany().HasForeignKey(e => e.ReturnId);
        builder.HasIndex(e => new { e.CaseId, e.ReleasedAt });
    }
}
