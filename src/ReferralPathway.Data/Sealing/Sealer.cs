using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Sealing;

/// <summary>
/// Closes before a save whatever an act wrote, and opens after a load whatever the acting organisation holds the key to. One per unit of work:
/// unwrapped keys do not outlive it.
/// </summary>
public sealed class Sealer(MasterKeys masters)
{
    /// <summary>On a property: sealed under a key of the row's own id, not under the case's.</summary>
    public const string OwnKey = "Pathway:OwnKey";

    /// <summary>On a property: sealed under the key whose id stands in the column named.</summary>
    public const string KeyIn = "Pathway:KeyIn";

    /// <summary>On a property: sealed together with the values of the columns named, with commas between.</summary>
    public const string BoundTo = "Pathway:BoundTo";

    private static readonly ConcurrentDictionary<IEntityType, IProperty[]> SealedProperties = new();

    private readonly Dictionary<Guid, byte[]> _keys = [];

    /// <summary>Makes a key for a new case, or for the answer to a referral.</summary>
    public void NewKey(PathwayDb db, Guid id, CaseId caseId, DateTimeOffset at)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        _keys[id] = key;
        db.SealingKeys.Add(new() { Id = id, CaseId = caseId, Wrapped = masters.Wrap(key, id.ToString()), Master = masters.Current, CreatedAt = at });
    }

    /// <summary>Makes a key for a text of a consultation: it belongs to no case.</summary>
    internal void NewKey(PathwayDb db, ConsultationText text)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        _keys[text.Id] = key;
        db.ConsultationKeys.Add(new() { Id = text.Id, Wrapped = masters.Wrap(key, text.Id.ToString()), Master = masters.Current, CreatedAt = text.WrittenAt });
    }

    /// <summary>Makes a key for a request for disclosure, or for what its holder keeps to itself.</summary>
    internal void NewKey(PathwayDb db, Guid id, DisclosureId requestId, DateTimeOffset at)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        _keys[id] = key;
        db.DisclosureKeys.Add(new() { Id = id, RequestId = requestId, Wrapped = masters.Wrap(key, id.ToString()), Master = masters.Current, CreatedAt = at });
    }

    /// <summary>Learns a key that was read together with what it opens.</summary>
    public void Learn(Guid id, byte[] wrapped, int master) => _keys[id] = masters.Unwrap(wrapped, master, id.ToString());

    /// <summary>Closes everything new in the context.</summary>
    internal async Task CloseAsync(PathwayDb db, CancellationToken stopping)
    {
        var open = Sealeds(db).Where(s => s.Content.Box is null).ToList();
        await LearnAsync(db, open, stopping);
        foreach (var (entry, property, content) in open)
        {
            var key = _keys.GetValueOrDefault(KeyOf(entry, property)) ?? throw new InvalidOperationException("There is no key to seal this record with.");
            content.Close(Box.Close(key, Bytes(content), AssociatedData(entry, property)));
        }
    }

    /// <summary>Opens everything in the context whose key the acting organisation may read; the rest stays closed.</summary>
    public async Task OpenAsync(PathwayDb db, CancellationToken stopping)
    {
        var closed = Sealeds(db).Where(s => s.Content is { Content: null, Box: not null }).ToList();
        await LearnAsync(db, closed, stopping);
        foreach (var (entry, property, content) in closed)
            if (_keys.TryGetValue(KeyOf(entry, property), out var key))
                Open(content, key, AssociatedData(entry, property));
    }

    /// <summary>Opens one box that was read outside the context's tracking. It stays closed when its key is not known.</summary>
    /// <param name="bound">The values that it was sealed together with.</param>
    public void Open(ISealed? content, Guid keyId, Guid rowId, string table, string column, params ReadOnlySpan<object> bound)
    {
        if (content is { Content: null } && _keys.TryGetValue(keyId, out var key)) Open(content, key, AssociatedData(keyId, rowId, table, column, bound));
    }

    private static void Open(ISealed content, byte[] key, byte[] associated) =>
        content.Open(Content(Box.Open(key, content.Box, associated), content.ContentType));

    /// <summary>A file is sealed as it is; everything else as JSON.</summary>
    private static byte[] Bytes(ISealed content) => content.Content as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(content.Content, content.ContentType);

    private static object Content(byte[] bytes, Type type) => type == typeof(byte[]) ? bytes : JsonSerializer.Deserialize(bytes, type)!;

    private enum Ring { Case, Consultation, Disclosure }

    private sealed record Kept(Guid Id, byte[] Wrapped, int Master);

    /// <summary>Learns the keys that are missing, in one question to each ring they hang on.</summary>
    private async Task LearnAsync(PathwayDb db, IEnumerable<(EntityEntry Entry, IProperty Property, ISealed Content)> texts, CancellationToken stopping)
    {
        foreach (var ring in texts.GroupBy(s => RingOf(s.Entry.Entity), s => KeyOf(s.Entry, s.Property)))
        {
            var missing = ring.Where(id => !_keys.ContainsKey(id)).Distinct().ToArray();
            if (missing.Length == 0) continue;
            var keys = ring.Key switch
            {
                Ring.Consultation => db.ConsultationKeys.Where(k => missing.Contains(k.Id)).Select(k => new Kept(k.Id, k.Wrapped, k.Master)),
                Ring.Disclosure => db.DisclosureKeys.Where(k => missing.Contains(k.Id)).Select(k => new Kept(k.Id, k.Wrapped, k.Master)),
                _ => db.SealingKeys.Where(k => missing.Contains(k.Id)).Select(k => new Kept(k.Id, k.Wrapped, k.Master)),
            };
            foreach (var key in await keys.ToListAsync(stopping)) Learn(key.Id, key.Wrapped, key.Master);
        }
    }

    private static Ring RingOf(object entity) => entity switch
    {
        ConsultationText => Ring.Consultation,
        DisclosureRequest or DisclosureAssessment => Ring.Disclosure,
        _ => Ring.Case,
    };

    private static IEnumerable<(EntityEntry Entry, IProperty Property, ISealed Content)> Sealeds(PathwayDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Deleted or EntityState.Detached) continue;
            foreach (var property in SealedProperties.GetOrAdd((IEntityType)entry.Metadata, t => [.. t.GetProperties().Where(p => typeof(ISealed).IsAssignableFrom(p.ClrType))]))
                if (entry.Property(property).CurrentValue is ISealed content)
                    yield return (entry, property, content);
        }
    }

    private static Guid KeyOf(EntityEntry entry, IProperty property) =>
        property.FindAnnotation(OwnKey) is not null ? RowOf(entry) : IdIn(entry, property.FindAnnotation(KeyIn)?.Value as string ?? "CaseId");

    private static Guid RowOf(EntityEntry entry) => IdIn(entry, entry.Metadata.FindPrimaryKey()!.Properties[0].Name);

    private static Guid IdIn(EntityEntry entry, string property) => entry.Property(property).CurrentValue is { } value
        ? value as Guid? ?? (Guid)value.GetType().GetProperty("Value")!.GetValue(value)!
        : throw new InvalidOperationException("The key of a sealed record begins with a uuid.");

    private static byte[] AssociatedData(EntityEntry entry, IProperty property) =>
        AssociatedData(KeyOf(entry, property), RowOf(entry), entry.Metadata.GetTableName()!, property.GetColumnName(), [.. BoundWith(entry, property)]);

    private static IEnumerable<object> BoundWith(EntityEntry entry, IProperty property) =>
        property.FindAnnotation(BoundTo)?.Value is string names ? names.Split(',').Select(name => entry.Property(name).CurrentValue!) : [];

    private static byte[] AssociatedData(Guid keyId, Guid rowId, string table, string column, ReadOnlySpan<object> bound)
    {
        var place = new StringBuilder($"{keyId}/{rowId}/{table}.{column}");
        foreach (var value in bound) place.Append(CultureInfo.InvariantCulture, $"/{value}");
        return Encoding.UTF8.GetBytes(place.ToString());
    }
}
