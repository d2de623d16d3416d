using System.Data.Common;
using ReferralPathway.Data.Access;

namespace ReferralPathway.Data.Messages;

/// <summary>
/// How many messages wait for a person, for the frame of every page. Which messages are a person's: <see cref="Inbox"/>.
/// </summary>
public sealed class UnreadMessages(bool isManager) : IOpeningQuestion
{
    /// <summary>More than this are not counted.</summary>
    public const int Most = 99;

    private static readonly string Question = $"""
        SELECT count(*)::int FROM (
          SELECT FROM pathway.notices n
          WHERE n.organisation_id = @o::uuid AND n.read_at IS NULL AND (n.user_id = @u::uuid OR n.user_id IS NULL) AND (NOT n.managers_only OR @manager)
            AND (n.user_id = @u::uuid OR n.managers_only OR n.case_id IS NULL OR n.kind IN ({string.Join(", ", Inbox.ForAnybody.Select(kind => $"'{kind}'"))})
              OR EXISTS (SELECT FROM pathway.team_members m WHERE m.case_id = n.case_id AND m.user_id = @u::uuid AND m.removed_at IS NULL))
          LIMIT {Most + 1}) waiting
        """;

    public int Count { get; private set; }

    public string Statement => Question;

    public IEnumerable<(string Name, object Value)> Values => [("manager", isManager)];

    public void Read(DbDataReader rows) => Count = rows.Read() ? rows.GetInt32(0) : 0;
}
