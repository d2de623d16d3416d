using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Audit;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Accounts;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>The program with everybody and everything in it, for those who walk through it. It is told once in a run, and each of them gets a copy.</summary>
public sealed partial class World : IAsyncLifetime
{
    /// <summary>What was told, and when it ended.</summary>
    private sealed record Told(IReadOnlyList<EverythingCase> Cases, IReadOnlyList<EverythingCase> Returns, IReadOnlyDictionary<string, Actor> Actors, IReadOnlyDictionary<string, string> Elsewhere, DateTimeOffset At);

    private static Told? _told;

    private Told _story = null!;

    public World(TemplateDatabase template) => Host = new(template) { From = () => template.CloneAsync(nameof(World), database => TellAsync(template, database)) };

    public PathwayHost Host { get; }

    /// <summary>Three cases with everything in them.</summary>
    internal IReadOnlyList<EverythingCase> Cases => _story.Cases;

    /// <summary>Cases that hold a return alone, in the states that the three do not show.</summary>
    internal IReadOnlyList<EverythingCase> Returns => _story.Returns;

    internal IEnumerable<EverythingCase> All => Cases.Concat(Returns);

    /// <summary>Everybody, by the name of the account.</summary>
    internal IReadOnlyDictionary<string, Actor> Actors => _story.Actors;

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        _story = _told!;
        Host.Clock.Set(_story.At);
    }

    private static async Task TellAsync(TemplateDatabase template, TestDatabase database)
    {
        await using var host = PathwayHost.On(template, database, new());
        await DirectoryImport.LoadAsync(host.Services);
        await Cast.EnterAsync(host);
        EverythingCase[] cases = [new(host, 0, ReturnStory.Contacted), new(host, 1, ReturnStory.Planned), new(host, 2, ReturnStory.Home)];
        EverythingCase[] returns = [new(host, 3, ReturnStory.PartB), new(host, 4, ReturnStory.Approved), new(host, 5, ReturnStory.Sent), new(host, 6, ReturnStory.Processing)];
        foreach (var one in cases) await one.BeginAsync();
        foreach (var one in returns) await one.BeginReturnAsync();
        host.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var one in cases) await one.EndAsync();
        var actors = new Dictionary<string, Actor>();
        foreach (var account in Cast.All) actors[account] = await host.ActorAsync(account);
        var elsewhere = await ElsewhereAsync(host);
        _told = new(cases, returns, actors, elsewhere, host.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>One address of the program: what it is of, and where among the desks it lies.</summary>
    internal sealed record Place(string Pattern, string Address, EverythingCase? Case, Desk Desk);

    /// <summary>Every address that answers a GET. One that cannot be filled in fails whoever walks.</summary>
    internal IReadOnlyList<Place> Places(IServiceProvider services) =>
        [.. Endpoints(services).Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false).SelectMany(e => Places(e.RoutePattern)).Distinct()];

    internal static IEnumerable<RouteEndpoint> Endpoints(IServiceProvider services) => services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    internal IEnumerable<Place> Places(RoutePattern pattern)
    {
        var names = pattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ofCase = names.Overlaps(["caseId", "referralId", "claimId", "disclosureId", "consultationId"]);
        IReadOnlyList<EverythingCase?> cases = ofCase ? [.. names.Contains("returnId") ? All : Cases] : [null];
        var desk = names.Contains("claimId") || Raw(pattern) == "/claims" ? Desk.Claim : names.Contains("disclosureId") ? Desk.Request : names.Contains("consultationId") ? Desk.Consultation : Desk.Case;
        foreach (var one in cases)
        {
            IEnumerable<string> addresses = [Raw(pattern)];
            foreach (var parameter in pattern.Parameters)
                addresses = [.. addresses.SelectMany(a => Values(pattern, parameter, one).Select(v => Regex.Replace(a, $@"\{{\*{{0,2}}{parameter.Name}(:[^}}]*)?\??\}}", v)))];
            foreach (var address in addresses) yield return new(Raw(pattern), address, one, desk);
        }
    }

    internal static string Raw(RoutePattern pattern) => "/" + pattern.RawText!.TrimStart('/');

    /// <summary>What stands for a parameter: what the case knows, or what the program holds elsewhere. Nothing is guessed.</summary>
    private List<string> Values(RoutePattern pattern, RoutePatternParameterPart parameter, EverythingCase? of)
    {
        if (of is not null && of.Addresses.TryGetValue(parameter.Name, out var values)) return values;
        if (_story.Elsewhere.TryGetValue($"{Raw(pattern)} {parameter.Name}", out var value) || _story.Elsewhere.TryGetValue(parameter.Name, out value)) return [value];
        if (parameter.IsOptional) return [""];
        // One of the others knows it: this case has come to a point at which there is none.
        if (of is not null && All.Any(c => c.Addresses.ContainsKey(parameter.Name))) return [];
        throw new InvalidOperationException($"The walk knows nothing for {{{parameter.Name}}} in {Raw(pattern)}: give the everything-case one.");
    }

    private static async Task<Dictionary<string, string>> ElsewhereAsync(PathwayHost host)
    {
        // An administrator wants somebody to be a manager: two wait for a decision, one by an administrator and one by the managers of the organisation.
        var admin = host.As("admin");
        foreach (var email in new[] { "rc.ost", Cast.Colleague })
        {
            var id = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM identity.accounts WHERE email = {email + "@sample.example"}");
            await admin.Submit(await admin.Get($"/administration/accounts/{id}"), $"/administration/accounts/{id}?handler=Manage");
        }
        var lead = host.As(Cast.Lead);
        var feed = await lead.Submit(await lead.Get("/account/calendar"));
        using var phone = new Authenticator();
        await PasskeyTests.MakeAsync(lead, phone, "Phone");
        return new()
        {
            ["passkey"] = phone.Id,
            ["number"] = CalendarNumbers().Match(feed.Source).Groups[1].Value,
            ["/administration/accounts/{id} id"] = await host.AskAsync<string>($"SELECT id::text AS \"Value\" FROM identity.accounts WHERE email = 'rc.ost@sample.example'"),
            ["/administration/history/{id} id"] = await host.AskAsync<string>($"SELECT id::text AS \"Value\" FROM identity.accounts WHERE email = 'rc.ost@sample.example'"),
            ["/administration/organisations/{id} id"] = (await host.OrganisationAsync("rc.ost")).ToString(),
            ["/administration/confirmations/{id} id"] = await host.AskAsync<string>($"SELECT coalesce((SELECT c.id::text FROM identity.account_changes c WHERE c.decider = 'Administrators' LIMIT 1), '-') AS \"Value\""),
            ["/organisation/confirm/{id} id"] = await host.AskAsync<string>($"SELECT coalesce((SELECT c.id::text FROM identity.account_changes c WHERE c.decider = 'Managers' LIMIT 1), '-') AS \"Value\""),
            ["/messages/open/{id:guid} id"] = await host.AskAsync<string>($"SELECT id::text AS \"Value\" FROM pathway.notices LIMIT 1"),
            ["findingId"] = await FindingAsync(host),
            ["kind"] = "referral-sheet",
            ["language"] = "sv",
            ["entryId"] = await host.AskAsync<string>($"SELECT id::text AS \"Value\" FROM pathway.directory_entries LIMIT 1"),
            ["dimension"] = IloIndicators.Dimensions[0].Code,
            ["report"] = "S-01",
            ["code"] = "404",
            ["token"] = "a-link-that-nobody-sent",
        };
    }

    /// <summary>The lead's worker read much in the week before.</summary>
    private static async Task<string> FindingAsync(PathwayHost host)
    {
        var (id, lead, at) = (Guid.CreateVersion7(host.Clock.GetUtcNow()), await host.ActorAsync(Cast.Lead), host.Clock.GetUtcNow());
        await host.Database.ExecuteAsSuperuserAsync($"""
            INSERT INTO pathway.unusual_readings (id, week, organisation_id, reader, sign, count, usual, found_at)
            VALUES ('{id}', '{UnusualReadings.LastWeek(at.AddDays(7)):yyyy-MM-dd}', '{lead.Organisation}', '{lead.User}', 'ManyCases', 31, 4, '{at:O}')
            """);
        return id.ToString();
    }

    /// <summary>What stands in an answer that may stand in none: ids and tokens differ from one to the next.</summary>
    internal static string Bare(string text) => Tokens().Replace(Ids().Replace(text, "…"), "…");

    /// <summary>The canaries in a text.</summary>
    internal IEnumerable<(EverythingCase Of, Canary Canary)> Seen(string text)
    {
        var words = Words().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // An amount is written with separators.
        var plain = text.Replace("&#xA0;", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("&nbsp;", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return All.SelectMany(c => c.Canaries.Where(k => k.Word[0] == 'Q' ? words.Contains(k.Word) : plain.Contains(k.Word, StringComparison.Ordinal)).Select(k => (c, k)));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+|\\b20[0-9]{2}-[0-9]{6}\\b")]
    private static partial Regex Tokens();

    [GeneratedRegex("/calendar/([A-Za-z0-9_-]+)\\.ics")]
    private static partial Regex CalendarNumbers();

    [GeneratedRegex("q[a-g]x[a-z0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
