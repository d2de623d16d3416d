using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;

namespace ReferralPathway.Web.Access;

/// <summary>The guard of what a recipient does with a referral: it must have been sent to the person's own organisation. The case is not theirs yet.</summary>
public sealed class ReferralOnRoute : IFilterFactory, IOrderedFilter
{
    public int Order => 0;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider);

    private sealed class Guard(PathwayDb db, CurrentPerson current, ReferralInHand hand) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var stopping = context.HttpContext.RequestAborted;
            var actor = current.Who;
            var known = ReferralId.TryParse(context.RouteData.Values["referralId"] as string, null, out var id);
            var never = actor.Role is Role.NationalCoordinator or Role.Administrator;
            var referral = known && !never
                ? await db.Referrals.SingleOrDefaultAsync(r => r.Id == id && r.Recipient == actor.Organisation && r.Status != ReferralStatus.Draft, stopping)
                : null;
            if (referral is not null && CaseAccess.MayAnswerReferral(actor.Role))
            {
                hand.Take(referral);
                await next();
                return;
            }
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", id.Value, ("operation", "AnswerReferral")));
            await db.SaveChangesAsync(stopping);
            context.Result = never || referral is not null ? new StatusCodeResult(StatusCodes.Status403Forbidden) : new NotFoundResult();
        }
    }
}

/// <summary>The referral of this request, as the guard gave it: sent to the person's own organisation.</summary>
public sealed class ReferralInHand
{
    private Referral? _referral;

    public Referral Referral => _referral ?? throw new InvalidOperationException("This page stands under no guard: it cannot have a referral.");

    internal void Take(Referral referral) => _referral = referral;
}
