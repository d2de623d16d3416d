using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Statistics;

namespace ReferralPathway.Domain.Tests.Statistics;

public sealed class SuppressionTests
{
    private static readonly Report One = new("T", [Role.NationalCoordinator], [], [], new ReportTable("A", Counting.Acts, "gender", "age"));
    private static readonly Report Single = new("T", [Role.NationalCoordinator], [], [], new ReportTable("A", Counting.Acts, "gender"));

    [Fact]
    public void Of_the_example_of_the_rules_all_four_cells_are_hidden_and_none_can_be_worked_out()
    {
        var shown = Shown(One, ("r1", "c1", 3), ("r1", "c2", 12), ("r2", "c1", 7), ("r2", "c2", 4));

        Assert.Equal(
            ["r1 c1 <5", "r1 c2 –", "r1 * 15", "r2 c1 –", "r2 c2 <5", "r2 * 10", "* c1 10", "* c2 15", "* * 25"],
            shown.Select(Text).OrderBy(t => t.StartsWith('*')).ThenBy(t => t[..2], StringComparer.Ordinal).ThenBy(t => t.Split(' ')[1] == "*").ThenBy(t => t.Split(' ')[1], StringComparer.Ordinal));
        Assert.All(shown.Where(f => f.Sort is Sort.Few or Sort.Hidden), f => Assert.True(Possible(shown, f).Count > 1));
    }

