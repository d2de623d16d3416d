using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Statistics;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Statistics;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Statistics.Show;

/// <summary>A report of a place and a year: each table with its chart, and beside it another year or region.</summary>
public sealed class IndexModel(ReportDesk desk, Wording t) : PageModel
{
    public ReportRead Read { get; private set; } = null!;

    public IReadOnlyList<Sheet> Sheets { get; private set; } = [];

    // What the fields of the form show: what is chosen now.
    public string? Place { get; private set; }

    public string? Year { get; private set; }

    public string? Against { get; private set; }

    public IReadOnlyList<Choice> Places => [.. Read.Places.Select(p => new Choice(p, t.PlaceOf(p)))];

    public IReadOnlyList<Choice> Years => [.. Read.Years.Select(y => new Choice($"{y}", $"{y}"))];

    /// <summary>Other years of the place, and other places of the year: own numbers stand beside own numbers only.</summary>
    public IReadOnlyList<Choice> Others =>
        [.. Years.Where(y => y.Value != Year), .. Read.Place == Reports.Own ? [] : Places.Where(p => p.Value is not Reports.Own && p.Value != Place)];

    public bool Choices => Places.Count > 1 || Years.Count > 1;

    /// <summary>How many persons stand behind a table in which several answers are possible.</summary>
    public string? Base => Sheets.FirstOrDefault(s => s.Table.Counting == Counting.Persons)?.Rows.LastOrDefault(r => r.IsTotal) is { } total ? total.Cells[Sheets.First(s => s.Table.Counting == Counting.Persons).Drawn].Text : null;

    public IReadOnlyList<string> Rules => Read.Place == Reports.Own
        ? ["Statistics.RuleOnce"]
        : ["Statistics.RuleFew", "Statistics.RuleHidden", "Statistics.RuleRounded", "Statistics.RuleProtected", "Statistics.RuleOnce"];

    public async Task<IActionResult> OnGetAsync(ReportQuestion question, CancellationToken stopping)
    {
        var (read, instead) = await desk.RunAsync(question, "page", stopping);
        if (read is null) return instead!;
        Read = read;
        (Place, Year, Against) = (read.Place, $"{read.Year}", read.Against is null ? null : question.Against);
        var heading = Against is null ? null : Read.Places.Contains(Against) ? t.PlaceOf(Against) : Against;
        Sheets = Sheet.Of(read.Report, read.Figures, read.Against, heading, Suppression.Threshold, t);
        return Page();
    }

    public string FileAs(string kind) => $"/statistics/{Read.Report.Code}/file?place={Read.Place}&year={Read.Year}&as={kind}";
}
