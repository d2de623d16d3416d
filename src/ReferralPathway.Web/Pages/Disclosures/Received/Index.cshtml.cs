using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Disclosures.Received;

/// <summary>What was asked of the organisation: what waits, by its last day, and what is decided, the latest first. Nothing of what was written is in the list.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public sealed record Line(DisclosureId Id, string Reference, string? AskerSv, string? AskerEn, string Ground, DateOnly AnswerBy, DateTimeOffset? AnsweredAt, DisclosureStatus? Assessed)
    {
        public DisclosureStatus Status => Assessed ?? DisclosureStatus.Received;
    }

    [BindProperty(SupportsGet = true, Name = "past")]
    public bool IsPast { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        var own = current.Who.Organisation;
        if (Place.Read(after) is not null) First = Address(null);
        var found = await (
            from r in Page(db.Disclosures.AsNoTracking().Where(r => r.AddressedTo == own), Place.Read(after)).Take(Size + 1)
            join o in db.Organisations on r.AskedFor equals o.Id into askers
            from o in askers.DefaultIfEmpty()
            select new Line(r.Id, r.Reference, o.NameSv, o.NameEn, r.Ground, r.AnswerBy, r.AnsweredAt, r.Assessment!.Status)).ToListAsync(stopping);
        found = [.. IsPast ? found.OrderByDescending(l => l.AnsweredAt).ThenByDescending(l => l.Id.Value) : found.OrderBy(l => l.AnswerBy).ThenBy(l => l.Id.Value)];
        Lines = [.. found.Take(Size)];
        if (found.Count > Size) Next = Address(Place.Write(IsPast ? Lines[^1].AnsweredAt!.Value : SwedishCalendar.StartOf(Lines[^1].AnswerBy), Lines[^1].Id.Value));
        db.AuditEntries.Add(AuditEntry.ReadDisclosures(db.Acting!, Reading.Disclosures, Lines.Select(l => l.Id)));
    }

    private IQueryable<DisclosureRequest> Page(IQueryable<DisclosureRequest> asked, (DateTimeOffset At, Guid Id)? after)
    {
        var (at, id) = (after?.At ?? default, DisclosureId.From(after?.Id ?? Guid.Empty));
        if (IsPast)
        {
            var past = asked.Where(r => r.AnsweredAt != null);
            if (after is not null) past = past.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.AnsweredAt!.Value, r.Id), ValueTuple.Create(at, id)));
            return past.OrderByDescending(r => r.AnsweredAt).ThenByDescending(r => r.Id);
        }
        var day = SwedishCalendar.DayOf(at);
        var waiting = asked.Where(r => r.AnsweredAt == null);
        if (after is not null) waiting = waiting.Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.AnswerBy, r.Id), ValueTuple.Create(day, id)));
        return waiting.OrderBy(r => r.AnswerBy).ThenBy(r => r.Id);
    }

    private string Address(string? place) =>
        "/disclosures/received" + QueryString.Create(new Dictionary<string, string?> { ["past"] = IsPast ? "true" : null, ["after"] = place }.Where(p => p.Value is not null));
}
