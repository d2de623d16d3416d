using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Sweeps;

/// <summary>Nobody has looked within 24 hours at what was told the police in an emergency (A37): the managers of the lead are told, and the auditors.</summary>
internal sealed class UnreviewedEmergencies(CaseLoader cases) : ISweep
{
    public bool ByDay => false;

    public async Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
        await Waiting(db).AsNoTracking().Where(w => w.DueAt <= at && w.Id > after).OrderBy(w => w.Id).Take(most).Select(w => new Due(w.Id, w.CaseId!.Value.Value)).ToListAsync(stopping);

    public Task<DateTimeOffset?> NextAsync(PathwayDb db, DateTimeOffset after, DateTimeOffset until, CancellationToken stopping) =>
        Waiting(db).Where(w => w.DueAt > after && w.DueAt <= until).Select(w => (DateTimeOffset?)w.DueAt).MinAsync(stopping);

    public async Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        if (await Waiting(db).SingleOrDefaultAsync(w => w.Id == due.Id && w.DueAt <= at, stopping) is not { } item) return;
        if (await cases.LoadAsync(CaseId.From(due.Lock), CaseParts.Consents, stopping) is not { } found) return;
        item.Escalated(at);
        found.LegalGroundWasNotReviewed(LegalGroundId.From(item.SourceId), Act.BySystem(found.Lead, at));
        await db.TellAuditorsAsync(found.Id, item.SourceId, at, stopping);
        await db.SaveChangesAsync(stopping);
    }

    private static IQueryable<WorkItem> Waiting(PathwayDb db) => db.WorkItems.Where(w => w.Kind == WorkKind.ReviewEmergency && w.ClosedAt == null && w.EscalatedAt == null && w.CaseId != null);
}
