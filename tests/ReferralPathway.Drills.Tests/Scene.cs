using Npgsql;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

// What is killed and measured here would be measured wrong beside another.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace ReferralPathway.Drills.Tests;

/// <summary>A database server, the program in front of it, people at work, and a folder that is gone afterwards.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly string[] Accounts = ["sw.umea", "sw.malmo", "sw.vasteras"];

    // Under /var/tmp, and not in memory: what is written has to reach a disk.
    private readonly DirectoryInfo _place = System.IO.Directory.CreateDirectory(Path.Combine("/var/tmp", $"referral-pathway-drill-{Guid.CreateVersion7():N}"));
    private readonly List<IAsyncDisposable> _mine = [];

    private Scene()
    {
        // The server's own user has to get through.
        _place.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    }

    public PostgresServer Server { get; private set; } = null!;

    public IReadOnlyList<Instance> Instances { get; private set; } = [];

    public Instance Instance => Instances[0];

    public IReadOnlyList<Clerk> Clerks { get; private set; } = [];

    public OrganisationId Recipient { get; private set; }

    public string Place(string name) => Path.Combine(_place.FullName, name);

    /// <param name="settings">Of the server, as <c>name=value</c>.</param>
    public static Task<Scene> NewAsync(params string[] settings) => NewAsync(scene => PostgresServer.NewAsync(scene.Place("first"), settings));

    /// <param name="server">A server that listens, with the organisations and accounts of the sample.</param>
    public static async Task<Scene> NewAsync(Func<Scene, Task<PostgresServer>> server)
    {
        var scene = new Scene();
        try
        {
            scene.Server = scene.Keep(await server(scene));
            scene.Recipient = new(await scene.Server.AskAsync<Guid>("SELECT organisation_id FROM identity.accounts WHERE email = 'ngo.haven@sample.example'"));
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    public T Keep<T>(T thing) where T : IAsyncDisposable
    {
        _mine.Add(thing);
        return thing;
    }

    /// <summary>Starts instances of the program on the scene's server, or by other connections, and lets people sign in.</summary>
    public async Task StartAsync(int instances = 1, Func<string, string>? connection = null, int clerks = 3)
    {
        Instances = [.. Enumerable.Range(0, instances).Select(_ => Keep(new Instance(connection ?? (role => Server.Connection(role).Replace("Pooling=false", "Maximum Pool Size=20", StringComparison.Ordinal)))))];
        foreach (var instance in Instances) await instance.StartAsync();
        await SignInAsync([.. Instances.Select(i => i.Address)], clerks);
    }

    /// <param name="way">The instances that answer: read anew for each request.</param>
    public async Task SignInAsync(IReadOnlyList<Uri> way, int clerks = 3)
    {
        Clerks = await Task.WhenAll(Accounts.Take(clerks).Select(a => Clerk.SignInAsync(a, Recipient, new Patience(way))));
        // Whatever happens next, there is a case.
        await Clerks[0].OpenAndReferAsync();
    }

    /// <summary>Lets everybody work while something happens, and finish what they have in hand. Ends at once when one of them can work no more: nobody waits for acts that nobody does.</summary>
    public async Task WhileTheyWorkAsync(Func<CancellationToken, Task> what)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var work = Clerks.Select(c => Task.Run(() => c.WorkAsync(until.Token))).ToList();
        var happens = what(until.Token);
        // People stop when they are told to, and before it only by a failure.
        await Task.WhenAny([happens, .. work]);
        await until.CancelAsync();
        var worked = Task.WhenAll(work);
        await Task.WhenAll(worked, happens).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // What people suffered follows from it.
        if (happens.IsFaulted) await happens;
        await worked;
        await happens;
    }

    /// <summary>Holds what people were told against what the database holds: nothing lost, nothing half done, nothing double; and the record of acts is whole.</summary>
    /// <param name="server">Where everything is now; null: where it was.</param>
    public async Task CheckAsync(PostgresServer? server = null)
    {
        server ??= Server;
        var (begun, opened, referred) = (Clerks.Sum(c => c.Begun.Count), Clerks.Sum(c => c.Opened.Count), Clerks.Sum(c => c.Referred.Count));
        await NothingIsLostAsync(server);
        Assert.True(referred > 0, "Nobody got anything done.");
        foreach (var (expected, question) in new[]
        {
            (begun, "pathway.cases"), (begun, "pathway.audit_entries WHERE kind = 'CaseStarted'"), (begun, "pathway.participations WHERE id IN (SELECT lead_participation_id FROM pathway.cases)"),
            (opened, "pathway.cases WHERE status = 'Open'"), (opened, "pathway.audit_entries WHERE kind = 'CaseOpened'"),
            (referred, "pathway.consent_decisions"), (referred, "pathway.referrals"), (referred, "pathway.notices WHERE kind = 'ReferralArrived'"), (referred, "pathway.outbox WHERE kind = 'ReferralArrived'"),
        })
        {
            var found = await server.AskAsync<long>($"SELECT count(*) FROM {question}");
            if (expected != found)
                Assert.Fail($"{question}: {found} instead of {expected}. Entries: " + await server.AskAsync<string>("SELECT string_agg(concat_ws(' ', e.xmin, e.id, e.case_id, e.at, e.kind, e.record_id, l.chain, l.seq, c.status, c.xmin), E'\n' ORDER BY e.at, e.id) FROM pathway.audit_entries e LEFT JOIN pathway.audit_links l ON l.entry = e.id LEFT JOIN pathway.cases c ON c.id = e.case_id") + "\nacts\n" + await server.AskAsync<string>("SELECT string_agg(concat_ws(' ', xmin, id, claimed_at, answer), E'\n' ORDER BY claimed_at) FROM pathway.acts"));
        }
        Drill.Say("None of them is lost, half done or double.");
        await IsWholeAsync(server);
    }

    /// <summary>Every act that people were told was done is in the database.</summary>
    public async Task NothingIsLostAsync(PostgresServer server)
    {
        var told = Clerks.SelectMany(c => c.Patience.Acknowledged).Select(a => a.Act).Distinct().ToArray();
        await using var connection = new NpgsqlConnection(server.Connection("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var lost = new NpgsqlCommand("SELECT count(*) FROM unnest($1) AS told (id) WHERE NOT EXISTS (SELECT FROM pathway.acts a WHERE a.id = told.id AND a.answer IS NOT NULL)", connection) { Parameters = { new() { Value = told } } };
        Drill.Say($"{told.Length} acts were acknowledged ({Clerks.Sum(c => c.Begun.Count)} cases begun, {Clerks.Sum(c => c.Opened.Count)} opened, {Clerks.Sum(c => c.Referred.Count)} referred). {Clerks.Sum(c => c.Patience.Answered)} answers; requests were sent again {Clerks.Sum(c => c.Patience.Repeated)} times.");
        Assert.Equal(0L, await lost.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The record verifies, and what is sealed opens.</summary>
    public static async Task IsWholeAsync(PostgresServer server)
    {
        var (code, said) = await new Instance(role => server.Connection(role)).CommandAsync("check-copy");
        Assert.True(code == 0, said);
        Drill.Say($"{said.ReplaceLineEndings(" ")}");
    }

    public async ValueTask DisposeAsync()
    {
        // The last first: the program lets go of the database before that ends.
        foreach (var thing in Enumerable.Reverse(_mine)) await thing.DisposeAsync();
        // The server's user owns a part of it.
        _place.Delete(recursive: true);
    }

    /// <summary>The longest time between two acts that were acknowledged to anybody.</summary>
    public TimeSpan LongestGap()
    {
        var times = Clerks.SelectMany(c => c.Patience.Acknowledged).Select(a => a.At).Order().ToList();
        return times.Zip(times.Skip(1), System.Diagnostics.Stopwatch.GetElapsedTime).Max();
    }

    /// <summary>The role of a connection by name, as <see cref="DatabaseRole"/>; with the hosts of a server and its standby.</summary>
    public static string Either(string role, PostgresServer first, PostgresServer second) =>
        $"Host=127.0.0.1:{first.Port},127.0.0.1:{second.Port};Username={role};Database={PostgresServer.Database};Target Session Attributes=primary;Timeout=2;Command Timeout=3;Host Recheck Seconds=1;Maximum Pool Size=20";
}
