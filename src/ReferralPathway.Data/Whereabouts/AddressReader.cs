using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Whereabouts;

namespace ReferralPathway.Data.Whereabouts;

/// <summary>
/// Opens where a person stays, for one person who was named. The database shows the row and its key to nobody else; each reading, and each that is refused, is recorded.
/// It never comes along with a case, a list, a print or a mail.
/// </summary>
public sealed class AddressReader(PathwayDb db, Sealer sealer)
{
    /// <param name="purpose">Why, as a code.</param>
    /// <returns>Null when it was not granted to whoever asks, or no longer is.</returns>
    public async Task<Dwelling?> ReadAsync(CaseId id, string purpose, CancellationToken stopping)
    {
        var found = await db.Set<SealedAddress>().AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == id, stopping);
        db.AuditEntries.Add(found is null
            ? AuditEntry.Refusal(db.Acting!, "Whereabouts", id.Value, ("purpose", purpose))
            : AuditEntry.Read(db.Acting!, Reading.Whereabouts, id, DataGroups.Of(DataGroup.Whereabouts), purpose, found.AddressId));
        if (found is not null && await db.SealingKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == found.Id, stopping) is { } key)
        {
            sealer.Learn(key.Id, key.Wrapped, key.Master);
            sealer.Open(found.Dwelling, key.Id, found.Id, "sealed_addresses", "dwelling");
        }
        await db.SaveChangesAsync(stopping);
        return found?.Dwelling.Value;
    }
}
