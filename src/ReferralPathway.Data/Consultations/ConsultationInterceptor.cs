using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Consultations;

/// <summary>What happened to a consultation becomes, in the same transaction: entries of the audit, work of those who answer, notices and letters; each new text gets a key of its own.</summary>
internal sealed class ConsultationInterceptor(Sealer sealer) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        foreach (var text in db.ChangeTracker.Entries<ConsultationText>().Where(e => e.State == EntityState.Added && e.Entity.Text is ISealed { Box: null }).Select(e => e.Entity).ToList())
            sealer.NewKey(db, text);
        foreach (var happened in db.ChangeTracker.Entries<Consultation>().SelectMany(e => e.Entity.TakeEvents()).ToList())
        {
            db.AuditEntries.Add(AuditEntry.Of(happened));
            var desks = happened is ConsultationSubmitted submitted ? await DesksAsync(db, submitted, cancellationToken) : [];
            foreach (var change in ConsultationWork.After(happened, desks)) await WorkAsync(db, change, happened.Act.At, cancellationToken);
            foreach (var notice in ConsultationNotices.After(happened, desks))
            {
                db.Tell(notice);
            }
        }
        return result;
    }

    /// <summary>Work on any desk is closed: whoever may see the question may settle it, and the database says so.</summary>
    internal static async Task WorkAsync(PathwayDb db, WorkChange change, DateTimeOffset at, CancellationToken stopping)
    {
        if (change is WorkChange.Open open) db.WorkItems.Add(open.Item);
        else if (change is WorkChange.Close close)
            await db.WorkItems.Where(w => w.SourceId == close.SourceId && w.Kind == close.Kind && w.ClosedAt == null).ExecuteUpdateAsync(s => s.SetProperty(w => w.ClosedAt, at), stopping);
    }

    /// <summary>The organisations whose turn it is. A region without a coordinator is answered for by the national one.</summary>
    private static async Task<IReadOnlyList<OrganisationId>> DesksAsync(PathwayDb db, ConsultationSubmitted submitted, CancellationToken stopping)
    {
        var region = submitted.Region.ToString();
        var all = await db.Organisations.AsNoTracking().Where(o => o.IsActive && (o.Kind == OrganisationKind.NationalCoordinator || o.Kind == OrganisationKind.Iom || o.Kind == OrganisationKind.RegionalCoordinator && o.Region == region))
            .Select(o => new { o.Id, o.Kind }).ToListAsync(stopping);
        var regional = submitted.AskedOf == AskedOf.Regional && all.Any(o => o.Kind == OrganisationKind.RegionalCoordinator);
        return
        [
            .. all.Where(o => o.Kind == (regional ? OrganisationKind.RegionalCoordinator : OrganisationKind.NationalCoordinator) || o.Kind == OrganisationKind.Iom && submitted.Type == QuestionType.Return)
                .Select(o => o.Id),
        ];
    }
}
