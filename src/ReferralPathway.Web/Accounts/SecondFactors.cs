using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using QRCoder;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Sealing;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// Time-based codes (RFC 6238, SHA-1, 30 seconds, six digits: what every authenticator reads) and the recovery codes on paper. A code works once: the step it
/// belongs to is used up in the same statement that accepts it. Identity's own provider takes the same code again and five steps.
/// </summary>
public sealed class SecondFactors(Databases databases, InstallationKeys keys, RealClock clock)
{
    private const int RecoveryCodes = 10;

    // Five bits each: nobody finds one by trying, not even with its hash.
    private const int RecoveryLength = 28;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public async Task<bool> IsConfirmedAsync(Guid user, CancellationToken stopping) =>
        await ScalarAsync("SELECT 1 FROM identity.second_factors WHERE user_id = @user AND confirmed_at IS NOT NULL", stopping, ("user", user)) is not null;

    /// <summary>The key that waits to be confirmed; made when there is none. Null when one is confirmed already: it is never shown again.</summary>
    public async Task<byte[]?> PendingKeyAsync(Guid user, CancellationToken stopping)
    {
        var made = keys.Close(InstallationKeys.Accounts, RandomNumberGenerator.GetBytes(20), About(user));
        await ExecuteAsync("INSERT INTO identity.second_factors (user_id, sealed_key, last_step) VALUES (@user, @key, 0) ON CONFLICT DO NOTHING", stopping, ("user", user), ("key", made));
        return await ScalarAsync("SELECT sealed_key FROM identity.second_factors WHERE user_id = @user AND confirmed_at IS NULL", stopping, ("user", user)) is byte[] box
            ? keys.Open(InstallationKeys.Accounts, box, About(user))
            : null;
    }

    /// <summary>Confirms the pending key by its first code.</summary>
    /// <returns>The recovery codes, which are shown this once; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Guid user, string code, CancellationToken stopping)
    {
        if (await PendingKeyAsync(user, stopping) is null || !await UseCodeAsync(user, code, stopping)) return null;
        await ExecuteAsync("UPDATE identity.second_factors SET confirmed_at = @now WHERE user_id = @user AND confirmed_at IS NULL", stopping, ("user", user), ("now", clock.Now));
        return await NewRecoveryCodesAsync(user, stopping);
    }

    /// <summary>A new key that waits to follow the one in use; null when none is in use. One that has waited too long is made anew.</summary>
    public async Task<byte[]?> NewNextKeyAsync(Guid user, CancellationToken stopping)
    {
        var made = keys.Close(InstallationKeys.Accounts, RandomNumberGenerator.GetBytes(20), About(user));
        await ExecuteAsync("""
            UPDATE identity.second_factors SET next_key = @key, next_since = @now
            WHERE user_id = @user AND confirmed_at IS NOT NULL AND (next_since IS NULL OR next_since <= @now - @longest)
            """, stopping, ("user", user), ("key", made), ("now", clock.Now), ("longest", Session.LongestHalf));
        return await NextKeyAsync(user, stopping);
    }

    /// <summary>The key that waits to follow, while it may.</summary>
    public async Task<byte[]?> NextKeyAsync(Guid user, CancellationToken stopping) =>
        await NextBoxAsync(user, stopping) is { } box ? keys.Open(InstallationKeys.Accounts, box, About(user)) : null;

    /// <summary>The key that waits takes the place of the one in use, by its first code; the paper with the old recovery codes is void.</summary>
    /// <returns>The new recovery codes; null when the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> ReplaceAsync(Guid user, string code, CancellationToken stopping)
    {
        if (await NextBoxAsync(user, stopping) is not { } box || StepOf(keys.Open(InstallationKeys.Accounts, box, About(user)), code) is not { } step) return null;
        var replaced = await ExecuteAsync("""
            UPDATE identity.second_factors SET sealed_key = next_key, last_step = @step, confirmed_at = @now, next_key = NULL, next_since = NULL
            WHERE user_id = @user AND next_key = @box
            """, stopping, ("user", user), ("box", box), ("step", step), ("now", clock.Now)) == 1;
        return replaced ? await NewRecoveryCodesAsync(user, stopping) : null;
    }

