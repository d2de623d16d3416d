using System.Diagnostics;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>The server's machine is gone; the standby that has everything takes over.</summary>
[Trait("drill", "reliability")]
public sealed class FailoverTests
{
    [Fact]
    public async Task A_standby_takes_over_and_no_acknowledged_act_is_lost()
    {
        await using var scene = await Scene.NewAsync("synchronous_commit=on");
        var standby = scene.Keep(await PostgresServer.PlaceAsync(scene.Place("second"), "synchronous_standby_names="));
        await scene.Server.RunAsync("pg_basebackup", "--pgdata", standby.Data, "--write-recovery-conf", "--checkpoint=fast");
        await standby.StartAsync();
        // From here on nothing is acknowledged that is not on both. What a promoted standby inherits of this would make it wait for ever: it is given another value above.
        await scene.Server.ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await scene.Server.ExecuteAsync("SELECT pg_reload_conf()");
        await scene.StartAsync(instances: 2, connection: role => Scene.Either(role, scene.Server, standby));
        var killed = 0L;

        await scene.WhileTheyWorkAsync(async until =>
        {
            await Task.Delay(TimeSpan.FromSeconds(Drill.Rounds(2, 30)), until);
            await scene.Server.KillAsync();
            killed = Stopwatch.GetTimestamp();
            await standby.PromoteAsync();
            var before = Done();
            while (Done() < before + 20) await Task.Delay(10, until);
        });

        int Done() => scene.Clerks.Sum(c => c.Patience.Acknowledged.Count);
        var next = scene.Clerks.SelectMany(c => c.Patience.Acknowledged).Where(a => a.At > killed).Min(a => a.At);
        Drill.Say($"Server killed, standby promoted; the next act was done after {Stopwatch.GetElapsedTime(killed, next).TotalSeconds:0.0} s. Longest time between two acts: {scene.LongestGap().TotalSeconds:0.0} s.");
        await scene.CheckAsync(standby);
        if (Drill.IsWhole) Assert.InRange(Stopwatch.GetElapsedTime(killed, next), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
