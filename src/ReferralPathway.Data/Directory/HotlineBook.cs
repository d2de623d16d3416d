using Npgsql;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Directory;

/// <summary>What the directory says of the national hotline: the days with other hours, and its number. Read by every page outside its transaction, in one round trip.</summary>
public sealed class HotlineBook(Databases databases)
{
    private const string Changes = "SELECT day, closes_at FROM pathway.hotline_changes WHERE day >= $1 ORDER BY day";

    private const string Number = """
        SELECT c.normalised, c.area_code FROM pathway.directory_entries e JOIN pathway.directory_channels c ON c.entry_id = e.id
        WHERE e.kind = 'NationalCoordinator' AND e.state IN ('Published', 'NeedsReview') AND c.is_public AND c.type = 'Phone'
        ORDER BY e.id, c.position LIMIT 1
        """;

    /// <summary>The days on or after the given Swedish day with other hours than usual, and the first public telephone of the national coordinator with its area code; null when the directory has none.</summary>
    public (IReadOnlyList<HotlineChange> Changes, (string Value, string? AreaCode)? Number) From(DateOnly day)
    {
        using var batch = databases.App.CreateBatch();
        batch.BatchCommands.Add(new(Changes) { Parameters = { new() { Value = day } } });
        batch.BatchCommands.Add(new(Number));
        using var rows = batch.ExecuteReader();
        var changes = new List<HotlineChange>();
        while (rows.Read()) changes.Add(new(rows.GetFieldValue<DateOnly>(0), rows.IsDBNull(1) ? null : rows.GetFieldValue<TimeOnly>(1)));
        rows.NextResult();
        return (changes, rows.Read() ? (rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1)) : null);
    }
}
