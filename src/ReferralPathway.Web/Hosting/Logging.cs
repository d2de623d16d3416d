using System.Diagnostics;
using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// The technical log. Of a request it holds method, route template, status and milliseconds: never an address as it was asked for, a query, a form, an id. Of an
/// exception it holds types and places in the code, never its message, which may quote what somebody typed.
/// </summary>
public static class Logging
{
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffZ} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Failure}";

    /// <param name="also">A further place to write to.</param>
    public static ILoggingBuilder AddPathwayLogging(this ILoggingBuilder logging, IConfiguration configuration, ILogEventSink? also = null)
    {
        logging.ClearProviders();
        return logging.AddSerilog(New(configuration, also), dispose: true);
    }

    /// <summary>To the console, and to <c>PATHWAY_LOG_FILE</c>, a new file each day, when it is set.</summary>
    public static Logger New(IConfiguration configuration, ILogEventSink? also = null)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Is(Enum.TryParse<LogEventLevel>(configuration["Logging:LogLevel:Default"], out var level) ? level : LogEventLevel.Information)
            // What these say of a request holds addresses, parameters and SQL; our own line replaces it.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Error)
            .Enrich.With<Failures>()
            .Filter.ByExcluding(e => e.Properties.TryGetValue("SourceContext", out var source) && source is ScalarValue { Value: "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware" })
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        if (configuration["PATHWAY_LOG_FILE"] is { Length: > 0 } file) log.WriteTo.File(file, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30);
        if (also is not null) log.WriteTo.Sink(also);
        return log.CreateLogger();
    }

    /// <summary>One line per request, and one for what broke, which becomes a plain 500. The outermost step but for the headers.</summary>
    public static IApplicationBuilder UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Requests");
        return app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                context.Response.StatusCode = 499;
            }
            catch (Exception broke) when (!context.Response.HasStarted)
            {
                log.LogError(broke, "{Method} {Route} broke", context.Request.Method, Route(context));
                context.Response.Clear();
                context.Response.StatusCode = broke is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            }
            log.LogInformation("{Method} {Route} {Status} {Milliseconds} ms", context.Request.Method, Route(context), context.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
    }

    private static string Route(HttpContext context) => context.Items[RouteItem] as string ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    /// <summary>Remembers the route that was asked for, before a page of an error takes its place.</summary>
    public static void Remember(HttpContext context) => context.Items.TryAdd(RouteItem, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-");

    private static readonly object RouteItem = new();

    /// <summary>An exception as types and places, without any message.</summary>
    private sealed class Failures : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (logEvent.Exception is null) return;
            var lines = new List<string>();
            for (var e = logEvent.Exception; e is not null; e = e.InnerException)
            {
                lines.Add($"  {e.GetType().FullName}{(e is Npgsql.PostgresException refused ? $" {refused.SqlState}" : "")}");
                lines.AddRange((e.StackTrace ?? "").Split('\n').Select(l => $"  {l.Trim()}"));
            }
            logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty("Failure", string.Join('\n', lines) + "\n"));
        }
    }
}
