using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.TagHelpers;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Walking;

/// <summary>
/// Walks through every page that the program has, as everybody there is, at every point of the story of consent, and looks for canaries. A new page is walked without
/// being told; a new kind of address that the walk cannot fill in fails it.
/// </summary>
public abstract partial class Walk(PathwayHost host)
{
    protected PathwayHost Host => host;

    /// <summary>Which data groups of the canary case an account may ever read, told by hand: what the pages and the projection say is what is being tested.</summary>
    private static DataGroup[] MayRead(string account, ConsentStory story) => (account, story) switch
    {
        ("sw.malmo", _) => [DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health, DataGroup.Consents, DataGroup.Plan, DataGroup.Costs],
        ("il.polis", _) => [DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Investigation],
        // The social board that has the report of concern.
        ("sw.umea", _) => [DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative, DataGroup.Health, DataGroup.Plan],
        ("ngo.haven", ConsentStory.Accepted or ConsentStory.Withdrawn) => [DataGroup.Identity, DataGroup.SafeContact, DataGroup.Narrative],
        _ => [],
    };

    /// <summary>Every leak found: who saw what where.</summary>
    protected async Task<List<string>> LeaksAsync(ConsentStory story)
    {
        var found = await CanaryCase.OfAsync(host, story);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var leaks = new List<string>();
        var pages = Addresses(found);
        Assert.True(pages.Count > 20, $"The walk found only {pages.Count} pages.");
        await Parallel.ForEachAsync(SampleData.Accounts.Select(a => a.Email.Split('@')[0]).Append(null), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (account, stopping) =>
        {
            var browser = account is null ? host.Anonymous() : host.As(account);
            var allowed = account is null ? [] : MayRead(account, story);
            foreach (var (address, underCase) in pages)
            {
                using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative), stopping);
                var seen = await answer.Content.ReadAsStringAsync(stopping) + answer.Headers;
                // An amount is written with separators.
                seen += WebUtility.HtmlDecode(seen).Replace("\u00a0", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
                if ((int)answer.StatusCode >= 500) Leak(leaks, $"{account} {address}: {(int)answer.StatusCode}");
                // A request for disclosure is read on its own pages, and nowhere beside them.
                var ofRequest = address.Contains(found.Disclosure.ToString(), StringComparison.Ordinal) ? account : null;
                foreach (var canary in Canaries.OfTheRequest.Concat(Canaries.OfTheHolder))
                    if (seen.Contains(canary.Word, StringComparison.OrdinalIgnoreCase) && ofRequest != "sw.malmo.chef" && (ofRequest != "il.polis" || Canaries.OfTheHolder.Contains(canary)))
                        Leak(leaks, $"{account ?? "nobody"} saw {canary.Field} on {Pattern(address)}");
                foreach (var canary in Canaries.Early.Concat(Canaries.Late).Concat(Canaries.OfInvestigation).Concat(Canaries.OfTheBoard).Concat(Canaries.OfCosts))
                {
                    if (!seen.Contains(canary.Word, StringComparison.OrdinalIgnoreCase)) continue;
                    var late = Canaries.Late.Contains(canary);
                    // A list shows nobody's name; a recipient whose consent was taken back sees nothing that was written later.
                    if (!underCase || !allowed.Contains(canary.Group) || late && account == "ngo.haven")
                        Leak(leaks, $"{account ?? "nobody"} saw {canary.Field} ({canary.Group}{(late ? ", written later" : "")}) on {Pattern(address)}");
                }
            }
        });
        return leaks;
    }

    /// <summary>What the lead's team really sees on the case page: a walk in which nobody sees anything would prove nothing.</summary>
    protected async Task<string> LeadSeesAsync(ConsentStory story)
    {
        var found = await CanaryCase.OfAsync(host, story);
        return (await host.As("sw.malmo").Get($"/cases/{found.Id}")).Source;
    }

    /// <summary>The list of claims is of cases like a case's own pages: whose amounts these are, they may read there.</summary>
    private IReadOnlyList<(string Address, bool UnderCase)> Addresses(CanaryCase found)
    {
        var known = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["caseId"] = found.Id.ToString(),
            ["referralId"] = found.Referral?.ToString(),
            ["investigationId"] = found.Investigation.ToString(),
            ["planId"] = found.Plan.ToString(),
            ["itemId"] = found.Item.ToString(),
            ["integrationId"] = found.Integration.ToString(),
            ["componentId"] = found.Component.ToString(),
            ["claimId"] = found.Claim.ToString(),
            ["disclosureId"] = found.Disclosure.ToString(),
            ["code"] = "404",
        };
        var addresses = new List<(string, bool)>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { } methods && !methods.HttpMethods.Contains("GET")) continue;
            var pattern = endpoint.RoutePattern;
            if (pattern.Parameters.Any(p => !p.IsOptional && known.TryGetValue(p.Name, out var value) && value is null)) continue;
            var address = "/" + pattern.RawText!.TrimStart('/');
            foreach (var parameter in pattern.Parameters)
                address = Regex.Replace(address, $@"\{{\*{{0,2}}{parameter.Name}(:[^}}]*)?\??\}}", known.GetValueOrDefault(parameter.Name) ?? Guess(parameter));
            addresses.Add((address, pattern.Parameters.Any(p => p.Name is "caseId" or "referralId" or "claimId") || address == "/claims"));
        }
        return [.. addresses.Distinct()];
    }

    /// <summary>Addresses of what is no part of a case: any uuid, any number, any word.</summary>
    private static string Guess(Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter) =>
        parameter.IsOptional ? "" : parameter.ParameterPolicies.Any(p => p.Content == "int") ? "1" : Guid.CreateVersion7().ToString();

    private static void Leak(List<string> leaks, string leak)
    {
        lock (leaks) leaks.Add(leak);
    }

    private static string Pattern(string address) => Ids().Replace(address, "…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();
}

