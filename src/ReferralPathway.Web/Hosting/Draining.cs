namespace ReferralPathway.Web.Hosting;

/// <summary>
/// An instance that is told to end says at once that it is not ready, and serves on until the proxy has seen that and sends it nobody any more. Only then it stops to listen; what
/// has begun by then it finishes.
/// </summary>
public sealed class Draining(TimeSpan notice) : IHostedLifecycleService
{
    /// <summary>How long what has begun may still take. Whoever starts the program waits longer than both before they kill it.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(30);

    /// <summary>Before anything of the host stops.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(notice, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal static void Add(IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        // In development nobody stands in front, and whoever presses Ctrl+C does not wait.
        var notice = TimeSpan.FromSeconds(configuration.GetValue("PATHWAY_DRAIN_SECONDS", environment.IsDevelopment() ? 0 : 5));
        services.AddHostedService(_ => new Draining(notice));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = notice + Finishing);
    }
}
