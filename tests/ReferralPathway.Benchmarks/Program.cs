using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Audit;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Access;
using ReferralPathway.Web.Tests.Growth;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

// How much lists, case page and name search cost at N cases, as ratios to an empty page of the same host in the same run.
//   dotnet run -c Release --project tests/ReferralPathway.Benchmarks -- 100000
var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;

// The test host looks for the pages beside the tests; they lie where the solution is.
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "ReferralPathway.sln"))) root = root.Parent!;
Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_REFERRALPATHWAY_WEB", Path.Combine(root.FullName, "src", "ReferralPathway.Web"));

await using var template = new TemplateDatabase();
await using var host = new PathwayHost(template);
await host.InitializeAsync();
host.Clock.Set(new(2026, 3, 16, 9, 0, 0, TimeSpan.Zero));
// Half of all cases are Malmö's.
string[] names = ["sw.malmo", "sw.umea", "sw.norrkoping", "sw.vasteras", "ngo.haven", "ngo.platform"];
var accounts = new List<Actor>();
foreach (var name in names) accounts.Add(await host.ActorAsync(name));

var filling = Stopwatch.StartNew();
await new Generator(host.Database.As("postgres"), host.Services.GetRequiredService<MasterKeys>(), host.Services.GetRequiredService<SearchTokens>(), accounts, await host.OrganisationAsync("law.lind")).FillAsync(cases, host.Clock.GetUtcNow());
Console.WriteLine($"{cases} cases in {filling.Elapsed.TotalSeconds:0} s");

var verifying = Stopwatch.StartNew();
var record = await AuditVerifier.VerifyAsync(host.Services.GetRequiredService<Databases>(), host.Services.GetRequiredService<Checkpoints>());
if (!record.IsWhole) throw new InvalidOperationException($"The record is broken: {record.Faults[0].What}");
Console.WriteLine($"{record.Entries} lines of the record verified in {verifying.Elapsed.TotalSeconds:0.0} s");

var malmo = host.As("sw.malmo");
var small = host.As("sw.norrkoping");
var first = (await malmo.Get("/cases")).Links.First(l => l.StartsWith("/cases/0", StringComparison.Ordinal) || Guid.TryParse(l.Split('/').LastOrDefault(), out _));
var search = await malmo.Get("/cases/start");

(string Name, Func<Task> Do)[] measured =
[
    ("empty page", () => malmo.Get("/accessibility")),
    ("list, large organisation", () => malmo.Get("/cases")),
    ("list, small organisation", () => small.Get("/cases")),
    ("list, filtered, few hits", () => malmo.Get("/cases?identification=RuledOut")),
    ("list, one's own", () => malmo.Get("/cases?team=mine")),
    ("overview", () => malmo.Get("/")),
    ("work list", () => malmo.Get("/work")),
    ("messages", () => malmo.Get("/messages")),
    ("list of referrals", () => malmo.Get("/referrals")),
    ("case page", () => malmo.Get(first)),
    ("name search", () => malmo.Submit(search, "/cases/start?handler=Search", ("Input.Name", "Oksana Kovalenko"))),
];

// Warm, then interleaved, so that whatever else the machine does falls on all alike.
foreach (var (_, act) in measured) for (var i = 0; i < 20; i++) await act();
var times = measured.ToDictionary(m => m.Name, _ => new List<double>());
for (var round = 0; round < rounds; round++)
    foreach (var (name, act) in measured)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        times[name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

var empty = Percentile(times["empty page"], 50);
Console.WriteLine($"{"",-28}{"p50 ms",8}{"p99 ms",8}{"ratio",8}");
foreach (var (name, list) in times)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{Percentile(list, 50),8:0.0}{Percentile(list, 99),8:0.0}{Percentile(list, 50) / empty,8:0.0}"));

static double Percentile(List<double> times, int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
