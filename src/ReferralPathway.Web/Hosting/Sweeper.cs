using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Measures;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// Does what falls due by time alone, as the actor System: one act, one transaction, one case at a time. Several instances may sweep at once: whoever has the lock
/// does it, the others pass by. An error in one case is told in the log by its id alone and stops no other.
/// </summary>
public sealed partial class Sweeper(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration configuration, Counts counts, ILogger<Sweeper> log) : BackgroundService
{
    private const int Batch = 200;

    private readonly ConcurrentDictionary<Type, DateOnly> _doneOn = new();

    /// <summary>Seconds between two sweeps of this instance, in real time; 0 leaves the sweeping to other instances.</summary>
    public static TimeSpan Every(IConfiguration configuration) => TimeSpan.FromSeconds(configuration.GetValue("PATHWAY_SWEEP_SECONDS", 30));

    /// <summary>Sweeps everything that is due now.</summary>
    /// <returns>Whether all of it is done; what is not is still due the next time.</returns>
    public Task<bool> SweepAsync(CancellationToken stopping) => SweepAsync(clock.GetUtcNow(), everything: true, stopping);

    /// <summary>Lives through the time up to an instant, so that each thing happens on its own day and at its own hour, and then through what is due at that instant.</summary>
    public async Task<bool> LiveThroughAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stopping)
    {
        var all = true;
        for (var day = SwedishCalendar.DayOf(from).AddDays(1); SwedishCalendar.StartOf(day) < to; day = day.AddDays(1))
        {
            var midnight = SwedishCalendar.StartOf(day);
            all &= await LiveThroughHoursAsync(from, midnight, stopping);
            all &= await SweepAsync(midnight, everything: true, stopping);
            from = midnight;
        }
        all &= await LiveThroughHoursAsync(from, to, stopping);
        return all & await SweepAsync(to, everything: true, stopping);
    }

    /// <summary>What falls due between two instants with no midnight in between; the later one is not part of it.</summary>
    private async Task<bool> LiveThroughHoursAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken stopping)
    {
        var all = true;
        while (await NextAsync(from, to, stopping) is { } next && next < to)
        {
            all &= await SweepAsync(next, everything: false, stopping);
            from = next;
        }
        return all;
    }

    private async Task<DateTimeOffset?> NextAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken stopping)
    {
        await using var scope = Scope(out var db, after);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        DateTimeOffset? first = null;
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>())
            if (await sweep.NextAsync(db, after, first ?? until, stopping) is { } next) first = next;
        return first;
    }

    /// <summary>Held while it is at work by itself. Whoever else holds it keeps it still.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Every(configuration) is not { Ticks: > 0 } every) return;
        using var timer = new PeriodicTimer(every);
        do
        {
            await Turn.WaitAsync(stoppingToken);
            try
            {
                await SweepAsync(clock.GetUtcNow(), everything: false, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Interrupted(log, error.GetType().Name);
                counts.SweepFailed("-");
            }
            finally
            {
                Turn.Release();
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> SweepAsync(DateTimeOffset at, bool everything, CancellationToken stopping)
    {
        var cut = new DateTimeOffset(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var today = SwedishCalendar.DayOf(cut);
        var all = true;
        await using var scope = Scope(out _, cut);
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>().Select(s => (Kind: s.GetType(), s.ByDay)).ToList())
        {
            if (!everything && sweep.ByDay && _doneOn.GetValueOrDefault(sweep.Kind) == today) continue;
            var done = await SweepAsync(sweep.Kind, cut, stopping);
            if (done) _doneOn[sweep.Kind] = today;
            all &= done;
        }
        return all;
    }

    private async Task<bool> SweepAsync(Type kind, DateTimeOffset at, CancellationToken stopping)
    {
        var all = true;
        var behind = Guid.Empty;
        while (true)
        {
            var due = await DueAsync(kind, at, behind, stopping);
            foreach (var one in due) all &= await PerformAsync(kind, one, at, stopping);
            if (due.Count < Batch) return all;
            behind = due[^1].Id;
        }
    }

    private async Task<IReadOnlyList<Due>> DueAsync(Type kind, DateTimeOffset at, Guid behind, CancellationToken stopping)
    {
        await using var scope = Scope(out var db, at);
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        return await One(scope, kind).DueAsync(db, at, behind, Batch, stopping);
    }

    /// <returns>False when it is still to be done.</returns>
    private async Task<bool> PerformAsync(Type kind, Due due, DateTimeOffset at, CancellationToken stopping)
    {
        try
        {
            await using var scope = Scope(out var db, at);
            await using var transaction = await db.Database.BeginTransactionAsync(stopping);
            var mine = await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({due.Lock.ToString()}, 0)) AS \"Value\"").SingleAsync(stopping);
            if (!mine) return false;
            await One(scope, kind).PerformAsync(db, due, at, stopping);
            await transaction.CommitAsync(stopping);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The message of an error may quote what was being written; its type and the id do not.
            Failed(log, kind.Name, due.Id, error.GetType().Name);
            counts.SweepFailed(kind.Name);
            return false;
        }
    }

    private AsyncServiceScope Scope(out PathwayDb db, DateTimeOffset at)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
        db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.System(at);
        return scope;
    }

    private static ISweep One(AsyncServiceScope scope, Type kind) => scope.ServiceProvider.GetServices<ISweep>().Single(s => s.GetType() == kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sweep} of {Id} failed with {Error}; it stays due.")]
    private static partial void Failed(ILogger log, string sweep, Guid id, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sweep was interrupted by {Error}.")]
    private static partial void Interrupted(ILogger log, string error);
}
