using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Messages;

/// <summary>A mail that waits to be delivered, at least once. It says that something waits in the system, and nothing about anybody.</summary>
public sealed class Letter
{
    private Letter() { }

    /// <summary>The mail that goes with a notice; who gets it is worked out when it is delivered.</summary>
    public static Letter For(Notice notice) => new()
    {
        Id = notice.Id,
        Kind = notice.Kind.ToString(),
        OrganisationId = notice.OrganisationId,
        UserId = notice.UserId,
        ManagersOnly = notice.ManagersOnly,
        WrittenAt = notice.At,
        NextTryAt = notice.At,
    };

    /// <summary>A mail to one account that carries a one-time link. The link is sealed until it is sent.</summary>
    /// <param name="seal">Seals the link for the letter of this id.</param>
    public static Letter WithLink(string kind, OrganisationId organisation, UserId to, Func<Guid, byte[]> seal, DateTimeOffset at)
    {
        var id = Guid.CreateVersion7(at);
        return new() { Id = id, Kind = kind, OrganisationId = organisation, UserId = to, SealedLink = seal(id), WrittenAt = at, NextTryAt = at };
    }

    /// <summary>The mail of a working morning: how much there is to do and to read, and nothing of what.</summary>
    public static Letter Digest(OrganisationId organisation, UserId to, int work, int messages, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Kind = nameof(Digest),
        OrganisationId = organisation,
        UserId = to,
        Work = work,
        Messages = messages,
        WrittenAt = at,
        NextTryAt = at,
    };

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    public OrganisationId OrganisationId { get; private set; }

    public UserId? UserId { get; private set; }

    public bool ManagersOnly { get; private set; }

    public byte[]? SealedLink { get; private set; }

    /// <summary>Of the mail of the morning: what is to be done today or late.</summary>
    public int? Work { get; private set; }

    /// <summary>Of the mail of the morning: messages that are unread.</summary>
    public int? Messages { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public void Delivered(DateTimeOffset at)
    {
        DeliveredAt = at;
        SealedLink = null;
    }

    /// <summary>Tried again after 1, 2, 4, … minutes, at most every hour.</summary>
    public void Failed(DateTimeOffset at)
    {
        Tries++;
        NextTryAt = at + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(Tries - 1, 6))));
    }
}

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("outbox", PathwayDb.Pathway);
        builder.Property(l => l.Kind).HasMaxLength(40);
        builder.HasIndex(l => l.NextTryAt).HasFilter("delivered_at IS NULL").HasDatabaseName("ix_outbox_waiting");
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices", PathwayDb.Pathway);
        // Nothing is read back after writing: a message to another organisation is not the writer's to read.
        var forTeam = builder.Property(n => n.ForTeam).HasComputedColumnSql(
            $"user_id IS NULL AND NOT managers_only AND case_id IS NOT NULL AND kind NOT IN ({string.Join(", ", Notice.BeforeATeam.Select(kind => $"'{kind}'"))})", stored: true).ValueGeneratedNever();
        forTeam.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        forTeam.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // One for each way in which a message is somebody's, and again for what is unread of it.
        builder.HasIndex(n => new { n.UserId, n.At, n.Id }).IsDescending(false, true, true).HasFilter("user_id IS NOT NULL").HasDatabaseName("ix_notices_own");
        builder.HasIndex(n => new { n.OrganisationId, n.At, n.Id }, "ix_notices_shared").IsDescending(false, true, true).HasFilter("user_id IS NULL AND NOT for_team");
        builder.HasIndex(n => new { n.OrganisationId, n.At, n.Id }, "ix_notices_team").IsDescending(false, true, true).HasFilter("for_team");
        builder.HasIndex(n => n.CaseId).HasFilter("for_team").HasDatabaseName("ix_notices_case");
        builder.HasIndex(n => n.UserId).HasFilter("user_id IS NOT NULL AND read_at IS NULL").HasDatabaseName("ix_notices_own_unread");
        builder.HasIndex(n => n.OrganisationId, "ix_notices_shared_unread").HasFilter("user_id IS NULL AND NOT for_team AND read_at IS NULL");
        builder.HasIndex(n => n.OrganisationId, "ix_notices_team_unread").HasFilter("for_team AND read_at IS NULL");
        builder.HasIndex(n => n.CaseId, "ix_notices_case_unread").HasFilter("for_team AND read_at IS NULL");
    }
}
