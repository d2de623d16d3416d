namespace ReferralPathway.Domain.Statistics;

/// <summary>
/// Makes what may be shown of what was counted (8.2). Numbers of one to four become "fewer than five"; beside a number that is hidden another one is hidden in each row and column,
/// so that no total gives it away; everything else is shown to the nearest five. Then the <see cref="Attack"/> is tried, with the release before and every other table in hand,
/// and while it recovers anything more is hidden: the totals of the table, its whole, the table. The same counts always give the same tables.
/// </summary>
public sealed class Suppression
{
    /// <summary>What is fewer than this is hidden on a page.</summary>
    public const int Threshold = 5;

    /// <summary>
    /// What is fewer than this is hidden in a file that leaves the organisation. The rule says eleven; what a page shows as 10 is eight to twelve, and a file that told eleven from ten would
    /// say more than the page.
    /// </summary>
    public const int FileThreshold = 13;

    /// <summary>How much of a table at a place is hidden beside what is small.</summary>
    private enum Cover { None, Totals, Whole, Table }

    private readonly Report _report;
    private readonly int _threshold;
    private readonly Edition? _before;
    private readonly Edition? _page;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Tally>> _layers;
    private readonly IReadOnlyList<string> _places;
    private readonly Dictionary<(string Place, string Table), Cover> _covers = [];

    private Suppression(Report report, IReadOnlyDictionary<string, IReadOnlyList<Tally>> layers, IReadOnlyList<string> places, int threshold, Edition? before, Edition? page) =>
        (_report, _layers, _places, _threshold, _before, _page) = (report, layers, places, threshold, before, page);

    /// <summary>The own numbers, as they are.</summary>
    public static IReadOnlyList<Figure> Open(Report report, IReadOnlyList<Tally> tallies) =>
    [
        .. report.Tables.Where(t => t.Counts).SelectMany(table => Margins.Totalled(table, tallies.Where(t => t.Table == table.Code)).Select(s => new Figure(table.Code, s.Key.Row, s.Key.Column, Sort.Exact, s.Value))),
        .. tallies.Where(t => report.Table(t.Table) is { Counts: false }).Select(t => new Figure(t.Table, t.Row, t.Column, Sort.Exact, t.Count, t.Middle, t.High)),
    ];

    /// <summary>The own numbers, as they leave the organisation in a file.</summary>
    public static IReadOnlyList<Figure> File(Report report, IReadOnlyList<Tally> tallies) =>
        new Suppression(report, new Dictionary<string, IReadOnlyList<Tally>> { [Reports.Own] = tallies }, [Reports.Own], FileThreshold, null, null).Make().Places[Reports.Own];

    /// <summary>A release for pages.</summary>
    /// <param name="layers">By region and elsewhere; of days, also of the whole country.</param>
    /// <param name="before">The release of the same year before this one.</param>
    public static Edition Release(Report report, IReadOnlyDictionary<string, IReadOnlyList<Tally>> layers, Edition? before) => Of(report, layers, Threshold, before, null);

    /// <summary>The same release for files: of what a page hides it shows nothing.</summary>
    public static Edition ReleaseFile(Report report, Edition page, Edition? before) => Of(report, page.Layers, FileThreshold, before, page);

    private static Edition Of(Report report, IReadOnlyDictionary<string, IReadOnlyList<Tally>> layers, int threshold, Edition? before, Edition? page)
    {
        if (report.Region.Count == 0)
            layers = new Dictionary<string, IReadOnlyList<Tally>>
            {
                [Reports.Nation] =
                [
                    .. layers.Where(l => l.Key != Reports.Nation || layers.Count == 1).SelectMany(l => l.Value).Where(t => report.Table(t.Table) is { Counts: true })
                        .GroupBy(t => (t.Table, t.Row, t.Column)).Select(g => new Tally(g.Key.Table, g.Key.Row, g.Key.Column, g.Sum(t => t.Count))),
                    .. layers.GetValueOrDefault(Reports.Nation, []).Where(t => report.Table(t.Table) is { Counts: false }),
                ],
            };
        string[] places = [.. layers.Keys.Where(p => p is not (Edition.Elsewhere or Reports.Nation)), .. report.Nation.Count > 0 ? [Reports.Nation] : Array.Empty<string>()];
        return new Suppression(report, layers, places, threshold, before, page).Make();
    }

    private Edition Make()
    {
        while (true)
        {
            var made = new Edition(_layers, _places.ToDictionary(p => p, IReadOnlyList<Figure> (_) => []));
            made = made with { Places = _places.ToDictionary(p => p, IReadOnlyList<Figure> (p) => [.. Counted(made, p), .. Measured(p)]) };
            var found = Attack.On(_report, made, _before, _threshold);
            if (found.Count == 0 || !CoverMore(found)) return made;
        }
    }

