using System.Xml.Linq;

namespace ReferralPathway.Architecture.Tests;

public sealed class ProjectFileTests
{
    private static readonly string Solution = Repository.Read("ReferralPathway.sln");

    [Fact]
    public void Every_project_is_in_the_solution_and_states_no_package_version()
    {
        var projects = Repository.Files("*.csproj");

        Assert.NotEmpty(projects);
        Assert.Empty(projects.SelectMany(project => Breaches(project, Repository.Read(project))));
    }

    [Theory]
    [InlineData("src/ReferralPathway.Forgotten/ReferralPathway.Forgotten.csproj", "<Project />")]
    [InlineData("src/ReferralPathway.Data/ReferralPathway.Data.csproj", """<Project><ItemGroup><PackageReference Include="Npgsql" Version="10.0.0" /></ItemGroup></Project>""")]
    [InlineData("src/ReferralPathway.Data/ReferralPathway.Data.csproj", """<Project><ItemGroup><PackageReference Include="Npgsql" VersionOverride="10.0.0" /></ItemGroup></Project>""")]
    [InlineData("src/ReferralPathway.Data/ReferralPathway.Data.csproj", """<Project><ItemGroup><PackageReference Include="Npgsql"><Version>10.0.0</Version></PackageReference></ItemGroup></Project>""")]
    [InlineData("src/ReferralPathway.Web/ReferralPathway.Web.csproj", """<Project><ItemGroup><PackageDownload Include="Npgsql" Version="[10.0.0]" /></ItemGroup></Project>""")]
    public void A_project_outside_the_solution_or_with_a_version_of_its_own_is_caught(string project, string content) =>
        Assert.Single(Breaches(project, content));

    private static IEnumerable<string> Breaches(string project, string content)
    {
        if (!Solution.Contains($"\"{project.Replace('/', '\\')}\"", StringComparison.Ordinal)) yield return $"{project} is not in the solution";

        foreach (var package in XDocument.Parse(content).Descendants().Where(e => e.Name.LocalName is "PackageReference" or "PackageDownload"))
        {
            // A download takes no central version: it names a property of Directory.Packages.props.
            var versions = package.Attributes().Where(a => IsVersion(a.Name)).Select(a => a.Value).Concat(package.Elements().Where(e => IsVersion(e.Name)).Select(e => e.Value));
            if (versions.Any(v => !v.StartsWith("[$(", StringComparison.Ordinal))) yield return $"{project} states the version of {package.Attribute("Include")?.Value}";
        }
    }

    private static bool IsVersion(XName name) => name.LocalName is "Version" or "VersionOverride";
}
