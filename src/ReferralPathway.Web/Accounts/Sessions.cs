using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Accounts;

/// <summary>
/// Who is here. Each step is a statement of its own, outside the transaction of the page: a session that has ended stays ended even if the page fails.
/// </summary>
public sealed class Sessions(Databases databases, RealClock clock)
{
    /// <summary>Starts one and ends the account's other: there is one live session per account.</summary>
    /// <returns>The number for the cookie.</returns>
    public async Task<string> StartAsync(Account account, SessionStage stage, CancellationToken stopping)
    {
        var (number, id) = OneTimeNumber.New();
        await EndAllOfAsync(account.Id, stopping);
        await ExecuteAsync("INSERT INTO identity.sessions (id, user_id, stage, stamp, started_at, last_seen_at) VALUES (@id, @user, @stage, @stamp, @now, @now)", stopping,
            ("id", id), ("user", account.Id), ("stage", stage.ToString()), ("stamp", account.SecurityStamp ?? ""));
        return number;
    }

    /// <summary>The live session of this number, with the account and organisation as they are now, in one query. Null for every other number.</summary>
    /// <param name="day">The Swedish day of the application's clock, for accounts that begin or end on a day.</param>
    public async Task<FoundSession?> FindAsync(string number, DateOnly day, CancellationToken stopping)
    {
        if (OneTimeNumber.HashOf(number) is not { } id) return null;
        await using var command = Command("""
            WITH seen AS (
              UPDATE identity.sessions SET last_seen_at = @now
              WHERE id = @id AND ended_at IS NULL AND locked_at IS NULL AND last_seen_at > @now - @idle AND last_seen_at < @now - interval '15 seconds')
            SELECT s.stage, s.started_at, s.last_seen_at, s.locked_at, a.id, a.email, a.name, a.person_id, a.role, a.is_manager, a.language, o.id, o.kind, o.name_sv, o.name_en, a.status, coalesce(s.proved_at, s.started_at)
            FROM identity.sessions s JOIN identity.accounts a ON a.id = s.user_id JOIN pathway.organisations o ON o.id = a.organisation_id
            WHERE s.id = @id AND s.ended_at IS NULL AND s.stamp = a.security_stamp AND (a.status = 'Active' OR a.status = 'AwaitingConfirmation' AND s.stage = 'FactorMissing') AND o.is_active
              AND (a.active_from IS NULL OR a.active_from <= @day) AND (a.active_to IS NULL OR a.active_to >= @day)
              AND s.started_at > @now - CASE s.stage WHEN 'Open' THEN @longest ELSE @half END
            """, ("id", id), ("idle", Session.IdleLock), ("longest", Session.Longest), ("half", Session.LongestHalf), ("day", day));
        await using var row = await command.ExecuteReaderAsync(stopping);
        if (!await row.ReadAsync(stopping)) return null;
        var account = new Account
        {
            Id = row.GetGuid(4),
            Email = row.GetString(5),
            Name = row.GetString(6),
            PersonId = PersonId.From(row.GetGuid(7)),
            Role = Enum.Parse<Role>(row.GetString(8)),
            IsManager = row.GetBoolean(9),
            Language = row.IsDBNull(10) ? null : row.GetString(10),
            OrganisationId = OrganisationId.From(row.GetGuid(11)),
            Status = Enum.Parse<AccountStatus>(row.GetString(15)),
        };
        var organisation = new Organisation(account.OrganisationId, Enum.Parse<OrganisationKind>(row.GetString(12)), row.GetString(13), row.GetString(14));
        var lastSeen = row.GetFieldValue<DateTimeOffset>(2);
        return new(id, Enum.Parse<SessionStage>(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1), lastSeen, !row.IsDBNull(3) || lastSeen <= clock.Now - Session.IdleLock, row.GetFieldValue<DateTimeOffset>(16), account, organisation);
    }

    public Task LockAsync(byte[] id, CancellationToken stopping) => ExecuteAsync("UPDATE identity.sessions SET locked_at = @now WHERE id = @id AND locked_at IS NULL", stopping, ("id", id));

    /// <summary>Its person has shown again who they are: it is open, good for what asks for that, and goes on under another number.</summary>
    /// <returns>The new number for the cookie.</returns>
    public async Task<string> ProvedAsync(byte[] id, CancellationToken stopping)
    {
        var (number, next) = OneTimeNumber.New();
        await ExecuteAsync("UPDATE identity.sessions SET id = @next, locked_at = NULL, last_seen_at = @now, proved_at = @now WHERE id = @id", stopping, ("id", id), ("next", next));
        return number;
    }

    public Task EndAsync(byte[] id, CancellationToken stopping) => EndAsync("s.id = @id", ("id", id), stopping);

    public Task EndAllOfAsync(Guid user, CancellationToken stopping) => EndAsync("s.user_id = @user", ("user", user), stopping);

    // What was typed into a session goes with it.
    private Task EndAsync(string which, (string, object) value, CancellationToken stopping) => ExecuteAsync($"""
        DELETE FROM identity.kept_forms f USING identity.sessions s WHERE f.session_id = s.id AND s.ended_at IS NULL AND {which};
        UPDATE identity.sessions s SET ended_at = @now WHERE s.ended_at IS NULL AND {which}
        """, stopping, value);

    private async Task ExecuteAsync(string sql, CancellationToken stopping, params (string, object)[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(stopping);
    }

    private NpgsqlCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = databases.Beside.CreateCommand(sql);
        command.Parameters.Add(new("now", clock.Now));
        foreach (var (name, value) in values) command.Parameters.Add(new(name, value));
        return command;
    }
}

/// <summary>A live session and who is in it.</summary>
/// <param name="ProvedAt">When they last showed who they are.</param>
public sealed record FoundSession(byte[] Id, SessionStage Stage, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsLocked, DateTimeOffset ProvedAt, Account Account, Organisation Organisation);

/// <summary>The session that this request came with, whatever its stage; null without one.</summary>
public sealed class CurrentSession
{
    public FoundSession? Found { get; internal set; }

    /// <summary>The session, when it stands at this stage and is not locked.</summary>
    public FoundSession? At(SessionStage stage) => Found is { IsLocked: false } found && found.Stage == stage ? found : null;
}
