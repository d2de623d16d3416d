using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReferralPathway.Data.Accounts;

/// <summary>An address at which a calendar outside the system reads when somebody's work falls due. Only its hash is here; taking it back deletes the row.</summary>
public sealed class CalendarFeed
{
    public Guid UserId { get; init; }

    /// <summary>SHA-256 of the number in the address.</summary>
    public byte[] Hash { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a calendar last asked.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds", PathwayDb.Identity);
        builder.HasKey(f => f.UserId);
        builder.HasIndex(f => f.Hash).IsUnique();
        builder.HasOne<Account>().WithOne().HasForeignKey<CalendarFeed>(f => f.UserId);
    }
}
