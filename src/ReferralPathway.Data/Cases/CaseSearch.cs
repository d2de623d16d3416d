using ReferralPathway.Data.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>
/// Finds persons among the cases whose identity the reader's own organisation may read, by keyed hashes alone: nothing that was typed reaches the database.
/// A name as written counts more than a name that only sounds the same.
/// </summary>
public sealed class CaseSearch(PathwayDb db, SearchTokens tokens, CaseList list)
{
    private const int Most = 10;

    /// <summary>The likeliest first, masked. Where too few are called so, those who are called nearly so are asked for too. The search is recorded, also when it finds nobody.</summary>
    public async Task<IReadOnlyList<CaseLine>> FindAsync(SearchQuestion question, CancellationToken stopping)
    {
        var likeliest = await LikeliestAsync(question.Weighed(near: false), question.Least, stopping);
        if (likeliest.Count < Most && question.Name is not null) likeliest = await LikeliestAsync(question.Weighed(near: true), question.Least, stopping);
        var found = await list.TheseAsync(likeliest, question.Reference, stopping);
        list.Record(Reading.Search, found);
        return found;
    }

    private async Task<IReadOnlyList<CaseId>> LikeliestAsync(IEnumerable<(string Token, int Weight)> asked, int least, CancellationToken stopping)
    {
        var (hashes, weights) = (asked.Select(a => tokens.Of(a.Token)).ToArray(), asked.Select(a => a.Weight).ToArray());
        if (hashes.Length == 0) return [];
        await using var command = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        // What matches half as well as the best, or less, is somebody else.
        command.CommandText = """
            SELECT case_id FROM (
              SELECT t.case_id, sum(a.weight) AS score, max(sum(a.weight)) OVER () AS best
              FROM unnest(@hashes, @weights) AS a (token, weight) JOIN pathway.name_tokens t ON t.token = a.token AND t.scope = @scope
              GROUP BY t.case_id) AS scored
            WHERE score * 2 > best AND score >= @least ORDER BY score DESC, case_id DESC LIMIT @most
            """;
        command.Parameters.Add(new("hashes", NpgsqlDbType.Bytea | NpgsqlDbType.Array) { Value = hashes });
        command.Parameters.Add(new("weights", NpgsqlDbType.Integer | NpgsqlDbType.Array) { Value = weights });
        command.Parameters.AddWithValue("scope", db.Acting!.Organisation!.Value.Value);
        command.Parameters.AddWithValue("least", least);
        command.Parameters.AddWithValue("most", Most);
        var cases = new List<CaseId>();
        await using var row = await command.ExecuteReaderAsync(stopping);
        while (await row.ReadAsync(stopping)) cases.Add(CaseId.From(row.GetGuid(0)));
        return cases;
    }
}
