using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Overview;

namespace ReferralPathway.Data.Directory;

/// <summary>Each line of an entry's history becomes, in the same transaction, an entry of the audit; an entry that needs a check becomes work of the administrators, and ends it when it was checked.</summary>
internal sealed class DirectoryInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        foreach (var change in db.ChangeTracker.Entries<EntryChange>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList())
        {
            db.AuditEntries.Add(AuditEntry.Happened(db.Acting!, $"Directory.{change.Kind}", change.EntryId.Value,
                [("number", $"{change.Number}"), ("state", $"{change.To}"), .. change.FieldNames.Distinct().Select(field => ("field", field))]));
            if (change.From == EntryState.NeedsReview && change.To != EntryState.NeedsReview)
            {
                await db.WorkItems.Where(w => w.SourceId == change.EntryId.Value && w.Kind == WorkKind.ReviewEntry && w.ClosedAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(w => w.ClosedAt, change.At), cancellationToken);
            }
            else if (change.To == EntryState.NeedsReview && (change.From != EntryState.NeedsReview || change.Kind == EntryChangeKind.Imported))
            {
                await EntryReview.OpenWorkAsync(db, change.EntryId, change.At, cancellationToken);
            }
        }
        return result;
    }
}
