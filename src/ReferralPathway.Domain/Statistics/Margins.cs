namespace ReferralPathway.Domain.Statistics;

/// <summary>Place of a number in a table.</summary>
internal readonly record struct Spot(string Row, string Column);

/// <summary>A sum that a reader can check: the parts and what they add up to.</summary>
internal sealed record Line(Spot Sum, IReadOnlyList<Spot> Parts);

/// <summary>Which sums of a table are shown, and so could be used to work out what is not.</summary>
internal static class Margins
{
    /// <summary>Every line of a table with these cells: each row, each column, the whole, and the totals themselves.</summary>
    public static IReadOnlyList<Line> Of(ReportTable table, IReadOnlyCollection<Spot> cells)
    {
        var lines = new List<Line>();
        if (cells.Count == 0) return lines;
        var split = table.Columns is not null;
        if (split) lines.AddRange(cells.GroupBy(c => c.Row).Select(row => new Line(new(row.Key, Figure.Total), [.. row])));
        if (!table.AddsUp) return lines;
        var whole = new Spot(Figure.Total, split ? Figure.Total : "");
        if (!split) return [new(whole, [.. cells])];
        lines.AddRange(cells.GroupBy(c => c.Column).Select(column => new Line(new(Figure.Total, column.Key), [.. column])));
        var (rows, columns) = (lines.Where(l => l.Sum.Column == Figure.Total).Select(l => l.Sum).ToList(), lines.Where(l => l.Sum.Row == Figure.Total).Select(l => l.Sum).ToList());
        return [.. lines, new(whole, rows), new(whole, columns)];
    }

    /// <summary>The cells with their sums.</summary>
    public static Dictionary<Spot, int> Totalled(ReportTable table, IEnumerable<Tally> tallies)
    {
        var all = tallies.Where(t => t.Count > 0).ToDictionary(t => new Spot(t.Row, t.Column), t => t.Count);
        foreach (var line in Of(table, [.. all.Keys])) all[line.Sum] = line.Parts.Sum(p => all[p]);
        return all;
    }

    public static bool IsCell(this Spot spot) => spot.Row != Figure.Total && spot.Column != Figure.Total;
}
