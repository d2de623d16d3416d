using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <param name="Choice">As it stands in the address of the list.</param>
public sealed record NamedView(Guid Id, string Name, string Choice, bool IsDefault);

/// <summary>The views of the case list that a person keeps for themselves; the database shows nobody else's.</summary>
public sealed class ViewShelf(PathwayDb db, InstallationKeys keys)
{
    public async Task<IReadOnlyList<NamedView>> AllAsync(CancellationToken stopping) =>
        [.. (await db.SavedViews.AsNoTracking().OrderBy(v => v.SavedAt).Take(SavedView.Most).ToListAsync(stopping)).Select(v => new NamedView(v.Id, v.NameOpened(keys), v.Choice, v.IsDefault))];

    /// <returns>False when there are as many as one may have.</returns>
    public async Task<bool> KeepAsync(string name, string choice, bool isDefault, UserId user, DateTimeOffset at, CancellationToken stopping)
    {
        if (await db.SavedViews.CountAsync(stopping) >= SavedView.Most) return false;
        var kept = new SavedView(name, choice, keys, user, at);
        db.SavedViews.Add(kept);
        await db.SaveChangesAsync(stopping);
        if (isDefault) await PreferAsync(kept.Id, stopping);
        return true;
    }

    /// <returns>False when it is nobody's or somebody else's.</returns>
    public async Task<bool> RenameAsync(Guid id, string name, CancellationToken stopping)
    {
        if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id, stopping) is not { } found) return false;
        found.Call(name, keys);
        await db.SaveChangesAsync(stopping);
        return true;
    }

    /// <summary>Shows this one first from now on; none when it is null.</summary>
    public async Task PreferAsync(Guid? id, CancellationToken stopping)
    {
        // One at a time, as the database demands: the one before steps down first.
        await db.SavedViews.Where(v => v.IsDefault && v.Id != id).ExecuteUpdateAsync(s => s.SetProperty(v => v.IsDefault, false), stopping);
        await db.SavedViews.Where(v => v.Id == id).ExecuteUpdateAsync(s => s.SetProperty(v => v.IsDefault, true), stopping);
    }

    public Task<int> RemoveAsync(Guid id, CancellationToken stopping) => db.SavedViews.Where(v => v.Id == id).ExecuteDeleteAsync(stopping);
}
