using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ReferralPathway.Data;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Measures;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Measures;

/// <summary>What whoever runs the installation sees of it: on a page of the administrators, and as text on a port of its own.</summary>
public sealed partial class MeasureTests(TemplateDatabase template) : IAsyncLifetime
{
    private const string Canary = "Kanariefågeln";

    private static readonly int Port = FreePort();

    private readonly PathwayHost _host = new(template)
    {
        Configure = services =>
        {
            services.AddSingleton<IHostedService>(p => new MetricsPort(p.GetRequiredService<MeasureBook>(), new ConfigurationManager { ["PATHWAY_METRICS_PORT"] = $"{Port}" }));
            services.AddScoped<ISweep, Failing>();
        },
    };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_broken_policy_that_a_browser_reports_is_counted_by_its_rule_and_nothing_else_of_it_is_kept()
    {
        var nobody = _host.Anonymous();
        async Task<HttpStatusCode> ReportAsync(string json)
        {
            using var answer = await nobody.Client.PostAsync(new Uri("/reports/policy", UriKind.Relative), new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/csp-report")), TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync($$$"""{"csp-report":{"effective-directive":"script-src-elem","document-uri":"https://localhost/{{{Canary}}}","blocked-uri":"https://{{{Canary}}}"}}"""));
        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync("""{"csp-report":{"violated-directive":"script-src-elem 'self'"}}"""));
        foreach (var junk in new[] { $$$"""{"csp-report":{"effective-directive":"{{{Canary}}}"}}""", "{", "[]", "null", "{}", "", new string(' ', 20_000) + """{"csp-report":{"effective-directive":"img-src"}}""" })
            Assert.Equal(HttpStatusCode.BadRequest, await ReportAsync(junk));

        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Port}") };
        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("pathway_policy_broken_total{directive=\"script-src-elem\"} 2", text.Split('\n'));
        Assert.DoesNotContain("img-src", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_and_the_port_count_the_same_and_name_nobody()
    {
        var stopping = TestContext.Current.CancellationToken;
        var admin = _host.As("admin");
        var theCase = await _host.OpenCaseAsync("sw.umea");
        await _host.As("sw.umea").Get($"/cases/{theCase}");
        var form = await admin.Get("/administration/organisations/create");
        for (var sent = 0; sent < 2; sent++) (await admin.Post(form, ("Input.Kind", "Ngo"), ("Input.NameSv", Canary), ("Input.NameEn", Canary))).Dispose();
        var nobody = _host.Anonymous();
        await nobody.Submit(await nobody.Get("/sign-in"), ("Email", $"{Canary}@nowhere.example"), ("Password", Canary));
        await nobody.Get($"/{Canary}?{Canary}={Canary}");
        await _host.Services.GetRequiredService<Sweeper>().SweepAsync(stopping);
        await _host.Services.GetRequiredService<Watch>().LookAsync(stopping);

        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Port}") };
        var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), stopping);
        var lines = text.Split('\n');
        Assert.Contains("# TYPE pathway_acts_total counter", lines);
        Assert.Contains("pathway_acts_total{page=\"/Administration/Organisations/Create\"} 1", lines);
        Assert.Contains("pathway_acts_repeated_total 1", lines);
        Assert.Contains("pathway_signins_failed_total{step=\"password\"} 1", lines);
        Assert.Contains("pathway_sweeps_failed_total{sweep=\"Failing\"} 1", lines);
        Assert.Contains("http_server_request_duration_seconds_count{http_request_method=\"POST\",http_route=\"administration/organisations/create\",http_response_status_code=\"302\"} 2", lines);
        Assert.Contains("http_server_request_duration_seconds_count{http_request_method=\"GET\",http_route=\"cases/{caseId}\",http_response_status_code=\"200\"} 1", lines);
        Assert.Contains(lines, l => l.StartsWith("http_server_request_duration_seconds_bucket{", StringComparison.Ordinal) && l.Contains("le=\"+Inf\"", StringComparison.Ordinal));
        foreach (var name in new[] { "db_client_connection_count{db_client_connection_state=\"idle\"}", "db_client_connection_max", "dotnet_process_memory_working_set_bytes", "pathway_mail_waiting", "pathway_answers_late" })
            Assert.Contains(lines, l => l.StartsWith($"{name} ", StringComparison.Ordinal));
        Assert.Equal("0", lines.Single(l => l.StartsWith("pathway_checkpoint_age_seconds ", StringComparison.Ordinal)).Split(' ')[1]);
        Assert.DoesNotContain("anarief", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("sample", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Host=", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Id(), text);

        var page = await admin.Get("/administration/running");
        Assert.Equal("How it runs", page.Heading);
        var facts = Facts(page);
        Assert.Equal(("1", "1", "1", "1", "0"), (facts["Acts"], facts["Acts sent again and answered as before"], facts["Failed sign-ins"], facts["Failures of what goes by itself"], facts["Faults of ours"]));
        Assert.Equal(["2", "0", "0"], new[] { 0, 2, 3 }.Select(page.Document.QuerySelectorAll("main tr").Single(r => r.FirstElementChild!.TextContent == "POST /administration/organisations/create").QuerySelectorAll("td").Select(c => c.TextContent).ElementAt));
        Assert.NotEqual("Never", facts["Record last sealed"]);
        Assert.DoesNotContain("anarief", page.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(Id(), page.Text);
        Assert.Equal("Så går driften", (await _host.As("admin", "sv").Get("/administration/running")).Heading);
        foreach (var other in new[] { "sw.malmo", "sw.malmo.chef", "audit" }) Assert.Equal(HttpStatusCode.Forbidden, (await _host.As(other).Get("/administration/running")).Status);
    }

    [Fact]
    public async Task The_port_answers_nothing_else_and_the_application_never_there()
    {
        var stopping = TestContext.Current.CancellationToken;
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("admin").Get("/metrics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Anonymous().Get("/metrics")).Status);

        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{Port}") };
        foreach (var address in new[] { "/", "/sign-in", "/health/ready", "/administration/running", "/metrics/" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative), stopping)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(new Uri("/metrics", UriKind.Relative), null, stopping)).StatusCode);
    }

    [Fact]
    public async Task What_waits_in_the_database_is_what_it_says()
    {
        var stopping = TestContext.Current.CancellationToken;
        var admin = _host.As("admin");
        Assert.Contains("Not known yet", (await admin.Get("/administration/running")).Text, StringComparison.Ordinal);
        _host.Clock.Advance(TimeSpan.FromDays(40));
        var at = _host.Clock.GetUtcNow();

        await _host.Services.GetRequiredService<Watch>().LookAsync(stopping);

        var late = await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE closed_at IS NULL AND due_at < {at.AddDays(-1)}");
        var waiting = await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.outbox WHERE delivered_at IS NULL");
        var facts = Facts(await admin.Get("/administration/running"));
        Assert.Equal((late, waiting), (long.Parse(facts["Tasks more than a day late"], CultureInfo.InvariantCulture), long.Parse(facts["Mails that have not left"], CultureInfo.InvariantCulture)));
    }

    private static Dictionary<string, string> Facts(WebPage page) =>
        page.Document.QuerySelectorAll("main dl dt").ToDictionary(t => t.TextContent.Trim(), t => t.NextElementSibling!.TextContent.Trim());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    /// <summary>Fails once each time it is asked.</summary>
    private sealed class Failing : ISweep
    {
        public bool ByDay => true;

        public Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) => Task.FromResult<IReadOnlyList<Due>>([new(new("0198c0de-0000-7000-8000-000000000001"), new("0198c0de-0000-7000-8000-000000000001"))]);

        public Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping) => throw new InvalidOperationException(Canary);
    }
}