public sealed class WalkBeforeConsent(PathwayHost host) : Walk(host), IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Nobody_but_those_who_may_sees_anything() => Assert.Empty(await LeaksAsync(ConsentStory.NobodyAsked));
}

public sealed class WalkAfterRefusal(PathwayHost host) : Walk(host), IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Nobody_but_those_who_may_sees_anything() => Assert.Empty(await LeaksAsync(ConsentStory.Refused));
}

public sealed class WalkWhileAReferralWaits(PathwayHost host) : Walk(host), IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Nobody_but_those_who_may_sees_anything() => Assert.Empty(await LeaksAsync(ConsentStory.ReferralSent));
}

public sealed class WalkAfterAcceptance(PathwayHost host) : Walk(host), IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Nobody_but_those_who_may_sees_anything() => Assert.Empty(await LeaksAsync(ConsentStory.Accepted));
}

public sealed class WalkAfterWithdrawal(PathwayHost host) : Walk(host), IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Nobody_but_those_who_may_sees_anything() => Assert.Empty(await LeaksAsync(ConsentStory.Withdrawn));

    [Fact]
    public async Task The_lead_does_see_how_to_contact_the_person_without_danger() =>
        Assert.Contains("Qxwordslate", await LeadSeesAsync(ConsentStory.Withdrawn), StringComparison.Ordinal);
}

/// <summary>A name in the frame of every page: the walk has to find it everywhere.</summary>
public sealed class WalkWithALeak(PathwayHost host) : Walk(host), IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_planted_leak_is_found()
    {
        await using var leaking = PathwayHost.Leaking(Host, services => services.AddScoped<INavigation, Leaky>());

        var leaks = await new Planted(leaking).FindAsync();

        Assert.Contains(leaks, l => l.StartsWith("nobody saw family name", StringComparison.Ordinal));
        Assert.Contains(leaks, l => l.StartsWith("nc.jamy saw family name", StringComparison.Ordinal));
        Assert.Contains(leaks, l => l.StartsWith("sw.malmo saw family name", StringComparison.Ordinal) && l.EndsWith("/directory", StringComparison.Ordinal));
    }

    private sealed class Planted(PathwayHost host) : Walk(host)
    {
        public Task<List<string>> FindAsync() => LeaksAsync(ConsentStory.NobodyAsked);
    }

    private sealed class Leaky : INavigation
    {
        public SignedIn? Who => null;

        public IReadOnlyList<NavigationItem> Items => [new("Qxfamilyearly", "/", false)];
    }
}
