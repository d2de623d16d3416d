namespace ReferralPathway.Domain.Statistics;

/// <summary>A report as it was counted and as it is shown.</summary>
/// <param name="Layers">What was counted, by place. Who is in no region, or must not be known to be in one, stands under <see cref="Elsewhere"/>; days of the whole country under the country.</param>
/// <param name="Places">What is shown, by place.</param>
public sealed record Edition(IReadOnlyDictionary<string, IReadOnlyList<Tally>> Layers, IReadOnlyDictionary<string, IReadOnlyList<Figure>> Places)
{
    /// <summary>Counted in the country and in no region: protected persons (DOMAIN 9.4.4), and those of no municipality. Never shown by itself.</summary>
    public const string Elsewhere = "";

    /// <summary>The layers that add up: regions and elsewhere, or the one organisation.</summary>
    internal IEnumerable<string> Parts => Layers.Keys.Where(place => place != Reports.Nation || Layers.Count == 1);

    /// <summary>Whether the places add up to a country that is shown too.</summary>
    internal bool HasNation => Layers.Count > 1 && Places.ContainsKey(Reports.Nation);

    internal IReadOnlyDictionary<Spot, int> Truth(string place, ReportTable table) => Margins.Totalled(table, (place == Reports.Nation && HasNation ? Parts.SelectMany(p => Layers[p]) : Layers.GetValueOrDefault(place, []))
        .Where(t => t.Table == table.Code).GroupBy(t => (t.Row, t.Column)).Select(g => new Tally(table.Code, g.Key.Row, g.Key.Column, g.Sum(t => t.Count))));
}
