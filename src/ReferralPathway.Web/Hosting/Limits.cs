using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// How much one account may ask of this instance, or one address where nobody is signed in: far more than anybody does by hand, and too little to empty a list with a script
/// or to keep others out. What takes long to make, such as tables and letters as PDF, is counted besides.
/// </summary>
public static class Limits
{
    /// <summary>The policy of pages that take long to make.</summary>
    public const string Costly = "costly";

    private const int CostlyShare = 20;
    private const int SecondsToWait = 60;

    /// <summary><c>PATHWAY_REQUESTS_PER_MINUTE</c>: 600; 0 sets no limit.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            var most = configuration.GetValue("PATHWAY_REQUESTS_PER_MINUTE", 600);
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Costly, context => Of(context, most / CostlyShare));
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context, most));
        });
        return services;
    }

    private static RateLimitPartition<string> Of(HttpContext context, int most)
    {
        // A probe is asked by machines, and what a refused request is answered with is no request.
        if (most == 0 || context.Request.Path.StartsWithSegments("/health") || context.Request.Path.StartsWithSegments("/status")) return RateLimitPartition.GetNoLimiter("");
        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? $"at {context.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetSlidingWindowLimiter(who, _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
    }
}
