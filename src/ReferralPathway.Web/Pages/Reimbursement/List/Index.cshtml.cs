using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Web.Access;

namespace ReferralPathway.Web.Pages.Reimbursement.List;

/// <summary>Claims: for a municipality those of the cases on whose team one is, for the agency those that were handed in to it. What there is to do comes first, by its last day.</summary>
public sealed class IndexModel(PathwayDb db, CurrentPerson current) : PageModel
{
    private const int Size = 25;

    public enum Boxes { ToDo, Rest }

    public sealed record Line(ClaimId Id, CaseId CaseId, string Reference, Quarter Quarter, string ClaimantSv, string ClaimantEn, ClaimStatus Status, DateOnly ClaimBy, decimal Claimed, decimal? Granted, DateTimeOffset ChangedAt);

    [BindProperty(SupportsGet = true)]
    public Boxes Box { get; set; }

    /// <summary>Where the last page ended: day or instant, and id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsAgency => current.Who.Role == Role.MigrationOfficer;

    public string Side => IsAgency ? "Agency" : "Municipality";

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stopping)
    {
        var found = await (
            from c in Page(Mine()).Take(Size + 1)
            join o in db.Organisations on c.Claimant equals o.Id
            select new Line(c.Id, c.CaseId, c.Reference, new(c.Year, c.QuarterNumber), o.NameSv, o.NameEn, c.Status, c.ClaimBy, c.Claimed, c.Granted, c.ChangedAt)).ToListAsync(stopping);
        found = [.. Box == Boxes.ToDo ? found.OrderBy(l => l.ClaimBy).ThenBy(l => l.Id.Value) : found.OrderByDescending(l => l.ChangedAt).ThenByDescending(l => l.Id.Value)];
        Lines = [.. found.Take(Size)];
        if (found.Count > Size) Next = $"/claims?box={Box}&after={Uri.EscapeDataString(Box == Boxes.ToDo ? $"{Lines[^1].ClaimBy:O}_{Lines[^1].Id}" : $"{Lines[^1].ChangedAt.UtcDateTime:O}_{Lines[^1].Id}")}";
        db.AuditEntries.Add(AuditEntry.ReadMany(db.Acting!, Reading.Claims, DataGroups.Of(DataGroup.Costs), Lines.Select(l => l.CaseId).Distinct()));
    }

    private IQueryable<ReimbursementClaim> Mine()
    {
        var (own, user) = (current.Who.Organisation, current.Who.User);
        var claims = db.Claims.AsNoTracking();
        return IsAgency
            ? claims.Where(c => c.AddressedTo == own && (Box == Boxes.ToDo ? c.Status == ClaimStatus.Submitted || c.Status == ClaimStatus.Appealed
                : c.Status != ClaimStatus.Draft && c.Status != ClaimStatus.Missed && c.Status != ClaimStatus.Submitted && c.Status != ClaimStatus.Appealed))
            : claims.Where(c => c.Claimant == own && (Box == Boxes.ToDo ? c.Status == ClaimStatus.Draft : c.Status != ClaimStatus.Draft)
                && db.Set<TeamMember>().Any(m => m.CaseId == c.CaseId && m.UserId == user && m.RemovedAt == null));
    }

    private IQueryable<ReimbursementClaim> Page(IQueryable<ReimbursementClaim> claims)
    {
        if (Box == Boxes.ToDo)
        {
            if (Key(DateOnly.TryParseExact(First, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) is { } behind)
                claims = claims.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.ClaimBy, c.Id), ValueTuple.Create(day, behind)));
            return claims.OrderBy(c => c.ClaimBy).ThenBy(c => c.Id);
        }
        if (Key(DateTimeOffset.TryParse(First, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)) is { } older)
            claims = claims.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.ChangedAt, c.Id), ValueTuple.Create(at, older)));
        return claims.OrderByDescending(c => c.ChangedAt).ThenByDescending(c => c.Id);
    }

    private string? First => After?.Split('_')[0];

    private ClaimId? Key(bool read) => read && After?.Split('_') is [_, var id] && ClaimId.TryParse(id, null, out var known) ? known : null;
}
