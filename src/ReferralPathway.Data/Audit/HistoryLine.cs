using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Data.Audit;

/// <summary>
/// One field of something that administrators keep, before and after a change: the audit says that somebody changed it and cannot be rewritten, this says from what
/// to what. Written once; never about a case or a person whom it concerns.
/// </summary>
public sealed class HistoryLine
{
    private HistoryLine() { }

    public HistoryLine(Guid record, string field, string? was, string? becomes, UserId? by, DateTimeOffset at)
    {
        Id = EntryOrder.Next(at);
        Record = record;
        Field = field;
        Was = was;
        Becomes = becomes;
        By = by;
        At = at;
    }

    /// <summary>The days on which the hotline keeps other hours are one record.</summary>
    public static readonly Guid Hotline = new("00000000-0000-7000-8000-000000000005");

    public Guid Id { get; private set; }

    /// <summary>The account, the organisation, the code list.</summary>
    public Guid Record { get; private set; }

    public string Field { get; private set; } = "";

    /// <summary>Null: nothing.</summary>
    public string? Was { get; private set; }

    public string? Becomes { get; private set; }

    public UserId? By { get; private set; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryLine>
{
    public void Configure(EntityTypeBuilder<HistoryLine> builder)
    {
        builder.ToTable("history", PathwayDb.Identity);
        builder.Property(h => h.Field).HasMaxLength(80);
        builder.Property(h => h.Was).HasMaxLength(300);
        builder.Property(h => h.Becomes).HasMaxLength(300);
        builder.HasIndex(h => new { h.Record, h.Id }).IsDescending(false, true);
    }
}

public static class HistoryTables
{
    extension(PathwayDb db)
    {
        public DbSet<HistoryLine> History => db.Set<HistoryLine>();
    }
}

/// <summary>Whatever of these is changed is written down with it, in the same transaction: no page has to remember to.</summary>
internal sealed class HistoryInterceptor : SaveChangesInterceptor
{
    private static readonly Dictionary<Type, string[]> Kept = new()
    {
        [typeof(Organisation)] = [nameof(Organisation.NameSv), nameof(Organisation.NameEn), nameof(Organisation.Mail), nameof(Organisation.IsActive)],
        [typeof(Account)] = [nameof(Account.Status), nameof(Account.Role), nameof(Account.IsManager), nameof(Account.ActiveFrom), nameof(Account.ActiveTo)],
    };

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        // Nobody acts while an installation is made.
        if (db.Acting is { User: { } by, At: var at })
            db.History.AddRange(db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).SelectMany(Changes).ToList()
                .Select(c => new HistoryLine(c.Record, c.Field, c.Was, c.Becomes, by, at)));
        return new(result);
    }

    private static IEnumerable<(Guid Record, string Field, string? Was, string? Becomes)> Changes(EntityEntry entry)
    {
        if (entry.Entity is HotlineDay day)
        {
            var hours = day.ClosesAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "closed";
            yield return (HistoryLine.Hotline, day.Day.ToString("O", CultureInfo.InvariantCulture), entry.State == EntityState.Added ? null : hours, entry.State == EntityState.Deleted ? null : hours);
        }
        if (!Kept.TryGetValue(entry.Metadata.ClrType, out var fields) || entry.State == EntityState.Deleted) yield break;
        var record = entry.Entity is Organisation organisation ? organisation.Id.Value : ((Account)entry.Entity).Id;
        // Of what is new, one line says that it came to be.
        foreach (var property in fields.Select(entry.Property).Where(p => entry.State == EntityState.Added ? p.Metadata.Name is nameof(Organisation.IsActive) or nameof(Account.Status) : p.IsModified && !Equals(p.OriginalValue, p.CurrentValue)))
            yield return (record, property.Metadata.Name, entry.State == EntityState.Added ? null : Said(property.OriginalValue), Said(property.CurrentValue));
    }

    private static string? Said(object? value) => value switch
    {
        null or "" => null,
        true => "yes",
        false => "no",
        IFormattable formattable and DateOnly => formattable.ToString("O", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
