using System.Diagnostics;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>Killed in the middle, again and again, while three people open cases and refer them.</summary>
[Trait("drill", "reliability")]
public sealed class CrashTests
{
    [Fact]
    public async Task Nothing_is_lost_half_done_or_double_when_program_and_database_are_killed()
    {
        await using var scene = await Scene.NewAsync();
        await scene.StartAsync();
        var (ready, back) = (new List<TimeSpan>(), new List<TimeSpan>());

        await scene.WhileTheyWorkAsync(async until =>
        {
            for (var round = 0; round < Drill.Rounds(2, 100); round++)
            {
                await Task.Delay(Moment(round), until);
                await scene.Instance.KillAsync();
                ready.Add(await scene.Instance.StartAsync());

                await Task.Delay(Moment(round + 7), until);
                await scene.Server.KillAsync();
                var (killed, before) = (Stopwatch.GetTimestamp(), Done());
                await scene.Server.StartAsync();
                // The program itself goes on: nobody starts it again.
                while (Done() == before) await Task.Delay(10, until);
                back.Add(Stopwatch.GetElapsedTime(killed));
            }
        });

        int Done() => scene.Clerks.Sum(c => c.Patience.Acknowledged.Count);
        Drill.Say($"Program killed {ready.Count} times: ready again after {Median(ready):0.0} s (median), {ready.Max().TotalSeconds:0.0} s at most.");
        Drill.Say($"Database killed {back.Count} times: the next act was done after {Median(back):0.0} s (median), {back.Max().TotalSeconds:0.0} s at most.");
        await scene.CheckAsync();
        // Beside the other tests of ./test a start says nothing about the program.
        if (Drill.IsWhole) Assert.All([Median(ready), Median(back)], seconds => Assert.InRange(seconds, 0, 5));
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalSeconds;

    /// <summary>Another one each time, so that every step of an act is hit sooner or later.</summary>
    private static TimeSpan Moment(int round) => TimeSpan.FromMilliseconds(200 + round * 137 % 1300);
}
