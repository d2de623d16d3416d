using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>What was saved comes back, by the commands that whoever runs the program has.</summary>
[Trait("drill", "reliability")]
public sealed class RestoreTests
{
    private static readonly string Scripts = Path.Combine(Instance.Root(), "src", "Installation");

    [Fact]
    public async Task A_backup_made_while_people_work_comes_back_whole_on_another_server()
    {
        await using var scene = await Scene.NewAsync();
        await scene.StartAsync();
        var file = scene.Place("pathway.dump");
        (int Code, string Said) saved = default;

        await scene.WhileTheyWorkAsync(async until =>
        {
            await Task.Delay(TimeSpan.FromSeconds(Drill.Rounds(2, 30)), until);
            saved = await scene.Instance.CommandAsync("backup", file);
        });
        await using var other = await EmptyServerAsync(scene);
        var copy = new Instance(role => other.Connection(role));
        var restored = await copy.CommandAsync("restore", file);

        Drill.Say($"{saved.Said} {restored.Said.ReplaceLineEndings(" ")}");
        Assert.Equal((0, 0), (saved.Code, restored.Code));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Contains("The newest case opens.", restored.Said, StringComparison.Ordinal);
        Assert.InRange(await other.AskAsync<long>("SELECT count(*) FROM pathway.cases"), 1, scene.Clerks.Sum(c => c.Begun.Count));
        // The copy is bound by the same policies: the application sees nothing without saying who asks.
        await using var nobody = new Npgsql.NpgsqlConnection(other.Connection("pathway_app"));
        await nobody.OpenAsync(TestContext.Current.CancellationToken);
        await using var question = new Npgsql.NpgsqlCommand("SELECT count(*) FROM pathway.cases", nobody);
        Assert.Equal(0L, await question.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        // What is looked at is what was restored, and not what is in use.
        var (mixed, why) = await new Instance(role => role == "postgres" ? other.Connection(role) : scene.Server.Connection(role)).CommandAsync("restore", file);
        Assert.Equal(1, mixed);
        Assert.StartsWith("ConnectionStrings__Pathway names another database", why, StringComparison.Ordinal);

        // Nothing is written over.
        var again = await copy.CommandAsync("restore", file);
        Assert.Equal((1, "The database is not empty. Nothing was changed."), (again.Code, again.Said));

        // A copy that lost something is told: a key, and the last line of a chain.
        await other.ExecuteAsync("ALTER TABLE pathway.audit_links DISABLE TRIGGER ALL");
        const string key = "UPDATE pathway.sealing_keys SET wrapped = set_byte(wrapped, 40, get_byte(wrapped, 40) # 1)";
        await other.ExecuteAsync(key);
        Assert.Contains("The newest case does not open", (await copy.CommandAsync("check-copy")).Said, StringComparison.Ordinal);
        await other.ExecuteAsync(key);
        await other.ExecuteAsync("DELETE FROM pathway.audit_links WHERE (chain, seq) IN (SELECT chain, seq FROM pathway.chain_heads LIMIT 1)");
        var cut = await copy.CommandAsync("check-copy");
        Assert.Equal(1, cut.Code);
        Assert.Contains("The record is broken.", cut.Said, StringComparison.Ordinal);

        // A file that was changed is not believed.
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        Assert.Equal((1, "The file is not the one that was saved: its digest is another."), await copy.CommandAsync("restore", file));
    }

    [Fact]
    public async Task Everything_comes_back_as_it_was_at_a_second()
    {
        await using var scene = await Scene.NewAsync();
        var archive = Path.Combine(scene.Server.Directory, "wal");
        await scene.Server.RunAsync("mkdir", archive);
        await scene.Server.ExecuteAsync("ALTER SYSTEM SET archive_mode = on");
        await scene.Server.ExecuteAsync($"ALTER SYSTEM SET archive_command = '{Path.Combine(Scripts, "archive.sh")} %p {archive}'");
        await scene.Server.StopAsync();
        await scene.Server.StartAsync();
        await scene.StartAsync();
        var copy = Path.Combine(scene.Server.Directory, "base");
        var (at, before) = ("", 0L);

        await scene.WhileTheyWorkAsync(async until =>
        {
            await scene.Server.RunAsync("bash", Path.Combine(Scripts, "base-backup.sh"), copy);
            await Task.Delay(TimeSpan.FromSeconds(Drill.Rounds(2, 30)), until);
            before = await scene.Server.AskAsync<long>("SELECT count(*) FROM pathway.audit_links");
            at = await scene.Server.AskAsync<string>("SELECT clock_timestamp()::text");
            await Task.Delay(TimeSpan.FromSeconds(Drill.Rounds(2, 30)), until);
        });
        var after = await scene.Server.AskAsync<long>("SELECT count(*) FROM pathway.audit_links");
        await scene.Server.ExecuteAsync("SELECT pg_switch_wal()");
        await scene.Server.StopAsync();
        var other = scene.Keep(await PostgresServer.PlaceAsync(scene.Place("second")));
        await other.RunAsync("bash", Path.Combine(Scripts, "recover.sh"), copy, archive, other.Data, at);
        await other.StartAsync();
        for (var waited = 0; await other.AskAsync<bool>("SELECT pg_is_in_recovery()") && waited < 600; waited++) await Task.Delay(100);
        var (code, said) = await new Instance(role => other.Connection(role)).CommandAsync("check-copy");
        var came = await other.AskAsync<long>("SELECT count(*) FROM pathway.audit_links");

        Drill.Say($"Recovered to {at}: {came} lines of the record, {before} a moment before, {after} at the end. {said.ReplaceLineEndings(" ")}");
        Assert.True(code == 0, said);
        Assert.InRange(came, before, after - 1);
        Assert.True(await other.AskAsync<bool>($"SELECT max(at) <= '{at}'::timestamptz FROM pathway.audit_entries"), "Something of a later second is there.");
    }

    private static async Task<PostgresServer> EmptyServerAsync(Scene scene)
    {
        var server = scene.Keep(await PostgresServer.PlaceAsync(scene.Place("other")));
        await server.RunAsync("initdb", "--pgdata", server.Data, "--username", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        await server.StartAsync();
        return server;
    }
}
