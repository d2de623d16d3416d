using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Data.Statistics;

/// <summary>Asks the database to count. It is told which county lies in which region, and which days the hotline works: it knows neither.</summary>
internal sealed class Counter(PathwayDb db)
{
    public sealed record Counted(string Report, string Place, string Cells);

    private static readonly string Regions = JsonSerializer.Serialize(Geography.Counties.ToDictionary(c => c.Code, c => c.Region.ToString())
        .Concat(CoordinationRegions.All.SelectMany(r => new[] { r.ToString(), CoordinationRegions.Name(r) }.Distinct().Select(name => KeyValuePair.Create(name, r.ToString())))).ToDictionary());

    /// <summary>Counts a year for every organisation, and writes it down.</summary>
    public async Task WriteFiguresAsync(int year, DateTimeOffset at, CancellationToken stopping)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO pathway.organisation_figures AS f (organisation_id, year, report, cells, counted_at, catalogue)
            SELECT c.organisation, {year}, c.report, c.cells::text, {at}, {Reports.Catalogue} FROM pathway.count_for_organisations({year}, {at}, {Regions}::jsonb, {Working(year)}, {HotlineHours.Opens}, {HotlineHours.Closes}) c
            ON CONFLICT (organisation_id, report, year) DO UPDATE SET cells = EXCLUDED.cells, counted_at = EXCLUDED.counted_at, catalogue = EXCLUDED.catalogue
            """, stopping);
        // What was counted another night, and is not there any more.
        await db.Database.ExecuteSqlAsync($"UPDATE pathway.organisation_figures SET cells = '[]', counted_at = {at}, catalogue = {Reports.Catalogue} WHERE year = {year} AND counted_at < {at}", stopping);
    }

    /// <summary>Counts a year, as it was known before an instant, by place.</summary>
    public Task<List<Counted>> CountAsync(int year, DateTimeOffset before, CancellationToken stopping) => db.Database.SqlQuery<Counted>(
        $"SELECT c.report AS \"Report\", c.place AS \"Place\", c.cells::text AS \"Cells\" FROM pathway.count_for_release({year}, {before}, {Regions}::jsonb, {Working(year)}, {HotlineHours.Opens}, {HotlineHours.Closes}) c").ToListAsync(stopping);

    private static DateOnly[] Working(int year) => [.. Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(d => d.Year == year && SwedishCalendar.IsWorkingDay(d))];
}
