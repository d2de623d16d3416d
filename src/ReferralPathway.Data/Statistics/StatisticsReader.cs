using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Data.Statistics;

/// <summary>One report of one place and year, and what it is compared with.</summary>
/// <param name="Report">With the tables that were counted then; where it is compared, that were counted both times.</param>
/// <param name="Year">The year that is shown; of those there are, the latest unless another was asked for.</param>
/// <param name="Quarter">Of a release, the quarter up to which it counts; null of the own numbers.</param>
/// <param name="At">When it was counted; null while it never was.</param>
/// <param name="Against">The figures of another year or region; null where nothing is compared.</param>
public sealed record ReportRead(Report Report, string Place, int Year, int? Quarter, DateTimeOffset? At, IReadOnlyList<Figure> Figures, IReadOnlyList<Figure> File, IReadOnlyList<Figure>? Against, IReadOnlyList<int> Years, IReadOnlyList<string> Places);

/// <summary>Reads statistics: the own numbers as the last night counted them, and those of regions and country from releases alone. Nothing is counted while somebody waits.</summary>
public sealed class StatisticsReader(PathwayDb db)
{
    /// <param name="place">Null takes the first that the role reads.</param>
    /// <param name="against">A year, or a place of the same year.</param>
    /// <returns>Null when the role does not read the report, or not of that place.</returns>
    public async Task<ReportRead?> ReadAsync(Report report, Role role, OrganisationId organisation, string? place, int? year, string? against, CancellationToken stopping)
    {
        var own = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Region).SingleAsync(stopping);
        var places = Reports.PlacesOf(report, role, CoordinationRegions.TryParse(own, out var region) ? region : null);
        place ??= places.Count > 0 ? places[0] : null;
        if (place is null || !places.Contains(place)) return null;
        var kept = place == Reports.Own ? await OwnAsync(report, organisation, stopping) : await ReleasedAsync(report, [.. new[] { place, against }.Where(p => p is not null && places.Contains(p))!], stopping);
        var here = kept.Where(k => k.Place == place).ToList();
        var shown = here.FirstOrDefault(k => k.Year == year) ?? here.FirstOrDefault();
        var other = kept.FirstOrDefault(k => shown is not null && (k.Place == place && $"{k.Year}" == against && k.Year != shown.Year || k.Place == against && k.Place != place && places.Contains(k.Place) && k.Year == shown.Year));
        report = report.AsOf(new[] { shown, other }.Min(k => k?.Catalogue) ?? Reports.Catalogue);
        return new(report, place, shown?.Year ?? year ?? 0, shown?.Quarter, shown?.At, shown?.Page(report) ?? [], shown?.File(report) ?? [], other?.Page(report), [.. here.Select(k => k.Year)], places);
    }

    private sealed record Kept(string Place, int Year, int? Quarter, DateTimeOffset At, string Cells, string? FileCells, int Catalogue)
    {
        public IReadOnlyList<Figure> Page(Report report) => FileCells is null ? Suppression.Open(report, Statistics.Cells.Tallies(Cells)) : Statistics.Cells.Figures(Cells);

        /// <summary>What leaves the organisation: also of the own numbers, nothing small.</summary>
        public IReadOnlyList<Figure> File(Report report) => FileCells is null ? Suppression.File(report, Statistics.Cells.Tallies(Cells)) : Statistics.Cells.Figures(FileCells);
    }

    private Task<List<Kept>> OwnAsync(Report report, OrganisationId organisation, CancellationToken stopping) =>
        db.Set<OrganisationFigures>().Where(f => f.OrganisationId == organisation && f.Report == report.Code).OrderByDescending(f => f.Year)
            .Select(f => new Kept(Reports.Own, f.Year, null, f.CountedAt, f.Cells, null, f.Catalogue)).ToListAsync(stopping);

    /// <summary>Of each year the latest release.</summary>
    private Task<List<Kept>> ReleasedAsync(Report report, string[] places, CancellationToken stopping)
    {
        var all = db.Set<Release>().Where(r => r.Report == report.Code && places.Contains(r.Place));
        return all.Where(r => !all.Any(l => l.Place == r.Place && l.Year == r.Year && l.Quarter > r.Quarter)).OrderByDescending(r => r.Year)
            .Select(r => new Kept(r.Place, r.Year, r.Quarter, r.ReleasedAt, r.Page, r.File, r.Catalogue)).ToListAsync(stopping);
    }
}
