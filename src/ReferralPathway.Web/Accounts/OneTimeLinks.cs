using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Web.Accounts;

/// <summary>Links by which somebody sets their password: they go by mail, are shown to nobody, work once and for three days.</summary>
public sealed class OneTimeLinks(PathwayDb db, InstallationKeys keys, RealClock clock)
{
    /// <summary>Writes the mail with a new link; an older link no longer works.</summary>
    /// <param name="kind">The text of the mail.</param>
    public async Task SendAsync(Account account, string kind, DateTimeOffset at, CancellationToken stopping)
    {
        var address = await NewAsync(account, stopping);
        db.Outbox.Add(Letter.WithLink(kind, account.OrganisationId, account.UserId, keys.Close(InstallationKeys.Letters, Encoding.UTF8.GetBytes(address), account.Id.ToString()), at));
    }

    /// <returns>The path of the link. Only a mail, or the console of a new installation, may hold it.</returns>
    public async Task<string> NewAsync(Account account, CancellationToken stopping)
    {
        await db.Links.Where(l => l.UserId == account.Id).ExecuteDeleteAsync(stopping);
        var number = RandomNumberGenerator.GetBytes(32);
        db.Links.Add(new() { Hash = SHA256.HashData(number), UserId = account.Id, ExpiresAt = clock.Now + OneTimeLink.Lasts });
        return $"/sign-in/invitation/{Base64Url.EncodeToString(number)}";
    }

    /// <returns>The link, when it still works.</returns>
    public async Task<OneTimeLink?> FindAsync(string number, CancellationToken stopping)
    {
        var bytes = new byte[32];
        if (number.Length > 64 || !Base64Url.TryDecodeFromChars(number, bytes, out var length) || length != bytes.Length) return null;
        var (hash, now) = (SHA256.HashData(bytes), clock.Now);
        return await db.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now
            && db.Users.Any(a => a.Id == l.UserId && a.Status != AccountStatus.Disabled && db.Organisations.Any(o => o.Id == a.OrganisationId && o.IsActive)), stopping);
    }

    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> UseAsync(OneTimeLink link, CancellationToken stopping)
    {
        var now = clock.Now;
        return await db.Links.Where(l => l.Hash == link.Hash && l.UsedAt == null).ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), stopping) == 1;
    }
}
