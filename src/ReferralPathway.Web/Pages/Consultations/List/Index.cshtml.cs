using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Consultations.List;

/// <summary>The questions of one's organisation, as far as one may see them, latest change first. Nothing of what was written is in the list.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public sealed record Line(ConsultationId Id, string Reference, QuestionType? Type, ConsultationStatus Status, DateTimeOffset ChangedAt, bool IsMine);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool IsFirst { get; private set; }

    public string? Next { get; private set; }

    public bool MayAnswer => ConsultationDesk.MayAnswer(current.Who.Role);

    public async Task OnGetAsync(string? after, CancellationToken stopping)
    {
        var (own, me) = (current.Who.Organisation, current.Who.User);
        var asked = db.Consultations.AsNoTracking().Where(c => c.OrganisationId == own);
        if (Place.Read(after) is { } last)
        {
            var id = ConsultationId.From(last.Id);
            asked = asked.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.ChangedAt, c.Id), ValueTuple.Create(last.At, id)));
        }
        else
        {
            IsFirst = true;
        }
        // A returned question is its author's alone, also where the desk is one's own.
        var lines = await asked.Where(c => c.Author == me || c.Status != ConsultationStatus.ReturnedForRedaction).OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id).Take(Size + 1)
            .Select(c => new Line(c.Id, c.Reference, c.Type, c.Status, c.ChangedAt, c.Author == me)).ToListAsync(stopping);
        Lines = [.. lines.Take(Size)];
        if (lines.Count > Size) Next = $"/consultations?after={Place.Write(Lines[^1].ChangedAt, Lines[^1].Id.Value)}";
        db.AuditEntries.Add(AuditEntry.ReadConsultations(db.Acting!, Reading.Consultations, Lines.Select(l => l.Id)));
    }
}
