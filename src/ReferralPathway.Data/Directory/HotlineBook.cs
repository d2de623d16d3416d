using System.Data.Common;
using ReferralPathway.Data.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Directory;

/// <summary>What the directory says of the national hotline, for whatever stands outside a transaction: one round trip.</summary>
public sealed class HotlineBook(Databases databases)
{
    public HotlineQuestion From(DateOnly day)
    {
        var question = new HotlineQuestion(day);
        using var command = databases.Beside.CreateCommand(question.Statement);
        foreach (var (name, value) in question.Values) command.Parameters.AddWithValue(name, value);
        using var rows = command.ExecuteReader();
        question.Read(rows);
        return question;
    }
}

/// <summary>The days on or after a Swedish day on which the national hotline keeps other hours than usual, and its number.</summary>
public sealed class HotlineQuestion(DateOnly day) : IOpeningQuestion
{
    public DateOnly Day => day;

    public bool IsAnswered { get; private set; }

    public IReadOnlyList<HotlineChange> Changes { get; private set; } = [];

    /// <summary>The first public telephone of the national coordinator, with its area code; null when the directory has none.</summary>
    public (string Value, string? AreaCode)? Number { get; private set; }

    public string Statement => """
        SELECT day, closes_at FROM pathway.hotline_changes WHERE day >= @day ORDER BY day;
        SELECT c.normalised, c.area_code FROM pathway.directory_entries e JOIN pathway.directory_channels c ON c.entry_id = e.id
        WHERE e.kind = 'NationalCoordinator' AND e.state IN ('Published', 'NeedsReview') AND c.is_public AND c.type = 'Phone'
        ORDER BY e.id, c.position LIMIT 1
        """;

    public IEnumerable<(string Name, object Value)> Values => [("day", day)];

    public void Read(DbDataReader rows)
    {
        var changes = new List<HotlineChange>();
        while (rows.Read()) changes.Add(new(rows.GetFieldValue<DateOnly>(0), rows.IsDBNull(1) ? null : rows.GetFieldValue<TimeOnly>(1)));
        rows.NextResult();
        Changes = changes;
        Number = rows.Read() ? (rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetString(1)) : null;
        IsAnswered = true;
    }
}
