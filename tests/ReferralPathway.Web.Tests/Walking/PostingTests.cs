using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Data.Cases;
using ReferralPathway.Data.Consultations;
using ReferralPathway.Data.Disclosures;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consultations;
using ReferralPathway.Domain.Disclosures;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Everybody sends every form that the program has, nearly empty, and with what guards it against forgery. Who is let through is asked of the tables in the domain. Whoever is
/// refused gets 403 or 404, stands in the record once, learns nothing, and changes nothing.
/// </summary>
public sealed class PostingTests(World world) : IClassFixture<World>
{
    /// <summary>One of each role, and of each way to stand to the case.</summary>
    private static readonly string?[] Senders =
    [
        null, "nc.jamy", "admin", "audit", "iom.hki", Cast.Completed, Cast.Recipient(Role.SocialWorker, 0), "ngo.haven", "ma.mottagning", "ma.tillstand", "rc.syd2", "rc.syd", "il.polis", Cast.Colleague, Cast.ThroughGlass, Cast.Manager, Cast.Lead,
    ];

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private PathwayHost Host => world.Host;

    /// <summary>The case whose forms are sent.</summary>
    private EverythingCase Case => world.Cases[1];

    /// <summary>Every handler of a post, by its page: read off the program, so that a new one is here by itself.</summary>
    public static TheoryData<string, string> Handlers() =>
    [
        .. typeof(Guards).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(PageModel)))
            .SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Public).Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(m => (Page: PageOf(t), Handler: HandlerOf(m))))
            .Order().Select(h => new TheoryDataRow<string, string>(h.Page, h.Handler)),
    ];

    [Fact]
    public void Every_form_is_sent()
    {
        var pages = Pages().Select(p => p.Page.ViewEnginePath).ToHashSet();

        Assert.True(Handlers().Count > 120, $"{Handlers().Count} handlers.");
        Walk.None([.. Handlers().Select(h => h.Data.Item1).Distinct().Where(p => !pages.Contains(p))]);
        Assert.Equal(Enum.GetValues<Role>().Where(r => r != Role.System), Senders.OfType<string>().Select(s => world.Actors[s].Role).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Whoever_may_not_send_it_is_refused_and_changes_nothing(string page, string handler)
    {
        var place = PlaceOf(page);
        var of = place.Case ?? Case;
        var address = place.Address + (handler.Length == 0 ? "" : $"?handler={handler}");
        var wrong = new List<string>();
        var (rows, refusals, refused) = (await RowsAsync(), await RefusalsAsync(), 0);
        var allowed = new List<string>();
        foreach (var sender in Senders)
        {
            var verdict = await VerdictAsync(page, of, sender);
            if (verdict == Verdict.Allowed && sender is not null)
            {
                allowed.Add(sender);
                continue;
            }
            var (status, answer) = await SendAsync(sender, address);
            if (sender is null)
            {
                // Whoever is not signed in is sent to sign in, and an open page answers anybody.
                if (!Guards.Open.Contains(page) && status != HttpStatusCode.Redirect || (int)status >= 500) wrong.Add($"nobody: {(int)status}");
            }
            else
            {
                refused++;
                var said = verdict == Verdict.Refused ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound;
                if (status != said) wrong.Add($"{sender}: {(int)status} instead of {(int)said}");
            }
            wrong.AddRange(world.Seen(answer).Select(s => $"{sender ?? "nobody"} saw {s.Canary.Field}"));
        }
        if (await RowsAsync() != rows) wrong.Add("Somebody who was refused changed something.");
        if (await RefusalsAsync() - refusals != refused) wrong.Add($"{await RefusalsAsync() - refusals} refusals stand in the record, and {refused} were refused.");

        // The others may: what they send is not complete, and no page breaks on it. Where it has to be, they are asked first who they are, and nothing happens until then.
        var proves = Guards.Proved.Concat(Guards.ProvedToSee).Any(f => page.StartsWith(f + "/", StringComparison.Ordinal)) && !ChangesNothing(page, handler);
        foreach (var sender in allowed)
        {
            if (proves)
            {
                var before = await RowsAsync();
                var (asked, shown) = await SendAsync(sender, address, provedAgo: Session.ProofLasts + TimeSpan.FromMinutes(1));
                if (asked != HttpStatusCode.Redirect || shown.Length > 0 || await RowsAsync() != before) wrong.Add($"{sender} was not asked again who they are: {(int)asked}");
            }
            var (status, answer) = await SendAsync(sender, address);
            // The shortened sign-in has no session that could be locked.
            if ((int)status >= 500 && page != "/SignIn/Lock") wrong.Add($"{sender}: {(int)status}");
            wrong.AddRange(world.Seen(answer).Where(s => s.Of != of && s.Canary.Desk == Desk.Case).Select(s => $"{sender} saw {s.Canary.Field} of another case"));
        }
        Walk.None(wrong);
    }

    /// <summary>A foreign id and one that never was get the same answer: nobody learns of a case by guessing.</summary>
    [Fact]
    public async Task A_foreign_id_is_answered_as_one_that_never_was()
    {
        string[] ids = ["caseId", "referralId", "claimId", "disclosureId", "consultationId"];
        var wrong = new List<string>();
        var compared = 0;
        foreach (var sender in new[] { Cast.Recipient(Role.SocialWorker, 0), "ngo.haven", Cast.Recipient(Role.Lawyer, 0), "iom.hki", "nc.jamy", "admin", "audit" })
        {
            // None of these takes part in the first case at all.
            var browser = Host.As(sender);
            var token = await TokenAsync(browser, sender);
            foreach (var place in world.Places(Host.Services).Where(p => p.Case == world.Cases[0] && ids.Any(id => p.Pattern.Contains($"{{{id}", StringComparison.Ordinal))))
            {
                var never = place.Case!.Addresses.SelectMany(a => a.Value).Where(v => Guid.TryParse(v, out _)).Aggregate(place.Address, (a, v) => a.Replace(v, Guid.NewGuid().ToString(), StringComparison.Ordinal));
                foreach (var post in new[] { false, true })
                {
                    var (foreign, guessed) = (await AskAsync(place.Address, post), await AskAsync(never, post));
                    if (foreign != guessed) wrong.Add($"{sender} {(post ? "POST" : "GET")} {place.Pattern}: {foreign.Status} and {guessed.Status}");
                    compared++;
                }
            }

            async Task<(HttpStatusCode Status, string Body)> AskAsync(string address, bool post)
            {
                using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                using var answer = post ? await browser.Client.PostAsync(new Uri(address, UriKind.Relative), form, Stopping) : await browser.Client.GetAsync(new Uri(address, UriKind.Relative), Stopping);
                return (answer.StatusCode, World.Bare(await answer.Content.ReadAsStringAsync(Stopping)));
            }
        }
        Assert.True(compared > 500, $"Only {compared} addresses were compared.");
        Walk.None(wrong);
    }

    /// <summary>What belongs to another case of one's own is not found under this one either.</summary>
    [Fact]
    public async Task What_belongs_to_one_case_is_not_found_under_another()
    {
        var browser = Host.As(Cast.Lead);
        var (here, there) = (world.Cases[0], world.Cases[1]);
        var wrong = new List<string>();
        var compared = 0;
        foreach (var place in world.Places(Host.Services).Where(p => p.Case == there && p.Pattern.Contains("{caseId", StringComparison.Ordinal) && p.Pattern.Count(c => c == '{') > 1))
        {
            var foreign = place.Address.Replace(there.Id.ToString(), here.Id.ToString(), StringComparison.Ordinal);
            var never = there.Addresses.Where(a => a.Key is not ("caseId" or "recipientId")).SelectMany(a => a.Value).Where(v => Guid.TryParse(v, out _)).Aggregate(foreign, (a, v) => a.Replace(v, Guid.NewGuid().ToString(), StringComparison.Ordinal));
            if (foreign == never) continue;
            var (one, other) = (await browser.Client.GetAsync(new Uri(foreign, UriKind.Relative), Stopping), await browser.Client.GetAsync(new Uri(never, UriKind.Relative), Stopping));
            var (seen, guessed) = (World.Bare(await one.Content.ReadAsStringAsync(Stopping)), World.Bare(await other.Content.ReadAsStringAsync(Stopping)));
            if (one.StatusCode != other.StatusCode || seen != guessed) wrong.Add($"{place.Pattern}: {one.StatusCode} and {other.StatusCode}");
            wrong.AddRange(world.Seen(seen).Where(s => s.Of == there).Select(s => $"{place.Pattern} shows {s.Canary.Field} of another case"));
            compared++;
        }
        Assert.True(compared > 30, $"Only {compared} addresses were compared.");
        Walk.None(wrong);
    }

    private static bool ChangesNothing(string page, string handler) =>
        typeof(Guards).Assembly.GetTypes().Single(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(PageModel)) && PageOf(t) == page)
            .GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal) && HandlerOf(m) == handler && m.IsDefined(typeof(ChangesNothingAttribute), inherit: false));

    private static string PageOf(Type model) => model.FullName!["ReferralPathway.Web.Pages".Length..].Replace('.', '/')[..^"Model".Length];

    private static string HandlerOf(MethodInfo method)
    {
        var name = method.Name["OnPost".Length..];
        return name.EndsWith("Async", StringComparison.Ordinal) ? name[..^"Async".Length] : name;
    }

    private IEnumerable<(RouteEndpoint Endpoint, PageActionDescriptor Page)> Pages() =>
        World.Endpoints(Host.Services).Select(e => (e, e.Metadata.GetMetadata<PageActionDescriptor>()!)).Where(e => e.Item2 is not null);

    private World.Place PlaceOf(string page)
    {
        var places = Pages().Where(p => p.Page.ViewEnginePath == page).SelectMany(p => world.Places(p.Endpoint.RoutePattern)).ToList();
        return places.FirstOrDefault(p => p.Case == Case) ?? places[0];
    }

    /// <summary>What the guards and the tables of the domain say: the folder's guard for whoever is signed in, and nothing more where there is none.</summary>
    private Task<Verdict> VerdictAsync(string page, EverythingCase of, string? sender)
    {
        if (sender is null) return Task.FromResult(Verdict.Refused);
        var actor = world.Actors[sender];
        var at = Host.Clock.GetUtcNow();
        bool Under(string folder) => page.StartsWith(folder + "/", StringComparison.Ordinal);
        return AsAsync<Verdict>(actor, at, async (db, door, stopping) =>
        {
            if (Guards.Roles.FirstOrDefault(g => Under(g.Key)) is { Value: { } roles } && !roles.Contains(actor.Role)) return Verdict.Refused;
            if (Guards.Managers.Any(Under) && !actor.IsManager) return Verdict.Refused;
            if (Guards.DecidersOfDisclosure.Any(Under) && !DisclosureDesk.MayDecide(actor.Role, actor.IsManager)) return Verdict.Refused;
            if (Guards.Cases.Where(g => Under(g.Key)).Select(g => (CaseOperation?)g.Value).SingleOrDefault() is { } operation)
                return CaseAccess.Decide(actor, await door.StandingOfAsync(actor, of.Id, at, stopping), operation, at);
            if (Guards.Received.Any(Under))
            {
                var mine = await Host.LookAsync(d => d.Referrals.AnyAsync(r => r.Id == ReferralId.Parse(of.Addresses["referralId"][0], null) && r.Recipient == actor.Organisation, stopping));
                return actor.Role is Role.NationalCoordinator or Role.Administrator || mine && !CaseAccess.MayAnswerReferral(actor.Role) ? Verdict.Refused : mine ? Verdict.Allowed : Verdict.Unknown;
            }
            if (Guards.Claims.Where(g => Under(g.Key)).Select(g => (ClaimOperation?)g.Value).SingleOrDefault() is { } onClaim)
            {
                var claim = await Host.LookAsync(d => d.Claims.SingleAsync(c => c.Id == of.Claim, stopping));
                return ClaimAccess.Roles.Contains(actor.Role) ? ClaimAccess.Decide(ClaimAccess.StandingOf(actor, claim, of.Team.Contains(sender)), onClaim) : Never(actor);
            }
            if (Guards.Disclosures.Where(g => Under(g.Key)).Select(g => (DisclosureOperation?)g.Value).SingleOrDefault() is { } onRequest)
            {
                var request = await Host.LookAsync(d => d.Disclosures.SingleAsync(r => r.Id == of.Request, stopping));
                return DisclosureAccess.Roles.Contains(actor.Role) ? DisclosureAccess.Decide(DisclosureAccess.StandingOf(actor, request), onRequest) : Verdict.Refused;
            }
            if (Guards.Consultations.Where(g => Under(g.Key)).Select(g => (ConsultationOperation?)g.Value).SingleOrDefault() is { } onQuestion)
            {
                var (question, region) = await Host.LookAsync(async d => (await d.Consultations.SingleAsync(c => c.Id == of.Question, stopping), await d.Organisations.Where(o => o.Id == actor.Organisation).Select(o => o.Region).SingleAsync(stopping)));
                return ConsultationDesk.MayAsk(actor.Role) || ConsultationDesk.MayAnswer(actor.Role)
                    ? ConsultationAccess.Decide(ConsultationAccess.StandingOf(actor, CoordinationRegions.TryParse(region, out var found) ? found : null, question), onQuestion) : Verdict.Refused;
            }
            return Verdict.Allowed;
        });

        static Verdict Never(Actor actor) => actor.Role is Role.NationalCoordinator or Role.Administrator ? Verdict.Refused : Verdict.Unknown;
    }

    private async Task<T> AsAsync<T>(Actor actor, DateTimeOffset at, Func<PathwayDb, CaseDoor, CancellationToken, Task<T>> ask)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
        db.Acting = ActingAs.Person(actor, at);
        await using var transaction = await db.Database.BeginTransactionAsync(Stopping);
        return await ask(db, scope.ServiceProvider.GetRequiredService<CaseDoor>(), Stopping);
    }

    private async Task<(HttpStatusCode Status, string Answer)> SendAsync(string? sender, string address, TimeSpan? provedAgo = null)
    {
        var known = Opened.GetOrCreateValue(world);
        if (known.TryGetValue((sender, provedAgo), out var opened) && await PostAsync() is { Status: not HttpStatusCode.BadRequest } answered) return answered;
        // The first time; or the token is not taken any more.
        var browser = sender is null ? Host.Anonymous() : Host.As(sender, provedAgo: provedAgo);
        known[(sender, provedAgo)] = opened = (browser, await TokenAsync(browser, sender));
        return await PostAsync();

        async Task<(HttpStatusCode Status, string Answer)> PostAsync()
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", opened.Token), new("revision", "0")]);
            using var answer = await opened.Browser.Client.PostAsync(new Uri(address, UriKind.Relative), form, Stopping);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stopping));
        }
    }

    /// <summary>The browser of each sender, with a token that its pages take: a page only for that in front of each post would double the work.</summary>
    private static readonly ConditionalWeakTable<World, Dictionary<(string? Sender, TimeSpan? ProvedAgo), (Browser Browser, string Token)>> Opened = [];

    private static async Task<string> TokenAsync(Browser browser, string? sender) =>
        (await browser.Get(sender is null ? "/guidance" : "/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private Task<long> RefusalsAsync() => Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access'");

    /// <summary>How many rows there are in each table that holds something of a case, and how often the cases have changed.</summary>
    private async Task<string> RowsAsync()
    {
        await using var connection = new NpgsqlConnection(Host.Database.Backup);
        await connection.OpenAsync(Stopping);
        _rows ??= await QuestionAsync(connection);
        await using var command = new NpgsqlCommand(_rows, connection);
        return (string)(await command.ExecuteScalarAsync(Stopping))!;
    }

    private static string? _rows;

    private static async Task<string> QuestionAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("""
            SELECT string_agg(format('SELECT %L || count(*) AS n FROM pathway.%I', table_name || ' ', table_name), ' UNION ALL ' ORDER BY table_name)
            FROM information_schema.columns WHERE table_schema = 'pathway' AND column_name = 'case_id' AND table_name NOT LIKE 'audit%'
            """, connection);
        return $"SELECT string_agg(n, ', ' ORDER BY n) || (SELECT sum(revision) FROM pathway.cases) FROM ({await command.ExecuteScalarAsync(Stopping)}) AS counts";
    }
}
