using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Pages.Children;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;
using ReferralPathway.Web.Tests.Walking;

namespace ReferralPathway.Web.Tests.RoundTrips;

/// <summary>
/// Opens every page that the program has, with ids from a database in which every kind of record is, as somebody who may, and counts what it costs. A new page is
/// counted without being told; one that nobody could open fails.
/// </summary>
public sealed partial class RoundTripTests(TemplateDatabase template) : IAsyncLifetime
{
    private const int Most = 6;

    /// <summary>Each page is opened for so many different records: a waiting referral is not a declined one.</summary>
    private const int Records = 2;

    /// <summary>Once it is open, so many tries for another record are enough.</summary>
    private const int Enough = 12;

    /// <summary>Pages that show nothing to whoever is signed in and has just proved it, or to which no record of this test leads.</summary>
    private static readonly string[] NotOpened =
    [
        "/sign-in", "/sign-in/code", "/sign-in/invitation/{token}", "/sign-in/lock", "/sign-in/resume", "/sign-in/second-factor", "/sign-in/unlock", "/sign-out", "/status/{code:int}", "/messages/open/{id:guid}",
        "/sample/look", "/drafts", "/drafts/forget", "/account/second-factor", "/account/passkeys/{passkey}", "/administration/confirmations/{id}", "/organisation/confirm/{id}", "/cases/{caseId}/identity",
    ];

    /// <summary>One account of each role, and one manager.</summary>
    private static readonly string[] One = [.. SampleData.Accounts.GroupBy(a => (a.Role, a.IsManager)).Select(g => g.First().Email.Split('@')[0])];

