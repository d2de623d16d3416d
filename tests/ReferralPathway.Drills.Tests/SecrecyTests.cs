using System.Diagnostics;
using System.Net;
using System.Text;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>What nobody may find: another's case on a shared connection, and a name anywhere outside its sealed box.</summary>
[Trait("drill", "security")]
public sealed class SecrecyTests
{
    private const string Canary = "Kanariefagel";

    [Fact]
    public async Task Three_organisations_alternate_over_two_connections_and_see_nothing_of_one_another()
    {
        await using var scene = await Scene.NewAsync();
        await scene.StartAsync(connection: role => scene.Server.Connection(role).Replace("Pooling=false", "Maximum Pool Size=2", StringComparison.Ordinal));
        foreach (var clerk in scene.Clerks.Skip(1)) await clerk.OpenAndReferAsync();
        var references = new Dictionary<Clerk, string>();
        foreach (var clerk in scene.Clerks) references[clerk] = await scene.Server.AskAsync<string>($"SELECT reference FROM pathway.cases WHERE id = '{clerk.Opened[0]}'");
        var (asked, foreign) = (0, 0);

        await Task.WhenAll(scene.Clerks.Select(clerk => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref asked) <= Drill.Rounds(300, 10_000))
            {
                var list = await clerk.Browser.Get(asked % 3 == 0 ? $"/cases/{clerk.Opened[0]}" : "/cases");
                Assert.Equal(HttpStatusCode.OK, list.Status);
                Assert.Contains(references[clerk], list.Text, StringComparison.Ordinal);
                if (references.Any(r => r.Key != clerk && list.Source.Contains(r.Value, StringComparison.Ordinal))) Interlocked.Increment(ref foreign);
                var other = scene.Clerks.First(c => c != clerk);
                if (asked % 7 == 0 && (await clerk.Browser.Get($"/cases/{other.Opened[0]}")).Status != HttpStatusCode.NotFound) Interlocked.Increment(ref foreign);
            }
        })));

        Drill.Say($"{asked} requests of three organisations over a pool of two connections: {foreign} with something of another's.");
        Assert.Equal(0, foreign);
    }

    [Fact]
    public async Task Names_that_were_typed_in_are_found_nowhere_outside_their_boxes()
    {
        await using var scene = await Scene.NewAsync();
        await scene.StartAsync();
        var many = Drill.Rounds(3, 1000);
        var typed = 0;
        await Task.WhenAll(scene.Clerks.Select(clerk => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref typed) is var n && n <= many)
                await clerk.OpenAndReferAsync(("identity", [("Input.GivenName", $"{Canary}{n}"), ("Input.FamilyName", $"{Canary}sson{n}")]));
        })));
        // They are there: whoever may, reads one.
        var id = scene.Clerks[0].Opened[^1];
        Assert.Contains(Canary, (await scene.Clerks[0].Browser.Get($"/cases/{id}/intake/identity")).Source, StringComparison.Ordinal);
        // What is not sealed is found by the same search, wherever it looks.
        var reference = await scene.Server.AskAsync<string>($"SELECT reference FROM pathway.cases WHERE id = '{id}'");
        await scene.Server.ExecuteAsync("CHECKPOINT");
        var file = scene.Place("pathway.dump");
        Assert.Equal(0, (await scene.Instance.CommandAsync("backup", file)).Code);
        var plain = await scene.Server.RunAsync("pg_restore", "--file=-", "--data-only", await ReadableAsync(scene, file));

        foreach (var (place, holds) in new (string, Func<string, bool>)[]
        {
            ("data files", word => FilesWith(Path.Combine(scene.Server.Data, "base"), word)),
            ("write-ahead log", word => FilesWith(Path.Combine(scene.Server.Data, "pg_wal"), word)),
            ("backup", word => plain.Contains(word, StringComparison.OrdinalIgnoreCase)),
        })
        {
            Assert.True(holds(reference), $"The search does not see {place}.");
            Assert.False(holds(Canary), $"A name is in the {place}.");
        }
        Assert.DoesNotContain(scene.Instance.Said, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(scene.Instance.Said);
        Assert.DoesNotContain(scene.Server.Heard, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Drill.Say($"{many * 2} names typed in: none in data files, write-ahead log, backup or logs; the reference of a case is found in each but the logs.");
    }

    /// <summary>The dump belongs to whoever made it; the server's user gets a copy.</summary>
    private static async Task<string> ReadableAsync(Scene scene, string file)
    {
        var copy = Path.Combine(scene.Server.Directory, "copy.dump");
        using var install = Process.Start("install", [$"--owner={ServerCommand.User}", "--mode=0600", file, copy]);
        await install.WaitForExitAsync();
        return copy;
    }

    /// <summary>Whether a file below holds a word, as it is or as PostgreSQL writes bytes in hex.</summary>
    private static bool FilesWith(string folder, string word) => Holds(folder, "-F", word) || Holds(folder, "-iF", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word)));

    private static bool Holds(string folder, string how, string word)
    {
        using var grep = Process.Start(new ProcessStartInfo("grep", ["-r", "-q", "-a", how, "--", word, folder]))!;
        grep.WaitForExit();
        return grep.ExitCode switch { 0 => true, 1 => false, var other => throw new InvalidOperationException($"grep ended with {other}") };
    }
}
