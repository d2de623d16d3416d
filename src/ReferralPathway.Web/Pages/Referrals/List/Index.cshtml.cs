using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Referrals.List;

/// <summary>The organisation's referrals: those that wait for its answer, those it sent, those it has answered.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current, Wording t) : PageModel
{
    private const int Size = 25;

    public enum Boxes { Waiting, Sent, Answered }

    /// <param name="AgeGroup">Of a referral that is still to be seen; never anything of identity.</param>
    public sealed record Line(
        ReferralId Id, CaseId CaseId, string? Reference, string OtherSv, string OtherEn, string Service, Urgency Urgency, ReferralKind Kind, ReferralStatus Status,
        DateTimeOffset DraftedAt, DateTimeOffset? SentAt, DateTimeOffset? AnswerBy, string? AgeGroup, string? Gender);

    [BindProperty(SupportsGet = true)]
    public Boxes Box { get; set; }

    /// <summary>Where the last page ended: instant and id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>How many wait for an answer; counted to a hundred.</summary>
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var own = current.Who.Organisation;
        var received = db.Referrals.AsNoTracking().Where(r => r.Recipient == own && r.Status != ReferralStatus.Draft);
        Waiting = await received.Where(r => r.Status == ReferralStatus.Sent).Take(100).CountAsync(stopping);
        var key = Key();
        var page = Box switch
        {
            Boxes.Waiting => (key is null ? received.Where(r => r.Status == ReferralStatus.Sent)
                    : received.Where(r => r.Status == ReferralStatus.Sent && (r.AnswerBy > key.Value.At || r.AnswerBy == key.Value.At && EF.Functions.GreaterThan(ValueTuple.Create(r.Id), ValueTuple.Create(key.Value.Id)))))
                .OrderBy(r => r.AnswerBy).ThenBy(r => r.Id),
            Boxes.Sent => (key is null ? db.Referrals.AsNoTracking().Where(r => r.Sender == own)
                    : db.Referrals.AsNoTracking().Where(r => r.Sender == own && EF.Functions.LessThan(ValueTuple.Create(r.DraftedAt, r.Id), ValueTuple.Create(key.Value.At, key.Value.Id))))
                .OrderByDescending(r => r.DraftedAt).ThenByDescending(r => r.Id),
            _ => (key is null ? received.Where(r => r.Status != ReferralStatus.Sent)
                    : received.Where(r => r.Status != ReferralStatus.Sent && (r.SentAt < key.Value.At || r.SentAt == key.Value.At && EF.Functions.LessThan(ValueTuple.Create(r.Id), ValueTuple.Create(key.Value.Id)))))
                .OrderByDescending(r => r.SentAt).ThenByDescending(r => r.Id),
        };
        var sent = Box == Boxes.Sent;
        var lines = await (
            from r in page.Take(Size + 1)
            join o in db.Organisations on sent ? r.Recipient : r.Sender equals o.Id
            select new Line(
                r.Id, r.CaseId, db.Participations.Where(p => p.CaseId == r.CaseId && p.OrganisationId == own).Select(p => p.CaseReference).FirstOrDefault() ?? db.ReferralPreviews.Where(p => p.ReferralId == r.Id).Select(p => p.Reference).FirstOrDefault(),
                o.NameSv, o.NameEn, r.Service, r.Urgency, r.Kind, r.Status, r.DraftedAt, r.SentAt, r.AnswerBy,
                db.ReferralPreviews.Where(p => p.ReferralId == r.Id).Select(p => p.AgeGroup).FirstOrDefault(), db.ReferralPreviews.Where(p => p.ReferralId == r.Id).Select(p => p.Gender).FirstOrDefault())).ToListAsync(stopping);
        lines = [.. Box == Boxes.Waiting ? lines.OrderBy(l => l.AnswerBy).ThenBy(l => l.Id.Value) : lines.OrderByDescending(Moment).ThenByDescending(l => l.Id.Value)];
        Lines = [.. lines.Take(Size)];
        if (lines.Count > Size) Next = $"/referrals?box={Box}&after={Uri.EscapeDataString($"{Moment(Lines[^1]).UtcDateTime:O}_{Lines[^1].Id}")}";
        db.AuditEntries.Add(AuditEntry.ReadMany(db.Acting!, Reading.Referrals, DataGroups.Of(DataGroup.Facts), Lines.Select(l => l.CaseId).Distinct()));
    }

    public string Name(Line line) => t.Language == PageLanguage.English ? line.OtherEn : line.OtherSv;

    public string Who(Line line) => t.Who(line.Gender is null && line.AgeGroup is null ? null : new(null, line.Gender, line.AgeGroup, IsProtected: false), line.Reference);

    private DateTimeOffset Moment(Line line) => (Box switch { Boxes.Waiting => line.AnswerBy, Boxes.Sent => line.DraftedAt, _ => line.SentAt })!.Value;

    private (DateTimeOffset At, ReferralId Id)? Key() =>
        After?.Split('_') is [var at, var id] && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) && ReferralId.TryParse(id, null, out var known)
            ? (instant, known) : null;
}
