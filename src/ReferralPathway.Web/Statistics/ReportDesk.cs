using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Statistics;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Statistics;

/// <summary>What is asked of a report: codes only, so that they may stand in an address and in the record.</summary>
public sealed record ReportQuestion
{
    [FromRoute]
    public string? Report { get; init; }

    [FromQuery]
    public string? Place { get; init; }

    [FromQuery]
    public int? Year { get; init; }

    [FromQuery]
    public string? Against { get; init; }
}

/// <summary>Runs a report for whoever may read it, and writes into the record that it was run and how.</summary>
public sealed class ReportDesk(PathwayDb db, StatisticsReader reader, CurrentPerson current)
{
    /// <param name="as">"page", or the kind of file.</param>
    /// <returns>The report; or, when there is none or not for this person, what is answered instead.</returns>
    public async Task<(ReportRead? Read, IActionResult? Instead)> RunAsync(ReportQuestion question, string @as, CancellationToken stopping)
    {
        if (Reports.Find(question.Report) is not { } report) return (null, new NotFoundResult());
        var read = await reader.ReadAsync(report, current.Who.Role, current.Who.Organisation, question.Place, question.Year, question.Against, stopping);
        if (read is null)
        {
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", null, ("report", report.Code)));
            await db.SaveChangesAsync(stopping);
            return (null, new StatusCodeResult(StatusCodes.Status403Forbidden));
        }
        (string, string)[] run = [("report", report.Code), ("place", read.Place), ("year", $"{read.Year}"), ("quarter", $"{read.Quarter}"), ("as", @as)];
        db.AuditEntries.Add(AuditEntry.ReadStatistics(db.Acting!, read.Against is null ? run : [.. run, ("against", question.Against!)]));
        return (read, null);
    }
}
