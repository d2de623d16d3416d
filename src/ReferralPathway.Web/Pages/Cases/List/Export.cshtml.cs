using System.Text;
using Microsoft.AspNetCore.Mvc;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.List;

/// <summary>The list as it is narrowed down, as a table for another program: the masked lines of the list without initials, for a purpose that the record keeps.</summary>
public sealed class ExportModel(CaseList list, CurrentPerson current, Wording t) : NarrowedList(current)
{
    /// <summary>More lines than these are narrowed down first.</summary>
    private const int Most = 1_000;

    [BindProperty]
    public string? Purpose { get; set; }

    public static IEnumerable<Choice> Purposes { get; } = [.. new[] { "FollowUp", "Planning", "Handover" }.Select(p => new Choice(p, $"ListViews.Purpose.{p}"))];

    public void OnGet()
    {
    }

    [ChangesNothing]
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (Purposes.All(p => p.Value != Purpose)) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();
        if (await list.ExportAsync(Known, Most, Purpose!, stopping) is not { } lines)
        {
            ModelState.AddModelError(nameof(Purpose), t["ListViews.TooMany", ("n", Most)]);
            return Page();
        }
        string[] head = ["Reference", "Status", "Identification", "Gender", "Age", "Municipality", "Role", "Responsible", "Changed"];
        var table = new StringBuilder().AppendJoin(';', head.Select(h => Cell(t[$"ListViews.Column.{h}"]))).Append("\r\n");
        foreach (var line in lines) table.AppendJoin(';', Cells(line).Select(Cell)).Append("\r\n");
        // Spreadsheets take a file for what it is by its mark.
        return File(Encoding.UTF8.GetBytes($"\uFEFF{table}"), "text/csv; charset=utf-8", $"{t["ListViews.File"]}.csv");
    }

    private IEnumerable<string?> Cells(CaseLine line)
    {
        yield return line.Reference;
        yield return line.Ended ? t["CaseList.Status.Ended"] : t[$"CaseList.Status.{line.Status}"];
        yield return line.Identification is { } identified ? t[$"CaseList.Identified.{identified}"] : null;
        // A protected person is nothing but that.
        yield return line.IsProtected ? t["CaseList.Protected"] : line.Gender is { } gender ? t.Code("gender", gender) : null;
        yield return line is { IsProtected: false, AgeGroup: { } age } ? t.Code("age_group", age) : null;
        yield return Geography.FindMunicipality(line.Municipality)?.Name;
        yield return line.Ended ? null : t[line.Leads ? "CaseList.Leads" : "CaseList.TakesPart"];
        yield return line.Responsible;
        yield return t.Iso(SwedishCalendar.DayOf(line.ChangedAt));
    }

    /// <summary>In quotes, and never what a spreadsheet would take for a formula.</summary>
    private static string Cell(string? text) => $"\"{(text is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" : "")}{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
