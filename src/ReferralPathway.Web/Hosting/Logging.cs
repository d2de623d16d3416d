using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace ReferralPathway.Web.Hosting;

/// <summary>
/// The technical log. Of a request it holds method, route template, status and milliseconds: never an address as it was asked for, a query, a form, an id. Of an
/// exception it holds types and places in the code, never its message, which may quote what somebody typed.
/// </summary>
public static class Logging
{
    private const string Line = "{Utc:l} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Failure}";

    /// <summary><c>PATHWAY_LOG</c>: <c>json</c> or <c>text</c>; without it, text for whoever develops and JSON for machines elsewhere.</summary>
    public static bool IsJson(IConfiguration configuration, IHostEnvironment environment) => configuration["PATHWAY_LOG"] switch
    {
        "json" => true,
        "text" => false,
        null or "" => !environment.IsDevelopment(),
        _ => throw new InvalidOperationException("PATHWAY_LOG is json or text."),
    };

    /// <param name="also">A further place to write to.</param>
    public static ILoggingBuilder AddPathwayLogging(this ILoggingBuilder logging, IConfiguration configuration, bool json, ILogEventSink? also = null)
    {
        logging.ClearProviders();
        return logging.AddSerilog(New(configuration, json, also), dispose: true);
    }

    /// <summary>How a line is written, at every place alike.</summary>
    internal static ITextFormatter Format(bool json) => json ? new JsonLine() : new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture);

    /// <summary>To the console, and to <c>PATHWAY_LOG_FILE</c>, a new file each day, when it is set.</summary>
    public static Logger New(IConfiguration configuration, bool json, ILogEventSink? also = null)
    {
        var format = Format(json);
        var least = Enum.TryParse<LogEventLevel>(configuration["Logging:LogLevel:Default"], out var level) ? level : LogEventLevel.Information;
        var log = new LoggerConfiguration()
            .MinimumLevel.Is(least)
            // What these say of a request holds addresses, parameters and SQL; our own line replaces it.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Error)
            // A failed command is told of by whoever gave it; the first look for migrations in an empty database always fails.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", least)
            .MinimumLevel.Override("Npgsql", LogEventLevel.Error)
            .Enrich.With<Failures>()
            .Enrich.With<UtcTime>()
            .WriteTo.Console(format);
        if (configuration["PATHWAY_LOG_FILE"] is { Length: > 0 } file) log.WriteTo.File(format, file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30);
        if (also is not null) log.WriteTo.Sink(also);
        return log.CreateLogger();
    }

    /// <summary>One line per request, and one for what broke, which becomes a plain 500. The outermost step but for the headers.</summary>
    public static IApplicationBuilder UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Requests");
        return app.Use(async (context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                await next(context);
                return;
            }
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
            // A probe comes every second, and says nothing that is not said elsewhere.
            var level = context.Request.Path.StartsWithSegments("/health") ? LogLevel.Debug : LogLevel.Information;
            log.Log(level, "{Method} {Route} {Status} {Milliseconds} ms", context.Request.Method, Route(context), context.Response.StatusCode, (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
    }

    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    /// <summary>The instant in UTC, whatever the machine's zone is.</summary>
    private sealed class UtcTime : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
            logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty("Utc", logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)));
    }

    /// <summary>An exception as types and places, without any message; and nothing of what the host says about the request by itself.</summary>
    private sealed class Failures : ILogEventEnricher
    {
        private static readonly string[] FromTheHost = ["RequestPath", "ConnectionId"];

        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var name in FromTheHost) logEvent.RemovePropertyIfPresent(name);
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

    /// <summary>
    /// One object a line: when, how grave, who says it, the sentence with its gaps, what stands in them, and what broke. The formatters at hand would write the exception itself,
    /// with its message.
    /// </summary>
    private sealed class JsonLine : ITextFormatter
    {
        private static readonly JsonValueFormatter Values = new(typeTagName: null);

        public void Format(LogEvent logEvent, TextWriter output)
        {
            output.Write('{');
            Write("at", logEvent.Properties.GetValueOrDefault("Utc"), "");
            Write("level", new ScalarValue(logEvent.Level.ToString()));
            Write("source", logEvent.Properties.GetValueOrDefault("SourceContext"));
            Write("message", new ScalarValue(logEvent.MessageTemplate.Text));
            Write("properties", new StructureValue(logEvent.Properties.Where(p => p.Key is not ("Utc" or "SourceContext" or "Failure")).Select(p => new LogEventProperty(p.Key, p.Value))));
            Write("failure", logEvent.Properties.GetValueOrDefault("Failure"));
            output.WriteLine('}');

            void Write(string name, LogEventPropertyValue? value, string separator = ",")
            {
                if (value is null) return;
                output.Write($"{separator}\"{name}\":");
                Values.Format(value, output);
            }
        }
    }
}
