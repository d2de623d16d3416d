using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Headers;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Every endpoint of the running program, with every handler and verb, is asked by everybody there is, for their own case, one that was referred to them, another's, a closed one and one that
/// never was. What each of them must get stands in <c>endpoints.txt</c>: an endpoint without a line there fails, and so does a line without an endpoint.
/// </summary>
public sealed class MatrixTests(MatrixWorld matrix) : IClassFixture<MatrixWorld>
{
    private const string NeverTaken = "DELETE";

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes() => [.. Matrix.Lines.Select(l => l.Route)];

    [Fact]
    public async Task Every_endpoint_has_its_line_and_every_line_its_endpoint()
    {
        var loader = matrix.Host.Services.GetRequiredService<PageLoader>();
        var found = new List<string>();
        foreach (var endpoint in World.Endpoints(matrix.Host.Services))
        {
            var verbs = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                // A page that steps in front of its handlers (OnPageHandlerExecution) is not asked by that name.
                ? (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(h => h.HttpMethod != "Page").Select(h => h.HttpMethod.ToUpperInvariant() + (h.Name is null ? "" : $":{h.Name}")).Append("GET").Distinct()
                : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["every verb"];
            found.AddRange(verbs.Select(verb => $"{World.Raw(endpoint.RoutePattern)} {verb}"));
        }

        Assert.True(found.Count > 400, $"Only {found.Count} handlers.");
        Walk.Same(Matrix.Lines.SelectMany(l => l.Handlers.Select(h => $"{l.Route} {h.Name}")), found);
        Assert.Equal(Matrix.Lines.Count, Matrix.Lines.Select(l => l.Route).Distinct().Count());
    }

    /// <summary>One account of each role, and one that has each way to stand to a case.</summary>
    [Fact]
    public void Everybody_asks()
    {
        Assert.Equal(Enum.GetValues<Role>().Where(r => r != Role.System), Matrix.Askers.Select(a => a.Role).Distinct().Order());
        Assert.Equal(Enum.GetValues<Relation>().Where(r => r != Relation.FormerColleague), Matrix.Askers.SelectMany(a => a.Stands.Values).Distinct().Order());
        Assert.All(Matrix.Askers, a => Assert.Equal((a.Role, a.IsManager), (matrix.World.Actors[a.Account].Role, matrix.World.Actors[a.Account].IsManager)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Everybody_gets_what_the_matrix_says(string route)
    {
        var line = Matrix.Lines.Single(l => l.Route == route);
        var places = PlacesOf(route);
        var wrong = new ConcurrentBag<string>();
        var refused = 0;
        var before = await RefusalsAsync();
        // A handler that is there, and a verb that is not; and where nothing is taken but what is read, a form too.
        var asked = line.Handlers.Append(new(NeverTaken, false, false));
        if (line.Handlers.All(h => h.Verb != "POST")) asked = asked.Append(new("POST", false, false));
        await Parallel.ForEachAsync(asked.SelectMany(h => Cells(line, h)), new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = Stopping }, async (cell, stopping) =>
        {
            var (handler, asker, of) = cell;
            var isTaken = line.Handlers.Contains(handler);
            var address = matrix.AddressOf(places, asker.Account, of) + handler.Query;
            var (status, location, all) = await matrix.AskAsync(asker.Account, handler.Verb, address, handler.Whole, stopping);
            var expected = isTaken ? Matrix.Expected(line, asker, of) : (Matrix.Cell?)null;
            if (expected is Matrix.Cell.Refused or Matrix.Cell.Unknown) Interlocked.Increment(ref refused);
            var said = expected switch
            {
                null => status == 405,
                Matrix.Cell.Refused => status == 403,
                Matrix.Cell.Unknown => status == 404,
                Matrix.Cell.SentAway => status == 302 && location == "/sign-in",
                _ => IsThrough(status, handler),
            };
            var who = $"{asker.Account}, {handler.Name}, {of}";
            if (!said) wrong.Add($"{who}: {status} instead of {(expected is null ? "405" : $"{expected}")}");
            if (status is 403 or 404 or 405) foreach (var (_, canary) in matrix.World.Seen(all)) wrong.Add($"{who}: saw {canary.Field}");
            // What is another's is answered as what never was, to the byte.
            if (isTaken && (of == Matrix.Of.Other || line.Who[0] != "case" && line.IsOfSomething && expected != Matrix.Cell.Through && expected == Matrix.Expected(line, asker, Matrix.Of.Never)))
            {
                var never = await matrix.AskAsync(asker.Account, handler.Verb, matrix.AddressOf(places, asker.Account, Matrix.Of.Never) + handler.Query, handler.Whole, stopping);
                Interlocked.Increment(ref refused);
                if (World.Bare(all) != World.Bare(never.All)) wrong.Add($"{who}: another's and one that never was are not answered alike");
            }
        });
        await Parallel.ForEachAsync(asked.SelectMany(h => MatrixWorld.Outside.Select(o => (Handler: h, Who: o.Key, To: o.Value))), Stopping, async (cell, stopping) =>
        {
            var (handler, who, to) = cell;
            var (status, location, all) = await matrix.AskAsync(who, handler.Verb, matrix.AddressOf(places, Cast.Lead, Matrix.Of.Everything) + handler.Query, handler.Whole, stopping);
            // A verb that nothing takes is answered before anybody is asked who they are.
            var said = handler.Verb == NeverTaken || line.IsOpen && !line.Handlers.Contains(handler) ? status == 405 : line.IsOpen || line.Who[0] == who.Replace(' ', '-') ? IsThrough(status, handler) : status == 302 && location?.Split('?')[0] == (line.Who[0] == "password-alone" ? "/sign-in" : to);
            if (!said) wrong.Add($"{who}, {handler.Name}: {status} {location}");
            foreach (var (_, canary) in matrix.World.Seen(all)) wrong.Add($"{who}, {handler.Name}: saw {canary.Field}");
        });
        var written = await RefusalsAsync() - before;
        if (written != refused) wrong.Add($"{written} refusals stand in the record, and {refused} were refused.");
        Walk.None([.. wrong.Distinct().Order(StringComparer.Ordinal)]);

        // A page answers in the place of its handler; what is no page answers itself: an empty report is read, and is none.
        bool IsThrough(int status, Matrix.Handler handler) => line.Route == PolicyReports.Address ? status == 400 : line.Route.StartsWith("/api/", StringComparison.Ordinal) || line.Route.StartsWith("/health/", StringComparison.Ordinal) || line.Route is "/language" or "/calendar/{number}.ics" || handler.Whole
            ? status is >= 200 and < 300 or 302 : status == MatrixWorld.LetThrough;
    }

    /// <summary>Where it has to be, whoever showed who they are too long ago is asked again; and nowhere else.</summary>
    [Fact]
    public async Task Whoever_proved_it_long_ago_is_asked_again_where_the_matrix_says()
    {
        await matrix.ProvedAsync(Session.ProofLasts + TimeSpan.FromMinutes(1));
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var line in Matrix.Lines.Where(l => l.Who[0] != "password-alone" && l.Route != PolicyReports.Address && l.Handlers.Any(h => h.Proved || h.Verb == "POST")))
        {
            var places = PlacesOf(line.Route);
            var (asker, of) = Matrix.Askers.SelectMany(a => line.Who[0] == "case" ? a.Stands.Keys.Select(s => (a, s)) : [(a, s: Matrix.Of.Everything)]).First(c => Matrix.Expected(line, c.a, c.s) == Matrix.Cell.Through);
            foreach (var handler in line.Handlers.Where(h => !h.Whole))
            {
                var (status, location, _) = await matrix.AskAsync(asker.Account, handler.Verb, matrix.AddressOf(places, asker.Account, of) + handler.Query, whole: false, Stopping);
                asked++;
                if (handler.Proved ? status != 302 || location?.Split('?')[0] != "/sign-in/again" : status != MatrixWorld.LetThrough) wrong.Add($"{asker.Account} {line.Route} {handler.Name}: {status} {location}");
            }
        }
        await matrix.ProvedAsync(TimeSpan.Zero);

        Assert.True(asked > 200, $"Only {asked} were asked.");
        Walk.None(wrong);
    }

    private IReadOnlyList<World.Place> PlacesOf(string route) =>
        [.. World.Endpoints(matrix.Host.Services).Where(e => World.Raw(e.RoutePattern) == route).SelectMany(e => matrix.World.Places(e.RoutePattern))];

    /// <summary>Of what is nobody's case, everybody asks once; of a record beside a case, for that of the case with everything in it.</summary>
    private static IEnumerable<(Matrix.Handler Handler, Matrix.Asker Asker, Matrix.Of Of)> Cells(Matrix.Line line, Matrix.Handler handler) =>
        Matrix.Askers.SelectMany(asker => line.Who[0] == "case" && line.Handlers.Contains(handler) ? asker.Stands.Keys.Select(of => (handler, asker, of)) : [(handler, asker, Matrix.Of.Everything)]);

    private Task<long> RefusalsAsync() => matrix.Host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access'");
}
