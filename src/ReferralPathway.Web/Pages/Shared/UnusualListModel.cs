using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>What stood out among the readings of each week, the newest first (DOMAIN 9.4.1). It names no case.</summary>
public abstract class UnusualListModel(PathwayDb db) : PageModel
{
    private const int Size = 25;

    /// <summary>What is this person's to see.</summary>
    protected abstract IQueryable<UnusualReading> Theirs { get; }

    /// <summary>The address of the list.</summary>
    public abstract string Here { get; }

    /// <param name="Week">Its Monday.</param>
    /// <param name="Usual">Null where there are no colleagues to compare with.</param>
    /// <param name="Outcome">Null: nobody has looked at it yet.</param>
    public sealed record Row(Guid Id, DateOnly Week, string Name, string OrganisationSv, string OrganisationEn, UnusualSign Sign, int Count, int? Usual, UnusualOutcome? Outcome);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    /// <param name="after">The last of the page before.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? after, CancellationToken stopping)
    {
        var theirs = Theirs.AsNoTracking();
        if (after is { } id)
        {
            if (await theirs.Where(u => u.Id == id).Select(u => (DateOnly?)u.Week).SingleOrDefaultAsync(stopping) is not { } week) return NotFound();
            theirs = theirs.Where(u => EF.Functions.LessThan(ValueTuple.Create(u.Week, u.Id), ValueTuple.Create(week, id)));
            First = Here;
        }
        Rows = await (from u in theirs.OrderByDescending(u => u.Week).ThenByDescending(u => u.Id).Take(Size + 1)
                      from a in db.Users.Where(a => a.Id == (Guid)(object)u.Reader).DefaultIfEmpty()
                      join o in db.Organisations on u.OrganisationId equals o.Id
                      orderby u.Week descending, u.Id descending
                      select new Row(u.Id, u.Week, a!.Name ?? "", o.NameSv, o.NameEn, u.Sign, u.Count, u.Usual, u.Outcome)).ToListAsync(stopping);
        if (Rows.Count <= Size) return Page();
        Rows = [.. Rows.Take(Size)];
        Next = $"{Here}?after={Rows[^1].Id}";
        return Page();
    }
}