    /// <returns>False when everything is hidden already.</returns>
    private bool CoverMore(IReadOnlyList<Recovered> found)
    {
        var more = false;
        foreach (var (place, table) in found.Select(f => (f.Place, f.Table)).Distinct())
            foreach (var (p, t) in Wider(place, table))
            {
                more |= CoverOf(p, t) < Cover.Table;
                _covers[(p, t)] = CoverOf(p, t) == Cover.Table ? Cover.Table : CoverOf(p, t) + 1;
            }
        return more;
    }

    /// <summary>Where more is hidden: in the table itself; when it is hidden already, in the same table everywhere; then in every table.</summary>
    private IEnumerable<(string Place, string Table)> Wider(string place, string table)
    {
        if (CoverOf(place, table) < Cover.Table) return [(place, table)];
        if (_places.Any(p => CoverOf(p, table) < Cover.Table)) return _places.Select(p => (p, table));
        return _places.SelectMany(p => _report.Tables.Where(t => t.Counts).Select(t => (p, t.Code)));
    }

    private Cover CoverOf(string place, string table) => _covers.GetValueOrDefault((place, table));

    private IEnumerable<Figure> Counted(Edition made, string place) => _report.Tables.Where(t => t.Counts).SelectMany(table =>
    {
        var truth = made.Truth(place, table);
        var hidden = Hidden(place, table, truth);
        return truth.Select(s => Show(table, s.Key, s.Value, hidden.Contains(s.Key), CoverOf(place, table.Code)));
    });

    private Figure Show(ReportTable table, Spot spot, int value, bool hidden, Cover cover) =>
        cover == Cover.Table ? new(table.Code, spot.Row, spot.Column, Sort.Hidden, 0)
        : hidden ? new(table.Code, spot.Row, spot.Column, Sort.Hidden, 0)
        : value < _threshold ? new(table.Code, spot.Row, spot.Column, Sort.Few, 0)
        : new(table.Code, spot.Row, spot.Column, Sort.Rounded, (value + 2) / 5 * 5);

    /// <summary>What is hidden beside what is few: numbers that would give it away, and what a page hides.</summary>
    private HashSet<Spot> Hidden(string place, ReportTable table, IReadOnlyDictionary<Spot, int> truth)
    {
        var cover = CoverOf(place, table.Code);
        var hidden = truth.Keys.Where(s => IsHiddenOnPage(place, table, s) || truth[s] >= _threshold && !s.IsCell() && (cover >= Cover.Whole || cover == Cover.Totals && s is not { Row: Figure.Total, Column: Figure.Total or "" })).ToHashSet();
        var lines = Margins.Of(table, [.. truth.Keys.Where(s => s.IsCell())]);
        bool again;
        do
        {
            again = false;
            foreach (var line in lines)
            {
                var covered = line.Parts.Where(p => truth[p] < _threshold || hidden.Contains(p)).ToList();
                // The smallest of the others goes with it, rather one whose other line has something hidden already.
                if (covered.Count != 1 || line.Parts.Count == 1) continue;
                var with = line.Parts.Where(p => p != covered[0]).OrderBy(p => !lines.Any(l => l != line && l.Parts.Contains(p) && l.Parts.Any(o => o != p && (truth[o] < _threshold || hidden.Contains(o)))))
                    .ThenBy(p => truth[p]).ThenBy(p => p.Row, StringComparer.Ordinal).ThenBy(p => p.Column, StringComparer.Ordinal).First();
                again |= hidden.Add(with);
            }
        }
        while (again);
        return hidden;
    }

    private bool IsHiddenOnPage(string place, ReportTable table, Spot spot) =>
        _page?.Places.GetValueOrDefault(place)?.Any(f => f.Table == table.Code && f.Row == spot.Row && f.Column == spot.Column && f.Sort == Sort.Hidden) == true;

    /// <summary>
    /// Days are shown when enough persons stand behind them; the longest tenth only when many do. How many do is not shown: another table counts the same step and may have to hide it.
    /// </summary>
    private IEnumerable<Figure> Measured(string place) => _layers.GetValueOrDefault(place, []).Where(t => t.Count > 0 && _report.Table(t.Table) is { Counts: false }).Select(t => t.Count < _threshold
        ? new Figure(t.Table, t.Row, t.Column, Sort.Few, 0)
        : new Figure(t.Table, t.Row, t.Column, Sort.Hidden, 0, t.Middle, t.Count < FileThreshold ? null : t.High));
}
