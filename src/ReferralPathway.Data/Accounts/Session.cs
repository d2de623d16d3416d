using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Accounts;

/// <summary>
/// Somebody's presence, kept here and nowhere else: the browser holds a number that means nothing, this row its hash. At most one is live per account.
/// All instants are the machine's, never the settable clock's.
/// </summary>
public sealed class Session
{
    /// <summary>A session that nobody used this long is locked, not ended.</summary>
    public static readonly TimeSpan IdleLock = TimeSpan.FromMinutes(15);

    /// <summary>Nobody works longer than this in one session.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a session that still wants its second factor may want it.</summary>
    public static readonly TimeSpan LongestHalf = TimeSpan.FromMinutes(15);

    /// <summary>How long a proof of who sits there is enough for an act that changes what others may do.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    /// <summary>SHA-256 of the number in the cookie.</summary>
    public byte[] Id { get; init; } = [];

    public Guid UserId { get; init; }

    public SessionStage Stage { get; init; }

    /// <summary>The account's security stamp at the start: whatever changes it ends the session.</summary>
    public string Stamp { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When its person last showed who they are; null: at the start.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; init; }

    /// <summary>Locked by hand, before the time.</summary>
    public DateTimeOffset? LockedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>How far somebody has come in signing in. Before Open a session reaches nothing but the pages of the second factor.</summary>
public enum SessionStage { CodeMissing, FactorMissing, Open }

/// <summary>A form that was posted into a locked session, sealed, until its person has unlocked it.</summary>
public sealed class KeptForm
{
    public byte[] SessionId { get; init; } = [];

    public byte[] Box { get; init; } = [];

    public DateTimeOffset KeptAt { get; init; }
}

/// <summary>A time-based one-time password (RFC 6238): its key, sealed, and the last step that was used, so that no code works twice.</summary>
public sealed class SecondFactor
{
    public Guid UserId { get; init; }

    public byte[] SealedKey { get; set; } = [];

    public long LastStep { get; set; }

    /// <summary>Null until the first code has proved that the key arrived.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The key that is to follow, sealed; the one above works until its first code has come.</summary>
    public byte[]? NextKey { get; set; }

    public DateTimeOffset? NextSince { get; set; }
}

/// <summary>A code on paper that replaces the second factor once.</summary>
public sealed class RecoveryCode
{
    public Guid UserId { get; init; }

    public byte[] Hash { get; init; } = [];
}

/// <summary>A link that went by mail and works once. Only its hash is here.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    public byte[] Hash { get; init; } = [];

    public Guid UserId { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A key that protects forms and cookies, wrapped.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }

    public string Xml { get; init; } = "";
}
