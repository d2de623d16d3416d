using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Disclosures.List;

/// <summary>What one has asked for, the latest first: whom, on what ground, and whether it is answered. Nothing of what was written is in the list.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public sealed record Line(DisclosureId Id, string Reference, string HolderSv, string HolderEn, string Ground, DateOnly AnswerBy, bool IsAnswered, DateTimeOffset At);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        var (own, user) = (current.Who.Organisation, current.Who.User);
        var mine = db.Disclosures.AsNoTracking().Where(r => r.WrittenBy == user && r.AskedFor == own);
        if (Place.Read(after) is { } last)
        {
            First = "/disclosures";
            mine = mine.Where(r => EF.Functions.LessThan(ValueTuple.Create(r.WrittenAt, r.Id), ValueTuple.Create(last.At, DisclosureId.From(last.Id))));
        }
        var found = await (
            from r in mine.OrderByDescending(r => r.WrittenAt).ThenByDescending(r => r.Id).Take(Size + 1)
            join o in db.Organisations on r.AddressedTo equals o.Id
            select new Line(r.Id, r.Reference, o.NameSv, o.NameEn, r.Ground, r.AnswerBy, r.AnsweredAt != null, r.WrittenAt)).ToListAsync(stopping);
        Lines = [.. found.OrderByDescending(l => l.At).ThenByDescending(l => l.Id.Value).Take(Size)];
        if (found.Count > Size) Next = $"/disclosures?after={Place.Write(Lines[^1].At, Lines[^1].Id.Value)}";
        db.AuditEntries.Add(AuditEntry.ReadDisclosures(db.Acting!, Reading.Disclosures, Lines.Select(l => l.Id)));
    }
}
