using System.Globalization;
using System.Text.RegularExpressions;

namespace ReferralPathway.Architecture.Tests;

/// <summary>The ledger of OWASP ASVS 5.0.0 has every requirement, and what it names can be looked up. That it tells the truth about a row is for whoever reads the test that the row names.</summary>
public sealed partial class AsvsTests
{
    /// <summary>How many requirements the standard has in each section of each chapter.</summary>
    private static readonly int[][] Standard =
    [
        [2, 10, 12, 3, 3], [3, 3, 5, 2], [1, 3, 5, 8, 8, 1, 5], [5, 5, 2, 4], [1, 6, 3, 3], [3, 12, 8, 6, 8, 4, 2, 4], [3, 4, 2, 5, 3, 2], [4, 4, 3, 2], [3, 4],
        [2, 3, 5, 16, 5, 2, 3], [4, 5, 5, 4, 2, 2, 2], [5, 2, 5], [4, 6, 4, 7], [2, 8, 3], [5, 5, 7, 4], [1, 5, 4, 3, 4], [2, 8, 2],
    ];

    private static readonly string[] Statuses = ["held", "partly", "missing", "operator", "not applicable"];

    /// <summary>Self-contained tokens, OAuth and WebRTC.</summary>
    private static readonly string[] OutOfScope = ["9", "10", "17"];

    private static readonly string Ledger = Repository.Read("docs/asvs.md");

    private static readonly IReadOnlyList<Requirement> Rows = [.. Row().Matches(Ledger).Select(Requirement.Of)];

    [Fact]
    public void Every_requirement_stands_once_and_in_order()
    {
        Assert.Equal(345, Rows.Count);
        Assert.Equal(Numbers(), Rows.Select(r => r.Number));
        // A row that the pattern of a whole one does not read has an empty cell, or one too many.
        Assert.Equal(Rows.Count, RowBegins().Count(Ledger));
    }

    [Fact]
    public void Every_level_has_as_many_requirements_as_in_the_standard() =>
        Assert.Equal([70, 183, 92], Rows.GroupBy(r => r.Level).OrderBy(level => level.Key, StringComparer.Ordinal).Select(level => level.Count()));

    [Fact]
    public void Every_row_says_in_a_few_words_what_it_asks_and_has_a_status_of_the_list() =>
        Assert.All(Rows, row => Assert.True(row.Asks.Split(' ').Length <= 12 && Statuses.Contains(row.Status), $"{row.Number}: {row.Asks} | {row.Status}"));

    [Fact]
    public void What_is_held_names_a_test_or_a_file() => Assert.Empty(WithoutEvidence(Rows));

    [Fact]
    public void Every_test_that_the_ledger_names_exists()
    {
        var methods = Repository.Files("*.cs").Where(f => f.StartsWith("tests/", StringComparison.Ordinal)).SelectMany(f => Method().Matches(Repository.Read(f)).Select(m => m.Groups["name"].Value)).ToHashSet();

        Assert.Empty(Rows.SelectMany(r => r.Tests).Where(test => !methods.Contains(test)).Distinct());
    }

    [Fact]
    public void Every_file_that_the_ledger_names_exists() => Assert.Empty(Rows.SelectMany(r => r.Files).Where(file => !Exists(file)).Distinct());

    [Fact]
    public void The_counts_at_the_top_are_what_the_rows_say() =>
        Assert.Equal([Counts("1"), Counts("2"), Counts("3"), Counts("all")], CountRow().Matches(Ledger).Select(m => m.Value));

    [Fact]
    public void A_row_that_holds_without_evidence_and_a_file_that_is_not_there_are_caught()
    {
        var rows = Row().Matches("| 1.1.1 | 2 | Something | held | We are sure of it |\n| 1.1.2 | 2 | More | held | `Web/Nowhere.cs` |\n| 1.2.1 | 1 | Less | missing | A wish |").Select(Requirement.Of).ToList();

        Assert.Equal(["1.1.1"], WithoutEvidence(rows));
        Assert.Equal(["Web/Nowhere.cs"], rows.SelectMany(r => r.Files).Where(file => !Exists(file)));
    }

    private static IEnumerable<string> Numbers() =>
        Standard.SelectMany((sections, chapter) => sections.SelectMany((count, section) => Enumerable.Range(1, count).Select(number => Joined(".", [chapter + 1, section + 1, number]))));

    private static IEnumerable<string> WithoutEvidence(IEnumerable<Requirement> rows) => rows.Where(r => r.IsHeld && !r.Tests.Any() && !r.Files.Any()).Select(r => r.Number);

    private static bool Exists(string file) => File.Exists(Path.Combine(Repository.Root, file)) || File.Exists(Path.Combine(Repository.Root, "src", $"ReferralPathway.{file}"));

    /// <summary>The row of the table at the top: what is held, what of it by a test, the other statuses, what is in scope, and all.</summary>
    private static string Counts(string level)
    {
        var rows = Rows.Where(r => level == "all" || r.Level == level).ToList();
        List<int> counts = [.. Statuses.Select(status => rows.Count(r => r.Status == status)), rows.Count(r => !OutOfScope.Contains(r.Number.Split('.')[0])), rows.Count];
        counts.Insert(1, rows.Count(r => r.IsHeld && r.Tests.Any()));
        return $"| {level} | {Joined(" | ", counts)} |";
    }

    private static string Joined(string between, IEnumerable<int> numbers) => string.Join(between, numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private sealed record Requirement(string Number, string Level, string Asks, string Status, string Evidence)
    {
        public bool IsHeld => Status == Statuses[0];

        public IEnumerable<string> Tests => TestName().Matches(Evidence).Select(m => m.Groups["name"].Value);

        public IEnumerable<string> Files => FileName().Matches(Evidence).Select(m => m.Groups["path"].Value);

        public static Requirement Of(Match row) =>
            new(row.Groups["number"].Value, row.Groups["level"].Value, row.Groups["asks"].Value, row.Groups["status"].Value, row.Groups["evidence"].Value);
    }

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[123]) \| (?<asks>[^|\n]*[^|\s]) \| (?<status>[^|\n]*[^|\s]) \| (?<evidence>[^|\n]*[^|\s]) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| \d+\.", RegexOptions.Multiline)]
    private static partial Regex RowBegins();

    [GeneratedRegex(@"^\| (?:[123]|all)(?: \| \d+){8} \|$", RegexOptions.Multiline)]
    private static partial Regex CountRow();

    [GeneratedRegex("`(?<name>[A-Z][a-z]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"`(?<path>(?:[A-Za-z0-9_.-]+/)*(?:Dockerfile|[A-Za-z0-9_.-]*\.(?:cs|cshtml|js|css|sql|md|txt|yml|cfg|props|dockerignore)))`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\b(?:void|Task) (?<name>[A-Z][A-Za-z0-9_]+)\(")]
    private static partial Regex Method();
}
