using System.Text.RegularExpressions;

namespace ReferralPathway.Architecture.Tests;

/// <summary>What the composed installation demands is set where it is tried, and told where it is described.</summary>
public sealed partial class InstallationTests
{
    private static readonly string Compose = Repository.Read("docker-compose.yml");

    [Fact]
    public void The_job_that_builds_the_image_sets_everything_that_has_no_default()
    {
        // The four passwords are set in a loop.
        var job = Repository.Read(".github/workflows/ci.yml");
        var set = Assigned().Matches(job).Select(m => m.Groups[1].Value).Concat(Loop().Match(job).Groups[1].Value.Split(' ').Select(who => $"PATHWAY_{who}_PASSWORD"));

        Assert.Equal([], Demanded().Except(set));
    }

    [Fact]
    public void Operations_names_everything_that_has_no_default()
    {
        var operations = Repository.Read("docs/operations.md");

        Assert.NotEmpty(Demanded());
        Assert.Equal([], Demanded().Where(name => !operations.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Demanded() => Variable().Matches(Compose).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\$\{(\w+):\?\}")]
    private static partial Regex Variable();

    [GeneratedRegex("\"(PATHWAY_[A-Z_]+)=")]
    private static partial Regex Assigned();

    [GeneratedRegex("for who in ([A-Z ]+);")]
    private static partial Regex Loop();
}
