using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Disclosures;

/// <summary>What happened to a request for disclosure becomes, in the same transaction: entries of the audit, work of those who decide, notices and letters; both halves get keys of their own.</summary>
internal sealed class DisclosureInterceptor(Sealer sealer) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        var requests = db.ChangeTracker.Entries<DisclosureRequest>().ToList();
        foreach (var begun in requests.Where(e => e.State == EntityState.Added).Select(e => e.Entity)) sealer.NewKey(db, begun.Id.Value, begun.Id, begun.WrittenAt);
        foreach (var begun in db.ChangeTracker.Entries<DisclosureAssessment>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList()) sealer.NewKey(db, begun.Id, begun.RequestId, begun.BegunAt);
        foreach (var happened in requests.SelectMany(e => e.Entity.TakeEvents()))
        {
            db.AuditEntries.Add(AuditEntry.Of(happened));
            foreach (var change in DisclosureWork.After(happened)) await ConsultationInterceptor.WorkAsync(db, change, happened.Act.At, cancellationToken);
            foreach (var notice in DisclosureNotices.After(happened))
            {
                db.Tell(notice);
            }
        }
        return result;
    }
}
