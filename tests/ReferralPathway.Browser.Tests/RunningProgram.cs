using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ReferralPathway.Browser.Tests;

/// <summary>How the application is started.</summary>
internal enum Way
{
    /// <summary>By <c>./run</c>, which builds first.</summary>
    Script,

    /// <summary>The program that <c>./run</c> starts, at once.</summary>
    Sample,

    /// <summary>Empty, as a new installation is: no sample, and a second factor for everybody.</summary>
    New,
}

/// <summary>The application in a process of its own, with its data in a folder of its own.</summary>
/// <param name="local">Where the data are.</param>
internal sealed class RunningProgram(DirectoryInfo local, Way way) : IAsyncDisposable
{
    private static readonly string Web = Path.Combine(Root(), "src", "ReferralPathway.Web");
    private static readonly string Program = Path.Combine(Web, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "ReferralPathway.Web.dll");

    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    public Uri Address { get; } = new($"http://localhost:{FreePort()}");

    /// <summary>Everything that it printed.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(params IEnumerable<(string Name, string Value)> environment)
    {
        var start = way switch
        {
            Way.Script => Starting(Path.Combine(Root(), "run")),
            Way.Sample => Starting("dotnet", Program, "--contentRoot", Web, "--sample=true"),
            _ => Starting("dotnet", Program, "--contentRoot", Web),
        };
        start.Environment[way == Way.New ? "ASPNETCORE_URLS" : "PATHWAY_URLS"] = Address.ToString().TrimEnd('/');
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            if (_process.HasExited || waited.Elapsed > TimeSpan.FromMinutes(5)) throw new InvalidOperationException($"The application did not start: {string.Join('\n', _said)}");
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
            }
        }
    }

    /// <summary>Runs one of the program's commands on the same data, before it is started.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> CommandAsync(params IEnumerable<string> words)
    {
        using var command = Process.Start(Starting("dotnet", [Program, .. words, "--contentRoot", Web]))!;
        var said = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        Assert.True(command.ExitCode == 0, $"{string.Join(' ', words)}: {said}");
        return said;
    }

    private ProcessStartInfo Starting(string program, params IEnumerable<string> arguments)
    {
        // The private database's own user has to get through.
        local.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        return new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["PATHWAY_LOCAL"] = local.FullName },
        };
    }

    /// <summary>Ends it by a signal: INT is what Ctrl+C sends, TERM what a machine does that goes down.</summary>
    /// <returns>The code with which it ended.</returns>
    public async Task<int> StopAsync(string signal = "INT")
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process!.Id.ToString(null, null)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        // A program whose grandparent is a shell's background job never hears of Ctrl+C.
        if (_process is { HasExited: false }) await StopAsync("TERM");
    }

    public static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "ReferralPathway.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
