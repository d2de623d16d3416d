using System.Text.RegularExpressions;

namespace ReferralPathway.Architecture.Tests;

/// <summary>Every place that uses cryptography is written down, so that one that grows old is found.</summary>
public sealed partial class CryptographyTests
{
    [Fact]
    public void The_list_has_every_file_that_uses_cryptography_and_no_other()
    {
        var used = Repository.Files("*.cs").Where(f => f.StartsWith("src/", StringComparison.Ordinal) && Repository.Read(f).Contains("System.Security.Cryptography", StringComparison.Ordinal)).Select(f => f["src/ReferralPathway.".Length..]);
        var listed = Row().Matches(Repository.Read("docs/protection.md").Split("### Where the code does it")[1]).Select(m => m.Groups[1].Value);

        Assert.Equal(used, listed);
    }

    [GeneratedRegex(@"^\| `([^`]+\.cs)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
