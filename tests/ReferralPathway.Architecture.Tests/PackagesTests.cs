using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ReferralPathway.Architecture.Tests;

/// <summary>The list of packages is what is built from, under licences that this program may be given out with.</summary>
public sealed partial class PackagesTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "PostgreSQL", "BSD-2-Clause", "BSD-3-Clause", "MS-NET-Library"];

    private static readonly IReadOnlyList<(string Name, string Version, string Licence)> Listed =
        [.. Row().Matches(Repository.Read("docs/packages.md")).Select(m => (m.Groups["name"].Value, m.Groups["version"].Value, m.Groups["licence"].Value))];

    [Fact]
    public void The_list_has_every_package_that_is_locked_and_no_other() => Assert.Equal(Locked(), Listed.Select(p => $"{p.Name} {p.Version}").Order(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Every_licence_is_one_that_may_be_given_out_with_it() => Assert.DoesNotContain(Listed, p => !Allowed.Contains(p.Licence));

    /// <summary>As far as a package states it by name; two old ones and one that shows an address do not.</summary>
    [Fact]
    public void Every_licence_is_the_one_that_the_package_states()
    {
        var stated = Listed.Select(p => (p.Name, p.Licence, Stated: StatedBy(p.Name, p.Version))).ToList();

        Assert.DoesNotContain(stated, p => p.Stated is not null && p.Stated != p.Licence);
        Assert.Equal(["Microsoft.NETCore.Platforms", "NETStandard.Library", "zxcvbn-core"], stated.Where(p => p.Stated is null).Select(p => p.Name));
    }

    private static IEnumerable<string> Locked()
    {
        using var file = JsonDocument.Parse(Repository.Read("src/ReferralPathway.Web/packages.lock.json"));
        return [.. file.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(p => $"{p.Name} {p.Value.GetProperty("resolved").GetString()}").Order(StringComparer.OrdinalIgnoreCase)];
    }

    private static string? StatedBy(string name, string version)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var about = XDocument.Load(Path.Combine(folder, name.ToLowerInvariant(), version, $"{name.ToLowerInvariant()}.nuspec"));
        return about.Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && e.Attribute("type")?.Value == "expression")?.Value;
    }

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \| (?<version>\S+) \| (?<licence>\S+) \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
