using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Accounts;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts", PathwayDb.Identity);
        builder.Ignore(a => a.UserId);
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.Property(a => a.ChangedHow).HasMaxLength(60);
        builder.HasIndex(a => new { a.OrganisationId, a.Name, a.Id });
        builder.HasIndex(a => new { a.Name, a.Id });
        builder.HasIndex(a => a.Status).HasFilter("status = 'AwaitingConfirmation'").HasDatabaseName("ix_accounts_awaiting");
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions", PathwayDb.Identity);
        builder.Property(s => s.Stamp).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.UserId);
        builder.HasIndex(s => s.UserId).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ux_sessions_live");
        builder.HasIndex(s => new { s.UserId, s.StartedAt }).IsDescending(false, true);
    }

    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms", PathwayDb.Identity);
        builder.HasKey(f => f.SessionId);
        builder.HasOne<Session>().WithOne().HasForeignKey<KeptForm>(f => f.SessionId);
    }
}

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors", PathwayDb.Identity);
        builder.HasKey(f => f.UserId);
        builder.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.UserId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes", PathwayDb.Identity);
        builder.HasKey(c => new { c.UserId, c.Hash });
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId);
    }
}

internal sealed class LinkMapping : IEntityTypeConfiguration<OneTimeLink>, IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.ToTable("links", PathwayDb.Identity);
        builder.HasKey(l => l.Hash);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder) => builder.ToTable("protection_keys", PathwayDb.Identity);
}

internal sealed class AccountChangeMapping : IEntityTypeConfiguration<AccountChange>
{
    public void Configure(EntityTypeBuilder<AccountChange> builder)
    {
        builder.ToTable("account_changes", PathwayDb.Identity);
        builder.Property(c => c.State).IsConcurrencyToken();
        builder.HasIndex(c => c.Account).IsUnique().HasFilter("state = 'Waiting'").HasDatabaseName("ux_account_changes_waiting");
        builder.HasIndex(c => new { c.State, c.Decider, c.Organisation });
    }
}
