using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.Directory.Hotline;

/// <summary>Days on which the national hotline is closed or closes early.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    public sealed record Form(DateOnly? Day, string? ClosesAt);

    [BindProperty]
    public Form Input { get; set; } = new(null, null);

    public IReadOnlyList<HotlineDay> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var today = current.Today;
        Days = await db.HotlineDays.Where(d => d.Day >= today).OrderBy(d => d.Day).ToListAsync(stopping);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        await OnGetAsync(stopping);
        var time = default(TimeOnly);
        var early = !string.IsNullOrWhiteSpace(Input.ClosesAt);
        if (Input.Day is null && ModelState.IsValid) ModelState.AddModelError("Input.Day", t.Error("Required", "Directory.Hotline.Day"));
        if (Input.Day < current.Today) ModelState.AddModelError("Input.Day", t["Directory.Errors.DayPast"]);
        if (Days.Any(d => d.Day == Input.Day)) ModelState.AddModelError("Input.Day", t["Directory.Errors.DayListed"]);
        if (early && !TimeOnly.TryParseExact(Input.ClosesAt!.Replace('.', ':'), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            ModelState.AddModelError("Input.ClosesAt", t["Directory.Errors.Time"]);
        if (!ModelState.IsValid) return Page();

        var day = new HotlineDay(Input.Day!.Value, early ? time : null, current.Act);
        db.HotlineDays.Add(day);
        return await SaveAsync(day, "HotlineChanged", "Directory.Done.HotlineChanged", stopping);
    }

    public async Task<IActionResult> OnPostRemoveAsync(DateOnly day, CancellationToken stopping)
    {
        await OnGetAsync(stopping);
        if (Days.SingleOrDefault(d => d.Day == day) is not { } found) return NotFound();
        db.HotlineDays.Remove(found);
        return await SaveAsync(found, "HotlineRestored", "Directory.Done.HotlineRestored", stopping);
    }

    private async Task<RedirectResult> SaveAsync(HotlineDay day, string kind, string done, CancellationToken stopping)
    {
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, $"Directory.{kind}", null,
            ("day", day.Day.ToString("O", CultureInfo.InvariantCulture)), ("closes", day.ClosesAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "all-day")));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = done;
        return Redirect("/administration/directory/hotline");
    }
}
