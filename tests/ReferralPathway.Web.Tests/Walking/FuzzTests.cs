using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// An attack that anybody can run again: every form and every parameter, as every role and as nobody, filled with what breaks programs. Nothing breaks, nothing that was typed comes back as it is,
/// no word of a case comes back to whom it does not concern, the log holds none of it, and whoever may not send it changes nothing. Holes that are made on purpose are found in the same run.
/// <c>PATHWAY_DRILL=whole</c> sends 100,000; <c>PATHWAY_DRILL_SEED</c> sends the same again.
/// </summary>
public sealed partial class FuzzTests(TemplateDatabase template)
{
    /// <summary>As many to one world: what is sent changes it, and in a world where all is closed there is little left to attack.</summary>
    private const int ToOneWorld = 5_000;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_nothing_breaks_nothing_comes_back_and_nothing_changes_for_those_who_may_not()
    {
        var (rounds, tally) = (Drill.Rounds(1_000, 100_000), new Tally());
        await Parallel.ForEachAsync(Enumerable.Range(0, (rounds + ToOneWorld - 1) / ToOneWorld), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Stopping }, async (number, stopping) =>
        {
            await using var world = new World(template);
            await world.InitializeAsync();
            await new Attack(world, new Fuzz(Drill.Seed + number), tally).SendAsync(Math.Min(ToOneWorld, rounds - number * ToOneWorld), _ => true, stopping);
            // A whole drill takes an hour or more: what it has found is said as it goes.
            Console.WriteLine($"Fuzz with seed {Drill.Seed}: {tally}{string.Concat(tally.Faults.Distinct().Take(20).Select(f => $"\n  {f}"))}");
        });

