using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Matches;

/// <summary>What happened to a possible match becomes, in the same transaction: entries of the audit, work of the holder, and the message to whoever asked.</summary>
internal sealed class MatchInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        foreach (var happened in db.ChangeTracker.Entries<PersonMatch>().SelectMany(e => e.Entity.TakeEvents()).ToList())
        {
            db.AuditEntries.Add(AuditEntry.Of(happened));
            foreach (var change in MatchWork.After(happened)) await ConsultationInterceptor.WorkAsync(db, change, happened.Act.At, cancellationToken);
            foreach (var notice in MatchNotices.After(happened))
            {
                db.Tell(notice);
            }
        }
        return result;
    }
}
