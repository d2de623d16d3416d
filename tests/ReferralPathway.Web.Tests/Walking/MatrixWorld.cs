using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Accounts;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.RoundTrips;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>The world with its real sign-in, a session for everybody who asks, and a case of each kind for each of them. A handler that the guards let somebody through to is not run.</summary>
public sealed class MatrixWorld(TemplateDatabase template) : IAsyncLifetime
{
    /// <summary>What is answered in the place of a handler that would have been run.</summary>
    public const int LetThrough = 299;

    /// <summary>Asks for the page itself, behind its guards.</summary>
    public const string Whole = "X-Test-Whole";

    private readonly World _world = new(template);
    private readonly Dictionary<string, (Browser Browser, string Token)> _browsers = [];
    private readonly Dictionary<(string Account, Matrix.Of Of), CaseId> _cases = [];
    private readonly Dictionary<string, string> _referrals = [];
    private PathwayHost? _host;

    internal World World => _world;

    internal PathwayHost Host => _host!;

    /// <summary>Those who have no session that is open, and where they are sent.</summary>
    internal static IReadOnlyDictionary<string, string> Outside { get; } = new Dictionary<string, string>
    {
        ["nobody"] = "/sign-in",
        ["disabled"] = "/sign-in",
        ["password alone"] = "/sign-in/second-factor",
        ["code missing"] = "/sign-in/code",
        ["locked"] = "/sign-in/unlock",
    };

    public async ValueTask InitializeAsync()
    {
        await _world.InitializeAsync();
        _host = PathwayHost.Leaking(_world.Host, services => services.Configure<MvcOptions>(options => options.Filters.Add(new InPlaceOfHandlers())), realSignIn: true);
        foreach (var asker in Matrix.Askers) await ComeInAsync(asker.Account, await Host.InSessionAsync(asker.Account));
        await StandOutsideAsync();
        foreach (var asker in Matrix.Askers.Where(a => a.Stands.ContainsKey(Matrix.Of.Own)))
        {
            _cases[(asker.Account, Matrix.Of.Own)] = await Host.OpenCaseAsync(asker.Account);
            _cases[(asker.Account, Matrix.Of.Closed)] = await Host.OpenCaseAsync(asker.Account, (c, act) => c.Close("LOST_CONTACT", 0, act));
        }
        foreach (var asker in Matrix.Askers)
        {
            var organisation = _world.Actors.TryGetValue(asker.Account, out var actor) ? actor.Organisation : await Host.OrganisationAsync(asker.Account);
            var received = await Host.LookAsync(db => db.Referrals.Where(r => r.CaseId == _world.Cases[1].Id && r.Recipient == organisation).Select(r => r.Id).ToListAsync());
            if (received.Count > 0) _referrals[asker.Account] = received[0].ToString();
        }
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        // What somebody opens is known to be there, if anything remembers it; to those who may not it is still as if it never was.
        Assert.Equal(200, (await AskAsync(Cast.Lead, "GET", $"/cases/{_world.Cases[0].Id}", whole: true, TestContext.Current.CancellationToken)).Status);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
        await _world.DisposeAsync();
    }

    /// <summary>The address of an endpoint, for the case or the record that somebody asks for.</summary>
    internal string AddressOf(IReadOnlyList<World.Place> places, string account, Matrix.Of of)
    {
        var known = places.FirstOrDefault(p => p.Case == _world.Cases[of == Matrix.Of.Other ? 0 : 1]) ?? places[0];
        if (known.Case is not { } case_) return known.Address;
        var address = _referrals.TryGetValue(account, out var referral) && known.Pattern.StartsWith("/referrals/{referralId}", StringComparison.Ordinal)
            ? case_.Addresses["referralId"].Aggregate(known.Address, (a, id) => a.Replace(id, referral, StringComparison.Ordinal)) : known.Address;
        return of switch
        {
            Matrix.Of.Own or Matrix.Of.Closed => address.Replace(case_.Id.ToString(), (_cases.TryGetValue((account, of), out var id) ? id : _cases.First(c => c.Key.Of == of).Value).ToString(), StringComparison.Ordinal),
            Matrix.Of.Never => case_.Addresses.SelectMany(a => a.Value).Append(referral ?? "-").Where(v => Guid.TryParse(v, out _)).Distinct().Aggregate(address, (a, v) => a.Replace(v, Guid.CreateVersion7(Host.Clock.GetUtcNow()).ToString(), StringComparison.Ordinal)),
            _ => known.Case == _world.Cases[of == Matrix.Of.Other ? 0 : 1] ? address : address.Replace(case_.Id.ToString(), _world.Cases[of == Matrix.Of.Other ? 0 : 1].Id.ToString(), StringComparison.Ordinal),
        };
    }

