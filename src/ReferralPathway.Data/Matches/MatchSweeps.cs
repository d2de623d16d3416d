using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;

namespace ReferralPathway.Data.Matches;

/// <summary>
/// Somebody asked whether another organisation knows a person: the system compares, by keyed hashes, and gives each holder of a case that may concern the same person the task to ask
/// them. A person whose identity or whereabouts are protected is found by nobody.
/// </summary>
internal sealed class PersonComparison(Sealer sealer, SearchTokens tokens) : ISweep
{
    /// <summary>Whoever is called like more than these is not told apart by it.</summary>
    private const int Most = 5;

    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        await db.PersonChecks.AsNoTracking().Where(c => c.ComparedAt == null && c.AskedAt <= at && c.Id > after).OrderBy(c => c.Id).Take(most).Select(c => new Due(c.Id, c.Id)).ToListAsync(stopping);

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await db.PersonChecks.SingleOrDefaultAsync(c => c.Id == due.Id && c.ComparedAt == null, stopping) is not { } check) return;
        check.Compared(at);
        if (await db.LikenessAsync(check.CaseId, sealer, stopping) is { } likeness)
            foreach (var found in await AlikeAsync(db, check.CaseId, likeness, at, stopping))
            {
                var match = PersonMatch.Find(CaseId.From(found.CaseId), Act.BySystem(OrganisationId.From(found.Lead), at));
                db.Add(match);
                db.Add(new MatchAsker(match.Id, check.CaseId));
            }
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>Open cases of others, neither side protected, in which the two organisations do not meet already, and about which the holder was not told for the same case before.</summary>
    private async Task<IReadOnlyList<Found>> AlikeAsync(PathwayDb db, CaseId asked, Likeness likeness, DateTimeOffset at, CancellationToken stopping)
    {
        var (id, numbers, days, names) = (asked.Value, Hashed(likeness.Numbers), Hashed(likeness.Days), Hashed(likeness.Names));
        return await db.Database.SqlQuery<Found>($"""
            SELECT c.id AS "CaseId", c.lead AS "Lead" FROM (
              SELECT t.case_id, t.scope FROM pathway.name_tokens t WHERE t.token = ANY ({numbers})
              UNION
              SELECT d.case_id, d.scope FROM pathway.name_tokens d
              WHERE d.token = ANY ({days}) AND {likeness.NamesNeeded} <= (SELECT count(*) FROM pathway.name_tokens n WHERE n.scope = d.scope AND n.case_id = d.case_id AND n.token = ANY ({names}))) AS alike
            JOIN pathway.cases c ON c.id = alike.case_id AND c.lead = alike.scope AND c.status = 'Open'
            JOIN pathway.facts_versions f ON f.id = c.facts_id AND f.protected_identity = 'NONE'
            JOIN pathway.cases a ON a.id = {id} AND a.status = 'Open' AND a.lead <> c.lead
            JOIN pathway.facts_versions g ON g.id = a.facts_id AND g.protected_identity = 'NONE'
            WHERE NOT EXISTS (
                SELECT FROM pathway.participations p
                WHERE (p.case_id = c.id AND p.organisation_id = a.lead OR p.case_id = a.id AND p.organisation_id = c.lead) AND p.valid_from <= {at} AND p.valid_until >= {at})
              AND NOT EXISTS (SELECT FROM pathway.person_matches m JOIN pathway.match_askers k ON k.id = m.id WHERE m.case_id = c.id AND k.case_id = a.id)
            ORDER BY c.id LIMIT {Most}
            """).ToListAsync(stopping);
    }

    private byte[][] Hashed(IReadOnlyList<string> words) => [.. words.Select(tokens.Of)];

    private sealed record Found(Guid CaseId, Guid Lead);
}

/// <summary>The person said that they want contact: whoever leads the case that was asked about is told with whom.</summary>
internal sealed class ContactOffers : ISweep
{
    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var behind = MatchId.From(after);
        return await Waiting(db).AsNoTracking().Where(m => m.AnsweredAt <= at && EF.Functions.GreaterThan(ValueTuple.Create(m.Id), ValueTuple.Create(behind)))
            .OrderBy(m => m.Id).Take(most).Select(m => new Due(m.Id.Value, m.Id.Value)).ToListAsync(stopping);
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var id = MatchId.From(due.Id);
        if (await Waiting(db).SingleOrDefaultAsync(m => m.Id == id, stopping) is not { } match) return;
        // A case that was closed meanwhile is told all the same: the person wanted it.
        var asking = await db.Set<MatchAsker>().AsNoTracking().Where(a => a.Id == id).Join(db.Cases.AsNoTracking(), a => a.CaseId, c => c.Id, (a, c) => new { c.Id, c.Lead }).SingleAsync(stopping);
        db.Add(match.Offer(asking.Id, Act.BySystem(asking.Lead, at)));
        await db.SaveChangesAsync(stopping);
    }

    private static IQueryable<PersonMatch> Waiting(PathwayDb db) => db.Matches.Where(m => m.Status == MatchStatus.WantsContact && m.OfferedAt == null);
}
