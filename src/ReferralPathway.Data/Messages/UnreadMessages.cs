using System.Data.Common;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Messages;

namespace ReferralPathway.Data.Messages;

/// <summary>
/// How many messages wait for a person, for the frame of every page. Which messages are a person's: <see cref="Inbox"/>.
/// </summary>
public sealed class UnreadMessages(bool isManager, bool isAdministrator) : IOpeningQuestion
{
    /// <summary>More than this are not counted.</summary>
    public const int Most = 99;

    private static readonly string Personal = string.Join(", ", NoticeGroups.Personal.Select(kind => $"'{kind}'"));

    private static readonly string Question = $"""
        SELECT count(*)::int FROM (
          (SELECT FROM pathway.notices n WHERE n.user_id = @u::uuid AND n.organisation_id = @o::uuid AND n.read_at IS NULL AND (NOT n.managers_only OR @manager) LIMIT {Most + 1})
          UNION ALL
          (SELECT FROM pathway.notices n
           WHERE n.organisation_id = @o::uuid AND n.user_id IS NULL AND NOT n.for_team AND n.read_at IS NULL AND (NOT n.managers_only OR @manager)
             AND (n.kind <> 'AccountToConfirm' OR n.managers_only OR @administrator) LIMIT {Most + 1})
          UNION ALL
          (SELECT FROM pathway.team_members m JOIN pathway.notices n ON n.case_id = m.case_id
           WHERE m.user_id = @u::uuid AND m.removed_at IS NULL AND n.organisation_id = @o::uuid AND n.for_team AND n.read_at IS NULL LIMIT {Most + 1})
          UNION ALL
          (SELECT FROM identity.absences x JOIN pathway.notices n ON n.user_id = x.account
           WHERE x.deputy = @u::uuid AND x.ended_at IS NULL AND pathway.swedish_day(@at::timestamptz) BETWEEN x.from_on AND x.to_on
             AND n.organisation_id = @o::uuid AND n.read_at IS NULL AND NOT n.managers_only AND n.kind NOT IN ({Personal}) LIMIT {Most + 1})
          LIMIT {Most + 1}) waiting
        """;

    public int Count { get; private set; }

    public string Statement => Question;

    public IEnumerable<(string Name, object Value)> Values => [("manager", isManager), ("administrator", isAdministrator)];

    public void Read(DbDataReader rows) => Count = rows.Read() ? rows.GetInt32(0) : 0;
}
