using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Organisations;

namespace ReferralPathway.Web.Pages.Administration.Organisations;

/// <summary>Every organisation, by its Swedish name.</summary>
public sealed class IndexModel(PathwayDb db) : PageModel
{
    private const int Size = 25;

    public IReadOnlyList<Organisation> All { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] OrganisationId? after, CancellationToken stopping)
    {
        var page = db.Organisations.AsNoTracking();
        if (after is { } id)
        {
            if (await db.Organisations.Where(o => o.Id == id).Select(o => o.NameSv).SingleOrDefaultAsync(stopping) is not { } name) return NotFound();
            page = page.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.NameSv, o.Id), ValueTuple.Create(name, id)));
            First = "/administration/organisations";
        }
        var rows = await page.OrderBy(o => o.NameSv).ThenBy(o => o.Id).Take(Size + 1).ToListAsync(stopping);
        if (rows.Count > Size) Next = $"/administration/organisations?after={rows[Size - 1].Id}";
        All = [.. rows.Take(Size)];
        return Page();
    }
}
