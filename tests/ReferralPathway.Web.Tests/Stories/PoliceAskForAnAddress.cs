using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Disclosures;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>A formal request for disclosure (3.14) from the police to a municipality, all the way, and what everybody else does not see.</summary>
public sealed class PoliceAskForAnAddress(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    /// <summary>Words that only the holder's deciders read.</summary>
    private static readonly string[] Holders = ["Qxreasons", "Qxhanded"];

    [Fact]
    public async Task The_police_ask_a_manager_decides_and_the_police_read_the_answer_and_nothing_else()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var theCase = await host.As("sw.malmo").OpensCaseAsync("2026-03-16");
        var reference = await host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {theCase.Value}");
        var (leader, chief) = (host.As("il.polis"), host.As("sw.malmo.chef"));

        // Asked of one who has such a case and of one who has none: the same page, word for word but for the name and the number.
        var asked = await leader.AsksAsync(await host.OrganisationAsync("sw.malmo"));
        Assert.Equal(("Request for disclosure", HttpStatusCode.OK), (asked.Heading, asked.Status));
        var without = await leader.AsksAsync(await host.OrganisationAsync("ngo.haven"));
        Assert.Equal(Neutral(await leader.Get(without.Address)), Neutral(await leader.Get(asked.Address)));
        var here = asked.Address;

        // The manager has it among the things to do, with its day; the colleague has not, and does not find it.
        Assert.Contains("Decide on a request for disclosure", (await chief.Get("/work")).Text, StringComparison.Ordinal);
        Assert.Contains("A request for disclosure waits for you", (await chief.Get("/messages")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("disclosure", (await host.As("sw.malmo").Get("/work")).Text, StringComparison.OrdinalIgnoreCase);
        await OnlyBothSidesReadAsync(here);

        // Reminded three days before and the day before; escalated when the day has passed.
        var sweeper = host.Services.GetRequiredService<Sweeper>();
        foreach (var (at, expected) in new[] { ("2026-03-17 07:59", 0), ("2026-03-17 08:01", 1), ("2026-03-19 08:01", 2), ("2026-03-20 23:00", 2) })
        {
            host.Clock.SetInSweden(at);
            await sweeper.SweepAsync(Stopping);
            await sweeper.SweepAsync(Stopping);
            Assert.Equal(expected, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE source_id = {Id(here)} AND kind = 'DisclosureDueSoon' AND managers_only"));
        }
        host.Clock.SetInSweden("2026-03-21 00:01");
        await sweeper.SweepAsync(Stopping);
        Assert.Equal(1L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE source_id = {Id(here)} AND kind = 'DeadlineMissed' AND managers_only"));

        // Assessed and tied to a case of their own: to the police it still looks like the one that nobody has touched.
        Assert.Contains("Write the number of a case that your organisation has a part in", Assert.Single((await chief.AssessesAsync(here, "2026-999999")).Errors), StringComparison.Ordinal);
        var assessed = await chief.AssessesAsync(here, reference);
        Assert.Contains(reference, assessed.Text, StringComparison.Ordinal);
        Assert.Equal(Neutral(await leader.Get(without.Address)), Neutral(await leader.Get(here)));
        Assert.DoesNotContain(reference, WithoutItsNumber(await leader.Get(here)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/cases/{theCase}")).Status);

        // The page of the decision says what the act demands; a decision needs its words, and what was typed is kept.
        var deciding = await chief.Get($"{here}/decide");
        Assert.Contains("very strong reasons", deciding.Text, StringComparison.Ordinal);
        Assert.Contains("exempt from the duties in sections 5–7, but not from section 4", deciding.Text, StringComparison.Ordinal);
        var incomplete = await chief.DecidesAsync(here, handed: "");
        Assert.Single(incomplete.Errors);
        Assert.Contains("Qxreasons", incomplete.Source, StringComparison.Ordinal);
        var decided = await chief.DecidesAsync(here);
        foreach (var word in Holders) Assert.Contains(word, decided.Text, StringComparison.Ordinal);
        Assert.Equal("PartlyGranted", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.disclosure_assessments WHERE request_id = {Id(here)}"));
        Assert.DoesNotContain(here, (await chief.Get("/work")).Source, StringComparison.Ordinal);

        // The police learn the words of the answer, and neither how nor why.
        Assert.Contains("Your request for disclosure is answered", (await leader.Get("/messages")).Text, StringComparison.Ordinal);
        var answered = await leader.Get(here);
        Assert.Contains(DisclosureForms.Answer, answered.Text, StringComparison.Ordinal);
        foreach (var word in Holders.Append("artly").Append(reference)) Assert.DoesNotContain(word, WithoutItsNumber(answered), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Get($"{here}/decide")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.Get("/disclosures/received")).Status);
        await OnlyBothSidesReadAsync(here);

        // Nothing was opened: the police have no part in the case, and the record holds codes.
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/cases/{theCase}")).Status);
        Assert.Equal(0L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {theCase.Value} AND organisation_id = {(await host.OrganisationAsync("il.polis")).Value}"));
        var audit = host.As("audit");
        Assert.Contains("A request for disclosure was decided", (await audit.Get("/")).Text, StringComparison.Ordinal);
        var recorded = await host.LookAsync(db => db.Database.SqlQueryToListAsync<string>($"SELECT kind || ' ' || payload AS \"Value\" FROM pathway.audit_entries WHERE record_id = {Id(here)} AND kind LIKE 'Disclosure%' AND kind <> 'DisclosureDueSoon' ORDER BY at, kind"));
        Assert.Equal(4, recorded.Count);
        Assert.Contains("DisclosureDecided outcome=PartlyGranted", recorded);
        Assert.DoesNotContain("Qx", string.Concat(recorded), StringComparison.Ordinal);
        // Nothing of it can be read from a stolen backup.
        var dump = await host.DumpAsync();
        foreach (var word in new[] { "Qxabout", "Qxasked", "Qxofficer", "Qxanswer", "Qxreasons", "Qxhanded" }) Assert.DoesNotContain(word, dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_on_paper_is_registered_and_decided_by_a_manager_alone()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var chief = host.As("sw.malmo.chef");
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo").Get("/disclosures/register")).Status);
        var form = await chief.Get("/disclosures/register");
        Assert.Equal(6, (await chief.Submit(form)).Errors.Count);
        var registered = await chief.Submit(form, ("Input.Authority", "Tullverket"), ("Input.Officer", "Qxofficer"), ("Input.Ground", "LEGAL_DUTY"), ("Input.Law", "OSL 10:28"), ("Input.About", DisclosureForms.About), ("Input.Asked", DisclosureForms.Asked),
            ("Input.ReceivedOn", "2026-03-13"), ("Input.AnswerBy", "2026-03-20"));
        Assert.Contains("Tullverket", registered.Text, StringComparison.Ordinal);
        Assert.Contains("OSL 10:28", registered.Text, StringComparison.Ordinal);

        await chief.AssessesAsync(registered.Address);
        var refused = await chief.DecidesAsync(registered.Address, "Refused");

        Assert.Contains("Refused", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Send the answer on paper", refused.Text, StringComparison.Ordinal);
        Assert.Contains(registered.Address, (await chief.Get("/disclosures/received?past=true")).Links);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.polis").Get(registered.Address)).Status);
    }

    [Fact]
    public async Task The_form_of_the_asker_says_what_is_missing_and_tells_nothing_of_other_cases()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var theCase = await host.As("sw.malmo").OpensCaseAsync("2026-03-16");
        var reference = await host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {theCase.Value}");
        var (leader, malmo) = (host.As("il.polis"), await host.OrganisationAsync("sw.malmo"));

        // A number that is somebody else's is answered like one that nobody has.
        var others = await leader.AsksAsync(malmo, ("Input.CaseReference", reference));
        var nobodys = await leader.AsksAsync(malmo, ("Input.CaseReference", "2026-999999"));
        Assert.Equal(others.Errors, nobodys.Errors);
        Assert.Single(others.Errors);

        Assert.Contains("Write a last day", Assert.Single((await leader.AsksAsync(malmo, ("Input.AnswerBy", "2026-03-15"))).Errors), StringComparison.Ordinal);
        Assert.Contains("asked of the social board", Assert.Single((await leader.AsksAsync(await host.OrganisationAsync("ngo.haven"), ("Input.Ground", "SHELTER_REQUEST"))).Errors), StringComparison.Ordinal);
        Assert.Single((await leader.AsksAsync(malmo, ("Input.About", ""))).Errors);
        // Where nobody may decide, nobody would ever see it.
        Assert.Equal(["Nobody at the recipient can decide in the system. Send the request on paper."], (await leader.AsksAsync(await host.OrganisationAsync("sw.dorotea"))).Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo.chef").Get("/disclosures/ask")).Status);

        // More than a page of them: the latest first, and the rest on the next one.
        for (var i = 0; i < 26; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await leader.AsksAsync(malmo);
        }
        var first = await leader.Get("/disclosures");
        var second = await leader.Get(first.Links.Single(l => l.StartsWith("/disclosures?after=", StringComparison.Ordinal)));
        var (shown, rest) = (Requests(first), Requests(second));
        Assert.Equal((25, 0), (shown.Count, shown.Intersect(rest).Count()));
        Assert.NotEmpty(rest);
        var chief = host.As("sw.malmo.chef");
        var waiting = await chief.Get("/disclosures/received");
        var later = await chief.Get(waiting.Links.Single(l => l.StartsWith("/disclosures/received?after=", StringComparison.Ordinal)));
        Assert.Equal((25, 0), (Requests(waiting).Count, Requests(waiting).Intersect(Requests(later)).Count()));
    }

    private static List<string> Requests(WebPage page) => [.. page.Links.Where(l => Guid.TryParse(l.Split('/')[^1], out _))];

    /// <summary>Whoever is not on one of both sides: not found, or refused where they never have to do with such requests.</summary>
    private async Task OnlyBothSidesReadAsync(string here)
    {
        foreach (var (account, expected) in new[]
        {
            ("il.polis", HttpStatusCode.OK), ("sw.malmo.chef", HttpStatusCode.OK), ("sw.malmo", HttpStatusCode.NotFound), ("sw.umea", HttpStatusCode.NotFound), ("il.aklagare", HttpStatusCode.NotFound), ("ngo.haven.chef", HttpStatusCode.NotFound),
            ("rc.ost", HttpStatusCode.NotFound), ("ma.tillstand", HttpStatusCode.NotFound), ("law.lind", HttpStatusCode.Forbidden), ("iom.hki", HttpStatusCode.Forbidden), ("nc.jamy", HttpStatusCode.Forbidden), ("admin", HttpStatusCode.Forbidden), ("audit", HttpStatusCode.Forbidden),
        })
        {
            var page = await host.As(account).Get(here);
            Assert.True(page.Status == expected, $"{account}: {page.Status}");
            if (expected != HttpStatusCode.OK) Assert.DoesNotContain("Qx", page.Text, StringComparison.Ordinal);
        }
    }

    private static Guid Id(string address) => Guid.Parse(address.Split('/')[^1]);

    /// <summary>Requests and cases are counted each for themselves: U-2026-000001 may stand beside the case 2026-000001.</summary>
    private static string WithoutItsNumber(WebPage page) => System.Text.RegularExpressions.Regex.Replace(page.Source, @"U-\d{4}-\d{6}", "…");

    /// <summary>The main part of a page without what differs between any two requests: the number, the holder.</summary>
    private static string Neutral(WebPage page) =>
        System.Text.RegularExpressions.Regex.Replace(page.Text, @"U-\d{4}-\d{6}|Organisation asked.*?Requesting authority|The request is sent\.", "…");
}
