using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Domain.Messages;

/// <summary>Messages by whom they are for: what somebody chooses how to hear of.</summary>
public enum NoticeGroup
{
    /// <summary>To one person by name.</summary>
    Own,
    /// <summary>To those who work with a case.</summary>
    Team,
    /// <summary>To everybody of the organisation, before anybody works with the case.</summary>
    Everybody,
    /// <summary>To the managers.</summary>
    Managers,
    /// <summary>What nobody can switch off: what is late or escalated, and the safety of one's own sign-in.</summary>
    Always,
}

public static class NoticeGroups
{
    /// <summary>What concerns the person themselves, and nobody who stands in for them: how they sign in.</summary>
    public static readonly IReadOnlyList<NoticeKind> Personal = [NoticeKind.SecondFactorReplaced, NoticeKind.PasskeyAdded, NoticeKind.PasskeyRemoved, NoticeKind.PasswordChanged, NoticeKind.AccountClosed];

    private static readonly NoticeKind[] NeverSwitchedOff =
    [
        NoticeKind.ReferralUnanswered, NoticeKind.DeadlineMissed, NoticeKind.WaitedInVain, NoticeKind.ClaimMissed, NoticeKind.GlassBroken, NoticeKind.EmergencyGround, NoticeKind.EmergencyUnreviewed,
        NoticeKind.WorkLeft, .. Personal,
    ];

    public static NoticeGroup Of(NoticeKind kind, UserId? user, bool managersOnly, bool forTeam) => (kind, user, managersOnly, forTeam) switch
    {
        var (k, _, _, _) when NeverSwitchedOff.Contains(k) => NoticeGroup.Always,
        (_, not null, _, _) => NoticeGroup.Own,
        (_, _, true, _) => NoticeGroup.Managers,
        (_, _, _, true) => NoticeGroup.Team,
        _ => NoticeGroup.Everybody,
    };

    public static bool IsPersonal(NoticeKind kind) => Personal.Contains(kind);
}
