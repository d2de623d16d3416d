using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Architecture.Tests;

/// <summary>What a document says of the code can be looked up there.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Tests = string.Concat(Repository.Files("*.cs").Where(f => f.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read));

    [Fact]
    public void Every_test_that_a_document_names_exists()
    {
        var documents = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.NotEmpty(documents.SelectMany(Named));
        Assert.Empty(documents.SelectMany(Forgotten));
    }

    [Fact]
    public void A_test_that_does_not_exist_is_caught() =>
        Assert.Equal(["Nobody_ever_wrote_this"], Forgotten("**Held by:** `Nobody_ever_wrote_this`, `Every_test_that_a_document_names_exists`."));

    [Fact]
    public void Every_decision_says_what_holds_it()
    {
        var decisions = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "decisions"), "*.md");

        Assert.NotEmpty(decisions);
        Assert.All(decisions, d => Assert.Contains("**Held by:** ", File.ReadAllText(d), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_law_stands_on_the_pathway()
    {
        var pathway = Repository.Read("docs/pathway.md");
        Assert.Empty(Rule.All.Where(r => !pathway.Contains($"`{r.Name}`", StringComparison.Ordinal)).Select(r => r.Name));
    }

    private static IEnumerable<string> Named(string document) => TestName().Matches(document).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Forgotten(string document) => Named(document).Where(name => !Tests.Contains($" {name}(", StringComparison.Ordinal)).Distinct();

    [GeneratedRegex("`([A-Z][a-z]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();
}
