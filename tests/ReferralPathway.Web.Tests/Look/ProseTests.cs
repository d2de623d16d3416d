using System.Text.RegularExpressions;

namespace ReferralPathway.Web.Tests.Look;

/// <summary>What people read stands in <c>Texts/</c>, in both languages; never in a page.</summary>
public sealed partial class ProseTests
{
    public static TheoryData<string> Pages => [.. Source.Files("*.cshtml").Select(file => file.Name)];

    [Theory, MemberData(nameof(Pages))]
    public void A_page_holds_no_prose_of_its_own(string page) =>
        Assert.Empty(Prose(Source.Files("*.cshtml").Single(file => file.Name == page).Text));

    [Fact]
    public void A_page_model_holds_no_prose_of_its_own() => Assert.Empty(
        from file in Source.Files("*.cshtml.cs")
        from line in file.Text.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("log.", StringComparison.OrdinalIgnoreCase) && !line.Contains("throw new", StringComparison.Ordinal)
        from Match match in Literal.Matches(line)
        where Sentence.IsMatch(match.Value)
        select (file.Name, match.Value));

    [Theory]
    [InlineData("<p>Hello there</p>")]
    [InlineData("@if (x)\n{\n  <b>Spara</b>\n}")]
    [InlineData("<nav aria-label=\"Main menu\"></nav>")]
    [InlineData("<rp-field for=\"Input.X\" label=\"Phone\" />")]
    [InlineData("<p>@Model.Name is waiting</p>")]
    public void Prose_is_found(string page) => Assert.NotEmpty(Prose(page));

    [Theory]
    [InlineData("<p>@T[\"Look.Yes\"] · @Model.Name, @(a ? \"x y\" : b)</p>")]
    [InlineData("@* a comment *@<rp-field for=\"Input.X\" label=\"Cases.Phone\" />")]
    [InlineData("@{\n  var x = \"a b\";\n}\n@foreach (var y in Model.Rows)\n{\n  if (y.Z)\n  {\n    <b>@y.Name</b>\n  }\n  else\n  {\n    <i>@T.Day(y.On)</i>\n  }\n}")]
    [InlineData("@section Way {\n  <rp-back href=\"/x\" text=\"@T[\"Cases.A\", (\"b\", c)]\" />\n}")]
    public void What_is_no_prose_is_let_be(string page) => Assert.Empty(Prose(page));

    private static List<string> Prose(string page)
    {
        page = Comment.Replace(page, "");
        page = Directive.Replace(page, "");
        page = Code.Replace(page, "");
        var attributes = TextAttribute.Matches(page).Select(match => match.Groups[2].Value).Where(value => !Key.IsMatch(value) && !value.Contains('@') && Word.IsMatch(value));
        page = Expression.Replace(page, "");
        page = Tag.Replace(page, "\n");
        page = Control.Replace(page, "");
        return [.. attributes, .. page.Split('\n').Where(line => Word.IsMatch(line)).Select(line => line.Trim())];
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<style.*?</style>|<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"^@(page|model|using|inject|inherits|namespace|addTagHelper|attribute)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive { get; }

    // @{ … } on one line, or @{ … } and @functions { … } up to the brace at the start of a line
    [GeneratedRegex(@"@\{[^\n]*\}[ ]*$|@(functions|code)?\s*\{.*?^\}", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code { get; }

    // @name.Member[…](…) and @(…), with balanced brackets
    [GeneratedRegex(@"@(?!section|if|foreach|for\b|while|switch|else)(?:await\s+)?[\w.]*(?:(?:\((?>[^()]|(?<d>\()|(?<-d>\)))*(?(d)(?!))\)|\[(?>[^\[\]]|(?<e>\[)|(?<-e>\]))*(?(e)(?!))\])[\w.]*)*")]
    private static partial Regex Expression { get; }

    [GeneratedRegex(@"<!?/?[a-zA-Z](?:[^<>""']|""[^""]*""|'[^']*')*>")]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"^\s*[{}]\s*$|^\s*@?\}?\s*(section \w+ \{|else\b|if\b|foreach\b|for\b|while\b|switch\b|case\b|break;|var\b|default:).*$", RegexOptions.Multiline)]
    private static partial Regex Control { get; }

    [GeneratedRegex(@"\s(aria-label|alt|title|placeholder|label|hint|text|caption|lede|what|by|ground|next|why|practice|note)=""([^""@?/#][^""@]*)""")]
    private static partial Regex TextAttribute { get; }

    [GeneratedRegex(@"^[A-Z]\w*(\.\w+)+$")]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"(?<!&)\p{L}{2,}")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Literal { get; }

    [GeneratedRegex(@"""[^""]*\p{L}{2,} \p{L}{2,} \p{L}{2,}[^""]*""")]
    private static partial Regex Sentence { get; }
}
