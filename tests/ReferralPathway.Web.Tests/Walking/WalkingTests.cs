using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Walks through every page that the program has, as everybody there is, at every point of the story of consent, and looks for canaries. A new page is walked without
/// being told; a new kind of address that the walk cannot fill in fails it. Who may see what is asked of the domain: its reach, its projection, its tables.
/// </summary>
public sealed class WalkingTests(WalkedWorld walked) : IClassFixture<WalkedWorld>
{
    /// <summary>Pages that nobody ever gets as a page, and why.</summary>
    private static readonly Dictionary<string, string> NeverShown = new()
    {
        ["/account/second-factor"] = "there is no second factor to replace where the sign-in is shortened",
        ["/cases/{caseId}/children/report"] = "the child of each case is reported already, and the page goes on to what follows",
        ["/cases/{caseId}/identity"] = "a link shows no name; the button does",
        ["/cases/{caseId}/intake/check"] = "a draft is checked before it is opened, and these cases are open",
        ["/language"] = "goes back where it came from",
        ["/messages/open/{id:guid}"] = "goes on to what the message is about",
        ["/sign-in/code"] = "belongs to a session that is not open yet",
        ["/sign-in/invitation/{token}"] = "nobody sent this link",
        ["/sign-in/lock"] = "locks by a button",
        ["/drafts"] = "keeps what a script sends",
        ["/drafts/forget"] = "throws away by a button",
        ["/sign-in/resume"] = "nothing was kept",
        ["/sign-in/second-factor"] = "belongs to a session that is not open yet",
        ["/sign-in/unlock"] = "belongs to a session that is locked",
        ["/status/{code:int}"] = "answers with the status that it tells of",
    };

    /// <summary>Fields that no link shows: an act opens them (a button, a reason, a grant), or they are kept for the record and no page has them.</summary>
    private static readonly string[] Opened =
    [
        "what stands in an identity document", "note of an identity document", "what stands in a medical certificate", "note of a medical certificate",
        "address", "note of the address", "health note", "health on the journey", "what IOM found of the health", "personal number",
        "child's opinion of a consent", "guardian who consented", "witness of a consent", "why a consent was taken back", "reason of a legal ground", "outcome of a referral",
        "condition of a permit: rpcooperates", "condition of a permit: rpties", "why an investigation stopped", "why put back", "why reopened", "why ruled out",
    ];

    private World World => walked.World;

    [Fact]
    public async Task Nobody_but_those_who_may_sees_anything() => Walk.None(Walk.Leaks(World, await walked.Visits));

    [Fact]
    public async Task No_page_breaks_for_anybody() =>
        Walk.None([.. (await walked.Visits).Where(v => v.Status >= 500).Select(v => $"{v.Account ?? "nobody"} {v.Place.Pattern}: {v.Status}").Distinct().Order(StringComparer.Ordinal)]);

    [Fact]
    public async Task Every_page_is_opened_by_somebody() =>
        Walk.Same(NeverShown.Keys, (await walked.Visits).GroupBy(v => v.Place.Pattern).Where(g => g.All(v => v.Status != StatusCodes.Status200OK)).Select(g => g.Key));

    /// <summary>A word that nobody ever sees would be found in no leak either.</summary>
    [Fact]
    public async Task Every_word_is_seen_by_somebody()
    {
        var seen = (await walked.Visits).SelectMany(v => v.Seen).Select(s => s.Canary.Field).ToHashSet();

        Walk.Same(Opened, World.All.SelectMany(c => c.Canaries).Select(k => k.Field).Distinct().Where(f => !seen.Contains(f)));
    }

    [Fact]
    public async Task The_lead_does_see_how_to_contact_the_person_without_danger() =>
        Assert.Contains(await walked.Visits, v => v.Account == Cast.Lead && v.Place.Pattern == "/cases/{caseId}" && v.Seen.Any(s => s.Canary is { Field: "words to use", Word: "Qaxwordslate" }));

