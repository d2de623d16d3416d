namespace ReferralPathway.Data.Messages;

/// <summary>
/// How many messages wait for a person, for the frame of every page. A question of its own on every page would be one too many: the statement rides along with the
/// one that says who is acting. Which messages are a person's: <see cref="Inbox"/>.
/// </summary>
public sealed class UnreadMessages(bool isManager)
{
    /// <summary>More than this are not counted.</summary>
    public const int Most = 99;

    internal static readonly string Statement = $"""
        SELECT count(*)::int FROM (
          SELECT FROM pathway.notices n
          WHERE n.organisation_id = @o::uuid AND n.read_at IS NULL AND (n.user_id = @u::uuid OR n.user_id IS NULL) AND (NOT n.managers_only OR @manager)
            AND (n.user_id = @u::uuid OR n.managers_only OR n.case_id IS NULL OR n.kind IN ({string.Join(", ", Inbox.ForAnybody.Select(kind => $"'{kind}'"))})
              OR EXISTS (SELECT FROM pathway.team_members m WHERE m.case_id = n.case_id AND m.user_id = @u::uuid AND m.removed_at IS NULL))
          LIMIT {Most + 1}) waiting
        """;

    public bool IsManager => isManager;

    public int Count { get; internal set; }
}