    [Fact]
    public void A_single_row_of_four_is_fewer_than_five_and_so_is_its_total() =>
        Assert.Equal(["* <5", "r1 <5"], Shown(Single, ("r1", "", 4)).Select(f => Text(f).Replace("  ", " ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Where_nobody_was_counted_nothing_is_said_to_be_few()
    {
        Assert.Empty(Shown(One));
        Assert.Empty(Suppression.Open(One, []));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    public void What_is_shown_is_shown_to_the_nearest_five(int count, int shown) => Assert.Equal(shown, Shown(Single, ("r1", "", count), ("r2", "", 20)).Single(f => f.Row == "r1").Value);

    [Fact]
    public void Two_small_numbers_whose_total_would_give_them_away_lose_their_total() =>
        Assert.Equal(Sort.Hidden, Shown(Single, ("r1", "", 4), ("r2", "", 4)).Single(f => f.Row == "*").Sort);

    [Fact]
    public void The_own_numbers_are_shown_as_they_are() =>
        Assert.Equal(["r1 1", "r2 2", "* 3"], Suppression.Open(Single, [new("A", "r1", "", 1), new("A", "r2", "", 2)]).Select(f => $"{f.Row} {f.Value}"));

    [Fact]
    public void In_a_file_every_number_below_eleven_is_hidden_also_the_own()
    {
        var file = Suppression.File(One, [new("A", "r1", "c1", 10), new("A", "r1", "c2", 40), new("A", "r2", "c1", 30), new("A", "r2", "c2", 50), new("A", "r3", "c1", 60), new("A", "r3", "c2", 11)]);

        Assert.DoesNotContain(file, f => f.Sort == Sort.Rounded && f.Value < 11);
        Assert.Equal(Sort.Few, file.Single(f => f is { Row: "r1", Column: "c1" }).Sort);
        Assert.Equal(Sort.Hidden, file.Single(f => f is { Row: "r1", Column: "c2" }).Sort);
    }

    [Fact]
    public void Days_are_withheld_when_few_stand_behind_them()
    {
        var report = Reports.Find("S-03")!;
        IReadOnlyList<Tally> days = [new("DAYS", "ReflectionPeriod", "", 4, 12, 20), new("DAYS", "TemporaryPermit", "", 6, 30, 44)];
        var shown = Suppression.Release(report, new Dictionary<string, IReadOnlyList<Tally>> { [Reports.Nation] = days }, null).Places[Reports.Nation];

        Assert.Null(shown.Single(f => f.Row == "ReflectionPeriod").Middle);
        Assert.Equal((30m, (decimal?)null), (shown.Single(f => f.Row == "TemporaryPermit").Middle!.Value, shown.Single(f => f.Row == "TemporaryPermit").High));
        // How many stand behind them is told by no number here: the table of decisions counts the same, and may have to hide it.
        Assert.All(shown, f => Assert.Equal((f.Row == "TemporaryPermit" ? Sort.Hidden : Sort.Few, 0), (f.Sort, f.Value)));
    }

    [Fact]
    public void The_longest_tenth_of_days_is_shown_when_thirteen_stand_behind_it()
    {
        decimal? High(int count) => Suppression.Release(Reports.Find("S-03")!, new Dictionary<string, IReadOnlyList<Tally>> { [Reports.Nation] = [new("DAYS", "TemporaryPermit", "", count, 30, 44)] }, null).Places[Reports.Nation].Single().High;

        Assert.Equal((null, 44), (High(12), High(13)));
    }

    /// <summary>What was counted by an earlier edition of the catalogue knows nothing of later tables, and does not show them as empty.</summary>
    [Fact]
    public void A_report_of_an_earlier_catalogue_has_the_tables_of_then()
    {
        var report = Reports.Find("S-04")!;

        Assert.DoesNotContain(report.AsOf(1).Tables, t => t.Code is "TRAVELLED" or "DECISION");
        Assert.Equal(["REGION", "STATUS", "AGE", "CITIZENSHIP", "MONITORING", "JUSTICE", "DAYS"], report.AsOf(1).Tables.Select(t => t.Code));
        Assert.Equal(report.Tables, report.AsOf(Reports.Catalogue).Tables);
    }

    /// <summary>Looked at without the suppression's own eyes: every table of whole numbers that could stand behind what is shown is tried.</summary>
    [Fact]
    public void No_small_table_can_be_worked_out_by_trying_everything()
    {
        var random = new Random(20261130);
        var hidden = 0;
        for (var round = 0; round < 250; round++)
        {
            var (rows, columns) = (random.Next(1, 3), random.Next(2, 4));
            var cells = from r in Enumerable.Range(1, rows) from c in Enumerable.Range(1, columns) select ($"r{r}", $"c{c}", random.Next(3) == 0 ? random.Next(3) : random.Next(11));
            var counted = cells.ToArray();
            var shown = Shown(One, counted);
            foreach (var figure in shown.Where(f => f.Sort is Sort.Few or Sort.Hidden && !f.IsTotal))
            {
                hidden++;
                Assert.True(Possible(shown, figure).Count > 1, $"{figure.Row} {figure.Column} of {string.Join(' ', counted)}");
            }
        }
        Assert.True(hidden > 300);
    }

    /// <summary>The attack finds what trying everything finds: neither more nor less.</summary>
    [Fact]
    public void The_attack_recovers_just_what_trying_everything_recovers()
    {
        var random = new Random(7);
        var found = 0;
        for (var round = 0; round < 150; round++)
        {
            Tally[] counted = [.. from r in Enumerable.Range(1, 2) from c in Enumerable.Range(1, random.Next(2, 4)) select new Tally("A", $"r{r}", $"c{c}", random.Next(8))];
            // Small numbers hidden and nothing else done.
            var naive = Naive.Of(One, new Dictionary<string, IReadOnlyList<Tally>> { [Reports.Nation] = counted });
            var shown = naive.Places[Reports.Nation];
            var attacked = Attack.On(One, naive).Select(f => (f.Row, f.Column)).Where(f => f.Row != "*" && f.Column != "*").ToHashSet();
            var tried = shown.Where(f => f.Sort == Sort.Few && !f.IsTotal && Possible(shown, f).Count == 1).Select(f => (f.Row, f.Column)).ToHashSet();
            Assert.Equal(tried.Order(), attacked.Order());
            found += tried.Count;
        }
        Assert.True(found > 100);
    }

    [Fact]
    public void The_same_counts_make_the_same_tables_in_whatever_order_they_come()
    {
        // Either seven could be hidden beside the three.
        var counted = new[] { ("r1", "", 7), ("r2", "", 7), ("r3", "", 3) };

        Assert.Equal(Shown(Single, counted).Select(Text).Order(StringComparer.Ordinal), Shown(Single, [.. counted.Reverse()]).Select(Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ten_reports_have_three_dimensions_at_most_and_readers()
    {
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"S-{n:00}"), Reports.All.Select(r => r.Code));
        Assert.All(Reports.All, r => Assert.Contains(Reports.Readers, r.IsReadBy));
        Assert.DoesNotContain(Reports.Readers, r => r is Role.Lawyer or Role.Auditor);
        // The national coordinator learns of no region, and nobody else of the country.
        Assert.All(Reports.All, r => Assert.True(Reports.PlacesOf(r, Role.NationalCoordinator, CoordinationRegion.Syd) is [] or [Reports.Nation]));
        Assert.All(Enum.GetValues<Role>().Where(r => r != Role.NationalCoordinator), role => Assert.DoesNotContain(Reports.All, r => Reports.PlacesOf(r, role, CoordinationRegion.Syd).Contains(Reports.Nation)));
        Assert.Equal(["Syd", "Stockholm", "Ost", "Norr", "Vast", "Bergslagen", "Mitt"], Reports.PlacesOf(Reports.Find("s-01")!, Role.RegionalCoordinator, CoordinationRegion.Syd));
    }

    private static IReadOnlyList<Figure> Shown(Report report, params (string Row, string Column, int Count)[] cells) =>
        Suppression.Release(report, new Dictionary<string, IReadOnlyList<Tally>> { [Reports.Nation] = [.. cells.Select(c => new Tally("A", c.Row, c.Column, c.Count))] }, null).Places[Reports.Nation];

    private static string Text(Figure f) => $"{f.Row} {f.Column} {f.Sort switch { Sort.Few => "<5", Sort.Hidden => "–", _ => $"{f.Value}" }}";

    /// <summary>The values that a cell can have: all tables are tried that agree with what is shown.</summary>
    private static HashSet<int> Possible(IReadOnlyList<Figure> shown, Figure asked)
    {
        var cells = shown.Where(f => !f.IsTotal).ToList();
        var totals = shown.Where(f => f.IsTotal).Select(t => (Range(t), Parts: cells.Select(c => (t.Row == "*" || t.Row == c.Row) && (t.Column == "*" || t.Column == c.Column)).ToArray())).ToList();
        var (values, found) = (new int[cells.Count], new HashSet<int>());
        Try(0);
        return found;

        void Try(int i)
        {
            if (found.Count > 1) return;
            if (totals.Any(t => Sum(t.Parts, i) > t.Item1.High)) return;
            if (i == cells.Count)
            {
                if (totals.All(t => Sum(t.Parts, i) >= t.Item1.Low)) found.Add(values[cells.IndexOf(asked)]);
                return;
            }
            var (low, high) = Range(cells[i]);
            for (values[i] = low; values[i] <= high; values[i]++) Try(i + 1);
            values[i] = 0;
        }

        int Sum(bool[] parts, int upTo) => Enumerable.Range(0, upTo).Where(k => parts[k]).Sum(k => values[k]);
    }

    private static (int Low, int High) Range(Figure f) => f.Sort switch
    {
        Sort.Exact => (f.Value, f.Value),
        Sort.Rounded => (Math.Max(5, f.Value - 2), f.Value + 2),
        Sort.Few => (1, 4),
        _ => (1, 40),
    };
}
