using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Administration.History;

/// <summary>Who changed this, when, and from what to what: of an account, an organisation, the hours of the hotline, a code list. Newest first.</summary>
public sealed class IndexModel(PathwayDb db, Wording t) : PageModel
{
    private const int Size = 25;

    /// <param name="By">Null: the system.</param>
    public sealed record Line(HistoryLine What, string? By);

    /// <summary>What it is called, and where one came from.</summary>
    public (string Name, string Href) Subject { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery] Guid? after, CancellationToken stopping)
    {
        if (!Guid.TryParse(id, out var record) || await SubjectAsync(record, stopping) is not { } subject) return NotFound();
        Subject = subject;
        var lines = db.History.AsNoTracking().Where(h => h.Record == record);
        if (after is { } last)
        {
            lines = lines.Where(h => h.Id < last);
            First = $"/administration/history/{record}";
        }
        var rows = await lines.OrderByDescending(h => h.Id).Take(Size + 1).ToListAsync(stopping);
        var ids = rows.Select(h => h.By?.Value).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stopping);
        Lines = [.. rows.Take(Size).Select(h => new Line(h, h.By is { } by ? names.GetValueOrDefault(by.Value) : null))];
        if (rows.Count > Size) Next = $"/administration/history/{record}?after={Lines[^1].What.Id}";
        return Page();
    }

    /// <summary>"Administrator", "closed", "1 June 2026": what a field says, in words.</summary>
    public string Said(string field, string? value) => (field, value) switch
    {
        (_, null) => t["History.Nothing"],
        ("IsActive" or "IsManager", _) => t[value == "yes" ? "Look.Yes" : "Look.No"],
        ("Status", _) => t[$"AccountStatus.{value}"],
        ("Role", _) => t[$"Role.{value}"],
        (_, "closed") => t["Directory.Hotline.ClosedAllDay"],
        _ when Day(value) is { } day => t.Date(day),
        _ when Day(field) is not null => t["Directory.Hotline.ClosesAt", ("time", value)],
        _ => value,
    };

    public string Label(string field) => Day(field) is { } day ? t.Date(day)
        : field.Split('/') is [var list, var code, var what] ? $"{t.Code(list, code)}: {t.InSentence(t[$"Codes.{what}"])}"
        : t[$"History.Field.{field}"];

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task<(string Name, string Href)?> SubjectAsync(Guid record, CancellationToken stopping)
    {
        if (record == HistoryLine.Hotline) return (t["Directory.Hotline.Changes"], "/administration/directory/hotline");
        if (CodeChange.Lists.FirstOrDefault(list => CodeChange.RecordOf(list) == record) is { } codes) return (t[$"Codes.List.{codes}"], $"/administration/codes?list={codes}");
        var organisation = OrganisationId.From(record);
        var found = await db.Organisations.Where(o => o.Id == organisation).Select(o => new { Sv = o.NameSv, En = o.NameEn, Folder = "organisations" })
            .Concat(db.Users.Where(a => a.Id == record).Select(a => new { Sv = a.Name, En = a.Name, Folder = "accounts" })).SingleOrDefaultAsync(stopping);
        return found is null ? null : (t.Named(found.Sv, found.En), $"/administration/{found.Folder}/{record}");
    }
}
