using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Messages;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Permits;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Domain.Reimbursement;
using ReferralPathway.Domain.Returns;
using ReferralPathway.Domain.Whereabouts;

namespace ReferralPathway.Data.Access;

/// <summary>
/// What happened becomes, in the same transaction: entries of the audit, work for the lists, notices and letters, sealed boxes, search tokens, and the parts that
/// organisations take in the case from now on.
/// </summary>
internal sealed class ActInterceptor(Sealer sealer, SearchTokens tokens) : SaveChangesInterceptor
{
    private readonly List<CaseEvent> _happened = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Acts are saved asynchronously.");

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        var happened = db.ChangeTracker.Entries<IHappens>().SelectMany(e => e.Entity.TakeEvents()).OrderBy(e => e.Turn).ToList();
        foreach (var one in happened)
        {
            db.AuditEntries.Add(AuditEntry.Of(one));
            foreach (var change in WorkList.After(one)) await WorkAsync(db, change, one.Act.At, cancellationToken);
            foreach (var notice in Notices.After(one))
            {
                db.Tell(notice);
            }
            if (one is CaseStarted started) sealer.NewKey(db, started.CaseId.Value, started.CaseId, started.Act.At);
            if (one is AddressRecorded address) sealer.NewKey(db, address.Sealed, address.CaseId, address.Act.At);
            if (one is PickUpReleased released) sealer.NewKey(db, released.PickUpId, released.CaseId, released.Act.At);
            if (one is ClaimDrafted claim) sealer.NewKey(db, claim.Id.Value, claim.CaseId, claim.Act.At);
            if (one is OthersAsked asked) db.Add(new PersonCheck(asked.CaseId, asked.Act));
            if (one is ReferralSent sent) sealer.NewKey(db, sent.Id.Value, sent.CaseId, sent.Act.At);
        }
        // Closing reads the content, and only what is new has any; so has what the tokens are made of.
        foreach (var identity in db.ChangeTracker.Entries<IdentityVersion>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList())
        {
            await db.NameTokens.Where(t => t.CaseId == identity.CaseId && t.Scope == identity.RecordedBy).ExecuteDeleteAsync(cancellationToken);
            foreach (var token in tokens.Of(identity.Details.Value)) db.NameTokens.Add(new() { Scope = identity.RecordedBy, Token = token, CaseId = identity.CaseId });
        }
        await sealer.CloseAsync(db, cancellationToken);
        _happened.AddRange(happened);
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var db = (PathwayDb)eventData.Context!;
        var happened = _happened.ToArray();
        _happened.Clear();
        foreach (var settled in happened.Where(Settles).Select(e => e.CaseId.Value).Distinct())
            await db.Database.ExecuteSqlAsync($"SELECT pathway.settle_case({settled})", cancellationToken);
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => _happened.Clear();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        _happened.Clear();
        return Task.CompletedTask;
    }

    /// <summary>Whether the event may change who takes part.</summary>
    private static bool Settles(CaseEvent happened) => happened is
        ConsentRecorded or LegalGroundRecorded or LegalGroundReviewed or LegalGroundEnded or ReferralCompleted or ReferralWithdrawn or LeadTransferred or IdentityRecorded or CaseClosed or CaseReopened
        or PermitSubmitted or PermitGranted or PermitRefused or PermitRevoked or PermitAppealed or PermitWithdrawn or PermitEnded or ExtensionDecided or ExtensionWithdrawn
        or ReturnMoved or SupportSettled or SupportEnded or ConcernReported or ChildTaskOpened or ChildTaskEnded or InvestigationReported or InvestigationInitiated or InvestigationMoved or InvestigationLeaderChanged;

    private static bool Closes(WorkChange change, WorkItem item) => change switch
    {
        WorkChange.Close close => item.SourceId == close.SourceId && item.Kind == close.Kind,
        WorkChange.CloseForCase close => item.CaseId == close.CaseId && item.Kind == close.Kind,
        _ => false,
    };

    private static Task<int> WorkAsync(PathwayDb db, WorkChange change, DateTimeOffset at, CancellationToken stopping)
    {
        // What was opened in this very act is not yet in the database.
        foreach (var opened in db.ChangeTracker.Entries<WorkItem>().Where(e => e.State == EntityState.Added && Closes(change, e.Entity))) opened.Entity.Close(at);
        switch (change)
        {
            case WorkChange.Close close:
                var kind = close.Kind.ToString();
                return db.Database.ExecuteSqlAsync($"SELECT pathway.close_work({close.SourceId}, {kind})", stopping);
            case WorkChange.CloseForCase close:
                return db.WorkItems.Where(w => w.CaseId == close.CaseId && w.Kind == close.Kind && w.ClosedAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(w => w.ClosedAt, at), stopping);
            case WorkChange.Open open:
                db.WorkItems.Add(open.Item);
                return Task.FromResult(1);
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }
}
