using System.Text.RegularExpressions;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Look;

public sealed partial class TextTests
{
    private static readonly Phrasebook Book = new(strict: true);

    [Fact]
    public void Every_text_exists_in_both_languages()
    {
        Assert.NotEmpty(Book.Keys(PageLanguage.Swedish));
        Assert.Equal(Book.Keys(PageLanguage.Swedish).Order(), Book.Keys(PageLanguage.English).Order());
    }

    [Fact]
    public void A_text_has_the_same_placeholders_and_marks_in_both_languages() =>
        Assert.All(Book.Keys(PageLanguage.Swedish), key => Assert.Equal(Marks(PageLanguage.Swedish, key), Marks(PageLanguage.English, key)));

    [Fact]
    public void A_text_is_written_in_its_own_language_with_its_own_marks() => Assert.All(Book.Keys(PageLanguage.Swedish), key =>
    {
        Assert.NotEqual("", Book.Find(PageLanguage.English, key)!.Trim());
        Assert.DoesNotContain("“", Book.Find(PageLanguage.Swedish, key));
        // A term says what it is called in the other language.
        if (!(key.StartsWith("Terms.", StringComparison.Ordinal) && key.EndsWith(".Also", StringComparison.Ordinal))) Assert.DoesNotMatch("[åäöÅÄÖ]", PlaceNames.Replace(Book.Find(PageLanguage.English, key)!, ""));
    });

    [Theory]
    [InlineData("Children.Hint.Heard", "(3\u00a0kap.\u00a04\u00a0§ socialtjänstlagen)")]
    [InlineData("Permits.Decide.HeardOnHint", "7\u00a0kap.\u00a07\u00a0b\u00a0§")]
    public void A_section_of_a_law_stands_on_one_line(string key, string section)
    {
        Assert.Contains(section, Book.Find(PageLanguage.Swedish, key), StringComparison.Ordinal);
        Assert.All(Book.Keys(PageLanguage.Swedish), any => Assert.DoesNotMatch(@"\d kap\.|\d §|kap\. \d", Book.Find(PageLanguage.Swedish, any)));
    }

    [Fact]
    public void A_countable_text_has_both_forms() => Assert.All(Book.Keys(PageLanguage.Swedish).Where(key => key.EndsWith(".one", StringComparison.Ordinal)),
        key => Assert.Contains(key[..^3] + "other", Book.Keys(PageLanguage.Swedish)));

    [Fact]
    public void Every_text_that_the_source_names_exists()
    {
        var known = Book.Keys(PageLanguage.Swedish).ToHashSet();
        var nouns = string.Join('|', known.Select(key => key.Split('.')[0]).Distinct());
        var named = from file in Source.Files("*.cshtml").Concat(Source.Files("*.cs"))
                    from Match match in Regex.Matches(file.Text, $"""["']((?:{nouns})(?:\.\w+)+)["']""")
                    select (file.Name, Key: match.Groups[1].Value);
        var errors = from file in Source.Files("*.cs")
                     from Match match in Regex.Matches(file.Text, """\b[tT]\.Error\("(\w+)["]""")
                     select (file.Name, Key: $"Errors.{match.Groups[1].Value}");

        Assert.NotEmpty(errors);
        Assert.DoesNotContain(named.Concat(errors), use => !known.Contains(use.Key) && !known.Contains($"{use.Key}.one") && !known.Contains($"Audit.Kind.{use.Key}"));
    }

    [Fact]
    public void The_standard_errors_say_what_to_write()
    {
        var t = new Wording(Book, PageLanguage.Swedish, new FixedClock(default), new NoCodes());
        Assert.Equal("Fyll i säkert telefonnummer.", t.Error("Required", "Sample.Phone"));
        Assert.Equal("Fyll i LMA-nummer.", t.Error("Required", "LMA-nummer"));
        Assert.Equal("Senast kontrollerad kan inte vara senare än i dag (2026-03-16).", t.Error("DateFuture", "Sample.Checked", ("today", new DateOnly(2026, 3, 16))));
    }

    [Fact]
    public void A_placeholder_without_a_value_is_found_in_development()
    {
        var t = new Wording(Book, PageLanguage.Swedish, new FixedClock(default), new NoCodes());
        Assert.Throws<KeyNotFoundException>(() => t["Rules.ThePermitNeedsAnInvestigation"]);
        Assert.Throws<KeyNotFoundException>(() => t["Rules.ThePermitNeedsAnInvestigation", ("kind", "betänketid")]);
        Assert.Throws<KeyNotFoundException>(() => t.Say("Rules.ThePermitNeedsAnInvestigation"));
        Assert.Throws<KeyNotFoundException>(() => t.Error("TooLong", "Sample.Phone", ("n", 3)));
        // What somebody typed is no placeholder.
        Assert.Contains("Du kan söka {x} när", t["Rules.ThePermitNeedsAnInvestigation", ("permit", "{x}")], StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_text_is_found_in_development_and_shown_in_the_other_language_in_production()
    {
        Assert.Throws<KeyNotFoundException>(() => Book.Text(PageLanguage.Swedish, "Look.NoSuchText"));
        Assert.Equal("Look.NoSuchText", new Phrasebook(strict: false).Text(PageLanguage.Swedish, "Look.NoSuchText"));
    }

    [Fact]
    public void What_is_put_into_a_rich_text_cannot_become_markup()
    {
        var t = new Wording(Book, PageLanguage.English, new FixedClock(default), new NoCodes());
        using var written = new StringWriter();
        t.Rich("Sample.Now", ("day", "<script>")).WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.StartsWith("<b>He has until &lt;script&gt; to think,</b>", written.ToString(), StringComparison.Ordinal);
    }

    private static List<string> Marks(PageLanguage language, string key) =>
        [.. PlaceholdersAndMarks.Matches(Book.Find(language, key)!).Select(match => match.Value).Order()];

    [GeneratedRegex(@"%?\{\w+\}|\*\*|\]\(\{\w+\}\)")]
    private static partial Regex PlaceholdersAndMarks { get; }

    // Names that keep their letters in English.
    [GeneratedRegex(@"JÄMY|Ö(st|rebro)\b|\b\p{Lu}\w*(köping|län|borg|land|stad|by)s?\b|Malmö|Umeå|Skåne|Gävle")]
    private static partial Regex PlaceNames { get; }

    internal sealed class NoCodes : ICodeLabels
    {
        public IReadOnlyList<string> Codes(string list) => [];
        public bool IsOffered(string list, string code) => true;
        public string Label(string list, string code, PageLanguage language) => code;
    }
}
