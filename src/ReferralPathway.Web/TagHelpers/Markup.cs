using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ReferralPathway.Web.TagHelpers;

/// <summary>HTML from interpolated strings: every hole is encoded, except a hole that is HTML already; null leaves nothing.</summary>
internal static class Markup
{
    public static IHtmlContent Html(FormattableString html) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, html.Format, html.GetArguments());

    public static IHtmlContent? When(bool condition, FormattableString html) => condition ? Html(html) : null;

    /// <summary>An attribute with a space before it; nothing when there is no value.</summary>
    public static IHtmlContent? Attribute(string name, object? value) => When(value is not null, $" {name}=\"{value}\"");

    /// <summary>An attribute without a value.</summary>
    public static IHtmlContent? Flag(string name, bool on) => When(on, $" {name}");

    public static IHtmlContent Join(IEnumerable<IHtmlContent?> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts) if (part is not null) all.AppendHtml(part);
        return all;
    }

    /// <summary>An id that occurs once on the page.</summary>
    public static string NextId(this ViewContext view, string name)
    {
        var numbers = view.HttpContext.Items;
        var n = numbers[typeof(Markup)] as int? ?? 0;
        numbers[typeof(Markup)] = ++n;
        return $"{name}-{n}";
    }

    /// <summary>Turns the element into a plain one; classes the author wrote stay.</summary>
    public static void Become(this TagHelperOutput output, string tag, string classes, IHtmlContent? content = null)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        if (classes.Length > 0) output.Attributes.SetAttribute("class", own is null ? classes : $"{classes} {own}");
        if (content is not null) output.Content.SetHtmlContent(content);
    }
}
