using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;

namespace ReferralPathway.Web.Access;

/// <summary>
/// The guard of a folder whose acts change what others may do: whoever acts there has shown who they are within <see cref="Session.ProofLasts"/>, or is asked again.
/// What was typed is kept meanwhile.
/// </summary>
public sealed class FreshProof : IFilterFactory, IOrderedFilter
{
    /// <summary>The page itself is a secret.</summary>
    public bool ForReading { get; init; }

    /// <summary>Behind the guards of roles: nobody is asked for a password and then refused.</summary>
    public int Order => 10;

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Guard>(serviceProvider, this);

    private sealed class Guard(FreshProof rule, CurrentSession session, RealClock clock) : IAsyncPageFilter
    {
        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var asks = rule.ForReading || HttpMethods.IsPost(context.HttpContext.Request.Method) && context.HandlerMethod?.MethodInfo.IsDefined(typeof(ChangesNothingAttribute), inherit: false) != true;
            if (!asks || session.Found?.ProvedAt > clock.Now - Session.ProofLasts) await next();
            // Not a redirect: the act is not answered by it, and can be sent again.
            else context.Result = new ChallengeResult();
        }
    }
}

/// <summary>A post that only looks something up, because what was typed must not stand in an address.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChangesNothingAttribute : Attribute;
