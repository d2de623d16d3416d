using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

/// <summary>Live: the process answers. Ready: the database has every migration of this program, the first visitor does not pay for the warming up, and nobody has told it to end.</summary>
public static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", (WarmUp warm, IHostApplicationLifetime lifetime) => warm.IsReady && !lifetime.ApplicationStopping.IsCancellationRequested ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }

    /// <summary>Asks the instance that serves beside it, for a container without another program that could.</summary>
    /// <returns>The exit code: 0 when it is ready.</returns>
    public static async Task<int> AskAsync(IConfiguration configuration)
    {
        var port = configuration["ASPNETCORE_HTTP_PORTS"] ?? configuration["HTTP_PORTS"] ?? "8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            return (await client.GetAsync(new Uri($"http://localhost:{port.Split(';')[0]}/health/ready"))).IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}

/// <summary>Asks the database until it answers and is migrated, and loads what the first page would load.</summary>
public sealed class WarmUp(IServiceProvider services, ILogger<WarmUp> log) : BackgroundService
{
    public bool IsReady { get; internal set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = (Geography.Municipalities.Count, CodeLists.All.Count, IloIndicators.Dimensions.Count);
        while (!stoppingToken.IsCancellationRequested && !IsReady)
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
                db.Acting = ActingAs.Nobody(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
                await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);
                IsReady = await Migrator.IsCurrentAsync(db, stoppingToken);
                if (IsReady) await db.Participations.AsNoTracking().AnyAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("The database does not answer yet ({Reason}).", e.GetType().Name);
            }
            if (!IsReady) await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
        }
    }
}
