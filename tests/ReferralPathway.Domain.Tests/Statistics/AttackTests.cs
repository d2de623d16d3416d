using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Domain.Tests.Statistics;

/// <summary>
/// Somebody collects everything that is released of many invented countries: each region, the country, every table of a report, two releases of a year, the files. They try to work
/// out what is hidden: by linear programming, and, without any of our code, by narrowing bounds over all sums. Of suppression that only hides small numbers they recover a great deal.
/// </summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private static readonly Report Report = Reports.Find("S-01")!;
    private static readonly string[] Regions = ["Stockholm", "Ost", "Norr", "Syd"];

    private sealed record Person(string Region, string Gender, string Age, string World, string Children, string[] Purposes, int Quarter);

    [Fact]
    public void Of_two_releases_with_all_their_tables_nothing_hidden_is_recovered()
    {
        var (worlds, hidden, naive, narrowed, differences) = (0, 0, 0, 0, 0);
        for (var seed = 1; seed <= 8; seed++)
        {
            var random = new Random(seed);
            var people = Enumerable.Range(0, 25 + seed * 18).Select(_ => Draw(random)).ToList();
            var (first, second) = (Layers(people.Where(p => p.Quarter == 1)), Layers(people));

            var early = Suppression.Release(Report, first, null);
            var late = Suppression.Release(Report, second, early);
            var file = Suppression.ReleaseFile(Report, late, Suppression.ReleaseFile(Report, early, null));

            Assert.Empty(Attack.On(Report, early));
            Assert.Empty(Attack.On(Report, late, early));
            Assert.Empty(Attack.On(Report, file, threshold: Suppression.FileThreshold));
            Assert.Empty(Narrow.Settled(early, null));
            Assert.Empty(Narrow.Settled(late, early));

            worlds++;
            hidden += late.Places.Values.Sum(p => p.Count(f => f.Sort is Sort.Few or Sort.Hidden));
            naive += Attack.On(Report, Naive.Of(Report, second)).Count;
            narrowed += Narrow.Settled(Naive.Of(Report, second), null).Count;
            differences += Attack.On(Report, Naive.Of(Report, second), Naive.Of(Report, first)).Count;
        }
        output.WriteLine($"Attack: {worlds} countries, {hidden} hidden numbers in their second releases, 0 recovered. Hiding small numbers only: {naive} recovered from totals, {narrowed} without our solver, {differences} with the release before.");
        Assert.True(hidden > 1000 && naive > 100 && narrowed > 100 && differences > naive);
    }

    /// <summary>Who is protected counts in the country and in no region: subtracting the regions from the country does not find them.</summary>
    [Fact]
    public void A_protected_person_is_not_found_by_subtracting_the_regions_from_the_country()
    {
        var layers = new Dictionary<string, IReadOnlyList<Tally>>
        {
            ["Syd"] = [new("PERSONS", "F", "ADULT", 20)],
            ["Norr"] = [new("PERSONS", "F", "ADULT", 10)],
            [Edition.Elsewhere] = [new("PERSONS", "F", "ADULT", 1)],
        };

        Assert.Contains(Attack.On(Report, Naive.Of(Report, layers)), f => f.Place == Reports.Nation);
        Assert.Empty(Attack.On(Report, Suppression.Release(Report, layers, null)));
        Assert.Equal(["Syd", "Norr", "SE"], Suppression.Release(Report, layers, null).Places.Keys);
    }

    [Fact]
    public void What_is_hidden_on_a_page_is_hidden_in_its_file()
    {
        var random = new Random(99);
        var page = Suppression.Release(Report, Layers([.. Enumerable.Range(0, 300).Select(_ => Draw(random))]), null);
        var file = Suppression.ReleaseFile(Report, page, null);

        Assert.Contains(file.Places["SE"], f => f.Sort == Sort.Rounded);
        foreach (var (place, figures) in page.Places)
            foreach (var hidden in figures.Where(f => f.Sort is Sort.Few or Sort.Hidden))
                Assert.Contains(file.Places[place], f => (f.Table, f.Row, f.Column) == (hidden.Table, hidden.Row, hidden.Column) && f.Sort is Sort.Few or Sort.Hidden);
        Assert.DoesNotContain(file.Places.Values.SelectMany(f => f), f => f.Sort == Sort.Rounded && f.Value < 11);
    }

    private static Person Draw(Random random) => new(
        random.Next(20) == 0 ? Edition.Elsewhere : Regions[Math.Min(random.Next(4), random.Next(4))], Pick(random, "F", "F", "F", "M", "M", "X", "U"), Pick(random, "ADULT", "ADULT", "ADULT", "ADULT", "CHILD", "UNCERTAIN"),
        Pick(random, "EuEea", "EuEea", "Africa", "Asia", "OtherEurope", "Americas"), Pick(random, "0", "0", "0", "1", "2"),
        random.Next(4) == 0 ? ["SEXUAL", "BEGGING"] : [Pick(random, "SEXUAL", "SEXUAL", "FORCED_LABOUR", "FORCED_LABOUR", "CRIMINALITY", "DOMESTIC")], random.Next(1, 3));

    private static string Pick(Random random, params string[] of) => of[random.Next(of.Length)];

    private static Dictionary<string, IReadOnlyList<Tally>> Layers(IEnumerable<Person> people) => people.GroupBy(p => p.Region).ToDictionary(g => g.Key, IReadOnlyList<Tally> (g) =>
    [
        .. Tallies("PERSONS", g.Select(p => (p.Gender, p.Age))),
        .. Tallies("PURPOSE", g.SelectMany(p => p.Purposes.Select(x => (x, p.Gender)))),
        .. Tallies("MAIN", g.Select(p => (p.Purposes[0], ""))),
        .. Tallies("CITIZENSHIP", g.Select(p => (p.World, ""))),
        .. Tallies("CHILDREN", g.Select(p => (p.Children, ""))),
    ]);

    private static IEnumerable<Tally> Tallies(string table, IEnumerable<(string Row, string Column)> cells) => cells.GroupBy(c => c).Select(c => new Tally(table, c.Key.Row, c.Key.Column, c.Count()));

    /// <summary>An attacker of their own: knows what is printed and nothing else, and narrows the bounds of every number over every sum until nothing changes.</summary>
    private static class Narrow
    {
        private sealed record Key(bool IsNow, string Place, string Table, string Row, string Column);

        public static IReadOnlyList<string> Settled(Edition now, Edition? before)
        {
            var bounds = new Dictionary<Key, (int Low, int High)>();
            var sums = new List<(Key Sum, List<Key> Parts, bool PartsAreAll)>();
            Read(now, true);
            if (before is not null) Read(before, false);
            bool again;
            do
            {
                again = false;
                foreach (var (sum, parts, all) in sums)
                {
                    var (low, high) = (parts.Sum(p => bounds[p].Low), parts.Sum(p => Math.Min(bounds[p].High, 100_000)));
                    again |= Tighten(sum, low, all ? high : int.MaxValue);
                    foreach (var part in parts)
                        again |= Tighten(part, all ? bounds[sum].Low - (high - Math.Min(bounds[part].High, 100_000)) : 0, bounds[sum].High - (low - bounds[part].Low));
                }
                if (before is null) continue;
                foreach (var key in bounds.Keys.Where(k => k.IsNow).ToList())
                    if (bounds.TryGetValue(key with { IsNow = false }, out var earlier))
                    {
                        again |= Tighten(key, earlier.Low, int.MaxValue);
                        again |= Tighten(key with { IsNow = false }, 0, bounds[key].High);
                    }
            }
            while (again);
            return [.. bounds.Where(b => b.Key.IsNow && b.Value.Low == b.Value.High && now.Places[b.Key.Place].Any(f => (f.Table, f.Row, f.Column) == (b.Key.Table, b.Key.Row, b.Key.Column) && f.Sort is Sort.Few or Sort.Hidden)).Select(b => $"{b.Key}")];

            bool Tighten(Key key, int low, int high)
            {
                var was = bounds[key];
                var made = (Low: Math.Max(was.Low, low), High: Math.Min(was.High, high));
                Assert.True(made.Low <= made.High, $"What is released contradicts itself: {key}");
                bounds[key] = made;
                return made != was;
            }

            void Read(Edition edition, bool isNow)
            {
                foreach (var (place, figures) in edition.Places)
                    foreach (var f in figures)
                        bounds[new(isNow, place, f.Table, f.Row, f.Column)] = f.Sort switch { Sort.Exact => (f.Value, f.Value), Sort.Rounded => (Math.Max(5, f.Value - 2), f.Value + 2), Sort.Few => (1, 4), _ => (1, 100_000) };
                foreach (var (place, figures) in edition.Places)
                    foreach (var f in figures)
                    {
                        var key = new Key(isNow, place, f.Table, f.Row, f.Column);
                        if (f.IsTotal) sums.Add((key, [.. figures.Where(c => c.Table == f.Table && !c.IsTotal && (f.Row == "*" || c.Row == f.Row) && (f.Column == "*" || c.Column == f.Column)).Select(c => new Key(isNow, place, c.Table, c.Row, c.Column))], true));
                        // The regions are not all of the country.
                        if (place == "SE") sums.Add((key, [.. edition.Places.Keys.Where(p => p != "SE").Select(p => key with { Place = p }).Where(bounds.ContainsKey)], false));
                    }
            }
        }
    }
}
