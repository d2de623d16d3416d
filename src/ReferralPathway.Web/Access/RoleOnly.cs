using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Access;

/// <summary>The guard of a folder that belongs to certain roles, or to managers. A refusal is recorded.</summary>
public sealed class RoleOnly(IReadOnlyList<Role> roles) : IFilterFactory, IOrderedFilter
{
    public IReadOnlyList<Role> Roles => roles;

    public bool ManagersOnly { get; init; }

    /// <summary>What is asked of the person beside the role.</summary>
    public Func<Actor, bool> Suits { get; init; } = _ => true;

    public int Order => 0;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider, this);

    private sealed class Guard(RoleOnly rule, PathwayDb db, CurrentPerson current) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var actor = current.Who;
            if (rule.Roles.Contains(actor.Role) && (actor.IsManager || !rule.ManagersOnly) && rule.Suits(actor))
            {
                await next();
                return;
            }
            db.AuditEntries.Add(AuditEntry.Refusal(db.Acting!, "Access", null, ("page", context.ActionDescriptor.ViewEnginePath)));
            await db.SaveChangesAsync(context.HttpContext.RequestAborted);
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }
}
