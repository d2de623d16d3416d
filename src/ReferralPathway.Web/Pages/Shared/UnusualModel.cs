using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Shared;

/// <summary>
/// One finding, with the readings of that week as far as whoever looks may see them: the auditor all, a manager those of cases that the own organisation answers for. Row-level security
/// draws that line. Saying how it ended is an act, and never about one's own readings.
/// </summary>
public abstract class UnusualModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    private const int Size = 25;

    /// <summary>What is this person's to see.</summary>
    protected abstract IQueryable<UnusualReading> Theirs { get; }

    /// <summary>The address of the list.</summary>
    public abstract string Onward { get; }

    /// <summary>What somebody found who looked at it.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    public UnusualListModel.Row Row { get; private set; } = null!;

    public bool IsOwn { get; private set; }

    /// <summary>Null: nobody has looked at it yet.</summary>
    public (string Name, DateTimeOffset At)? Looked { get; private set; }

    /// <param name="Case">The case number, where the reader's organisation takes part in it; of another one knows none.</param>
    public sealed record Line(Guid Id, DateTimeOffset At, string Kind, int Groups, Guid? CaseId, string? Case);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    /// <param name="after">The last reading of the page before.</param>
    public Task<IActionResult> OnGetAsync(Guid findingId, [FromQuery] Guid? after, CancellationToken stopping) => ShowAsync(findingId, after, stopping);

    public async Task<IActionResult> OnPostAsync(Guid findingId, CancellationToken stopping)
    {
        if (await ShowAsync(findingId, null, stopping) is NotFoundResult missing) return missing;
        if (!Enum.TryParse<UnusualOutcome>(Outcome, out var outcome) || !Enum.IsDefined(outcome))
        {
            ModelState.AddModelError(nameof(Outcome), t.Error("CodeUnknown"));
            return Page();
        }
        var finding = await Theirs.SingleAsync(u => u.Id == findingId, stopping);
        finding.Look(outcome, current.Act);
        db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, "UnusualReadings.LookedAt", findingId, ("outcome", outcome.ToString())));
        await db.SaveChangesAsync(stopping);
        TempData["Done"] = "Unusual.Done";
        return Redirect(Onward);
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid? after, CancellationToken stopping)
    {
        var found = await (from u in Theirs.AsNoTracking().Where(u => u.Id == id)
                           from a in db.Users.Where(a => a.Id == (Guid)(object)u.Reader).DefaultIfEmpty()
                           from l in db.Users.Where(l => l.Id == (Guid?)(object?)u.LookedBy).DefaultIfEmpty()
                           join o in db.Organisations on u.OrganisationId equals o.Id
                           select new { Finding = u, Row = new UnusualListModel.Row(u.Id, u.Week, a!.Name ?? "", o.NameSv, o.NameEn, u.Sign, u.Count, u.Usual, u.Outcome), LookedBy = l!.Name }).SingleOrDefaultAsync(stopping);
        if (found is null) return NotFound();
        Row = found.Row;
        IsOwn = found.Finding.Reader == current.Who.User;
        if (found.Finding.LookedAt is { } at) Looked = (found.LookedBy ?? "", at);
        return await ReadAsync(found.Finding, after, stopping) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(UnusualReading finding, Guid? after, CancellationToken stopping)
    {
        var (reader, organisation, from, until) = (finding.Reader.Value, finding.OrganisationId.Value, SwedishCalendar.StartOf(finding.Week), SwedishCalendar.StartOf(finding.Week.AddDays(7)));
        var read = db.AuditEntries.AsNoTracking().Where(e => e.UserId == reader && e.OrganisationId == organisation && e.At >= from && e.At < until && e.Kind.StartsWith(AuditEntry.ReadPrefix));
        if (after is { } id)
        {
            if (await read.Where(e => e.Id == id).Select(e => (DateTimeOffset?)e.At).SingleOrDefaultAsync(stopping) is not { } at) return false;
            read = read.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at, id)));
            First = $"{Onward}/{finding.Id}";
        }
        var mine = current.Who.Organisation;
        Lines = await read.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Size + 1)
            .Select(e => new Line(e.Id, e.At, e.Kind, e.Groups, e.CaseId,
                db.Participations.Where(p => (Guid)(object)p.CaseId == e.CaseId && p.OrganisationId == mine).Select(p => p.CaseReference).FirstOrDefault())).ToListAsync(stopping);
        if (Lines.Count <= Size) return true;
        Lines = [.. Lines.Take(Size)];
        Next = $"{Onward}/{finding.Id}?after={Lines[^1].Id}";
        return true;
    }
}
