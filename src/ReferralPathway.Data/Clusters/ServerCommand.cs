using System.Diagnostics;

namespace ReferralPathway.Data.Clusters;

/// <summary>Runs programs as the user of the server: PostgreSQL refuses to run as root, so root lends it the user <c>postgres</c>.</summary>
internal static class ServerCommand
{
    public static string User => Environment.IsPrivilegedProcess ? "postgres" : Environment.UserName;

    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["--reuid", User, "--regid", User, "--init-groups"] : [];

    /// <summary>Whether the program, run as the server's user, ended with success; and what it said.</summary>
    public static async Task<(bool Succeeded, string Said)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken stopping)
    {
        using var process = Process.Start(Start("setpriv", [.. AsUser, "--", program, .. arguments]))!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stopping), process.StandardError.ReadToEndAsync(stopping));
        await process.WaitForExitAsync(stopping);
        return (process.ExitCode == 0, string.Concat(said).Trim());
    }

    public static async Task<string> OutputOfAsync(string program, IEnumerable<string> arguments, CancellationToken stopping) =>
        (await RunAsync(program, arguments, stopping)).Said;

    /// <summary>
    /// Starts the server in a session of its own, so that Ctrl+C reaches the host alone and the host may finish its requests,
    /// and asks the kernel to interrupt it when the host dies, however that happens.
    /// </summary>
    /// <param name="heard">Gets what the server says until its own log takes over.</param>
    public static Task<Process> StartServerAsync(string program, IEnumerable<string> arguments, Action<string> heard)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);

        // The kernel watches the thread that starts the child, not the process: this one lives as long as the server.
        new Thread(() =>
        {
            try
            {
                var process = Process.Start(Start("setsid", ["setpriv", .. AsUser, "--pdeathsig", "INT", "--", program, .. arguments]))!;
                process.OutputDataReceived += (_, line) => heard(line.Data ?? "");
                process.ErrorDataReceived += (_, line) => heard(line.Data ?? "");
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                started.SetResult(process);
                process.WaitForExit();
            }
            catch (Exception failure)
            {
                started.TrySetException(failure);
            }
        })
        { IsBackground = true, Name = "Private PostgreSQL" }.Start();

        return started.Task;
    }

    // The working directory of the host may be closed to the server's user.
    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments) => new(program, arguments)
    {
        WorkingDirectory = "/",
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
