using System.Globalization;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Statistics;

/// <summary>One cell of a sheet: what is read, and the number where there is one to reckon with.</summary>
public sealed record SheetCell(string Text, decimal? Number, bool IsHidden = false);

public sealed record SheetRow(string Label, IReadOnlyList<SheetCell> Cells, bool IsTotal);

/// <summary>A table as people read it: the same on a page, in CSV and in Excel.</summary>
/// <param name="Columns">Headings of the columns of numbers.</param>
/// <param name="Against">The heading of the last column, where another year or place stands beside this one.</param>
public sealed record Sheet(ReportTable Table, string Title, IReadOnlyList<string> Columns, IReadOnlyList<SheetRow> Rows, string? Against)
{
    /// <summary>The column that a chart draws: the total of each row.</summary>
    public int Drawn => Columns.Count - (Against is null ? 1 : 2);

    public bool IsDrawn => Table.Counts && Rows.Count(r => !r.IsTotal) > 1;

    public static IReadOnlyList<Sheet> Of(Report report, IReadOnlyList<Figure> figures, IReadOnlyList<Figure>? against, string? heading, int threshold, Wording t) =>
        [.. report.Tables.Select(table => Of(report, table, [.. figures.Where(f => f.Table == table.Code)], against?.Where(f => f.Table == table.Code).ToList(), heading, threshold, t))];

    private static Sheet Of(Report report, ReportTable table, IReadOnlyList<Figure> figures, IReadOnlyList<Figure>? against, string? heading, int threshold, Wording t)
    {
        var rows = StatisticsWords.InOrder(table.Rows, figures.Concat(against ?? []).Select(f => f.Row).Where(r => r != Figure.Total).Distinct()).ToList();
        if (rows.Count > 0 && table.AddsUp) rows.Add(Figure.Total);
        var found = figures.ToDictionary(f => (f.Row, f.Column));
        var other = against?.ToDictionary(f => (f.Row, f.Column));
        List<(string Heading, Func<string, SheetCell> Cell)> columns = table.Counting switch
        {
            Counting.Days =>
            [
                (t["Statistics.Number"], row => Cell(found.GetValueOrDefault((row, "")))),
                (t["Statistics.Median"], row => Measure(found.GetValueOrDefault((row, ""))?.Middle)),
                (t["Statistics.NineOfTen"], row => Measure(found.GetValueOrDefault((row, ""))?.High)),
            ],
            Counting.Amounts => [.. Split(table, figures).Select(c => (t.Label(table.Columns!, c), (Func<string, SheetCell>)(row => Measure(found.GetValueOrDefault((row, c))?.Middle))))],
            _ when table.Columns is { } split => [.. Split(table, figures).Append(Figure.Total).Select(c => (t.Label(split, c), (Func<string, SheetCell>)(row => Cell(found.GetValueOrDefault((row, c))))))],
            _ => [(t["Statistics.Number"], row => Cell(found.GetValueOrDefault((row, ""))))],
        };
        if (other is not null && table.Counts) columns.Add((heading!, row => Cell(other.GetValueOrDefault((row, table.Columns is null ? "" : Figure.Total)))));
        return new(table, t[$"Statistics.Table.{report.Code}.{table.Code}"], [.. columns.Select(c => c.Heading)],
            [.. rows.Select(row => new SheetRow(t.Label(table.Rows, row), [.. columns.Select(c => c.Cell(row))], row == Figure.Total))], other is not null && table.Counts ? heading : null);

        SheetCell Cell(Figure? figure) => figure?.Sort switch
        {
            null => new("0", 0),
            Sort.Few => new($"<{threshold}", null),
            Sort.Hidden => new("–", null, IsHidden: true),
            _ => new(figure.Value.ToString(CultureInfo.InvariantCulture), figure.Value),
        };
    }

    private static IEnumerable<string> Split(ReportTable table, IEnumerable<Figure> figures) => StatisticsWords.InOrder(table.Columns!, figures.Select(f => f.Column).Where(c => c != Figure.Total).Distinct());

    private static SheetCell Measure(decimal? value) => value is { } number ? new(number.ToString("0.#", CultureInfo.CurrentCulture), number) : new("–", null, IsHidden: true);
}
