using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.OwnAccount;

/// <summary>What one has opened oneself (A35), newest first. The database shows nobody anybody else's.</summary>
public sealed class ReadingsModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public sealed record Opening(string Kind, DateTimeOffset At, Guid? CaseId);

    public IReadOnlyList<Opening> Readings { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? after, CancellationToken stopping)
    {
        var me = current.Who.User.Value;
        var own = db.AuditEntries.AsNoTracking().Where(e => e.UserId == me && e.Kind.StartsWith(AuditEntry.ReadPrefix));
        if (after is { } id)
        {
            if (await own.Where(e => e.Id == id).Select(e => (DateTimeOffset?)e.At).SingleOrDefaultAsync(stopping) is not { } at) return NotFound();
            own = own.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at, id)));
            First = "/account/readings";
        }
        var rows = await own.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Size + 1).Select(e => new { e.Id, e.Kind, e.At, e.CaseId }).ToListAsync(stopping);
        if (rows.Count > Size) Next = $"/account/readings?after={rows[Size - 1].Id}";
        // A case is opened again only where one's organisation takes, or took, part: of a referral that waited one read a few lines.
        var cases = rows.Where(e => e.CaseId is not null).Select(e => CaseId.From(e.CaseId!.Value)).Distinct().ToList();
        var ours = await db.Participations.Where(p => cases.Contains(p.CaseId) && p.OrganisationId == current.Who.Organisation).Select(p => p.CaseId).Distinct().ToListAsync(stopping);
        Readings = [.. rows.Take(Size).Select(e => new Opening(e.Kind, e.At, e.CaseId is { } read && ours.Contains(CaseId.From(read)) ? read : null))];
        return Page();
    }
}
