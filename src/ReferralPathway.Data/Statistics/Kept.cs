using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Data.Statistics;

/// <summary>The own numbers of an organisation, as the last night counted them.</summary>
public sealed class OrganisationFigures
{
    public OrganisationId OrganisationId { get; private set; }

    public int Year { get; private set; }

    /// <summary>"S-01".</summary>
    public string Report { get; private set; } = "";

    /// <summary>As <see cref="Cells.Tallies"/> reads them.</summary>
    public string Cells { get; private set; } = "";

    public DateTimeOffset CountedAt { get; private set; }

    /// <summary>The edition of <see cref="Reports.Catalogue"/> by which it was counted.</summary>
    public int Catalogue { get; private set; }
}

/// <summary>A report of a place for a year up to a closed quarter, as it is shown: written once, and changed by nobody.</summary>
public sealed class Release
{
    private Release() { }

    internal Release(string place, string report, Quarter quarter, DateTimeOffset at, IReadOnlyList<Figure> page, IReadOnlyList<Figure> file) =>
        (Place, Report, Year, Quarter, ReleasedAt, Page, File, Catalogue) = (place, report, quarter.Year, quarter.Number, at, Statistics.Cells.Written(page), Statistics.Cells.Written(file), Reports.Catalogue);

    /// <summary>A region, or the country.</summary>
    public string Place { get; private set; } = "";

    public string Report { get; private set; } = "";

    public int Year { get; private set; }

    public int Quarter { get; private set; }

    public DateTimeOffset ReleasedAt { get; private set; }

    /// <summary>What pages show of it.</summary>
    public string Page { get; private set; } = "";

    /// <summary>What files hold of it.</summary>
    public string File { get; private set; } = "";

    /// <summary>The edition of <see cref="Reports.Catalogue"/> by which it was counted.</summary>
    public int Catalogue { get; private set; }
}

/// <summary>What a release was made from: the next one of the same year is tried against it. No page reads it.</summary>
internal sealed class ReleaseCounts
{
    private ReleaseCounts() { }

    public ReleaseCounts(string place, string report, Quarter quarter, IReadOnlyList<Tally> counted) =>
        (Place, Report, Year, Quarter, Cells) = (place, report, quarter.Year, quarter.Number, Statistics.Cells.Written(counted));

    public string Place { get; private set; } = "";

    public string Report { get; private set; } = "";

    public int Year { get; private set; }

    public int Quarter { get; private set; }

    public string Cells { get; private set; } = "";
}

internal sealed class StatisticsMapping : IEntityTypeConfiguration<OrganisationFigures>, IEntityTypeConfiguration<Release>, IEntityTypeConfiguration<ReleaseCounts>
{
    public void Configure(EntityTypeBuilder<OrganisationFigures> builder)
    {
        builder.ToTable("organisation_figures", PathwayDb.Pathway);
        builder.HasKey(f => new { f.OrganisationId, f.Report, f.Year });
        builder.Property(f => f.Catalogue).HasDefaultValue(1);
        builder.Property(f => f.Report).HasMaxLength(4);
    }

    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.ToTable("releases", PathwayDb.Pathway);
        builder.HasKey(r => new { r.Report, r.Place, r.Year, r.Quarter });
        builder.Property(r => r.Catalogue).HasDefaultValue(1);
        builder.Property(r => r.Report).HasMaxLength(4);
        builder.Property(r => r.Place).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<ReleaseCounts> builder)
    {
        builder.ToTable("release_counts", PathwayDb.Pathway);
        builder.HasKey(r => new { r.Report, r.Place, r.Year, r.Quarter });
        builder.Property(r => r.Report).HasMaxLength(4);
        builder.Property(r => r.Place).HasMaxLength(20);
    }
}

/// <summary>Cells as they are kept: a list of lists.</summary>
public static class Cells
{
    /// <summary>[["PERSONS", "F", "ADULT", 12, null, null]]: table, row, column, how many, median or sum, nine of ten.</summary>
    public static IReadOnlyList<Tally> Tallies(string kept) =>
        [.. Rows(kept).Select(c => new Tally(c[0].GetString()!, c[1].GetString()!, c[2].GetString()!, c[3].GetInt32(), Number(c[4]), Number(c[5])))];

    public static IReadOnlyList<Figure> Figures(string kept) =>
        [.. Rows(kept).Select(c => new Figure(c[0].GetString()!, c[1].GetString()!, c[2].GetString()!, Enum.Parse<Sort>(c[3].GetString()!), c[4].GetInt32(), Number(c[5]), Number(c[6])))];

    internal static string Written(IEnumerable<Tally> tallies) => JsonSerializer.Serialize(tallies.Select(t => new object?[] { t.Table, t.Row, t.Column, t.Count, t.Middle, t.High }));

    internal static string Written(IEnumerable<Figure> figures) => JsonSerializer.Serialize(figures.Select(f => new object?[] { f.Table, f.Row, f.Column, f.Sort.ToString(), f.Value, f.Middle, f.High }));

    private static JsonElement.ArrayEnumerator Rows(string kept) => JsonDocument.Parse(kept).RootElement.EnumerateArray();

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