    /// <summary>Whether the code, from the telephone or from the paper, is right and unused. It is used now.</summary>
    public async Task<bool> UseAsync(Guid user, string typed, CancellationToken stopping) =>
        await IsConfirmedAsync(user, stopping) && (await UseCodeAsync(user, typed, stopping) || await UseRecoveryCodeAsync(user, typed, stopping));

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Guid user, CancellationToken stopping)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, RecoveryLength)).ToArray();
        await ExecuteAsync("DELETE FROM identity.recovery_codes WHERE user_id = @user; INSERT INTO identity.recovery_codes (user_id, hash) SELECT @user, unnest(@hashes)", stopping,
            ("user", user), ("hashes", codes.Select(Hash).ToArray()));
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(part => new string(part))))];
    }

    public async Task<long> RecoveryCodesLeftAsync(Guid user, CancellationToken stopping) =>
        (long)(await ScalarAsync("SELECT count(*) FROM identity.recovery_codes WHERE user_id = @user", stopping, ("user", user)))!;

    /// <summary>As an authenticator reads it.</summary>
    public static string Address(byte[] key, string account) => $"otpauth://totp/Referral%20Pathway:{Uri.EscapeDataString(account)}?secret={Written(key)}&issuer=Referral%20Pathway";

    /// <summary>The key in base 32 (RFC 4648), for typing.</summary>
    public static string Written(byte[] key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        for (var bit = 0; bit < key.Length * 8; bit += 5)
        {
            var pair = key[bit / 8] << 8 | (bit / 8 + 1 < key.Length ? key[bit / 8 + 1] : 0);
            text.Append(alphabet[pair >> 11 - bit % 8 & 31]);
        }
        return text.ToString();
    }

    /// <summary>The key in groups of four.</summary>
    public static string Spelled(byte[] key) => string.Join(' ', Written(key).Chunk(4).Select(part => new string(part)));

    /// <summary>The key as a picture (PNG) for the telephone's camera.</summary>
    public static byte[] Picture(byte[] key, string account)
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address(key, account), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(6);
    }

    public static string CodeAt(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticators read it; the code lives thirty seconds and is counted.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / 30;

    private async Task<bool> UseCodeAsync(Guid user, string typed, CancellationToken stopping)
    {
        if (await ScalarAsync("SELECT sealed_key FROM identity.second_factors WHERE user_id = @user", stopping, ("user", user)) is not byte[] box) return false;
        return StepOf(keys.Open(InstallationKeys.Accounts, box, About(user)), typed) is { } step
            && await ExecuteAsync("UPDATE identity.second_factors SET last_step = @step WHERE user_id = @user AND last_step < @step", stopping, ("user", user), ("step", step)) == 1;
    }

    /// <summary>The step that a code belongs to, now or beside it; null for a wrong one.</summary>
    private long? StepOf(byte[] key, string typed)
    {
        var code = typed.Replace(" ", "", StringComparison.Ordinal);
        if (code.Length != 6) return null;
        for (var step = StepAt(clock.Now) - 1; step <= StepAt(clock.Now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), Encoding.UTF8.GetBytes(code))) return step;
        return null;
    }

    private async Task<byte[]?> NextBoxAsync(Guid user, CancellationToken stopping) =>
        await ScalarAsync("SELECT next_key FROM identity.second_factors WHERE user_id = @user AND next_since > @now - @longest", stopping, ("user", user), ("now", clock.Now), ("longest", Session.LongestHalf)) as byte[];

    private async Task<bool> UseRecoveryCodeAsync(Guid user, string typed, CancellationToken stopping) =>
        await ExecuteAsync("DELETE FROM identity.recovery_codes WHERE user_id = @user AND hash = @hash", stopping, ("user", user), ("hash", Hash(typed))) == 1;

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));

    private static string About(Guid user) => $"second-factor/{user}";

    private async Task<int> ExecuteAsync(string sql, CancellationToken stopping, params (string, object)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(stopping);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken stopping, params (string, object)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(stopping);
    }

    private NpgsqlCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = databases.Beside.CreateCommand(sql);
        foreach (var (name, value) in values) command.Parameters.Add(new(name, value));
        return command;
    }
}
