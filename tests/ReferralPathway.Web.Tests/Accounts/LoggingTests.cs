using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace ReferralPathway.Web.Tests.Accounts;

public sealed class LoggingTests(LoggingTests.LoggedHost host) : IClassFixture<LoggingTests.LoggedHost>
{
    private const string Canary = "kanariefågel";

    [Fact]
    public async Task No_log_line_holds_what_somebody_typed_asked_for_or_caused()
    {
        await host.Given.Give($"{Canary}@nowhere.example", $"{Canary} password");
        var admin = await host.Given.SignIn("admin");
        await admin.Submit(await admin.Get("/administration/accounts"), ("Wanted", Canary));
        await admin.Get($"/sign-in/invitation/{Canary}?{Canary}={Canary}");
        await admin.Get($"/{Canary}");
        var logger = host.Given.Host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Test");
        logger.LogError(new InvalidOperationException(Canary, new ArgumentException(Canary)), "It broke");

        Assert.Contains(host.Lines, l => l.Contains("POST sign-in 200", StringComparison.Ordinal));
        Assert.Contains(host.Lines, l => l.Contains("GET sign-in/invitation/{token} 410", StringComparison.Ordinal));
        Assert.Contains(host.Objects, o => Property(o, "Route") == "sign-in/invitation/{token}" && Property(o, "Status") == "410");
        foreach (var lines in new[] { host.Lines, host.Json })
        {
            Assert.Contains(lines, l => l.Contains("System.InvalidOperationException", StringComparison.Ordinal));
            // Whatever is no ASCII may be written with a backslash.
            Assert.DoesNotContain(lines, l => l.Contains("kanarie", StringComparison.OrdinalIgnoreCase) || l.Contains(Uri.EscapeDataString(Canary), StringComparison.OrdinalIgnoreCase) || l.Contains("admin@", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_line_for_machines_is_one_object_that_says_when_how_grave_who_what_and_what_broke()
    {
        using var logger = Logging.New(new ConfigurationManager(), json: true, host);
        Exception broke;
        try
        {
            throw new InvalidOperationException(Canary);
        }
        catch (InvalidOperationException caught)
        {
            broke = caught;
        }
        logger.ForContext("SourceContext", "Here").Error(broke, "{Sweep} of \"{Id}\" failed", "Late", 17);

        var line = host.Objects.Single(o => o.GetProperty("message").GetString() == "{Sweep} of \"{Id}\" failed");
        Assert.Equal(["at", "level", "source", "message", "properties", "failure"], line.EnumerateObject().Select(p => p.Name));
        Assert.EndsWith("Z", line.GetProperty("at").GetString(), StringComparison.Ordinal);
        Assert.Equal(("Error", "Here", "Late", "17"), (line.GetProperty("level").GetString(), line.GetProperty("source").GetString(), Property(line, "Sweep"), Property(line, "Id")));
        Assert.Contains($"System.InvalidOperationException\n  at {typeof(LoggingTests).FullName}", line.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Production", true)]
    [InlineData(null, "Development", false)]
    [InlineData("text", "Production", false)]
    [InlineData("json", "Development", true)]
    public void Machines_read_it_outside_development_or_where_somebody_says_so(string? setting, string environment, bool json)
    {
        var configuration = new ConfigurationManager { ["PATHWAY_LOG"] = setting };

        Assert.Equal(json, Logging.IsJson(configuration, new HostingEnvironment { EnvironmentName = environment }));
    }

    [Fact]
    public void A_form_of_the_log_that_there_is_not_stops_the_start() =>
        Assert.Throws<InvalidOperationException>(() => Logging.IsJson(new ConfigurationManager { ["PATHWAY_LOG"] = "xml" }, new HostingEnvironment()));

    private static string? Property(JsonElement line, string name) => line.GetProperty("properties").TryGetProperty(name, out var value) ? value.ToString() : null;

    [Fact]
    public void The_log_says_when_in_UTC_whatever_the_zone()
    {
        using var logger = Logging.New(new ConfigurationManager(), json: false, host);
        logger.Write(new(new(2026, 7, 1, 1, 30, 0, TimeSpan.FromHours(2)), LogEventLevel.Information, null, new Serilog.Parsing.MessageTemplateParser().Parse("Summer night"), []));

        Assert.Contains(host.Lines, l => l.Contains("Summer night", StringComparison.Ordinal) && l.Contains("2026-06-30T23:30:00.000Z", StringComparison.Ordinal));
        Assert.Contains(host.Objects, o => o.GetProperty("message").GetString() == "Summer night" && o.GetProperty("at").GetString() == "2026-06-30T23:30:00.000Z");
    }

    public sealed class LoggedHost(TestDatabases.TemplateDatabase template) : ILogEventSink, IAsyncLifetime
    {
        // As the console writes it.
        private readonly MessageTemplateTextFormatter _format = new("{SourceContext} {Message:lj} {Properties} {Failure}");
        private readonly ITextFormatter _json = Logging.Format(json: true);
        private readonly ConcurrentQueue<string> _lines = new();
        private readonly ConcurrentQueue<string> _objects = new();

        public OneFactorHost Given { get; } = new(template);

        public IReadOnlyList<string> Lines => [.. _lines];

        /// <summary>The same, as machines get it.</summary>
        public IReadOnlyList<string> Json => [.. _objects];

        public IReadOnlyList<JsonElement> Objects => [.. Json.Select(line => JsonDocument.Parse(line).RootElement)];

        public async ValueTask InitializeAsync()
        {
            await Given.InitializeAsync();
            var configure = Given.Host.Configure;
            Given.Host.Configure = services =>
            {
                configure?.Invoke(services);
                services.AddLogging(logging => logging.AddPathwayLogging(new ConfigurationManager(), json: true, this));
            };
        }

        public void Emit(LogEvent logEvent)
        {
            _lines.Enqueue(Written(_format));
            var json = Written(_json);
            // What breaks a line makes two of it.
            Assert.Equal(json.Length - 1, json.IndexOf('\n', StringComparison.Ordinal));
            _objects.Enqueue(json);

            string Written(ITextFormatter format)
            {
                using var text = new StringWriter();
                format.Format(logEvent, text);
                return text.ToString();
            }
        }

        public ValueTask DisposeAsync() => Given.DisposeAsync();
    }
}
