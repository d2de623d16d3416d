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

    /// <summary>
    /// In March two groups of eight, shown as ten each; in June one person more, hidden together with one of the groups, and of all of them "15", which is seventeen at most. Whoever kept
    /// March knows that the hidden group has eight at least, and that the person is one.
    /// </summary>
    [Fact]
    public void A_release_is_tried_against_the_one_before()
    {
        var report = new Report("T", [Role.NationalCoordinator], [], [], new ReportTable("A", Counting.Acts, "gender"));
        var (march, june) = (Layers(("r1", 8), ("r3", 8)), Layers(("r1", 8), ("r2", 1), ("r3", 8)));
        var early = Suppression.Release(report, march, null);
        var untried = Suppression.Release(report, june, null);

        Assert.Empty(Attack.On(report, untried));
        Assert.Contains(Attack.On(report, untried, early), f => f.Row == "r2");
        Assert.Empty(Attack.On(report, Suppression.Release(report, june, early), early));

        static Dictionary<string, IReadOnlyList<Tally>> Layers(params (string Row, int Count)[] cells) => new() { [Reports.Nation] = [.. cells.Select(c => new Tally("A", c.Row, "", c.Count))] };
    }

    private sealed record Return(string Region, string Status, string Exposure, string Age, string Gender, string World, string Destination, string Support, int Quarter)
    {
        public bool HasTravelled => Status is "Travelled" or "Monitoring" or "MonitoringEnded";
    }

    /// <summary>The tables of returns count the same applications, and those of the journeys the same journeys: what one hides no other tells, in two releases, with seven tables in hand.</summary>
    [Fact]
    public void Tables_of_the_same_returns_do_not_tell_on_one_another()
    {
        var report = Reports.Find("S-04")!;
        string[][] together = [["REGION", "STATUS", "DECISION", "AGE", "CITIZENSHIP"], ["TRAVELLED", "DESTINATION", "REINTEGRATION"]];
        var (hidden, apart, told) = (0, 0, 0);
        for (var seed = 1; seed <= 6; seed++)
        {
            var random = new Random(seed);
            var returns = Enumerable.Range(0, 8 + seed * 9).Select(_ => DrawReturn(random)).ToList();
            var (first, second) = (Layers(returns.Where(r => r.Quarter == 1)), Layers(returns));

            var early = Suppression.Release(report, first, null);
            var late = Suppression.Release(report, second, early);
            var file = Suppression.ReleaseFile(report, late, null);

            Assert.Empty(Attack.On(report, late, early));
            Assert.Empty(Attack.On(report, file, threshold: Suppression.FileThreshold));
            Assert.Empty(Narrow.Settled(late, early, together));
            Assert.Empty(Narrow.Settled(early, null, together));
            hidden += late.Places.Values.Sum(p => p.Count(f => f.Sort is Sort.Few or Sort.Hidden));
            // Each table made for itself, as if no other were there.
            var alone = late with { Places = late.Places.Keys.ToDictionary(p => p, IReadOnlyList<Figure> (p) => [.. report.Tables.Where(t => t.Counts).SelectMany(t => Suppression.Release(report with { Tables = [t] }, second, null).Places[p])]) };
            apart += Attack.On(report, alone).Count;
            told += Narrow.Settled(Naive.Of(report, second), null, together).Count;
        }
        output.WriteLine($"Returns: {hidden} hidden numbers, 0 recovered. Each table for itself: {apart} recovered from the others. Hiding small numbers only: {told} recovered without our solver.");
        Assert.True(hidden > 300 && apart > 0 && told > 50);

        Return DrawReturn(Random random) => new(Regions[Math.Min(random.Next(4), random.Next(4))], Pick(random, "Draft", "PartAComplete", "RejectedByCoordinator", "SentToIom", "Monitoring", "MonitoringEnded", "MonitoringEnded", "Withdrawn"),
            Pick(random, "THB", "THB", "PROST", "EXPL"), Pick(random, "ADULT", "ADULT", "ADULT", "CHILD"), Pick(random, "F", "F", "F", "M"), Pick(random, "EuEea", "EuEea", "Africa", "Asia"), Pick(random, "EuEea", "EuEea", "Africa"),
            Pick(random, "Cash", "InKind", "Both"), random.Next(1, 3));

        Dictionary<string, IReadOnlyList<Tally>> Layers(IEnumerable<Return> returns) => returns.GroupBy(r => r.Region).ToDictionary(g => g.Key, IReadOnlyList<Tally> (g) =>
        [
            .. Tallies("REGION", g.Select(r => (r.Region, ""))),
            .. Tallies("STATUS", g.Select(r => (r.Status, r.Exposure))),
            .. Tallies("DECISION", g.Select(r => (r.Status switch { "RejectedByCoordinator" => "REJECTED", "Draft" or "PartAComplete" => "WAITING", "Withdrawn" => "WITHDRAWN", _ => "APPROVED" }, ""))),
            .. Tallies("AGE", g.Select(r => (r.Age, r.Gender))),
            .. Tallies("CITIZENSHIP", g.Select(r => (r.World, ""))),
            .. Tallies("TRAVELLED", g.Where(r => r.HasTravelled).Select(r => (r.Age, r.Exposure))),
            .. Tallies("DESTINATION", g.Where(r => r.HasTravelled).Select(r => (r.Destination, ""))),
            .. Tallies("REINTEGRATION", g.Where(r => r.HasTravelled).Select(r => (r.Support, ""))),
            .. Tallies("MONITORING", g.Where(r => r.Status == "MonitoringEnded").Select(r => (r.Exposure == "THB" ? "PeriodCompleted" : "LostContact", ""))),
        ]);
    }

    /// <summary>Twelve and a hidden few, and beside them a table of the same fifteen: then the few are three.</summary>
    [Fact]
    public void A_total_that_another_table_shows_counts_as_shown()
    {
        Figure[] shown = [new("A", "r1", "", Sort.Few, 0), new("A", "r2", "", Sort.Exact, 12), new("A", "*", "", Sort.Hidden, 0), new("B", "c1", "", Sort.Exact, 15), new("B", "*", "", Sort.Exact, 15)];
        var made = new Edition(new Dictionary<string, IReadOnlyList<Tally>> { ["SE"] = [new("A", "r1", "", 3), new("A", "r2", "", 12), new("B", "c1", "", 15)] }, new Dictionary<string, IReadOnlyList<Figure>> { ["SE"] = shown });
        var (a, b) = (new ReportTable("A", Counting.Acts, "gender"), new ReportTable("B", Counting.Acts, "age"));

        Assert.Empty(Attack.On(new("T", [Role.NationalCoordinator], [], [], a, b), made));
        Assert.Equal(["r1", "*"], Attack.On(new("T", [Role.NationalCoordinator], [], [], a with { Of = "acts" }, b with { Of = "acts" }), made).Select(f => f.Row));
    }

    /// <summary>Of persons without a right to stay one table tells the gender, another who helps: both count the same persons.</summary>
    [Fact]
    public void A_row_that_is_the_whole_of_another_table_is_told_by_its_total()
    {
        Figure[] shown =
        [
            new("STATUS", "IRREGULAR", "F", Sort.Few, 0), new("STATUS", "IRREGULAR", "M", Sort.Exact, 5), new("STATUS", "IRREGULAR", "*", Sort.Hidden, 0), new("STATUS", "TRP", "F", Sort.Exact, 20), new("STATUS", "TRP", "*", Sort.Exact, 20),
            new("STATUS", "*", "F", Sort.Hidden, 0), new("STATUS", "*", "M", Sort.Exact, 5), new("STATUS", "*", "*", Sort.Hidden, 0), new("IRREGULAR", "NGO_ONLY", "", Sort.Exact, 8), new("IRREGULAR", "*", "", Sort.Exact, 8),
        ];
        IReadOnlyList<Tally> counted = [new("STATUS", "IRREGULAR", "F", 3), new("STATUS", "IRREGULAR", "M", 5), new("STATUS", "TRP", "F", 20), new("IRREGULAR", "NGO_ONLY", "", 8)];
        var made = new Edition(new Dictionary<string, IReadOnlyList<Tally>> { ["SE"] = counted }, new Dictionary<string, IReadOnlyList<Figure>> { ["SE"] = shown });
        var report = Reports.Find("S-05")!;

        Assert.Contains(new("SE", "STATUS", "IRREGULAR", "F"), Attack.On(report, made));
        Assert.Empty(Attack.On(report with { Sames = [] }, made));
        Assert.Empty(Attack.On(report, Suppression.Release(report, made.Layers, null)));
    }

    /// <summary>Every table and part that the reports say is the same as another exists, and tells by what it is said to tell.</summary>
    [Fact]
    public void What_is_the_same_in_two_tables_names_tables_that_are_there() => Assert.All(Reports.All.SelectMany(r => r.Sames.Select(s => (Report: r, Same: s))), s =>
    {
        Assert.All([s.Same.One, s.Same.Other], part =>
        {
            var table = s.Report.Table(part.Table);
            Assert.NotNull(table);
            Assert.True(s.Same.By is null || s.Same.By == table.Rows || s.Same.By == table.Columns);
        });
    });

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

        /// <param name="together">Codes of tables that have one total.</param>
        public static IReadOnlyList<string> Settled(Edition now, Edition? before, params string[][] together)
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
                foreach (var key in bounds.Keys.Where(k => k.Row == "*" && k.Column is "*" or "").ToList())
                    foreach (var beside in together.Where(t => t.Contains(key.Table)).SelectMany(t => t).SelectMany(t => new[] { key with { Table = t, Column = "" }, key with { Table = t, Column = "*" } }))
                        if (bounds.TryGetValue(beside, out var same)) again |= Tighten(key, same.Low, same.High);
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
