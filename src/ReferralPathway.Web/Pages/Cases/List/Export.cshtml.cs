using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Cases.List;

/// <summary>The list as it is narrowed down, as a table for another program: the masked lines of the list without initials, for a purpose that the record keeps.</summary>
[EnableRateLimiting(Limits.Costly)]
public sealed class ExportModel(CaseList list, CurrentPerson current, Wording t) : NarrowedList(current)
{
    [BindProperty]
    public string? Purpose { get; set; }

    public void OnGet()
    {
    }

    [ChangesNothing]
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (Export.Purposes.All(p => p.Value != Purpose)) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();
        if (await list.ExportAsync(Known, Export.Most, Purpose!, stopping) is not { } lines)
        {
            ModelState.AddModelError(nameof(Purpose), t["ListViews.TooMany", ("n", Export.Most)]);
            return Page();
        }
        string[] head = ["Reference", "Status", "Identification", "Gender", "Age", "Municipality", "Role", "Responsible", "Changed"];
        return File(Csv.Of(';', [head.Select(h => t[$"ListViews.Column.{h}"]), .. lines.Select(Cells)]), "text/csv; charset=utf-8", $"{t["ListViews.File"]}.csv");
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
}