        Assert.Equal(rounds, tally.Sent);
        Assert.All(Fuzz.Kinds, kind => Assert.True(tally.Of(kind) > 0, $"Nothing was sent of the kind: {kind}."));
        Assert.True(tally.Faults.IsEmpty, $"Seed {Drill.Seed}:\n{string.Join('\n', tally.Faults.Distinct().Order(StringComparer.Ordinal).Take(60))}");
    }

    /// <summary>The attack sees: each hole that is made for it, in a host of its own, is found.</summary>
    [Fact]
    public async Task Holes_that_were_made_on_purpose_are_found()
    {
        await using var world = new World(template);
        await world.InitializeAsync();
        var tally = new Tally();

        await new Attack(world, new Fuzz(Drill.Seed), tally, services => services.AddSingleton<IStartupFilter>(new Holes(world))).SendAsync(240, line => Holes.Routes.Contains(line.Route), Stopping);

        foreach (var found in new[] { "broke", "comes back as it was typed", "leads away", "saw family name", "stands in the log", "changed something" })
            Assert.True(tally.Faults.Any(f => f.Contains(found, StringComparison.Ordinal)), $"Nobody found: {found} (seed {Drill.Seed}). Found:\n{string.Join('\n', tally.Faults.Distinct().Take(20))}");
    }

    /// <summary>One hole at each of these addresses.</summary>
    private sealed class Holes(World world) : IStartupFilter
    {
        public static readonly string[] Routes = ["/cases/{caseId}/close", "/cases/{caseId}/rule-out", "/account/mail", "/directory", "/guidance", "/administration/rules"];

        private int _logged;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (http, on) =>
            {
                var typed = http.Request.HasFormContentType ? string.Join(' ', (await ReadAsync(http)).SelectMany(f => f.Value)) : "";
                typed += Uri.UnescapeDataString(http.Request.QueryString.Value!);
                var path = http.Request.Path.Value!;
                if (path.EndsWith("/close", StringComparison.Ordinal) && typed.Contains('\'', StringComparison.Ordinal)) http.Response.StatusCode = 500;
                else if (path.EndsWith("/rule-out", StringComparison.Ordinal) && typed.Contains(Fuzz.Mark, StringComparison.Ordinal)) await EchoAsync(http, typed);
                else if (path == "/account/mail" && typed.Contains(Fuzz.Shelf, StringComparison.Ordinal)) http.Response.Redirect("https://" + Fuzz.Shelf + "/");
                else if (path == "/directory") await EchoAsync(http, "Qaxfamily");
                else
                {
                    if (path == "/guidance" && typed.Contains(Fuzz.Mark, StringComparison.Ordinal) && Interlocked.Exchange(ref _logged, 1) == 0) http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Hole").LogWarning("A hole made on purpose: {Typed}", Fuzz.Mark);
                    if (path == "/administration/rules") await world.Host.Database.ExecuteAsSuperuserAsync("UPDATE pathway.organisations SET name_en = name_en || '.'");
                    await on(http);
                }
            });
            next(app);
        };

        private static async Task<IFormCollection> ReadAsync(HttpContext http)
        {
            try
            {
                return await http.Request.ReadFormAsync();
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException)
            {
                return FormCollection.Empty;
            }
        }

        private static Task EchoAsync(HttpContext http, string text)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(text);
        }
    }

    /// <summary>How many were sent, of which kind, and how they were answered.</summary>
    private sealed class Tally
    {
        private readonly ConcurrentDictionary<string, int> _kinds = new();
        private readonly ConcurrentDictionary<int, int> _answers = new();

        public ConcurrentQueue<string> Faults { get; } = [];

        public int Sent => _kinds.Values.Sum();

        public int Of(string kind) => _kinds.GetValueOrDefault(kind);

        public void Count(string kind, int status)
        {
            _kinds.AddOrUpdate(kind, 1, (_, n) => n + 1);
            _answers.AddOrUpdate(status, 1, (_, n) => n + 1);
        }

        public override string ToString() =>
            $"{Sent} sent ({string.Join(", ", _kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key} {k.Value}"))}), answered {string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Key}: {a.Value}"))}; {Faults.Distinct().Count()} faults.";
    }

    private sealed partial class Attack(World world, Fuzz fuzz, Tally tally, Action<IServiceCollection>? holes = null) : ILogEventSink
    {
        private readonly MessageTemplateTextFormatter _format = new("{SourceContext} {Message:lj} {Properties} {Failure}");
        private readonly Dictionary<string, (Browser Browser, string Token)> _browsers = [];
        private readonly Dictionary<(string Route, string Handler), IReadOnlyList<KeyValuePair<string, string>>> _forms = [];
        private PathwayHost _host = null!;

        /// <summary>A handler, where it is, and what it binds.</summary>
        private sealed record Target(Matrix.Line Line, Matrix.Handler Handler, IReadOnlyList<World.Place> Places, IReadOnlyList<string> Names);

        /// <summary>What is bent of a request: whoever refuses it and whoever takes it get the same.</summary>
        private sealed record Shot(Target Target, string? Sender, string Kind, HttpRequestMessage Request, World.Place Place);

        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter();
            _format.Format(logEvent, text);
            if (text.ToString() is var line && line.Contains(Fuzz.Mark, StringComparison.OrdinalIgnoreCase)) tally.Faults.Enqueue($"What was typed stands in the log: {line[..Math.Min(160, line.Length)]}");
        }

        /// <summary>A quarter by those who may not, and whatever they send changes nothing; then the rest by those who may.</summary>
        public async Task SendAsync(int rounds, Func<Matrix.Line, bool> of, CancellationToken stopping)
        {
            _host = PathwayHost.Leaking(world.Host, services =>
            {
                services.AddLogging(logging => logging.AddPathwayLogging(new ConfigurationManager { ["Logging:LogLevel:Default"] = "Warning" }, json: false, this));
                holes?.Invoke(services);
            });
            await using var _ = _host;
            var targets = (await TargetsAsync()).Where(t => of(t.Line)).ToList();
            var without = targets.Where(t => !t.Line.IsOpen && Senders(t, may: false).Count > 0).ToList();
            // To look at a form leaves its traces: whoever may look does it before.
            var aimed = new List<Shot>();
            for (var i = 0; i < rounds / 4; i++) aimed.Add(await AimAsync(fuzz.Any(without), may: false));
            var before = await EverythingAsync();
            foreach (var shot in aimed) await FireAsync(shot, stopping);
            if (await EverythingAsync() is var after && after != before) tally.Faults.Enqueue($"Somebody who may not send it changed something: {string.Join(", ", after.Split('\n').Except(before.Split('\n')))}");
            // Each handler in turn, so that none is left out.
            var turns = targets.OrderBy(_ => fuzz.Random.Next()).ToList();
            for (var i = 0; i < rounds - rounds / 4; i++) await FireAsync(await AimAsync(turns[i % turns.Count], may: true), stopping);
        }

        /// <summary>Everybody of the matrix who is let through to a handler, or is not; null for nobody.</summary>
        private static List<string?> Senders(Target target, bool may)
        {
            var (line, isCase) = (target.Line, target.Line.Who[0] == "case");
            var among = Matrix.Askers.Where(a => !isCase || a.Stands.ContainsKey(Matrix.Of.Everything))
                .Where(a => Matrix.Expected(line, a, Matrix.Of.Everything) is Matrix.Cell.Through or Matrix.Cell.SentAway == may).Select(a => (string?)a.Account);
            return [.. among, .. line.IsOpen == may ? [null] : Array.Empty<string?>()];
        }

        private async Task<Shot> AimAsync(Target target, bool may)
        {
            var sender = fuzz.Any(Senders(target, may));
            var place = target.Places.FirstOrDefault(p => p.Case == world.Cases[1]) ?? target.Places[0];
            var (_, token) = await BrowserAsync(sender);
            var fields = (await FilledAsync(target, place)).Where(f => f.Key != "__RequestVerificationToken").Append(new("__RequestVerificationToken", token)).ToList();
            foreach (var name in target.Names.Where(n => fields.TrueForAll(f => f.Key != n))) if (fuzz.Random.Next(4) == 0) fields.Add(new(name, fuzz.Value()));
            var isPost = target.Handler.Verb == "POST";
            var kind = fuzz.Any(isPost ? Fuzz.Kinds : ["the query", "the route", "a header", "a cookie", "another verb", "the query"]);
            if (kind == "the route" && !place.Pattern.Contains('{', StringComparison.Ordinal)) kind = isPost ? "one field" : "the query";
            var address = place.Address + target.Handler.Query;
            var open = fields.Select((f, i) => (f, i)).Where(f => f.f.Key != "__RequestVerificationToken").Select(f => f.i).ToList();
            var at = open.Count == 0 ? -1 : fuzz.Any(open);
            HttpContent? body = null;
            switch (kind)
            {
                case "one field" when at >= 0: fields[at] = new(fields[at].Key, fuzz.Value()); break;
                case "every field": foreach (var i in open) fields[i] = new(fields[i].Key, fuzz.Value()); break;
                case "a field twice" when at >= 0: fields.AddRange([new(fields[at].Key, fuzz.Value()), new(fields[at].Key, fuzz.Value())]); break;
                case "a field left out" when at >= 0: fields.RemoveAt(at); break;
                case "a list where one is expected" when at >= 0: fields[at] = new($"{fields[at].Key}[{fuzz.Any(["0", "", "-1", "99999", Fuzz.Mark])}]{fuzz.Any(["", ".Value", "[1]"])}", fuzz.Value()); break;
                case "fields that no form has": for (var i = 0; i < 6; i++) fields.Add(new(fuzz.Unknown(), fuzz.Value())); break;
                case "another content type": body = fuzz.Body(fields); break;
                case "broken multipart": body = fuzz.Parts(fields, broken: true, null); break;
                case "a file for a field": body = fuzz.Parts(at < 0 ? fields : [.. fields.Select((f, i) => i == at ? new(f.Key, fuzz.Value()) : f)], broken: false, at < 0 ? null : fields[at].Key); break;
                case "the query":
                    var asked = target.Names.Concat(["after", "q", "back", "to", "handler", fuzz.Unknown()]).OrderBy(_ => fuzz.Random.Next()).Take(4);
                    address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', asked.Select(n => $"{Fuzz.Escaped(n)}={Fuzz.Escaped(Short(fuzz.Value()))}"));
                    break;
                // The server itself takes no U+0000 in a path.
                case "the route":
                    var parts = place.Address.Split('/');
                    var bent = fuzz.Any([.. place.Pattern.Split('/').Select((p, i) => (p, i)).Where(p => p.p.Contains('{', StringComparison.Ordinal) && p.i < parts.Length).Select(p => p.i).DefaultIfEmpty(parts.Length - 1)]);
                    parts[bent] = Fuzz.Escaped(Short(fuzz.Value()).Replace("\0", "", StringComparison.Ordinal));
                    address = string.Join('/', parts) + target.Handler.Query;
                    break;
            }
            var verb = kind == "another verb" ? fuzz.Any(["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"]) : target.Handler.Verb;
            // An address that begins with two strokes is read as another machine's.
            var request = new HttpRequestMessage(new(verb), new Uri("https://localhost" + (address.StartsWith('/') ? address : $"/{address}")));
            if (isPost) request.Content = body ?? Fuzz.Form(fields);
            if (kind == "a header") request.Headers.TryAddWithoutValidation(fuzz.Any(["Accept-Language", "User-Agent", "Referer", "Origin", "X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override", "Range", "If-None-Match", "If-Modified-Since", "Accept", "Accept-Encoding", "Sec-Fetch-Site", "RequestVerificationToken", "traceparent"]), Line(fuzz.Value()));
            if (kind == "a cookie") request.Headers.TryAddWithoutValidation("Cookie", $"{fuzz.Any(["__Host-rp-session", "__Host-rp-form", "rp-language", "language", ".AspNetCore.Culture", Fuzz.Mark])}={Line(fuzz.Value())}");
            return new(target, sender, kind, request, place);

            static string Short(string text) => text.Length > 1_500 ? text[..1_500] : text;

            // What cannot be written into a header at all is not sent.
            static string Line(string text) => new([.. Short(text).Where(c => c is >= ' ' and < '\u007f')]);
        }

        private async Task FireAsync(Shot shot, CancellationToken stopping)
        {
            using var request = shot.Request;
            var (browser, _) = await BrowserAsync(shot.Sender);
            var where = $"{shot.Sender ?? "nobody"} {shot.Target.Line.Route} {shot.Target.Handler.Name}, {shot.Kind}";
            var sent = request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(stopping));
            try
            {
                using var answer = await browser.Client.SendAsync(request, stopping);
                var text = await answer.Content.ReadAsStringAsync(stopping);
                tally.Count(shot.Kind, (int)answer.StatusCode);
                if ((int)answer.StatusCode >= 500) tally.Faults.Enqueue($"{where}: broke with {(int)answer.StatusCode}. {Excerpt(request, sent)}");
                if (answer.Content.Headers.ContentType?.MediaType is "text/html" && Raw().Match(text) is { Success: true } raw) tally.Faults.Enqueue($"{where}: comes back as it was typed: {raw.Value}");
                if (answer.Headers.Concat(answer.Content.Headers).Any(h => h.Key.Contains(Fuzz.Mark, StringComparison.OrdinalIgnoreCase))) tally.Faults.Enqueue($"{where}: made a header");
                if (answer.Headers.Location is { } to && (to.OriginalString.StartsWith("//", StringComparison.Ordinal) || to.OriginalString.StartsWith("/\\", StringComparison.Ordinal) || to.IsAbsoluteUri && to.Scheme.StartsWith("http", StringComparison.Ordinal) && to.Host != "localhost")) tally.Faults.Enqueue($"{where}: leads away to {to.OriginalString}");
                foreach (var (of, canary) in world.Seen(text + answer.Headers).Where(s => s.Canary.Desk == Desk.Case && s.Of != shot.Place.Case).ToList()) tally.Faults.Enqueue($"{where}: saw {canary.Field} of a case that it is not about");
                if (shot.Sender is null or "nc.jamy" or "admin" or "audit")
                    foreach (var (of, canary) in world.Seen(text).Where(s => s.Canary.Desk == Desk.Case)) tally.Faults.Enqueue($"{where}: saw {canary.Field}");
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                tally.Count(shot.Kind, 599);
                tally.Faults.Enqueue($"{where}: broke with {thrown.GetType().Name} {thrown.Message}. {Excerpt(request, sent)}");
            }
        }

        private static string Excerpt(HttpRequestMessage request, string sent) => $"{request.Method} {request.RequestUri} {string.Join(' ', request.Headers.Where(h => h.Key is not "X-Test-Account").Select(h => $"{h.Key}={string.Join(',', h.Value)}"))} {request.Content?.Headers.ContentType}: {string.Join('&', sent.Split('&').Where(f => !f.StartsWith("__Req", StringComparison.Ordinal)).Select(f => f.Length > 120 ? f[..120] + "…" : f))}";

        /// <summary>What a form says before anybody bends it: as it is shown to somebody who may.</summary>
        private async Task<IReadOnlyList<KeyValuePair<string, string>>> FilledAsync(Target target, World.Place place)
        {
            if (target.Handler.Verb != "POST") return [];
            if (_forms.TryGetValue((place.Pattern, target.Handler.Name), out var known)) return known;
            IReadOnlyList<KeyValuePair<string, string>> filled = [];
            foreach (var sender in Senders(target, may: true).Take(2))
            {
                var page = await (await BrowserAsync(sender)).Browser.Get(place.Address);
                var forms = page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").ToList();
                var form = forms.FirstOrDefault(f => (f.GetAttribute("action") ?? "").Contains(target.Handler.Query, StringComparison.Ordinal)) ?? forms.FirstOrDefault();
                if (form is null) continue;
                filled = [.. form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 }).Select(e => new KeyValuePair<string, string>(e.GetAttribute("name")!, e switch
                {
                    IHtmlInputElement input => input.Value,
                    IHtmlTextAreaElement area => area.Value,
                    IHtmlSelectElement select => select.Value ?? "",
                    IHtmlButtonElement button => button.Value,
                    _ => "",
                })).Where(f => f.Key != "act").DistinctBy(f => f.Key)];
                break;
            }
            return _forms[(place.Pattern, target.Handler.Name)] = filled;
        }

        private async Task<(Browser Browser, string Token)> BrowserAsync(string? sender)
        {
            if (_browsers.TryGetValue(sender ?? "", out var known)) return known;
            var browser = sender is null ? _host.Anonymous() : _host.As(sender);
            using var answer = await browser.Client.GetAsync(new Uri(sender is null ? "/sign-in" : "/account", UriKind.Relative));
            return _browsers[sender ?? ""] = (browser, (await WebPage.ReadAsync(answer)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
        }

        private async Task<List<Target>> TargetsAsync()
        {
            var (loader, targets) = (_host.Services.GetRequiredService<PageLoader>(), new List<Target>());
            foreach (var endpoint in World.Endpoints(_host.Services))
            {
                var route = World.Raw(endpoint.RoutePattern);
                // It goes to another page in another language, and is nothing else.
                if (Matrix.Lines.SingleOrDefault(l => l.Route == route) is not { } line) continue;
                var places = world.Places(endpoint.RoutePattern).ToList();
                var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor ? await loader.LoadAsync(descriptor, endpoint.Metadata) : null;
                foreach (var handler in line.Handlers)
                    targets.Add(new(line, handler, places, page is null ? GuidanceNames : [.. NamesOf(page, handler).Distinct()]));
            }
            return targets;
        }

        private static readonly string[] GuidanceNames = [.. "asOf at ageClass unaccompanied legalStatus legalStatusValidTo citizenship inSweden identification investigation rp rpValidFrom trp returnState returnedOn consentNgo ruleSet reimbursementFrom to".Split(' ')];

        private static IEnumerable<string> NamesOf(CompiledPageActionDescriptor page, Matrix.Handler handler)
        {
            foreach (var property in page.BoundProperties) foreach (var name in Within(property.ParameterType, property.BindingInfo?.BinderModelName ?? property.Name, 0)) yield return name;
            var name_ = handler.Name.Contains(':', StringComparison.Ordinal) ? handler.Name.Split(':')[1] : null;
            foreach (var parameter in page.HandlerMethods.Where(h => h.HttpMethod.Equals(handler.Verb, StringComparison.OrdinalIgnoreCase) && h.Name == name_).SelectMany(h => h.Parameters).Where(p => p.ParameterType != typeof(CancellationToken)))
                foreach (var name in Within(parameter.ParameterType, parameter.BindingInfo?.BinderModelName ?? parameter.Name!, 0)) yield return name;
        }

        /// <summary>The names under which something of a type can be sent.</summary>
        private static IEnumerable<string> Within(Type type, string name, int deep)
        {
            if (type.Assembly != typeof(Program).Assembly || type.IsEnum || deep > 2) return [name];
            return type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite).SelectMany(p => Within(p.PropertyType, $"{name}.{p.Name}", deep + 1));
        }

        /// <summary>Each table, and what stands in it, but for the record of what was asked and the ids of acts.</summary>
        private async Task<string> EverythingAsync()
        {
            await using var connection = new NpgsqlConnection(world.Host.Database.As("postgres"));
            await connection.OpenAsync();
            await using var tables = new NpgsqlCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('pathway', 'identity') AND tablename !~ '^(audit|acts|sessions|chain)' ORDER BY 1", connection);
            var names = new List<string>();
            await using (var row = await tables.ExecuteReaderAsync()) while (await row.ReadAsync()) names.Add(row.GetString(0));
            await using var command = new NpgsqlCommand(string.Join(" UNION ALL ", names.Select(n => $"SELECT '{n} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {n} t")), connection);
            var rows = new List<string>();
            await using (var row = await command.ExecuteReaderAsync()) while (await row.ReadAsync()) rows.Add(row.GetString(0));
            return string.Join('\n', rows.Order(StringComparer.Ordinal));
        }

        /// <summary>Something that was typed, with a sign of HTML in it that was not turned into text.</summary>
        [GeneratedRegex("x<zqfuzz[0-9]+>x|x\"zqfuzz[0-9]+\"x|x'zqfuzz[0-9]+'x|<script>alert\\('zqfuzz|<img src=x onerror=alert\\('zqfuzz|<b>zqfuzz")]
        private static partial Regex Raw();
    }
}
