using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Domain.Tests.Statistics;

/// <summary>What many publish: small numbers are hidden, and everything else stands there as it is.</summary>
internal static class Naive
{
    public static Edition Of(Report report, IReadOnlyDictionary<string, IReadOnlyList<Tally>> layers)
    {
        var made = Suppression.Release(report, layers, null);
        return made with { Places = made.Places.ToDictionary(p => p.Key, IReadOnlyList<Figure> (p) => [.. report.Tables.Where(t => t.Counts).SelectMany(t => Counted(made, p.Key, t))]) };
    }

    private static IEnumerable<Figure> Counted(Edition made, string place, ReportTable table) =>
        made.Truth(place, table).Select(s => new Figure(table.Code, s.Key.Row, s.Key.Column, s.Value < 5 ? Sort.Few : Sort.Exact, s.Value < 5 ? 0 : s.Value));
}
