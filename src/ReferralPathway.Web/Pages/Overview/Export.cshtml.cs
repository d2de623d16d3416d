using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReferralPathway.Data.Overview;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Forms;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Overview;

/// <summary>A list of work as a table for another program: its lines without initials, for a purpose that the record keeps.</summary>
[EnableRateLimiting(Limits.Costly)]
public sealed class ExportModel(DeskReader desks, CurrentPerson current, Wording t) : PageModel
{
    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty(SupportsGet = true, Name = "due")]
    public string? Due { get; set; }

    public DeskPart? Part => WorkModel.PartOf(Due);

    public string From => Part is { } part ? $"Overview.{part}.Title" : "Overview.All";

    public void OnGet()
    {
    }

    [ChangesNothing]
    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (Export.Purposes.All(p => p.Value != Purpose)) ModelState.AddModelError(nameof(Purpose), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return Page();
        if (await desks.ExportAsync(Part, current.Who, current.At, Export.Most, Purpose!, stopping) is not { } lines)
        {
            ModelState.AddModelError(nameof(Purpose), t["ListViews.TooMany", ("n", Export.Most)]);
            return Page();
        }
        string[] head = ["Reference", "What", "Organisation", "Due", "Since"];
        return File(Csv.Of(';', [head.Select(h => t[$"ListViews.Column.{h}"]), .. lines.Select(Cells)]), "text/csv; charset=utf-8", $"{t["ListViews.WorkFile"]}.csv");
    }

    private IEnumerable<string?> Cells(WorkLine line) =>
        [line.Reference, t.Title(line), Pages.IndexModel.Name(t, line.OrganisationSv, line.OrganisationEn), t.Iso(line.DueOn), t.Iso(Wording.DayOf(line.OpenedAt))];
}