    internal async Task<(int Status, string? Location, string All)> AskAsync(string account, string verb, string address, bool whole, CancellationToken stopping)
    {
        var (browser, token) = _browsers[account];
        using var request = new HttpRequestMessage(new(verb), address);
        if (verb == "POST") request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("revision", "0")]);
        else if (verb != "GET") request.Headers.Add("RequestVerificationToken", token);
        if (whole) request.Headers.Add(Whole, "yes");
        using var answer = await browser.Client.SendAsync(request, stopping);
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString(), $"{(int)answer.StatusCode}\n{headers}\n\n{await answer.Content.ReadAsStringAsync(stopping)}");
    }

    /// <summary>Everybody in a session showed who they are so long ago.</summary>
    internal Task ProvedAsync(TimeSpan ago) => Host.Database.ExecuteAsSuperuserAsync($"UPDATE identity.sessions SET proved_at = now() - interval '{(int)ago.TotalSeconds} seconds'");

    private async Task StandOutsideAsync()
    {
        var (disabled, locked) = (await Host.InSessionAsync("il.aklagare"), await Host.InSessionAsync("sw.dorotea"));
        foreach (var live in new[] { disabled, locked }) Assert.Equal(HttpStatusCode.OK, (await live.Send(new(HttpMethod.Get, "/account") { Headers = { { Whole, "yes" } } })).StatusCode);
        // With the password alone, through the door itself.
        var half = Host.Anonymous();
        using (var answer = await half.Client.SendAsync(Form("/sign-in", await TokenAsync(half, "/guidance"), ("Email", "sw.stockholm@sample.example"), ("Password", SignInHost.Password))))
            Assert.Equal((HttpStatusCode.Redirect, "/sign-in/second-factor"), (answer.StatusCode, answer.Headers.Location?.ToString().Split('?')[0]));
        await Host.Database.ExecuteAsSuperuserAsync("""
            UPDATE identity.accounts SET status = 'Disabled' WHERE email = 'il.aklagare@sample.example';
            UPDATE identity.sessions SET locked_at = now() WHERE user_id = (SELECT id FROM identity.accounts WHERE email = 'sw.dorotea@sample.example')
            """);
        foreach (var (name, browser) in new[] { ("nobody", Host.Anonymous()), ("disabled", disabled), ("locked", locked), ("password alone", half), ("code missing", await Host.InSessionAsync("sw.vasteras", SessionStage.CodeMissing)) })
            await ComeInAsync(name, browser, "/guidance");
    }

    private async Task ComeInAsync(string name, Browser browser, string page = "/account") => _browsers[name] = (browser, await TokenAsync(browser, page));

    private static async Task<string> TokenAsync(Browser browser, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add(Whole, "yes");
        var shown = await WebPage.ReadAsync(await browser.Send(request));
        return shown.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static HttpRequestMessage Form(string address, string token, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]) };
        request.Headers.Add(Whole, "yes");
        return request;
    }

    /// <summary>Behind every guard, and in front of every handler. What is told instead of a page, such as a status, is told.</summary>
    private sealed class InPlaceOfHandlers : IAsyncPageFilter, IOrderedFilter
    {
        public int Order => int.MaxValue;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var http = context.HttpContext;
            if (http.Request.Headers.ContainsKey(Whole) || http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) await next();
            else context.Result = new StatusCodeResult(LetThrough);
        }
    }
}
