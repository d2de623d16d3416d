using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Consultations.Desk;

/// <summary>The desk of those who answer: what waits, the longest wait first, and what has been answered or returned. Nothing of what was written is in the list.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public sealed record Line(ConsultationId Id, string Reference, Role AskedBy, QuestionType? Type, AskedOf AskedOf, CoordinationRegion? Region, QuestionUrgency Urgency, ConsultationStatus Status, DateTimeOffset Moment, DateTimeOffset? AnswerBy);

    [BindProperty(SupportsGet = true, Name = "past")]
    public bool IsPast { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>How many wait; counted to a hundred.</summary>
    public int Waiting { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        var mine = await MineAsync(stopping);
        var waiting = mine.Where(c => c.Status == ConsultationStatus.Submitted || c.Status == ConsultationStatus.InProgress);
        Waiting = await waiting.Take(100).CountAsync(stopping);
        var last = Place.Read(after);
        if (last is not null) First = Address(null);
        var id = ConsultationId.From(last?.Id ?? Guid.Empty);
        var at = last?.At ?? default;
        var page = IsPast
            ? mine.Where(c => c.Status == ConsultationStatus.Answered || c.Status == ConsultationStatus.Closed || c.Status == ConsultationStatus.ReturnedForRedaction)
                .Where(c => last == null || EF.Functions.LessThan(ValueTuple.Create(c.ChangedAt, c.Id), ValueTuple.Create(at, id))).OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id)
            : waiting.Where(c => last == null || EF.Functions.GreaterThan(ValueTuple.Create(c.SubmittedAt!.Value, c.Id), ValueTuple.Create(at, id))).OrderBy(c => c.SubmittedAt).ThenBy(c => c.Id);
        var past = IsPast;
        var lines = await page.Take(Size + 1).Select(c => new Line(c.Id, c.Reference, c.AuthorRole, c.Type, c.AskedOf, c.Region, c.Urgency, c.Status, past ? c.ChangedAt : c.SubmittedAt!.Value, c.AnswerBy)).ToListAsync(stopping);
        Lines = [.. lines.Take(Size)];
        if (lines.Count > Size) Next = Address(Place.Write(Lines[^1].Moment, Lines[^1].Id.Value));
        db.AuditEntries.Add(AuditEntry.ReadConsultations(db.Acting!, Reading.Consultations, Lines.Select(l => l.Id)));
    }

    /// <summary>What is this one's to answer. Row-level security says so too; it also shows an asker what the own organisation asked, which lies on another desk.</summary>
    private async Task<IQueryable<Consultation>> MineAsync(CancellationToken stopping)
    {
        var (me, role) = (current.Who.User, current.Who.Role);
        var asked = db.Consultations.AsNoTracking().Where(c => c.Author != me && c.Status != ConsultationStatus.Draft && c.Status != ConsultationStatus.Withdrawn);
        if (role == Role.NationalCoordinator) return asked;
        if (role == Role.IomCaseworker) return asked.Where(c => c.Type == QuestionType.Return);
        var region = await db.RegionOfAsync(current.Who.Organisation, stopping);
        return asked.Where(c => c.Region == region && (c.AskedOf == AskedOf.Regional || c.Type == QuestionType.Return));
    }

    private string Address(string? place) => "/consultations/desk" + QueryString.Create(new Dictionary<string, string?> { ["past"] = IsPast ? "true" : null, ["after"] = place }.Where(p => p.Value is not null));
}
