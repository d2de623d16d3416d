using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Audit;

namespace ReferralPathway.Web.Access;

/// <summary>A form without its guard against forgery is refused before any page sees it; here the refusal is written down.</summary>
internal sealed class ForgedForms(PathwayDb db, CurrentPerson current) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            db.Acting = current.Acting;
            await using var transaction = await db.Database.BeginTransactionAsync(context.HttpContext.RequestAborted);
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Forged", null, ("page", context.ActionDescriptor.AttributeRouteInfo?.Template ?? "-")));
            await db.SaveChangesAsync(context.HttpContext.RequestAborted);
            await transaction.CommitAsync(context.HttpContext.RequestAborted);
        }
        await next();
    }
}
