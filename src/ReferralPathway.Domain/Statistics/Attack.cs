namespace ReferralPathway.Domain.Statistics;

/// <summary>A hidden number that can be worked out.</summary>
public sealed record Recovered(string Place, string Table, string Row, string Column);

/// <summary>
/// What somebody can work out who has every table of a report, of every region and of the country, and the release before: each sum between cells and totals, between regions and
/// country, between tables that count the same persons or acts, or parts of which do, and between two releases, of which the later holds no fewer. A number is recovered when it can
/// be one whole number only.
/// Nothing is released before this has found nothing.
/// </summary>
public static class Attack
{
    public static IReadOnlyList<Recovered> On(Report report, Edition now, Edition? before = null, int threshold = Suppression.Threshold)
    {
        var known = new Known(report, threshold);
        known.Learn(now, isNow: true);
        if (before is not null)
        {
            known.Learn(before, isNow: false);
            known.Compare(now, before);
        }
        return known.Recovers();
    }

    private sealed class Known(Report report, int threshold)
    {
        private readonly Freedom _freedom = new();
        private readonly Dictionary<(bool IsNow, string Place, string Table), List<(Spot Spot, int Number)>> _cells = [];
        private readonly List<(int Quantity, Recovered Found)> _asked = [];

        public IReadOnlyList<Recovered> Recovers()
        {
            var settled = _freedom.Settled(_asked.Select(a => a.Quantity));
            return [.. _asked.Where(a => settled.Contains(a.Quantity)).Select(a => a.Found).Distinct()];
        }

        public void Learn(Edition edition, bool isNow)
        {
            foreach (var table in report.Tables.Where(t => t.Counts))
            {
                var country = edition.HasNation ? edition.Truth(Reports.Nation, table) : null;
                foreach (var place in edition.Parts) Learn(edition, place, table, country, isNow);
                if (country is not null) LearnCountry(edition, table, country, isNow);
            }
            foreach (var place in edition.Parts) Join(place, isNow);
        }

        /// <summary>The cells of one place, and the totals that are shown of them.</summary>
        private void Learn(Edition edition, string place, ReportTable table, IReadOnlyDictionary<Spot, int>? country, bool isNow)
        {
            var truth = edition.Truth(place, table);
            var shown = Shown(edition, place, table);
            var cells = _cells[(isNow, place, table.Code)] = [];
            // What is nought in the whole country, or shown as nought of a region, is known.
            foreach (var spot in place == Edition.Elsewhere && country is not null ? country.Keys : truth.Keys)
            {
                if (!spot.IsCell()) continue;
                var value = truth.GetValueOrDefault(spot);
                var (low, high) = place == Edition.Elsewhere ? (0, double.PositiveInfinity) : Bounds(shown.GetValueOrDefault(spot), value);
                var cell = _freedom.Number(value, low, high);
                cells.Add((spot, cell));
                Ask(cell, place, table, spot, value, shown.GetValueOrDefault(spot), isNow);
            }
            if (place == Edition.Elsewhere) return;
            foreach (var (spot, value) in truth.Where(t => !t.Key.IsCell()))
            {
                var (low, high) = Bounds(shown.GetValueOrDefault(spot), value);
                Ask(_freedom.Sum(Parts(isNow, place, table, spot), value, low, high), place, table, spot, value, shown.GetValueOrDefault(spot), isNow);
            }
        }

        private void LearnCountry(Edition edition, ReportTable table, IReadOnlyDictionary<Spot, int> country, bool isNow)
        {
            var shown = Shown(edition, Reports.Nation, table);
            foreach (var (spot, value) in country)
            {
                var (low, high) = Bounds(shown.GetValueOrDefault(spot), value);
                Ask(_freedom.Sum([.. edition.Parts.SelectMany(p => Parts(isNow, p, table, spot))], value, low, high), Reports.Nation, table, spot, value, shown.GetValueOrDefault(spot), isNow);
            }
        }

        /// <summary>Tables of the same persons or acts have the same number of them, also by gender or age where both tell it; and so have their parts that are known to be the same.</summary>
        private void Join(string place, bool isNow)
        {
            var tables = report.Tables.Where(t => t.Counts && Cells(isNow, place, t).Count > 0).ToList();
            foreach (var (one, other) in tables.SelectMany((one, i) => tables.Skip(i + 1).Where(other => one.Of is not null && one.Of == other.Of).Select(other => (one, other))))
            {
                Equal(isNow, place, one, _ => true, other, _ => true);
                foreach (var dimension in new[] { one.Rows, one.Columns }.Where(d => d is not null && (d == other.Rows || d == other.Columns))) EqualBy(dimension!, isNow, place, one, _ => true, other, _ => true);
            }
            foreach (var same in report.Sames)
            {
                // A table that has nothing here was not counted yet, or there is nothing in common either.
                if (tables.Find(t => t.Code == same.One.Table) is not { } one || tables.Find(t => t.Code == same.Other.Table) is not { } other) continue;
                if (same.By is null) Equal(isNow, place, one, same.One.Has, other, same.Other.Has);
                else EqualBy(same.By, isNow, place, one, same.One.Has, other, same.Other.Has);
            }
        }

