using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Help;

/// <summary>What the words of the pathway mean, in the order of the alphabet of the language.</summary>
public sealed class TermsModel(Phrasebook book, Wording t) : PageModel
{
    private const string Name = ".Name";

    public IReadOnlyList<string> Terms => [.. book.Keys(t.Language)
        .Where(k => k.StartsWith("Terms.", StringComparison.Ordinal) && k.EndsWith(Name, StringComparison.Ordinal))
        .Select(k => k["Terms.".Length..^Name.Length])
        .OrderBy(term => t[$"Terms.{term}.Name"], StringComparer.Create(CultureInfo.GetCultureInfo(t.Language.Code), ignoreCase: true))];

    public PageLanguage Other => PageLanguage.All.First(l => l != t.Language);
}
