using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Whoever is let through to a form sends it nearly empty: no page breaks on it, and none shows another case. Who is let through, and that nobody else is, is held by <see cref="MatrixTests"/>.
/// </summary>
public sealed class PostingTests(World world) : IClassFixture<World>
{
    private readonly Dictionary<string, (Browser Browser, string Token)> _opened = [];

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private PathwayHost Host => world.Host;

    /// <summary>The case whose forms are sent.</summary>
    private EverythingCase Case => world.Cases[1];

    public static TheoryData<string> Routes() => [.. Matrix.Lines.Where(l => l.Handlers.Any(h => h.Verb == "POST")).Select(l => l.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Whoever_may_send_it_breaks_nothing_and_sees_no_other_case(string route)
    {
        var line = Matrix.Lines.Single(l => l.Route == route);
        var place = PlaceOf(route);
        var of = place.Case ?? Case;
        var wrong = new List<string>();
        foreach (var handler in line.Handlers.Where(h => h.Verb == "POST"))
            foreach (var sender in SendersOf(line))
            {
                var (status, answer) = await SendAsync(sender, place.Address + handler.Query);
                // The shortened sign-in has no session that could be locked.
                if ((int)status >= 500 && route != "/sign-in/lock") wrong.Add($"{sender}, {handler.Name}: {(int)status}");
                wrong.AddRange(world.Seen(answer).Where(s => s.Of != of && s.Canary.Desk == Desk.Case).Select(s => $"{sender}, {handler.Name}: saw {s.Canary.Field} of another case"));
            }
        Walk.None(wrong);
    }

    /// <summary>One of each role that is let through, for each way to stand to the case; of two alike, the one that the case was told about.</summary>
    private static IEnumerable<string> SendersOf(Matrix.Line line) =>
        Matrix.Askers.Where(a => line.Who[0] != "case" || a.Stands.ContainsKey(Matrix.Of.Everything)).Where(a => Matrix.Expected(line, a, Matrix.Of.Everything) is Matrix.Cell.Through or Matrix.Cell.SentAway)
            .OrderBy(a => a.Account.StartsWith("walk.", StringComparison.Ordinal)).DistinctBy(a => (a.Role, a.IsManager, line.Who[0] == "case" ? a.Stands[Matrix.Of.Everything] : default)).Select(a => a.Account);

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

    private World.Place PlaceOf(string route)
    {
        var places = World.Endpoints(Host.Services).Where(e => World.Raw(e.RoutePattern) == route).SelectMany(e => world.Places(e.RoutePattern)).ToList();
        return places.FirstOrDefault(p => p.Case == Case) ?? places[0];
    }

    private async Task<(HttpStatusCode Status, string Answer)> SendAsync(string sender, string address)
    {
        if (_opened.TryGetValue(sender, out var opened) && await PostAsync() is { Status: not HttpStatusCode.BadRequest } answered) return answered;
        // The first time; or the token is not taken any more.
        var browser = Host.As(sender);
        _opened[sender] = opened = (browser, (await browser.Get("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        return await PostAsync();

        async Task<(HttpStatusCode Status, string Answer)> PostAsync()
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", opened.Token), new("revision", "0")]);
            using var answer = await opened.Browser.Client.PostAsync(new Uri(address, UriKind.Relative), form, Stopping);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stopping));
        }
    }
}
