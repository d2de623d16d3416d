using System.Reflection;
using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Architecture.Tests;

/// <summary>No English word stands for Swedish law without saying which: every term of the domain has a row in the glossary.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Glossary = Repository.Read("docs/glossary.md");

    [Fact]
    public void Every_term_of_the_domain_has_a_row_in_the_glossary()
    {
        var terms = typeof(Rule).Assembly.GetExportedTypes().Where(IsTerm).ToList();

        Assert.Contains(typeof(DataGroup), terms);
        Assert.Contains(typeof(Domain.Cases.Case), terms);
        Assert.Contains(typeof(Domain.Cases.IdentityDetails), terms);
        Assert.Contains(typeof(PartialDate), terms);
        Assert.Empty(Missing(terms, Glossary));
    }

    [Fact]
    public void Every_row_says_the_Swedish_word_the_meaning_and_the_source_and_stands_once()
    {
        var rows = Row().Matches(Glossary).Select(row => row.Groups["name"].Value).ToList();

        Assert.NotEmpty(rows);
        Assert.Equal(rows.Distinct(), rows);
        // A row that the pattern of a whole one does not read has an empty cell, or one too many.
        Assert.Equal(RowBegins().Count(Glossary), rows.Count);
    }

    [Fact]
    public void A_term_without_a_row_or_with_half_a_row_is_caught()
    {
        Type[] terms = [typeof(Role), typeof(Act)];

        Assert.Equal(["Act"], Missing(terms, "| `Role` | roll | What a person does. | S1-01 |\n| `Act` | handling | | House |\n"));
        Assert.Equal(["Role", "Act"], Missing(terms, "| Role | roll | What a person does. | S1-01 |\nAn `Act` is mentioned."));
    }

    private static IEnumerable<string> Missing(IEnumerable<Type> terms, string glossary)
    {
        var rows = Row().Matches(glossary).Select(row => row.Groups["name"].Value).ToHashSet();
        return terms.Select(term => term.Name).Where(name => !rows.Contains(name));
    }

    /// <summary>Every enumeration; everything the database keeps, which is what can be made from nothing by nobody else; everything sealed; every value of Foundations.</summary>
    private static bool IsTerm(Type type)
    {
        if (type.IsNested || type.IsGenericType || type.IsInterface || type.IsSubclassOf(typeof(CaseEvent)) || type == typeof(CaseEvent)) return false;
        return type.IsEnum || IsKept(type) || Sealed.Contains(type) || type.Namespace == typeof(Rule).Namespace && IsValue(type);
    }

    private static readonly HashSet<Type> Sealed =
        [.. typeof(Rule).Assembly.GetExportedTypes().SelectMany(t => t.GetProperties()).Select(p => p.PropertyType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Sealed<>)).Select(t => t.GetGenericArguments()[0]).Where(t => t.Namespace!.StartsWith("ReferralPathway", StringComparison.Ordinal))];

    private static bool IsKept(Type type) =>
        type is { IsClass: true, IsAbstract: false } && !IsRecord(type) && type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []) is { IsPrivate: true };

    private static bool IsValue(Type type) => IsRecord(type) && !type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    /// <summary>The compiler writes this member into every record, class or struct, and nowhere else.</summary>
    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z]+)` \|(?: [^|\n]*[^|\s] \|){3}$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `", RegexOptions.Multiline)]
    private static partial Regex RowBegins();
}
