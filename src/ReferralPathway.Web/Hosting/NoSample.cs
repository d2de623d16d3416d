using ReferralPathway.Data;
using ReferralPathway.Data.Clusters;

namespace ReferralPathway.Web.Hosting;

/// <summary>Stands for the sample in what is deployed (built with <c>-p:WithoutSample=true</c>): no invented cases, no settable clock, no page that shows the look.</summary>
public static class SampleMode
{
    /// <exception cref="InvalidOperationException">Always: there is none here.</exception>
    public static void Demand(IHostEnvironment environment, Databases? given, IConfiguration configuration) =>
        throw new InvalidOperationException("This build holds no sample: it is made for deployment.");

    public static string[] Urls(IConfiguration configuration) => ["http://localhost:5080"];

    public static Task FillAsync(IServiceProvider services, IConfiguration configuration, string local) => Task.CompletedTask;

    public static void Map(WebApplication app, PrivateCluster cluster)
    {
    }

    public static void Print(WebApplication app, PrivateCluster cluster, string database)
    {
    }
}
