using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>Finds out how a person stands to a case: from what was asked when the transaction began, else in one question to the database.</summary>
public sealed class CaseDoor(PathwayDb db)
{
    /// <returns>Null when the person's organisation never had a part in such a case, or the draft is somebody else's: then it does not exist for them.</returns>
    public async Task<Standing?> StandingOfAsync(Actor actor, CaseId id, DateTimeOffset at, CancellationToken stopping)
    {
        var question = db.Opening.OfType<StandingQuestion>().FirstOrDefault(q => q.Case == id) ?? await AskedAsync(new(id), stopping);
        return question.Standing(actor, at);
    }

    private async Task<StandingQuestion> AskedAsync(StandingQuestion question, CancellationToken stopping)
    {
        await using var command = ActingInterceptor.Command(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), db.Acting, null, [question]);
        await using var rows = await command.ExecuteReaderAsync(stopping);
        question.Read(rows);
        return question;
    }
}

/// <summary>How the acting person stands to a case.</summary>
public sealed class StandingQuestion(CaseId id) : IOpeningQuestion
{
    private sealed record Part(string Reference, DataGroups Groups, DateTimeOffset Until, CaseStatus? Status, Guid? StartedBy, bool OnTeam, DateTimeOffset? Glass);

    private List<Part> _parts = [];

    public CaseId Case => id;

    public string Statement => """
        SELECT p.case_reference, p.groups, p.valid_until, c.status, c.started_by,
          EXISTS (SELECT FROM pathway.team_members m WHERE m.case_id = p.case_id AND m.organisation_id = p.organisation_id AND m.user_id = @u::uuid AND m.removed_at IS NULL),
          (SELECT max(b.until) FROM pathway.break_glass b WHERE b.case_id = p.case_id AND b.user_id = @u::uuid AND b.until >= @at::timestamptz)
        FROM pathway.participations p LEFT JOIN pathway.cases c ON c.id = p.case_id
        WHERE p.case_id = @standing AND p.organisation_id = @o::uuid AND p.groups <> 0 AND p.valid_from <= @at::timestamptz
        """;

    public IEnumerable<(string Name, object Value)> Values => [("standing", id.Value)];

    public void Read(DbDataReader rows)
    {
        var parts = new List<Part>();
        while (rows.Read())
            parts.Add(new(rows.GetString(0), new(rows.GetInt32(1)), rows.GetFieldValue<DateTimeOffset>(2), rows.IsDBNull(3) ? null : Enum.Parse<CaseStatus>(rows.GetString(3)),
                rows.IsDBNull(4) ? null : rows.GetGuid(4), rows.GetBoolean(5), rows.IsDBNull(6) ? null : rows.GetFieldValue<DateTimeOffset>(6)));
        _parts = parts;
    }

    internal Standing? Standing(Actor actor, DateTimeOffset at)
    {
        if (_parts.Count == 0) return null;
        var first = _parts[0];
        var live = _parts.Where(p => p.Until >= at).ToList();
        var mask = (live.Count > 0 ? live : _parts).Aggregate(DataGroups.None, (all, p) => all | p.Groups);
        if (first.Status == CaseStatus.Draft && first.StartedBy != actor.User.Value) return null;
        var leads = mask.Has(DataGroup.AnswersForCase);
        return new()
        {
            CaseId = id,
            Reference = first.Reference,
            Groups = mask,
            Status = live.Count > 0 ? first.Status : null,
            GlassUntil = first.Glass,
            Relation = live.Count == 0 ? first.OnTeam ? Relation.Former : Relation.FormerColleague
                : (leads, first.OnTeam) switch
                {
                    (true, true) => Relation.LeadTeam,
                    (true, false) => Relation.LeadColleague,
                    (false, true) => Relation.PartTeam,
                    (false, false) => Relation.PartColleague,
                },
        };
    }
}