    /// <summary>A letter is read outside the system: whatever its writer may read, there stands nothing in it that its reader could not read here. Health goes into none of them.</summary>
    [Fact]
    public async Task A_letter_holds_nothing_that_its_reader_may_not_read()
    {
        var (leaks, words, at) = (new List<string>(), new HashSet<string>(), World.Host.Clock.GetUtcNow());
        foreach (var of in World.All)
            foreach (var (letter, reader, writer) in of.Letters)
            {
                var page = await World.Host.As(writer).Get($"/cases/{of.Id}/letters/{letter}/pdf");
                var viewer = of.Sees(reader, World.Actors[reader], at, out var until);
                foreach (var (_, canary) in World.Seen(page.Source))
                {
                    words.Add(canary.Field);
                    if (canary.Group == DataGroup.Health || !canary.MayBeReadBy(reader, viewer is null ? null : viewer with { IdentityShown = true }, until)) leaks.Add($"{letter[..^37]} to {reader}: {canary.Field} ({canary.Group})");
                }
            }
        Walk.None([.. leaks.Distinct().Order(StringComparer.Ordinal)]);
        Assert.Superset(new HashSet<string> { "family name", "description", "safe times", "reasons of a return", "safety check" }, words);
    }

    /// <summary>A stolen dump tells none of what was typed into a case, also after consent was taken back and the case has moved; what stands in it clear says why.</summary>
    [Fact]
    public async Task A_dump_holds_no_word_that_is_sealed()
    {
        var dump = await World.Host.DumpAsync();
        var (clear, hidden) = (World.All.SelectMany(c => c.Canaries).Where(k => k.ClearBecause is not null).ToList(), World.All.SelectMany(c => c.Canaries).Where(k => k.ClearBecause is null).ToList());

        Assert.True(hidden.Count > 500, $"Only {hidden.Count} words.");
        Walk.None([.. hidden.Where(k => dump.Contains(k.Word, StringComparison.OrdinalIgnoreCase)).Select(k => $"{k.Field}: {k.Word}").Distinct()]);
        Assert.All(clear, k => Assert.Contains(k.Word, dump, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the walk holds to be somebody's part is what the database let them have.</summary>
    [Fact]
    public async Task The_database_gives_everybody_the_part_that_the_domain_says()
    {
        var wrong = new List<string>();
        foreach (var (account, actor) in World.Actors)
        {
            await using var scope = World.Host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
            var at = World.Host.Clock.GetUtcNow();
            db.Acting = ActingAs.Person(actor, at);
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            foreach (var one in World.All)
            {
                var found = await scope.ServiceProvider.GetRequiredService<CaseDoor>().StandingOfAsync(actor, one.Id, at, TestContext.Current.CancellationToken);
                var said = one.Sees(account, actor, at, out _)?.Standing;
                if ((found?.Relation, found?.Groups) != (said?.Relation, said?.Groups)) wrong.Add($"{account} at {one.Number}: {found?.Relation} {found?.Groups} instead of {said?.Relation} {said?.Groups}");
            }
        }
        Walk.None(wrong);
    }

    [Fact]
    public void Every_role_is_the_recipient_of_every_state_of_consent()
    {
        var walked = World.Cases.SelectMany(c => Enumerable.Range(0, Cast.Slots).Select(c.StoryOf));

        Assert.Equal(Enum.GetValues<ConsentStory>(), walked);
        Assert.Equal(Enum.GetValues<Relation>(), World.Cases.SelectMany(c => World.Actors.Select(a => c.Sees(a.Key, a.Value, World.Host.Clock.GetUtcNow(), out _)?.Standing.Relation ?? Relation.None)).Distinct().Order());
        Assert.Superset(CaseAccess.Table.Values.SelectMany(r => r.Roles).Where(CaseAccess.MayRegister).ToHashSet(), Cast.Recipients.Select(r => r.Role).ToHashSet());
    }

    /// <summary>A name in the frame of every page: the walk has to find it everywhere. And one on a page that only an id of the case opens.</summary>
    [Fact]
    public async Task A_planted_leak_is_found()
    {
        await using var leaking = PathwayHost.Leaking(World.Host, services => services.AddScoped<INavigation, Leaky>());

        var leaks = Walk.Leaks(World, await Walk.ThroughAsync(World, leaking, [null, "nc.jamy", Cast.Lead, "rc.syd"], p => p.Case is null || p.Pattern.Contains("/returns/", StringComparison.Ordinal)));

        Assert.Contains(leaks, l => l.StartsWith("nobody saw family name", StringComparison.Ordinal));
        Assert.Contains(leaks, l => l.StartsWith("nc.jamy saw family name", StringComparison.Ordinal));
        Assert.Contains(leaks, l => l.StartsWith("sw.malmo saw family name", StringComparison.Ordinal) && l.EndsWith("/directory", StringComparison.Ordinal));
        Assert.Contains(leaks, l => l.StartsWith("rc.syd saw protection assessment", StringComparison.Ordinal) && l.EndsWith("/cases/{caseId}/returns/{returnId:guid}", StringComparison.Ordinal));
        Assert.DoesNotContain(leaks, l => l.StartsWith("nc.jamy saw protection assessment", StringComparison.Ordinal));
    }

    private sealed class Leaky(IHttpContextAccessor http, CaseInHand hand) : INavigation
    {
        public SignedIn? Who => null;

        public IReadOnlyList<NavigationItem> Items => [new("Qaxfamily", "/", false), .. hand.IsHeld && http.HttpContext!.Request.Path.Value!.Contains("/returns/", StringComparison.Ordinal) ? [new NavigationItem("Qbxassessment", "/", false)] : Array.Empty<NavigationItem>()];
    }
}

/// <summary>The world, walked through once by everybody.</summary>
public sealed class WalkedWorld : IAsyncLifetime
{
    private readonly Lazy<Task<IReadOnlyCollection<Walk.Visit>>> _visits;

    public WalkedWorld(TestDatabases.TemplateDatabase template)
    {
        World = new(template);
        _visits = new(() => Walk.ThroughAsync(World, World.Host, [null, .. Cast.All]));
    }

    internal World World { get; }

    internal Task<IReadOnlyCollection<Walk.Visit>> Visits => _visits.Value;

    public ValueTask InitializeAsync() => World.InitializeAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

internal static class Walk
{
    /// <param name="Account">Null: nobody.</param>
    internal sealed record Visit(string? Account, World.Place Place, int Status, IReadOnlyList<(EverythingCase Of, Canary Canary)> Seen);

    /// <summary>Nothing was found; else all of it is said.</summary>
    public static void None(IReadOnlyCollection<string> found) => Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));

    /// <summary>Just these were found: what is missing is said with a minus, what is too much with a plus.</summary>
    public static void Same(IEnumerable<string> said, IEnumerable<string> found) =>
        None([.. said.Except(found).Select(s => $"- {s}").Concat(found.Except(said).Select(s => $"+ {s}")).Order(StringComparer.Ordinal)]);

    public static async Task<IReadOnlyCollection<Visit>> ThroughAsync(World world, PathwayHost host, IEnumerable<string?> accounts, Func<World.Place, bool>? only = null)
    {
        var visits = new ConcurrentBag<Visit>();
        var places = world.Places(host.Services);
        Assert.True(places.Count > 400, $"The walk found only {places.Count} addresses.");
        await Parallel.ForEachAsync(accounts, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (account, stopping) =>
        {
            var browser = account is null ? host.Anonymous() : host.As(account);
            foreach (var place in places.Where(only ?? (_ => true)))
            {
                using var answer = await browser.Client.GetAsync(new Uri(place.Address, UriKind.Relative), stopping);
                visits.Add(new(account, place, (int)answer.StatusCode, [.. world.Seen(await answer.Content.ReadAsStringAsync(stopping) + answer.Headers)]));
            }
        });
        return visits;
    }

    /// <summary>Every leak found: who saw what where.</summary>
    public static List<string> Leaks(World world, IEnumerable<Visit> visits)
    {
        var at = world.Host.Clock.GetUtcNow();
        return [.. visits.SelectMany(v => v.Seen.Where(s => !May(v, s.Of, s.Canary)).Select(s => $"{v.Account ?? "nobody"} saw {s.Canary.Field} ({s.Canary.Group}, {s.Canary.Word}) on {v.Place.Pattern}")).Distinct().Order(StringComparer.Ordinal)];

        bool May(Visit visit, EverythingCase of, Canary canary)
        {
            // A list shows nobody's name, and a page of one case nothing of another.
            var isHere = canary.Desk switch
            {
                Desk.Case => visit.Place.Case == of && visit.Place.Desk is Desk.Case,
                Desk.Claim => visit.Place.Case == of || visit.Place.Pattern == "/claims",
                _ => visit.Place.Case == of && visit.Place.Desk == canary.Desk,
            };
            if (!isHere || visit.Account is not { } account) return false;
            var viewer = of.Sees(account, world.Actors[account], at, out var until);
            return canary.MayBeReadBy(account, viewer, until);
        }
    }
}