    /// <summary>Where the values of an address come from; the first that has all of them.</summary>
    private static readonly string[] Sources =
    [
        "SELECT id AS \"caseId\" FROM pathway.cases ORDER BY status = 'Draft', id DESC",
        "SELECT case_id AS \"caseId\", id AS \"referralId\" FROM pathway.referrals ORDER BY row_number() OVER (PARTITION BY status ORDER BY id DESC)",
        "SELECT case_id AS \"caseId\", recipient AS \"recipientId\" FROM pathway.consent_decisions WHERE state = 'Given' AND purpose = 'REFERRAL'",
        "SELECT case_id AS \"caseId\", id AS \"investigationId\" FROM pathway.investigations",
        "SELECT case_id AS \"caseId\", id AS \"permitId\" FROM pathway.permit_applications ORDER BY row_number() OVER (PARTITION BY status ORDER BY id DESC)",
        "SELECT case_id AS \"caseId\", id AS \"groundId\" FROM pathway.legal_grounds",
        "SELECT case_id AS \"caseId\", id AS \"attachmentId\" FROM pathway.attachments WHERE kind = 'SignedConsent'",
        "SELECT case_id AS \"caseId\", id AS \"documentId\" FROM pathway.attachments WHERE kind <> 'SignedConsent' AND mistake IS NULL ORDER BY row_number() OVER (PARTITION BY kind ORDER BY id DESC)",
        "SELECT p.case_id AS \"caseId\", p.id AS \"planId\", i.id AS \"itemId\" FROM pathway.assistance_plans p JOIN pathway.plan_items i ON i.plan_id = p.id ORDER BY row_number() OVER (PARTITION BY p.status, i.status ORDER BY i.id DESC)",
        "SELECT p.case_id AS \"caseId\", p.id AS \"integrationId\", k.id AS \"componentId\" FROM pathway.integration_plans p JOIN pathway.integration_components k ON k.plan_id = p.id",
        "SELECT v.case_id AS \"caseId\", v.id AS \"returnId\" FROM pathway.return_applications v ORDER BY v.status, v.id DESC",
        "SELECT v.case_id AS \"caseId\", v.id AS \"returnId\", j.id AS \"eventId\" FROM pathway.return_applications v JOIN pathway.justice_events j ON j.case_id = v.case_id",
        "SELECT v.case_id AS \"caseId\", v.id AS \"returnId\", w.source_id AS \"supportId\" FROM pathway.return_applications v JOIN pathway.work_items w ON w.case_id = v.case_id AND w.kind = 'DeliverSupport' AND w.closed_at IS NULL",
        "SELECT case_id AS \"caseId\", id AS \"claimId\" FROM pathway.reimbursement_claims ORDER BY row_number() OVER (PARTITION BY status ORDER BY id DESC)",
        "(SELECT case_id AS \"caseId\", 'referral-sheet-' || id AS letter FROM pathway.referrals WHERE status IN ('Sent', 'Accepted') LIMIT 6) UNION ALL (SELECT case_id, 'iom-packet-' || id FROM pathway.return_applications LIMIT 4) UNION ALL (SELECT case_id, 'plan-' || id FROM pathway.assistance_plans LIMIT 4)",
        "SELECT id AS \"consultationId\" FROM pathway.consultations ORDER BY row_number() OVER (PARTITION BY status ORDER BY id DESC)",
        "SELECT id AS \"disclosureId\" FROM pathway.disclosure_requests",
        "SELECT case_id AS \"caseId\", id AS \"matchId\" FROM pathway.person_matches",
        "SELECT id AS \"findingId\" FROM pathway.unusual_readings",
        "SELECT id AS \"entryId\" FROM pathway.directory_entries ORDER BY id LIMIT 4",
        "(SELECT id FROM identity.account_changes ORDER BY id LIMIT 4) UNION ALL (SELECT id FROM identity.accounts ORDER BY id LIMIT 4) UNION ALL (SELECT id FROM pathway.organisations ORDER BY id LIMIT 4)",
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new()
    {
        ["step"] = [.. ChildWay.Ways.Values.Where(w => w.Contains('/', StringComparison.Ordinal)).Select(w => w.Split('/')[1]).Distinct()],
        ["what"] = ["reflection-period", "temporary-permit"],
        ["report"] = ["S-01", "S-10"],
        ["kind"] = ["referral-sheet"],
        ["language"] = ["sv"],
        ["dimension"] = [.. IloIndicators.Dimensions.Select(d => d.Code)],
    };

    private readonly PathwayHost _host = new(template) { RealSignIn = true };
    private readonly Dictionary<string, Browser> _browsers = [];
    private readonly Dictionary<string, (int Trips, string As)> _found = [];
    private Wire _wire = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _wire = new(_host.Database.App);
        _host.Configure = services => services.AddSingleton(new Databases(_wire.Through(_host.Database.App), _wire.Through(_host.Database.System), null));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task A_page_costs_at_most_six_round_trips()
    {
        await FillAsync();
        var rows = new List<IReadOnlyDictionary<string, string>>[Sources.Length];
        for (var i = 0; i < Sources.Length; i++) rows[i] = await RowsAsync(Sources[i]);
        // Whoever works with the case, then their colleagues.
        var parts = (await RowsAsync("""
            SELECT p.case_id AS "case", split_part(a.email, '@', 1) AS person
            FROM (SELECT DISTINCT case_id, organisation_id FROM pathway.participations) p JOIN identity.accounts a ON a.organisation_id = p.organisation_id
            ORDER BY NOT EXISTS (SELECT FROM pathway.team_members m WHERE m.case_id = p.case_id AND m.user_id = a.id AND m.removed_at IS NULL), a.email
            """)).ToLookup(r => r["case"], r => r["person"]);

        foreach (var pattern in Patterns().Except(NotOpened))
        {
            var names = Names().Matches(pattern).Select(m => m.Groups[1].Value).ToList();
            var source = names.Except(Words.Keys).ToList() is { Count: > 0 } ids ? rows.FirstOrDefault(r => r.Count > 0 && ids.All(r[0].ContainsKey)) ?? [] : [new Dictionary<string, string>()];
            var (opened, tried) = (0, 0);
            foreach (var (address, row) in source.SelectMany(row => Filled(pattern, names, row).Select(address => (address, row))))
            {
                if (opened == Records || opened > 0 && tried > Enough) break;
                var people = row.TryGetValue("caseId", out var id) ? parts[id] : One;
                foreach (var person in people.TakeWhile(_ => tried++ < Enough || opened == 0))
                    if (await CountAsync(pattern, address, person))
                    {
                        opened++;
                        if (names.Count > 0) break;
                    }
            }
        }
        // The page after the first asks where it begins.
        var (entry, manager) = (rows[Array.FindIndex(Sources, s => s.Contains("entryId", StringComparison.Ordinal))][0]["entryId"], (await _host.ActorAsync("sw.malmo.chef")).User);
        foreach (var (address, person) in new[] { ($"/directory?q=a&after={entry}", "sw.malmo"), ($"/administration/directory?q=a&after={entry}", "admin"), ($"/administration/accounts?after={manager}", "admin"), ($"/organisation?after={manager}", "sw.malmo.chef") })
            Assert.True(await CountAsync(address.Replace($"{entry}", "…", StringComparison.Ordinal).Replace($"{manager}", "…", StringComparison.Ordinal), address, person), address);
        await SearchAsync();

        var figures = string.Join('\n', _found.OrderByDescending(f => f.Value.Trips).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Value.Trips}  {f.Key}  ({f.Value.As})"));
        var unseen = Patterns().Except(NotOpened).Except(_found.Keys).ToList();
        Assert.True(unseen.Count == 0 && _found.Values.All(f => f.Trips <= Most), $"Nobody could open:\n{string.Join('\n', unseen)}\n\nA page may cost {Most} round trips:\n{figures}");
    }

    private IEnumerable<string> Patterns() => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();

    /// <summary>The addresses of a pattern for a record: one for each combination of words.</summary>
    private static IEnumerable<string> Filled(string pattern, List<string> names, IReadOnlyDictionary<string, string> row)
    {
        // What may be left out is left out.
        IEnumerable<string> addresses = [Regex.Replace(pattern, @"/\{[A-Za-z]+\?\}", "")];
        foreach (var name in names)
        {
            var values = Words.GetValueOrDefault(name) ?? [row[name]];
            addresses = addresses.SelectMany(a => values.Select(v => Regex.Replace(a, $@"\{{{name}(:[^}}]*)?\}}", v))).ToList();
        }
        return addresses;
    }

    /// <summary>Opened twice, and counted the second time: a connection, once made, is kept.</summary>
    private async Task<bool> CountAsync(string pattern, string address, string person)
    {
        var client = (await BrowserAsync(person)).Client;
        if ((await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode != HttpStatusCode.OK) return false;
        var before = _wire.Trips;
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Keep(pattern, _wire.Trips - before, person);
        return true;
    }

    /// <summary>A name is looked for by a post, so that it stands in no address.</summary>
    private async Task SearchAsync()
    {
        foreach (var (address, person, action, field) in new (string, string, string?, (string, string?))[]
        {
            ("/cases/start", "sw.norrkoping", "/cases/start?handler=Search", ("Input.Name", "Karimov")),
            ("/administration/accounts", "admin", null, ("Wanted", "Ekdahl")),
        })
        {
            var browser = await BrowserAsync(person);
            var form = await browser.Get(address);
            await browser.Submit(form, action, field);
            var before = _wire.Trips;
            var page = await browser.Submit(form, action, field);
            Assert.True(page.Status == HttpStatusCode.OK && page.Errors.Count == 0, page.Text);
            Keep($"search on {address}", _wire.Trips - before, person);
        }
    }

    private void Keep(string pattern, int trips, string person)
    {
        if (_found.TryGetValue(pattern, out var known) && known.Trips >= trips) return;
        _found[pattern] = (trips, person);
        TestContext.Current.TestOutputHelper?.WriteLine($"{trips}  {pattern}  ({person})");
    }

    private async Task<Browser> BrowserAsync(string person) => _browsers.TryGetValue(person, out var known) ? known : _browsers[person] = await _host.InSessionAsync(person);

    /// <summary>The sample cases, and two with everything in them.</summary>
    private async Task FillAsync()
    {
        await DirectoryImport.LoadAsync(_host.Services);
        await new SampleCases(_host.Services, _host.Clock.GetUtcNow()).LoadAsync();
        await Cast.EnterAsync(_host);
        foreach (var one in new[] { new EverythingCase(_host, 0, ReturnStory.Contacted), new EverythingCase(_host, 1, ReturnStory.Planned) }) await one.BeginAsync();
    }

    private async Task<List<IReadOnlyDictionary<string, string>>> RowsAsync(string question)
    {
        await using var source = NpgsqlDataSource.Create(_host.Database.As("postgres"));
        await using var command = source.CreateCommand(question);
        await using var read = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (await read.ReadAsync()) rows.Add(Enumerable.Range(0, read.FieldCount).ToDictionary(read.GetName, i => read.GetValue(i).ToString()!));
        return rows;
    }

    [GeneratedRegex(@"\{([A-Za-z]+)(?::[^}?]*)?\}")]
    private static partial Regex Names();
}
