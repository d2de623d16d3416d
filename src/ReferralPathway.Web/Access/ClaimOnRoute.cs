using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Reimbursement;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Reimbursement;

namespace ReferralPathway.Web.Access;

/// <summary>The guard of what is done on a claim for costs: it must exist for the person's organisation, and the operation must be theirs. Each opening is recorded.</summary>
public sealed class ClaimOnRoute(ClaimOperation operation) : IFilterFactory, IOrderedFilter
{
    public ClaimOperation Operation => operation;

    public int Order => 0;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider, this);

    private sealed class Guard(ClaimOnRoute rule, PathwayDb db, ClaimReader claims, CurrentPerson current, ClaimInHand hand) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var stopping = context.HttpContext.RequestAborted;
            var actor = current.Who;
            var never = !ClaimAccess.Roles.Contains(actor.Role);
            var known = ClaimId.TryParse(context.RouteData.Values["claimId"] as string, null, out var id);
            var (found, onTeam) = known && !never ? await claims.ReadAsync(id, actor.User, stopping) : (null, false);
            var standing = found is null ? ClaimStanding.None : ClaimAccess.StandingOf(actor, found, onTeam);
            if (found is not null && ClaimAccess.Decide(standing, rule.Operation) == Verdict.Allowed)
            {
                hand.Take(found, standing);
                db.AuditEntries.Add(AuditEntry.Read(db.Acting!, Reading.Claim, found.CaseId, DataGroups.Of(DataGroup.Costs), record: found.Id.Value));
                await next();
                return;
            }
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", id.Value, ("operation", $"Claim.{rule.Operation}")));
            await db.SaveChangesAsync(stopping);
            context.Result = actor.Role is Role.NationalCoordinator or Role.Administrator || standing != ClaimStanding.None ? new StatusCodeResult(StatusCodes.Status403Forbidden) : new NotFoundResult();
        }
    }
}

/// <summary>The claim of this request, as the guard gave it.</summary>
public sealed class ClaimInHand
{
    private ReimbursementClaim? _claim;
    private ClaimStanding _standing;

    public ReimbursementClaim Claim => _claim ?? throw new InvalidOperationException("This page stands under no guard: it cannot have a claim.");

    public string Here => $"/claims/{Claim.Id}";

    public bool May(ClaimOperation operation) => ClaimAccess.Decide(_standing, operation) == Verdict.Allowed;

    /// <summary>To act upon, unless somebody changed it after the form was opened.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    public ReimbursementClaim At(int revision) => Claim.Revision == revision ? Claim : throw new DbUpdateConcurrencyException();

    internal void Take(ReimbursementClaim claim, ClaimStanding standing) => (_claim, _standing) = (claim, standing);
}
