using System.Reflection;
using System.Text.RegularExpressions;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Architecture.Tests;

/// <summary>Which part of the house may know which.</summary>
public sealed partial class DependencyTests
{
    /// <summary>The folders of Domain that hold the others together; all others use Foundations and themselves.</summary>
    private static readonly string[] LookAcross = ["Cases", "Access", "Overview", "Messages"];

    private static readonly Assembly Domain = typeof(CaseId).Assembly;
    private static readonly Assembly Data = typeof(PathwayDb).Assembly;

    [Fact]
    public void Domain_knows_nothing_but_the_platform()
    {
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));
        Assert.DoesNotContain("ProjectReference", Repository.Read("src/ReferralPathway.Domain/ReferralPathway.Domain.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain("PackageReference", Repository.Read("src/ReferralPathway.Domain/ReferralPathway.Domain.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Data_knows_Domain_and_nobody_knows_Web()
    {
        Assert.Equal(["ReferralPathway.Domain"], Ours(Data));
        Assert.Empty(Ours(Domain));
        Assert.Equal(["ReferralPathway.Data", "ReferralPathway.Domain"], Ours(typeof(Program).Assembly).Order());

        static IEnumerable<string> Ours(Assembly assembly) =>
            assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("ReferralPathway", StringComparison.Ordinal));
    }

    [Fact]
    public void The_nouns_of_the_domain_do_not_use_one_another()
    {
        var files = Repository.Files("*.cs").Where(f => f.StartsWith("src/ReferralPathway.Domain/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => Breaches(f, Repository.Read(f))));
    }

    [Theory]
    [InlineData("src/ReferralPathway.Domain/Consents/X.cs", "using ReferralPathway.Domain.Referrals;")]
    [InlineData("src/ReferralPathway.Domain/Foundations/X.cs", "using ReferralPathway.Domain.Cases;")]
    [InlineData("src/ReferralPathway.Domain/Referrals/X.cs", "ReferralPathway.Domain.Cases.Case it;")]
    public void A_noun_that_uses_another_is_caught(string file, string content) => Assert.NotEmpty(Breaches(file, content));

    [Fact]
    public void A_folder_is_a_namespace()
    {
        foreach (var file in Repository.Files("*.cs").Where(f => f.StartsWith("src/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.EndsWith("/Program.cs", StringComparison.Ordinal)))
        {
            var expected = string.Join('.', file.Split('/')[1..^1]);
            Assert.True(Repository.Read(file).Contains($"namespace {expected};", StringComparison.Ordinal), $"{file} is not in the namespace {expected}");
        }
    }

    [Fact]
    public void What_the_domain_keeps_is_changed_by_its_methods_alone()
    {
        var types = Domain.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false } && !t.IsSubclassOf(typeof(Delegate))).ToList();

        Assert.NotEmpty(types);
        Assert.Empty(types.SelectMany(Loose));
    }

    [Fact]
    public void A_loose_class_is_caught() => Assert.Equal(2, Loose(typeof(LooseClass)).Count());

    [Fact]
    public void No_folder_is_called_Common()
    {
        string[] banned = ["Common", "Helpers", "Services", "Utils", "Utilities", "Managers", "Shared"];
        Assert.DoesNotContain(Repository.Files("*.cs"), f => !f.Contains("/Pages/Shared/", StringComparison.Ordinal) && f.Split('/').Any(banned.Contains));
    }

    private static IEnumerable<string> Breaches(string file, string content)
    {
        var folder = file.Split('/')[2];
        if (LookAcross.Contains(folder)) yield break;
        foreach (Match used in DomainNoun().Matches(content))
            if (used.Groups[1].Value is var noun && noun != folder && noun != "Foundations") yield return $"{file} uses {noun}";
    }

    private static IEnumerable<string> Loose(Type type)
    {
        if (!type.IsSealed) yield return $"{type} is not sealed";
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            if (property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
                yield return $"{type}.{property.Name} can be set by anybody";
    }

    [GeneratedRegex(@"ReferralPathway\.Domain\.([A-Z][A-Za-z]+)")]
    private static partial Regex DomainNoun();
}
