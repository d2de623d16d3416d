using Npgsql;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Directory;

/// <summary>What the directory says of the national hotline: the days with other hours, and its number. Read by every page outside its transaction, so it asks by itself.</summary>
public sealed class HotlineBook(Databases databases)
{
    /// <summary>Days on or after the given Swedish day with other hours than usual.</summary>
    public IReadOnlyList<HotlineChange> ChangesFrom(DateOnly day)
    {
        using var command = databases.App.CreateCommand("SELECT day, closes_at FROM pathway.hotline_changes WHERE day >= $1 ORDER BY day");
        command.Parameters.Add(new() { Value = day });
        using var rows = command.ExecuteReader();
        var changes = new List<HotlineChange>();
        while (rows.Read()) changes.Add(new(rows.GetFieldValue<DateOnly>(0), rows.IsDBNull(1) ? null : rows.GetFieldValue<TimeOnly>(1)));
        return changes;
    }

    /// <summary>The first public telephone of the national coordinator, and its area code; null when the directory has none.</summary>
    public (string Value, string? AreaCode)? Number()
    {
        using var command = databases.App.CreateCommand("""
            SELECT c.normalised, c.area_code FROM pathway.directory_entries e JOIN pathway.directory_channels c ON c.entry_id = e.id
            WHERE e.kind = 'NationalCoordinator' AND e.state IN ('Published', 'NeedsReview') AND c.is_public AND c.type = 'Phone'
            ORDER BY e.id, c.position LIMIT 1
            """);
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1)) : null;
    }
}
