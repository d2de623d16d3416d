using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// Passkeys (WebAuthn level 3): a key that stays in somebody's telephone, computer or token, opened there by a fingerprint, a face or a number. Identity checks what the browser brings;
/// what the browser was asked travels with the form, protected, and counts for <see cref="AskingLasts"/> and once.
/// </summary>
public sealed class Passkeys(PathwayDb db, IPasskeyHandler<Account> handler, IDataProtectionProvider protection, RealClock clock, IHttpContextAccessor http)
{
    /// <summary>How long somebody may take to unlock their passkey.</summary>
    public static readonly TimeSpan AskingLasts = TimeSpan.FromMinutes(5);

    /// <summary>Passkeys of one account.</summary>
    public const int Most = 10;

    public const int LongestName = 60;

    private readonly IDataProtector _protector = protection.CreateProtector("passkeys");

    /// <summary>What the browser needs to ask for a passkey.</summary>
    /// <param name="account">Whose; null: of whoever holds one.</param>
    public async Task<PasskeyQuestion> AskAsync(Account? account)
    {
        var made = await handler.MakeRequestOptionsAsync(account, http.HttpContext!);
        return Question(made.RequestOptionsJson, made.AssertionState);
    }

    /// <summary>What the browser needs to make a passkey for an account. Those that it has are named, so that one telephone holds one.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(Account account)
    {
        var made = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Name }, http.HttpContext!);
        return Question(made.CreationOptionsJson, made.AttestationState);
    }

    /// <summary>The account to which an answer claims to belong, before anything is checked; null where it is none of ours.</summary>
    public async Task<Guid?> OwnerAsync(string answer, CancellationToken stopping)
    {
        if (IdOf(answer) is not { } id) return null;
        return await db.UserPasskeys.Where(p => p.CredentialId == id).Select(p => (Guid?)p.UserId).SingleOrDefaultAsync(stopping);
    }

    /// <summary>Whether the answer is that of a passkey of this account, to a question asked a moment ago and answered once.</summary>
    public async Task<bool> UseAsync(Account account, string answer, string asked, CancellationToken stopping)
    {
        if (AskedOf(asked) is not var (at, state)) return false;
        var result = await handler.PerformAssertionAsync(new() { CredentialJson = answer, AssertionState = state, HttpContext = http.HttpContext! });
        if (!result.Succeeded || result.User.Id != account.Id) return false;
        var id = result.Passkey.CredentialId;
        var first = await db.UserPasskeys.Where(p => p.CredentialId == id && (EF.Property<DateTimeOffset?>(p, PathwayDb.PasskeyAsked) == null || EF.Property<DateTimeOffset?>(p, PathwayDb.PasskeyAsked) < at))
            .ExecuteUpdateAsync(s => s.SetProperty(p => EF.Property<DateTimeOffset?>(p, PathwayDb.PasskeyAsked), at), stopping) == 1;
        if (!first) return false;
        // A counter that goes on tells a copied key; most passkeys have none. Not by Identity, which would touch the account, whose tries are counted beside this transaction.
        var kept = await db.UserPasskeys.SingleAsync(p => p.CredentialId == id, stopping);
        (kept.Data.SignCount, kept.Data.IsBackedUp) = (result.Passkey.SignCount, result.Passkey.IsBackedUp);
        await db.SaveChangesAsync(stopping);
        return true;
    }

    /// <summary>Keeps a passkey that the browser has just made.</summary>
    /// <returns>False when what it brought is not the answer to what it was asked.</returns>
    public async Task<bool> AddAsync(Account account, string name, string answer, string asked, CancellationToken stopping)
    {
        if (AskedOf(asked) is not var (_, state)) return false;
        var result = await handler.PerformAttestationAsync(new() { CredentialJson = answer, AttestationState = state, HttpContext = http.HttpContext! });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString() || await db.UserPasskeys.AnyAsync(p => p.CredentialId == result.Passkey.CredentialId, stopping)) return false;
        var made = result.Passkey;
        db.UserPasskeys.Add(new()
        {
            CredentialId = made.CredentialId,
            UserId = account.Id,
            Data = new()
            {
                Name = name,
                PublicKey = made.PublicKey,
                // The clock of sessions, not the one that a sample can set.
                CreatedAt = clock.Now,
                SignCount = made.SignCount,
                Transports = made.Transports,
                IsUserVerified = made.IsUserVerified,
                IsBackupEligible = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                AttestationObject = made.AttestationObject,
                ClientDataJson = made.ClientDataJson,
            },
        });
        return true;
    }

    /// <summary>The passkeys of an account, the oldest first.</summary>
    public async Task<IReadOnlyList<KeptPasskey>> OfAsync(Guid account, CancellationToken stopping) =>
    [
        .. (await db.UserPasskeys.Where(p => p.UserId == account).Select(p => new { p.CredentialId, p.Data, Asked = EF.Property<DateTimeOffset?>(p, PathwayDb.PasskeyAsked) }).AsNoTracking().ToListAsync(stopping))
            .Select(p => new KeptPasskey(Base64Url.EncodeToString(p.CredentialId), p.Data.Name ?? "", p.Data.CreatedAt, p.Asked)).OrderBy(p => p.CreatedAt),
    ];

    /// <returns>False when the account has no such passkey.</returns>
    public async Task<bool> RenameAsync(Guid account, string id, string name, CancellationToken stopping)
    {
        if (await FindAsync(account, id, stopping) is not { } kept) return false;
        kept.Data.Name = name;
        return true;
    }

    /// <returns>False when the account has no such passkey.</returns>
    public async Task<bool> RemoveAsync(Guid account, string id, CancellationToken stopping)
    {
        if (await FindAsync(account, id, stopping) is not { } kept) return false;
        db.UserPasskeys.Remove(kept);
        return true;
    }

    private async Task<IdentityUserPasskey<Guid>?> FindAsync(Guid account, string id, CancellationToken stopping)
    {
        if (!Base64Url.IsValid(id)) return null;
        var bytes = Base64Url.DecodeFromChars(id);
        return await db.UserPasskeys.SingleOrDefaultAsync(p => p.CredentialId == bytes && p.UserId == account, stopping);
    }

    private PasskeyQuestion Question(string options, string? state) =>
        new(JsonSerializer.Deserialize<JsonElement>(options), _protector.Protect($"{clock.Now.UtcTicks.ToString(CultureInfo.InvariantCulture)} {state}"));

    /// <summary>When and what was asked; null for what was not asked by us, or too long ago.</summary>
    private (DateTimeOffset At, string State)? AskedOf(string asked)
    {
        try
        {
            if (_protector.Unprotect(asked).Split(' ', 2) is not [var ticks, var state]) return null;
            var at = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero).CutToMicroseconds();
            return at > clock.Now - AskingLasts ? (at, state) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? IdOf(string answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer);
            return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && Base64Url.IsValid(id.GetString())
                ? Base64Url.DecodeFromChars(id.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">In base 64, as a browser writes it.</param>
/// <param name="AskedAt">When it was used last.</param>
public sealed record KeptPasskey(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? AskedAt);

/// <summary>What a browser is asked.</summary>
/// <param name="Options">As <c>PublicKeyCredential.parse…OptionsFromJSON</c> reads it.</param>
/// <param name="Asked">To be sent back with the answer.</param>
public sealed record PasskeyQuestion(JsonElement Options, string Asked);
