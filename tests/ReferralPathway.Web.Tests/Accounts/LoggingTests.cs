using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using Serilog.Core;
using Serilog.Events;
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

        var lines = host.Lines;
        Assert.Contains(lines, l => l.Contains("POST sign-in 200", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("GET sign-in/invitation/{token} 410", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(Canary, StringComparison.OrdinalIgnoreCase) || l.Contains(Uri.EscapeDataString(Canary), StringComparison.OrdinalIgnoreCase) || l.Contains("admin@", StringComparison.Ordinal));
    }

    [Fact]
    public void The_log_says_when_in_UTC_whatever_the_zone()
    {
        using var logger = Logging.New(new ConfigurationManager(), host);
        logger.Write(new(new(2026, 7, 1, 1, 30, 0, TimeSpan.FromHours(2)), LogEventLevel.Information, null, new Serilog.Parsing.MessageTemplateParser().Parse("Summer night"), []));

        Assert.Contains(host.Lines, l => l.Contains("Summer night", StringComparison.Ordinal) && l.Contains("2026-06-30T23:30:00.000Z", StringComparison.Ordinal));
    }

    public sealed class LoggedHost(TestDatabases.TemplateDatabase template) : ILogEventSink, IAsyncLifetime
    {
        // As the console writes it.
        private readonly MessageTemplateTextFormatter _format = new("{SourceContext} {Message:lj} {Properties} {Failure}");
        private readonly ConcurrentQueue<string> _lines = new();

        public OneFactorHost Given { get; } = new(template);

        public IReadOnlyList<string> Lines => [.. _lines];

        public async ValueTask InitializeAsync()
        {
            await Given.InitializeAsync();
            var configure = Given.Host.Configure;
            Given.Host.Configure = services =>
            {
                configure?.Invoke(services);
                services.AddLogging(logging => logging.AddPathwayLogging(new ConfigurationManager(), this));
            };
        }

        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter();
            _format.Format(logEvent, text);
            _lines.Enqueue(text.ToString());
        }

        public ValueTask DisposeAsync() => Given.DisposeAsync();
    }
}
