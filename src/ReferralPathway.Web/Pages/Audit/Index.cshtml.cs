using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Audit;

/// <summary>Who did and read what, when: ids and codes, never content. For the auditor alone; row-level security says so too (A35).</summary>
public sealed class IndexModel(PathwayDb db, Wording t) : PageModel
{
    public const int Size = 50;

    /// <summary>acts, readings, refusals, glass, grounds, disclosures, watched; empty: all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    /// <summary>The last Swedish day to show.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    /// <summary>The id of a case, as a line of the record gives it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Case { get; set; }

    /// <summary>The last line of the page before: its instant and id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First => After is null ? null : Address(null);

    public sealed record Line(Guid Id, DateTimeOffset At, string Kind, string? Name, string? OrganisationSv, string? OrganisationEn, Guid? CaseId, int Groups, string? Purpose, Guid? RecordId, string Payload)
    {
        public bool IsDisclosure => Kind.StartsWith("Disclosure", StringComparison.Ordinal);
    }

    public async Task OnGetAsync(CancellationToken stopping)
    {
        if (Case is { Length: > 0 } && !Guid.TryParse(Case, out _)) ModelState.AddModelError(nameof(Case), t.Error("CodeUnknown"));
        if (!ModelState.IsValid) return;
        IQueryable<AuditEntry> entries = db.AuditEntries.AsNoTracking();
        if (Guid.TryParse(Case, out var id)) entries = entries.Where(e => e.CaseId == id);
        if (Until is { } day) entries = entries.Where(e => e.At < SwedishCalendar.StartOf(day.AddDays(1)));
        entries = What switch
        {
            "acts" => entries.Where(e => !e.Kind.StartsWith(AuditEntry.ReadPrefix) && !e.Kind.StartsWith("Refused.")),
            "readings" => entries.Where(e => e.Kind.StartsWith(AuditEntry.ReadPrefix)),
            "refusals" => entries.Where(e => e.Kind.StartsWith("Refused.")),
            "watched" => Watched(entries),
            "glass" => entries.Where(e => e.Kind == "GlassBroken" || e.Kind == "GlassReviewed"),
            "disclosures" => entries.Where(e => e.Kind.StartsWith("Disclosure")),
            "grounds" => entries.Where(e => e.Kind.StartsWith("LegalGround")),
            _ => entries,
        };
        if (After?.Split('_') is [var ticks, var last] && long.TryParse(ticks, out var microseconds) && Guid.TryParse(last, out var key))
        {
            var at = DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds);
            entries = entries.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(at, key)));
        }
        Lines = await (from e in entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Size + 1)
                       from a in db.Users.Where(a => a.Id == e.UserId).DefaultIfEmpty()
                       from o in db.Organisations.Where(o => (Guid)(object)o.Id == e.OrganisationId).DefaultIfEmpty()
                       orderby e.At descending, e.Id descending
                       select new Line(e.Id, e.At, e.Kind, a!.Name, o!.NameSv, o.NameEn, e.CaseId, e.Groups, e.Purpose, e.RecordId, e.Payload)).ToListAsync(stopping);
        if (Lines.Count <= Size) return;
        Lines = [.. Lines.Take(Size)];
        Next = Address($"{(long)(Lines[^1].At - DateTimeOffset.UnixEpoch).TotalMicroseconds}_{Lines[^1].Id}");
    }

    /// <summary>As the auditor's overview counts them.</summary>
    private IQueryable<AuditEntry> Watched(IQueryable<AuditEntry> entries)
    {
        var from = db.Acting!.At.AddDays(-30);
        return entries.Where(e => (e.Kind == "GlassBroken" || e.Kind == "LegalGroundRecorded" || e.Kind == "LegalGroundUnreviewed" || e.Kind == "DisclosureDecided") && e.At > from);
    }

    /// <summary>The text of a kind. What a line of a case tells besides is the case's: here it says what happened, and no more.</summary>
    public string TextOf(string kind) =>
        kind.StartsWith(AuditEntry.ReadPrefix, StringComparison.Ordinal) ? t["Audit.Opened", ("what", t.Opened(kind))]
        : new[] { $"Audit.Kind.{kind}", $"Overview.Changed.{kind}" }.FirstOrDefault(key => t.Say(key) != key) is { } known ? t[known]
        : t[$"Timeline.{kind}"];

    /// <summary>What a line of a request for disclosure says in codes: on what ground, and how it ended (3.14).</summary>
    public string Besides(Line line)
    {
        if (!line.IsDisclosure) return "";
        var details = line.Payload.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l[1]);
        return details.GetValueOrDefault("outcome") is { } outcome ? t[$"DisclosureStatus.{outcome}"] : details.GetValueOrDefault("ground") is { } ground ? t.Code("disclosure_ground", ground) : "";
    }

    public string GroupsOf(int mask) => string.Join(", ", new DataGroups(mask).Select(g => t.Say($"DataGroup.{g}")));

    private string Address(string? after) => QueryString.Create(new Dictionary<string, string?> { ["What"] = What, ["Until"] = Until is { } d ? t.Iso(d) : null, ["Case"] = Case, ["After"] = after }.Where(p => p.Value is not null)) is { HasValue: true } query ? $"/audit{query}" : "/audit";
}
