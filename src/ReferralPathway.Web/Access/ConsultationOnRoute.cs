using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Access;

/// <summary>The guard of what is done on a consultation: it must exist for the person, and the operation must be theirs.</summary>
public sealed class ConsultationOnRoute(ConsultationOperation operation) : IFilterFactory, IOrderedFilter
{
    public ConsultationOperation Operation => operation;

    public int Order => 0;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider, this);

    private sealed class Guard(ConsultationOnRoute rule, PathwayDb db, Sealer sealer, CurrentPerson current, ConsultationInHand hand) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var stopping = context.HttpContext.RequestAborted;
            var actor = current.Who;
            // Whoever never has to do with consultations gets the same answer whether there is one or not.
            var never = !ConsultationDesk.MayAsk(actor.Role) && !ConsultationDesk.MayAnswer(actor.Role);
            var known = ConsultationId.TryParse(context.RouteData.Values["consultationId"] as string, null, out var id);
            var (found, region) = known && !never ? await db.ConsultationAsync(id, actor.Organisation, sealer, stopping) : (null, null);
            var standing = found is null ? ConsultationStanding.None : ConsultationAccess.StandingOf(actor, region, found);
            if (found is not null && ConsultationAccess.Decide(standing, rule.Operation) == Verdict.Allowed)
            {
                hand.Take(found, standing, region);
                if (hand.View.Question is not null || hand.View.Answer is not null)
                {
                    db.AuditEntries.Add(AuditEntry.ReadConsultations(db.Acting!, Reading.Consultation, found.Id));
                }
                await next();
                return;
            }
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", id.Value, ("operation", $"Consultation.{rule.Operation}")));
            await db.SaveChangesAsync(stopping);
            context.Result = never || standing != ConsultationStanding.None ? new StatusCodeResult(StatusCodes.Status403Forbidden) : new NotFoundResult();
        }
    }
}

/// <summary>The consultation of this request, as the guard gave it.</summary>
public sealed class ConsultationInHand
{
    private Consultation? _consultation;
    private ConsultationStanding _standing;

    /// <summary>For acts alone; pages render <see cref="View"/>.</summary>
    internal Consultation ForAct => _consultation ?? throw new InvalidOperationException("This page stands under no guard: it cannot have a consultation.");

    public ConsultationView View => ConsultationView.Of(ForAct, _standing);

    /// <summary>The region of the acting organisation, when it coordinates one.</summary>
    public CoordinationRegion? Region { get; private set; }

    internal void Take(Consultation consultation, ConsultationStanding standing, CoordinationRegion? region) =>
        (_consultation, _standing, Region) = (consultation, standing, region);
}

internal static class OwnRegion
{
    public static async Task<CoordinationRegion?> RegionOfAsync(this PathwayDb db, OrganisationId organisation, CancellationToken stopping) =>
        CoordinationRegions.TryParse(await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Region).SingleOrDefaultAsync(stopping), out var region) ? region : null;
}
