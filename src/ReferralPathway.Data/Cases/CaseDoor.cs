using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>Finds out, in one question to the database, how a person stands to a case.</summary>
public sealed class CaseDoor(PathwayDb db)
{
    /// <returns>Null when the person's organisation never had a part in such a case, or the draft is somebody else's: then it does not exist for them.</returns>
    public async Task<Standing?> StandingOfAsync(Actor actor, CaseId id, DateTimeOffset at, CancellationToken stopping)
    {
        var parts = await db.Participations.AsNoTracking()
            .Where(p => p.CaseId == id && p.OrganisationId == actor.Organisation && p.ValidFrom <= at)
            .Select(p => new
            {
                p.CaseReference,
                p.Groups,
                p.ValidUntil,
                Case = db.Cases.Where(c => c.Id == id).Select(c => new { c.Status, c.StartedBy }).FirstOrDefault(),
                OnTeam = db.Set<TeamMember>().Any(m => m.CaseId == id && m.OrganisationId == actor.Organisation && m.UserId == actor.User && m.RemovedAt == null),
                Glass = db.Set<BreakGlass>().Where(b => b.CaseId == id && b.UserId == actor.User && b.Until >= at).Max(b => (DateTimeOffset?)b.Until),
            })
            .ToListAsync(stopping);
        if (parts.Count == 0) return null;
        var first = parts[0];
        var live = parts.Where(p => p.ValidUntil >= at).ToList();
        var mask = (live.Count > 0 ? live : parts).Aggregate(DataGroups.None, (all, p) => all | p.Groups);
        if (first.Case is { Status: CaseStatus.Draft } draft && draft.StartedBy != actor.User) return null;
        var leads = mask.Has(DataGroup.AnswersForCase);
        return new()
        {
            CaseId = id,
            Reference = first.CaseReference,
            Groups = mask,
            Status = live.Count > 0 ? first.Case?.Status : null,
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
