using System.Text.RegularExpressions;

namespace ReferralPathway.Architecture.Tests;

/// <summary>Each statement of the sources has a page on which a person meets it; its test is looked up by <see cref="DocumentTests"/>.</summary>
public sealed partial class CoverageTests
{
    private static readonly IReadOnlyList<Match> Rows = [.. Row().Matches(Repository.Read("docs/coverage.md")).Cast<Match>()];

    [Fact]
    public void Every_statement_of_the_sources_is_covered_once_and_in_order() =>
        Assert.Equal([.. Numbered("S1", 41), .. Numbered("S4", 10)], Rows.Select(r => r.Groups["id"].Value));

    [Fact]
    public void Every_page_that_covers_a_statement_exists()
    {
        var pages = Repository.Files("*.cshtml").Select(f => Address().Match(Repository.Read(f))).Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet();

        Assert.Equal([], Rows.Select(r => r.Groups["page"].Value).Where(p => !pages.Contains(p)).Distinct());
    }

    [Fact]
    public void A_statement_says_what_it_is_and_names_a_test() =>
        Assert.All(Rows, row => Assert.True(row.Groups["says"].Value.Length > 20 && row.Groups["test"].Value.Contains('_', StringComparison.Ordinal), row.Value));

    private static IEnumerable<string> Numbered(string source, int count) => Enumerable.Range(1, count).Select(n => $"{source}-{n:00}");

    [GeneratedRegex(@"^\| (?<id>S\d-\d\d) \| (?<says>.+?) \| `(?<page>[^`]+)` \| `(?<test>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^\\W*@page \"([^\"]+)\"")]
    private static partial Regex Address();
}
