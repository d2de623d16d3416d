using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Web.Hosting;

namespace ReferralPathway.Web.Measures;

/// <summary>Asks the database once a minute what waits in it, on the instances that sweep. Whoever reads the figures asks nothing.</summary>
public sealed class Watch(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration configuration, Counts counts, ILogger<Watch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public async Task LookAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        var at = clock.GetUtcNow();
        db.Acting = ActingAs.System(at);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        var found = await db.Database.SqlQuery<Row>($"""
            SELECT (SELECT count(*) FROM pathway.outbox WHERE delivered_at IS NULL) AS "MailWaiting",
                   (SELECT count(*) FROM pathway.outbox WHERE delivered_at IS NULL AND tries > 3) AS "MailStuck",
                   (SELECT count(*) FROM pathway.work_items WHERE closed_at IS NULL AND due_at < {at.AddDays(-1)}) AS "AnswersLate",
                   (SELECT max(made_at) FROM pathway.checkpoints) AS "CheckpointAt"
            """).SingleAsync(stopping);
        counts.Waiting = new(at, found.MailWaiting, found.MailStuck, found.AnswersLate, found.CheckpointAt);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Sweeper.Every(configuration) == TimeSpan.Zero) return;
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogWarning("What waits in the database is not known ({Reason}).", error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private sealed record Row(long MailWaiting, long MailStuck, long AnswersLate, DateTimeOffset? CheckpointAt);
}
