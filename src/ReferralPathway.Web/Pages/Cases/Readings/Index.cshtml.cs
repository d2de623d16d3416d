using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Cases.Readings;

/// <summary>Everybody who has opened the case: who, of which organisation, what, when and why. Only for the team of the lead.</summary>
public sealed class IndexModel(CaseInHand hand, PathwayDb db) : PageModel
{
    private const int Size = 25;

    public string Reference => hand.Standing.Reference;

    public string Case => $"/cases/{hand.Id}";

    public IReadOnlyList<Reading> Readings { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Null on the first page.</summary>
    public string? First { get; private set; }

    /// <param name="before">The last instant of the page before, in ticks.</param>
    /// <param name="id">The last line of the page before.</param>
    public async Task OnGetAsync(long? before, Guid? id, CancellationToken stopping)
    {
        var lines = db.AuditEntries.AsNoTracking().Where(e => e.CaseId == hand.Id.Value && e.Kind.StartsWith(AuditEntry.ReadPrefix));
        if (before is > 0 and < 3_155_378_975_999_999_999 && id is { } last)
        {
            var at = new DateTimeOffset(before.Value, TimeSpan.Zero);
            lines = lines.Where(e => e.At < at || e.At == at && e.Id.CompareTo(last) < 0);
            First = $"{Case}/readings";
        }
        var page = await lines.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Size + 1).ToListAsync(stopping);
        var people = page.Select(e => e.UserId).OfType<Guid>().Distinct().ToArray();
        var houses = page.Select(e => e.OrganisationId).OfType<Guid>().Distinct().Select(OrganisationId.From).ToArray();
        var names = await db.Users.AsNoTracking().Where(a => people.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, stopping);
        var organisations = await db.Organisations.AsNoTracking().Where(o => houses.Contains(o.Id)).ToDictionaryAsync(o => o.Id.Value, o => new Named(o.NameSv, o.NameEn), stopping);
        Readings = [.. page.Take(Size).Select(e => new Reading(e, names.GetValueOrDefault(e.UserId ?? default), organisations.GetValueOrDefault(e.OrganisationId ?? default)))];
        if (page.Count > Size) Next = $"{Case}/readings?before={Readings[^1].Entry.At.UtcTicks}&id={Readings[^1].Entry.Id}";
    }

    /// <param name="Person">Null where the account is gone.</param>
    public sealed record Reading(AuditEntry Entry, string? Person, Named? Organisation);
}
