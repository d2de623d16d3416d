using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Data.Statistics;

/// <summary>Every night each organisation's own numbers are counted: of this year and the last, and the first time, also of a new catalogue, of the years before. A night after a day on which nothing happened counts nothing.</summary>
internal sealed class NightlyFigures(Counter counter) : ISweep
{
    /// <summary>So many years can be looked at from the first night on.</summary>
    public const int Years = 5;

    private static readonly Guid Counting = new("00000000-0000-7000-8000-000000000004");

    public bool ByDay => true;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        if (after != Guid.Empty) return [];
        var counted = await CountedAsync(db, stopping);
        if (counted is { } last && (SwedishCalendar.DayOf(last) == SwedishCalendar.DayOf(at)
            || !await db.AuditEntries.AnyAsync(e => e.At >= last && e.At <= at && !EF.Functions.Like(e.Kind, "Read.%") && !EF.Functions.Like(e.Kind, "Refused.%"), stopping))) return [];
        return [new(Counting, Counting)];
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var (this_, first) = (SwedishCalendar.DayOf(at).Year, await CountedAsync(db, stopping) is null);
        for (var year = this_; year > this_ - (first ? Years : 2); year--) await counter.WriteFiguresAsync(year, at, stopping);
    }

    private static Task<DateTimeOffset?> CountedAsync(PathwayDb db, CancellationToken stopping) => db.Set<OrganisationFigures>().Where(f => f.Catalogue == Reports.Catalogue).MaxAsync(f => (DateTimeOffset?)f.CountedAt, stopping);
}

/// <summary>
/// Once a quarter has closed the year up to it is released, for the regions and for the country, and stays as it is. The first time the years before are released too, as they stand.
/// </summary>
internal sealed class QuarterlyReleases(Counter counter) : ISweep
{
    public bool ByDay => true;

    /// <summary>The quarter that closed last, and the last of each year before.</summary>
    private static IEnumerable<Quarter> Closed(DateTimeOffset at)
    {
        var last = LastClosed(at);
        yield return last;
        for (var year = last.Year - 1; year > last.Year - NightlyFigures.Years; year--) yield return new(year, 4);
    }

    private static Quarter LastClosed(DateTimeOffset at) => Quarter.Of(Quarter.Of(SwedishCalendar.DayOf(at)).First.AddDays(-1));

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping)
    {
        var oldest = LastClosed(at).Year - NightlyFigures.Years;
        var made = await db.Set<Release>().Where(r => r.Year > oldest).Select(r => new { r.Year, r.Quarter }).Distinct().ToListAsync(stopping);
        // A year of which a later quarter is released, because the clock was set back, is not released again.
        return [.. Closed(at).Where(q => !made.Any(m => m.Year == q.Year && m.Quarter >= q.Number)).Select(q => IdOf(q)).Where(id => id.CompareTo(after) > 0).Order().Select(id => new Due(id, id))];
    }

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        var quarter = Closed(at).FirstOrDefault(q => IdOf(q) == due.Id);
        if (quarter == default || await db.Set<Release>().AnyAsync(r => r.Year == quarter.Year && r.Quarter >= quarter.Number, stopping)) return;
        var counted = (await counter.CountAsync(quarter.Year, SwedishCalendar.StartOf(LastClosed(at).Next.First), stopping)).ToLookup(c => c.Report);
        var earlier = await EarlierAsync(db, quarter, stopping);
        foreach (var report in Reports.All.Where(r => r.IsReleased))
        {
            // A region of which nothing was counted is released as empty.
            var layers = CoordinationRegions.All.Select(r => r.ToString()).Append(Edition.Elsewhere).ToDictionary(p => p, IReadOnlyList<Tally> (_) => []);
            foreach (var place in counted[report.Code]) layers[place.Place] = Cells.Tallies(place.Cells);
            var (before, fileBefore) = earlier.GetValueOrDefault(report.Code);
            var page = Suppression.Release(report, layers, before);
            var file = Suppression.ReleaseFile(report, page, fileBefore);
            db.AddRange(page.Places.Select(p => new Release(p.Key, report.Code, quarter, at, p.Value, file.Places[p.Key])));
            db.AddRange(page.Layers.Select(l => new ReleaseCounts(l.Key, report.Code, quarter, l.Value)));
        }
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "StatisticsReleased", null, ("quarter", quarter.ToString())));
        await db.SaveChangesAsync(stopping);
    }

    /// <summary>The release of the same year before this one, by report: as pages and as files show it.</summary>
    private static async Task<Dictionary<string, (Edition? Page, Edition? File)>> EarlierAsync(PathwayDb db, Quarter quarter, CancellationToken stopping)
    {
        var releases = await db.Set<Release>().AsNoTracking().Where(r => r.Year == quarter.Year && r.Quarter < quarter.Number).ToListAsync(stopping);
        if (releases.Count == 0) return [];
        var number = releases.Max(r => r.Quarter);
        var counts = (await db.Set<ReleaseCounts>().AsNoTracking().Where(c => c.Year == quarter.Year && c.Quarter == number).ToListAsync(stopping))
            .GroupBy(c => c.Report).ToDictionary(g => g.Key, g => g.ToDictionary(c => c.Place, c => Cells.Tallies(c.Cells)));
        return releases.Where(r => r.Quarter == number).GroupBy(r => r.Report).ToDictionary(g => g.Key, g => (
            (Edition?)new Edition(counts[g.Key], g.ToDictionary(r => r.Place, r => Cells.Figures(r.Page))), (Edition?)new Edition(counts[g.Key], g.ToDictionary(r => r.Place, r => Cells.Figures(r.File)))));
    }

    private static Guid IdOf(Quarter quarter) => new($"00000000-0000-7000-8005-{quarter.Year:00000000}{quarter.Number:0000}");
}
