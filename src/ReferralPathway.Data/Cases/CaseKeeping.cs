using Microsoft.Extensions.DependencyInjection;

namespace ReferralPathway.Data.Cases;

internal static class CaseKeeping
{
    public static void AddCaseKeeping(this IServiceCollection services)
    {
        services.AddScoped<CaseLoader>();
        services.AddScoped<CaseDoor>();
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseList>();
        services.AddScoped<CaseSearch>();
        services.AddScoped<ViewShelf>();
    }
}
