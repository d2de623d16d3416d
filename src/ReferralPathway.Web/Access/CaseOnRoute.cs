using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Access;

/// <summary>
/// The guard of a folder under a case: finds out how the person stands to the case on the route, asks the access table, and only then gives the case to the page.
/// Every refusal is recorded, in the chain of the person's organisation.
/// </summary>
public sealed class CaseOnRoute(CaseOperation operation) : IFilterFactory, IOrderedFilter
{
    public CaseOperation Operation => operation;

    public int Order => 0;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider, operation);

    private sealed class Guard(CaseOperation operation, PathwayDb db, CaseDoor door, CurrentPerson current, CaseInHand hand) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var stopping = context.HttpContext.RequestAborted;
            var actor = current.Who;
            var standing = CaseId.TryParse(context.RouteData.Values["caseId"] as string, null, out var id)
                ? await door.StandingOfAsync(actor, id, current.At, stopping)
                : null;
            var verdict = CaseAccess.Decide(actor, standing, operation, current.At);
            if (verdict == Verdict.Allowed)
            {
                hand.Take(standing!);
                await next();
                return;
            }
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", id.Value, ("operation", operation.ToString()), ("verdict", verdict.ToString())));
            await db.SaveChangesAsync(stopping);
            context.Result = verdict == Verdict.Refused ? new StatusCodeResult(StatusCodes.Status403Forbidden) : new NotFoundResult();
        }
    }
}
