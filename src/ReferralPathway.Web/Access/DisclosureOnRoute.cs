using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Access;

/// <summary>The guard of what is done on a request for disclosure: it must exist for the person, and the operation must be theirs. Each opening is recorded.</summary>
public sealed class DisclosureOnRoute(DisclosureOperation operation) : IFilterFactory, IOrderedFilter
{
    public DisclosureOperation Operation => operation;

    public int Order => 0;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider, this);

    private sealed class Guard(DisclosureOnRoute rule, PathwayDb db, Sealer sealer, CurrentPerson current, DisclosureInHand hand) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var stopping = context.HttpContext.RequestAborted;
            var actor = current.Who;
            var never = !DisclosureAccess.Roles.Contains(actor.Role);
            var known = DisclosureId.TryParse(context.RouteData.Values["disclosureId"] as string, null, out var id);
            var found = known && !never ? await db.DisclosureAsync(id, sealer, stopping) : null;
            var standing = found is null ? DisclosureStanding.None : DisclosureAccess.StandingOf(actor, found);
            if (found is not null && DisclosureAccess.Decide(standing, rule.Operation) == Verdict.Allowed)
            {
                hand.Take(found, standing);
                db.AuditEntries.Add(AuditEntry.ReadDisclosures(db.Acting!, Reading.Disclosure, found.Id));
                await next();
                return;
            }
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", id.Value, ("operation", $"Disclosure.{rule.Operation}")));
            await db.SaveChangesAsync(stopping);
            context.Result = never || standing != DisclosureStanding.None ? new StatusCodeResult(StatusCodes.Status403Forbidden) : new NotFoundResult();
        }
    }
}

/// <summary>The request for disclosure of this request, as the guard gave it.</summary>
public sealed class DisclosureInHand
{
    private DisclosureRequest? _request;
    private DisclosureStanding _standing;

    public DisclosureView View => DisclosureView.Of(Request, _standing);

    public string Here => $"/disclosures/{Request.Id}";

    private DisclosureRequest Request => _request ?? throw new InvalidOperationException("This page stands under no guard: it cannot have a request for disclosure.");

    /// <summary>To act upon, unless somebody changed it after the form was opened.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster.</exception>
    internal DisclosureRequest At(int revision) => Request.Revision == revision ? Request : throw new DbUpdateConcurrencyException();

    internal void Take(DisclosureRequest request, DisclosureStanding standing) => (_request, _standing) = (request, standing);
}
