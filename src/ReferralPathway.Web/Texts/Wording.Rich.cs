using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace ReferralPathway.Web.Texts;

/// <summary>The two marks a text may carry: <c>**important**</c> and <c>[words]({href})</c>.</summary>
public sealed partial class Wording
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A text with marks, as HTML. Every value is encoded; a link goes only where a placeholder says.</summary>
    public IHtmlContent Rich(string key, params ReadOnlySpan<(string Name, object? Value)> with)
    {
        var html = Encoder.Encode(book.Text(language, key));
        html = Link.Replace(Strong.Replace(html, "<b>$1</b>"), "<a class=\"govuk-link\" href=\"{$2}\">$1</a>");
        return new HtmlString(Fill(html, with, Encoder));
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Strong { get; }

    [GeneratedRegex(@"\[([^\]]+)\]\(\{(\w+)\}\)")]
    private static partial Regex Link { get; }
}
