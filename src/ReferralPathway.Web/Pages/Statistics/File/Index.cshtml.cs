using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Statistics;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Statistics.File;

/// <summary>A report as a file, with everything small hidden: it leaves the organisation.</summary>
[EnableRateLimiting(Limits.Costly)]
public sealed class IndexModel(ReportDesk desk, Wording t) : PageModel
{
    private static readonly string[] Headings = ["Statistics.Title", "Statistics.Place", "Statistics.Year", "Statistics.FileTable", "Statistics.FileRow", "Statistics.FileColumn", "Statistics.FileValue"];

    [BindProperty(SupportsGet = true)]
    public string As { get; set; } = "csv";

    public async Task<IActionResult> OnGetAsync(ReportQuestion question, CancellationToken stopping)
    {
        if (As is not ("csv" or "xlsx")) return NotFound();
        var (read, instead) = await desk.RunAsync(question with { Against = null }, As, stopping);
        if (read is null) return instead!;
        var sheets = Sheet.Of(read.Report, read.File, null, null, Suppression.FileThreshold, t);
        var title = t[$"Statistics.Report.{read.Report.Code}"];
        var (place, name) = (t.PlaceOf(read.Place), $"{read.Report.Code}-{read.Place}-{read.Year}.{As}");
        return As == "csv"
            ? File(StatisticsFiles.Table([.. Headings.Select(h => t[h])], [$"{read.Report.Code} {title}", place, $"{read.Year}"], sheets), "text/csv; charset=utf-8", name)
            : File(StatisticsFiles.Workbook($"{read.Report.Code} {title}, {place}, {read.Year}", sheets), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }
}
