using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace ReferralPathway.Browser.Tests;

/// <summary>Whether served HTML is what it says: no tag left open or closed twice, no id given twice, nothing clickable inside something clickable, every reference with an end.</summary>
internal static partial class Marks
{
    private const string Clickable = "a[href], button, input:not([type=hidden]), select, textarea, summary, label";

    private static readonly string[] References = ["for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-details", "aria-errormessage", "list"];

    public static IReadOnlyList<string> Faults(string html)
    {
        var faults = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, e) =>
        {
            if (e is HtmlErrorEvent error) faults.Add($"{error.Message} on line {error.Position.Line}: {html.Split('\n').ElementAtOrDefault(error.Position.Line - 1)?.Trim()}");
        };
        using var document = parser.ParseDocument(html);
        faults.AddRange(document.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"the id {g.Key} stands {g.Count()} times"));
        foreach (var name in References)
            faults.AddRange(document.QuerySelectorAll($"[{name}]").SelectMany(e => e.GetAttribute(name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(id => document.GetElementById(id) is null).Distinct().Select(id => $"{name} points to {id}, which is not there"));
        faults.AddRange(document.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => id.Length > 0 && document.GetElementById(id) is null).Distinct()
            .Select(id => $"a link points to #{id}, which is not there"));
        faults.AddRange(document.QuerySelectorAll(Clickable).Where(e => e.ParentElement?.Closest("a[href], button, summary") is not null).Select(e => $"{e.LocalName} inside {e.ParentElement!.Closest("a[href], button, summary")!.LocalName}"));
        faults.AddRange(document.QuerySelectorAll("form form, label label, p p, ul > :not(li, script, template), ol > :not(li, script, template), dl > :not(dt, dd, div), [style], [onclick]").Select(e => $"{e.LocalName}.{e.ClassName} is in the wrong place"));
        return faults;
    }

    /// <summary>A text key is words with points between, as "Cases.Intake.Title".</summary>
    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+(\.[A-Za-z]+)*\b")]
    public static partial Regex MissingText();
}
