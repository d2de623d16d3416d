using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Migrations;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Web.Hosting;

/// <summary>Live: the process answers. Ready: the database has every migration of this program, and the first visitor does not pay for the warming up.</summary>
public static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        app.MapGet("/health/ready", (WarmUp warm) => warm.IsReady ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous();
    }
}

/// <summary>Asks the database until it answers and is migrated, and loads what the first page would load.</summary>
public sealed class WarmUp(IServiceProvider services, ILogger<WarmUp> log) : BackgroundService
{
    public bool IsReady { get; private set; }

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
