using ReferralPathway.Data.Audit;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Cases;

/// <summary>What somebody knows of a person they look for.</summary>
/// <param name="Name">Given, family and other names in any order, spelling and script.</param>
/// <param name="PersonalNumber">Twelve digits.</param>
/// <param name="Reference">Of a case here, a dossier or a document.</param>
public sealed record SearchQuestion(string? Name, DateOnly? BirthDate, string? PersonalNumber, string? Reference);

/// <summary>
/// Finds persons among the cases whose identity the reader's own organisation may read, by keyed hashes alone: nothing that was typed reaches the database.
/// A name as written counts more than a name that only sounds the same.
/// </summary>
public sealed partial class CaseSearch(PathwayDb db, SearchTokens tokens, CaseList list)
{
    private const int Most = 10;

    /// <summary>The likeliest first, masked. The search is recorded, also when it finds nobody.</summary>
    public async Task<IReadOnlyList<CaseLine>> FindAsync(SearchQuestion question, CancellationToken stopping)
    {
        var found = await list.TheseAsync(await LikeliestAsync(Weighed(question), stopping), CaseReference(question.Reference), stopping);
        list.Record(Reading.Search, found);
        return found;
    }

    private static IEnumerable<(string Token, int Weight)> Weighed(SearchQuestion question)
    {
        foreach (var token in NameTokens.Of(question.Name)) yield return (token, token.StartsWith("n:", StringComparison.Ordinal) ? 10 : 4);
        if (question.BirthDate is { } birth) yield return ($"b:{birth:yyyy-MM-dd}", 20);
        if (question.PersonalNumber is { } number) yield return ($"i:{number}", 200);
        if (question.Reference is { Length: > 0 } reference) yield return ($"d:{reference.Trim().ToUpperInvariant()}", 100);
    }

    private async Task<IReadOnlyList<CaseId>> LikeliestAsync(IEnumerable<(string Token, int Weight)> asked, CancellationToken stopping)
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
            WHERE score * 2 > best ORDER BY score DESC, case_id DESC LIMIT @most
            """;
        command.Parameters.Add(new("hashes", NpgsqlDbType.Bytea | NpgsqlDbType.Array) { Value = hashes });
        command.Parameters.Add(new("weights", NpgsqlDbType.Integer | NpgsqlDbType.Array) { Value = weights });
        command.Parameters.AddWithValue("scope", db.Acting!.Organisation!.Value.Value);
        command.Parameters.AddWithValue("most", Most);
        var cases = new List<CaseId>();
        await using var row = await command.ExecuteReaderAsync(stopping);
        while (await row.ReadAsync(stopping)) cases.Add(CaseId.From(row.GetGuid(0)));
        return cases;
    }

    private static string? CaseReference(string? typed) =>
        Written.Match(typed ?? "") is { Success: true } match ? $"{match.Groups[1].Value}-{match.Groups[2].Value}" : null;

    /// <summary>2026-000123, with or without the hyphen.</summary>
    [GeneratedRegex(@"^\s*(20\d{2})\s*[-\u2010-\u2015]?\s*(\d{6})\s*$")]
    private static partial Regex Written { get; }
}
