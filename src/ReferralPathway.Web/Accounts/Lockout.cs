using Npgsql;
using ReferralPathway.Data;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// Counts tries over every factor and every way in. A try is claimed before anything is compared, in one statement, so that a thousand at once are still five.
/// After five the account is closed for a quarter of an hour, then twice as long each time, at most a day.
/// </summary>
public sealed class Lockout(Databases databases, RealClock clock)
{
    private const int Tries = 5;

    /// <summary>Whether the try of this number closes the account, unless it was right.</summary>
    public static bool Closes(int claimed) => claimed % Tries == 0;

    /// <returns>The number of this try; null while the account is closed.</returns>
    public async Task<int?> ClaimAsync(Guid user, CancellationToken stopping)
    {
        await using var command = Command("""
            UPDATE identity.accounts SET access_failed_count = access_failed_count + 1,
              lockout_end = CASE WHEN (access_failed_count + 1) % @tries = 0
                THEN @now + least(interval '15 minutes' * power(2, least((access_failed_count + 1) / @tries - 1, 10)), interval '1 day') ELSE lockout_end END
            WHERE id = @user AND (lockout_end IS NULL OR lockout_end <= @now) RETURNING access_failed_count
            """, user, ("tries", Tries));
        return await command.ExecuteScalarAsync(stopping) as int?;
    }

    /// <summary>The try was right, but there is another factor to come: only this try is given back.</summary>
    public async Task GiveBackAsync(Guid user, int claimed, CancellationToken stopping)
    {
        await using var command = Command("""
            UPDATE identity.accounts SET access_failed_count = access_failed_count - 1,
              lockout_end = CASE WHEN @claimed % @tries = 0 AND access_failed_count = @claimed THEN NULL ELSE lockout_end END
            WHERE id = @user AND access_failed_count > 0
            """, user, ("tries", Tries), ("claimed", claimed));
        await command.ExecuteNonQueryAsync(stopping);
    }

    /// <summary>Every factor was right.</summary>
    public async Task ForgiveAsync(Guid user, CancellationToken stopping)
    {
        await using var command = Command("UPDATE identity.accounts SET access_failed_count = 0, lockout_end = NULL, last_seen_at = @now WHERE id = @user", user);
        await command.ExecuteNonQueryAsync(stopping);
    }

    private NpgsqlCommand Command(string sql, Guid user, params (string Name, object Value)[] values)
    {
        var command = databases.Beside.CreateCommand(sql);
        command.Parameters.AddRange(new NpgsqlParameter[] { new("user", user), new("now", clock.Now) });
        foreach (var (name, value) in values) command.Parameters.Add(new(name, value));
        return command;
    }
}