        private void EqualBy(string dimension, bool isNow, string place, ReportTable one, Func<Spot, bool> ofOne, ReportTable other, Func<Spot, bool> ofOther)
        {
            foreach (var code in Codes(isNow, place, one, dimension).Union(Codes(isNow, place, other, dimension)))
                Equal(isNow, place, one, c => ofOne(c) && CodeOf(one, dimension, c) == code, other, c => ofOther(c) && CodeOf(other, dimension, c) == code);
        }

        private void Equal(bool isNow, string place, ReportTable one, Func<Spot, bool> ofOne, ReportTable other, Func<Spot, bool> ofOther) =>
            _freedom.Sum([.. Of(isNow, place, one, ofOne), .. Of(isNow, place, other, ofOther).Select(p => (p.Number, -p.Sign))], 0, 0, 0);

        /// <summary>Nobody leaves a year: what was added is not negative, and is small where it is small.</summary>
        public void Compare(Edition now, Edition before)
        {
            foreach (var table in report.Tables.Where(t => t.Counts))
            {
                foreach (var place in now.Parts) Compare(place, table, now.Truth(place, table), before.Truth(place, table), [place]);
                if (now.HasNation && before.HasNation) Compare(Reports.Nation, table, now.Truth(Reports.Nation, table), before.Truth(Reports.Nation, table), [.. now.Parts.Union(before.Parts)]);
            }
        }

        private void Compare(string place, ReportTable table, IReadOnlyDictionary<Spot, int> now, IReadOnlyDictionary<Spot, int> before, IReadOnlyList<string> layers)
        {
            foreach (var spot in now.Keys.Where(before.ContainsKey))
            {
                var added = now[spot] - before[spot];
                var sum = _freedom.Sum([.. layers.SelectMany(l => Parts(true, l, table, spot)), .. layers.SelectMany(l => Parts(false, l, table, spot)).Select(p => (p.Number, -p.Sign))], added, Math.Min(0, added), double.PositiveInfinity);
                if (added > 0 && added < threshold) Ask(sum, place, table, spot);
            }
        }

        private void Ask(int quantity, string place, ReportTable table, Spot spot, int value, Figure? shown, bool isNow)
        {
            // What is shown rounded is not hidden; what is hidden, or small wherever it stands, is asked for.
            if (isNow && value > 0 && (place == Edition.Elsewhere ? value < threshold : shown is { Sort: Sort.Hidden or Sort.Few })) Ask(quantity, place, table, spot);
        }

        private void Ask(int quantity, string place, ReportTable table, Spot spot) => _asked.Add((quantity, new(place == Edition.Elsewhere ? Reports.Nation : place, table.Code, spot.Row, spot.Column)));

        private IEnumerable<string> Codes(bool isNow, string place, ReportTable table, string dimension) => Cells(isNow, place, table).Select(c => CodeOf(table, dimension, c.Spot)).Distinct();

        private static string CodeOf(ReportTable table, string dimension, Spot spot) => table.Rows == dimension ? spot.Row : spot.Column;

        private IReadOnlyList<(int Number, int Sign)> Parts(bool isNow, string place, ReportTable table, Spot spot) =>
            [.. Of(isNow, place, table, c => (spot.Row == Figure.Total || c.Row == spot.Row) && (spot.Column == Figure.Total || c.Column == spot.Column))];

        private IEnumerable<(int Number, int Sign)> Of(bool isNow, string place, ReportTable table, Func<Spot, bool> which) =>
            Cells(isNow, place, table).Where(c => which(c.Spot)).Select(c => (c.Number, 1));

        private List<(Spot Spot, int Number)> Cells(bool isNow, string place, ReportTable table) => _cells.GetValueOrDefault((isNow, place, table.Code)) ?? [];

        private static Dictionary<Spot, Figure> Shown(Edition edition, string place, ReportTable table) =>
            edition.Places.GetValueOrDefault(place, []).Where(f => f.Table == table.Code).ToDictionary(f => new Spot(f.Row, f.Column));

        private (double Low, double High) Bounds(Figure? shown, int truth) => shown?.Sort switch
        {
            Sort.Exact => (truth, truth),
            Sort.Rounded => (Math.Max(threshold, shown.Value - 2), shown.Value + 2),
            Sort.Few => (1, threshold - 1),
            // A number that is hidden beside others is no few: those say so.
            Sort.Hidden => (truth >= threshold ? threshold : 1, double.PositiveInfinity),
            _ => (0, double.PositiveInfinity),
        };
    }
}
