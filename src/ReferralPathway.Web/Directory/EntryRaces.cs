using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Directory;

/// <summary>Two administrators at one entry: the slower learns from its history who changed what.</summary>
public static class EntryRaces
{
    /// <param name="entry">As it stands now, with its changes.</param>
    public static async Task<IReadOnlyList<Raced>> ChangesSinceAsync(this PathwayDb db, DirectoryEntry entry, DateTimeOffset seen, Wording t, CancellationToken stopping)
    {
        var since = entry.Changes.Where(c => c.At >= seen).OrderByDescending(c => c.Number).ToList();
        var people = since.Select(c => c.By?.Value).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stopping);
        var organisations = (await db.Organisations.AsNoTracking().ToListAsync(stopping)).ToDictionary(o => o.Id.ToString(), o => o.Name(t.Language.Code));
        return
        [
            .. since.Select(c => new Raced(c.At, c.By is { } by ? names.GetValueOrDefault(by.Value, "") : t["Directory.Admin.System"], t[$"Directory.EntryChangeKind.{c.Kind}"],
                [.. c.FieldChanges().Select(f => (t[$"Directory.Field.{f.Field}"], Value: t.Value(f.Field, f.After, organisations))).Where(f => f.Value.Length > 0)])),
        ];
    }
}
