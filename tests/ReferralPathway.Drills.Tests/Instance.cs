using System.Collections.Concurrent;
using System.Diagnostics;
using ReferralPathway.Data.Clusters;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Drills.Tests;

/// <summary>One instance of the web program as it is deployed, in a process of its own.</summary>
/// <param name="connection">The connection of a role to the database.</param>
/// <param name="checkout">Of another version of it, built there; null: this one.</param>
/// <param name="secrets">A folder in which the connections stand as files, instead of in the environment.</param>
internal sealed class Instance(Func<string, string> connection, string? checkout = null, string? secrets = null) : IAsyncDisposable
{
    private static readonly string Build = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private Process? _process;

    public Uri Address { get; } = new($"http://localhost:{PostgresServer.FreePort()}");

    /// <summary>Everything that it said.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Starts it.</summary>
    /// <param name="probe">What has to answer.</param>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> StartAsync(string probe = "/health/ready")
    {
        var started = Stopwatch.StartNew();
        _process = Process.Start(Starting([]))!;
        _process.OutputDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (; ; await Task.Delay(20, Stopping))
        {
            if (_process.HasExited || started.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException($"The program did not start: {string.Join('\n', Said.TakeLast(20))}");
            try
            {
                if ((await client.GetAsync(new Uri(probe, UriKind.Relative), Stopping)).IsSuccessStatusCode) return started.Elapsed;
            }
            catch (HttpRequestException)
            {
            }
        }
    }

    /// <summary>As the kernel does when memory is short: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(Stopping);
    }

    /// <summary>As a machine does that goes down.</summary>
    public async Task StopAsync()
    {
        if (_process is null or { HasExited: true }) return;
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(null, null)]);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Runs one of the program's commands.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public async Task<(int Code, string Said)> CommandAsync(params string[] words)
    {
        using var command = Process.Start(Starting(words))!;
        var said = await Task.WhenAll(command.StandardOutput.ReadToEndAsync(Stopping), command.StandardError.ReadToEndAsync(Stopping));
        await command.WaitForExitAsync(Stopping);
        return (command.ExitCode, string.Concat(said).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
    }

    private ProcessStartInfo Starting(string[] words)
    {
        var web = Path.Combine(checkout ?? Root(), "src", "ReferralPathway.Web");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", Build, "net10.0", "ReferralPathway.Web.dll"), .. words, "--contentRoot", web])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/'),
                ["PATHWAY_PROXIES"] = "127.0.0.1,::1",
                ["PATHWAY_DRAIN_SECONDS"] = "0",
                ["AllowedHosts"] = "localhost",
                ["PATHWAY_MASTER_KEY"] = TestKeys.Master,
                ["PATHWAY_PUBLIC_URL"] = "https://localhost",
                // Nobody takes mails there: they wait.
                ["PATHWAY_SMTP_HOST"] = "localhost",
                ["PATHWAY_SMTP_PORT"] = "9",
                ["PATHWAY_SMTP_FROM"] = "pathway@sample.example",
                ["PATHWAY_REQUESTS_PER_MINUTE"] = "0",
                ["PATHWAY_SWEEP_SECONDS"] = "2",
            },
        };
        foreach (var (name, role) in new[] { ("Pathway", DatabaseRole.App), ("PathwaySystem", DatabaseRole.System), ("PathwayOwner", DatabaseRole.Owner), ("PathwayBackup", DatabaseRole.Backup), ("PathwaySuperuser", "postgres") })
            if (secrets is null) start.Environment[$"ConnectionStrings__{name}"] = connection(role);
            else File.WriteAllText(Path.Combine(secrets, $"ConnectionStrings__{name}"), connection(role));
        if (secrets is not null) start.Environment["PATHWAY_SECRETS"] = secrets;
        return start;
    }

    internal static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ReferralPathway.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;
}
