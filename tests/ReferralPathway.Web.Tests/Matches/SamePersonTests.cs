using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Matches;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Matches;

/// <summary>Two organisations meet the same person. Whoever asks learns nothing until the person says yes, and whoever is asked never learns who asks.</summary>
public sealed class SamePersonTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private Task<CaseId> CaseOfAsync(string account, string given, string family, DateOnly? birth, string? number = null, string protection = "NONE") =>
        host.OpenCaseAsync(account, (c, act) => c.RecordIdentity(new() { GivenName = given, FamilyName = family, BirthDate = birth, PersonalNumber = number }, protection, act));

    private async Task<WebPage> AskAsync(string account, CaseId id)
    {
        var browser = host.As(account);
        return await browser.Submit(await browser.Get($"/cases/{id}/same-person"));
    }

    private async Task SweepAsync()
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping));
    }

    private Task<long> TasksAsync(CaseId id) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE kind = 'AskAboutContact' AND case_id = {id.Value}");

    [Fact]
    public async Task Whoever_asks_gets_the_same_answer_byte_for_byte_until_the_person_says_yes()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var held = await CaseOfAsync("ngo.haven", "Оксана", "Петренко", new(1994, 3, 4));
        var known = await CaseOfAsync("sw.malmo", "Oxana", "Petrenko", new(1994, 4, 3));
        var unknown = await CaseOfAsync("sw.malmo", "Zdravka", "Nobodyknows", new(1994, 1, 2));

        var (asked, alone) = (await AskAsync("sw.malmo", known), await AskAsync("sw.malmo", unknown));
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("The question is put.", asked.Text, StringComparison.Ordinal);
        await SameAsync(asked, alone, known, unknown);
        // Nothing was compared while the page answered.
        Assert.Equal(0L, await TasksAsync(held));

        await SweepAsync();
        Assert.Equal(1L, await TasksAsync(held));
        var worker = host.As("sw.malmo");
        foreach (var page in new[] { "", "/same-person", "/readings" }) await SameAsync(await worker.Get($"/cases/{known}{page}"), await worker.Get($"/cases/{unknown}{page}"), known, unknown);
        Assert.DoesNotContain("contact with", (await worker.Get("/work")).Text, StringComparison.Ordinal);
        Assert.Equal(0L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {known.Value}"));

        // The holder is to ask the person, and learns of nobody.
        var haven = host.As("ngo.haven");
        var desk = await haven.Get("/work");
        Assert.Contains("Ask the person about contact with somebody else", desk.Text, StringComparison.Ordinal);
        var task = await haven.Get(desk.Links.Single(l => l.Contains("/same-person/", StringComparison.Ordinal)));
        Assert.Contains("Somebody else may meet the same person", task.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("Malmö", task.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(known.ToString(), task.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Get(task.Address)).Status);
        Assert.NotEmpty((await haven.Submit(task, ("Input.Answer", "WantsContact"))).Errors);
        Assert.Equal(2, await RowsAsync("ngo.haven", "SELECT count(*) FROM pathway.person_matches") + await RowsAsync("ngo.haven", $"SELECT count(*) FROM pathway.audit_entries WHERE kind = 'CaseOpened' AND case_id = '{held}'"));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RowsAsync("ngo.haven", "SELECT count(*) FROM pathway.match_askers"))).SqlState);
        Assert.Equal(0, await RowsAsync("sw.malmo", "SELECT count(*) FROM pathway.person_matches"));

        // The person says yes: whoever asked is told with whom, and nothing of the person.
        Assert.Contains("learns the name of your organisation", (await haven.Submit(task, ("Input.Answer", "WantsContact"), ("Input.SaidOn", "2026-03-16"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/same-person/", string.Join(' ', (await haven.Get("/work")).Links), StringComparison.Ordinal);
        await SweepAsync();
        await SweepAsync();
        Assert.Contains("The person wants you and another organisation to be in touch", (await worker.Get("/messages")).Text, StringComparison.Ordinal);
        var told = await worker.Get($"/cases/{known}/same-person");
        Assert.Contains("meets the person too", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(held.ToString(), told.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Get($"/cases/{held}")).Status);
        Assert.Equal("ContactOffered MatchAnswered MatchFound", await host.AskAsync<string>($"SELECT string_agg(kind, ' ' ORDER BY kind) AS \"Value\" FROM pathway.audit_entries WHERE record_id = {Guid.Parse(task.Address.Split('/')[^1])}"));
        Assert.Equal(0L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind IN ('MatchFound', 'MatchAnswered', 'ContactOffered') AND (case_id IS NOT NULL OR payload LIKE '%' || {known.ToString()} || '%' OR payload LIKE '%' || {held.ToString()} || '%')"));
    }

    [Fact]
    public async Task A_number_finds_a_person_and_a_no_is_told_to_nobody()
    {
        host.Clock.SetInSweden("2026-04-14 10:00");
        var held = await CaseOfAsync("sw.umea", "Ines", "Duarte", null, "196408233234");
        var asking = await CaseOfAsync("ngo.platform", "Agnes", "Other", null, "196408233234");
        await AskAsync("ngo.platform", asking);
        await SweepAsync();
        Assert.Equal(1L, await TasksAsync(held));

        var umea = host.As("sw.umea");
        var task = await umea.Get((await umea.Get("/work")).Links.Single(l => l.Contains("/same-person/", StringComparison.Ordinal)));
        await umea.Submit(task, ("Input.Answer", "WantsNone"));
        await SweepAsync();
        Assert.Equal(0L, await host.AskAsync<long>($"SELECT (SELECT count(*) FROM pathway.notices WHERE case_id = {asking.Value}) + (SELECT count(*) FROM pathway.contact_offers WHERE case_id = {asking.Value}) AS \"Value\""));

        // Asked again another day, the person is not asked again.
        host.Clock.SetInSweden("2026-04-16 10:00");
        await AskAsync("ngo.platform", asking);
        await SweepAsync();
        Assert.Equal(1L, await TasksAsync(held));
    }

    [Fact]
    public async Task Nobody_is_found_who_is_protected_closed_or_somebody_else()
    {
        host.Clock.SetInSweden("2026-05-11 10:00");
        var birth = new DateOnly(1988, 6, 21);
        var others = new[]
        {
            await CaseOfAsync("ngo.haven", "Mihaela", "Ionescu", birth, protection: "SEKRETESSMARKERING"),
            await CaseOfAsync("sw.umea", "Mihaela", "Ionescu", new(1988, 9, 9)),
            await CaseOfAsync("sw.norrkoping", "Mihaela", "Marin", birth),
            await CaseOfAsync("sw.malmo", "Mihaela", "Ionescu", birth),
        };
        var closed = await CaseOfAsync("sw.vasteras", "Mihaela", "Ionescu", birth);
        await host.OnAsync("sw.vasteras", closed, (c, act) => c.Close("LOST_CONTACT", 0, act));
        var asking = await CaseOfAsync("sw.malmo", "Mihaela", "Ionescu", birth);
        Assert.Empty((await AskAsync("sw.malmo", asking)).Errors);
        await SweepAsync();

        foreach (var id in others.Append(closed)) Assert.Equal(0L, await TasksAsync(id));
        Assert.Equal(1L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.person_checks WHERE case_id = {asking.Value} AND compared_at IS NOT NULL"));

        var hidden = await CaseOfAsync("sw.malmo", "Petra", "Hidden", birth, protection: "FINGERADE");
        Assert.Contains("protected personal details", Assert.Single((await AskAsync("sw.malmo", hidden)).Errors), StringComparison.Ordinal);
        var nameless = await host.OpenCaseAsync("sw.malmo");
        Assert.Contains("nothing to compare", Assert.Single((await AskAsync("sw.malmo", nameless)).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_are_asked_about_in_a_day_and_the_database_counts_too()
    {
        host.Clock.SetInSweden("2026-06-08 10:00");
        var first = await CaseOfAsync("sw.stockholm", "Asked", "Often", new(1990, 1, 1));
        Assert.Empty((await AskAsync("sw.stockholm", first)).Errors);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("once a day", Assert.Single((await AskAsync("sw.stockholm", first)).Errors), StringComparison.Ordinal);
        Assert.Equal(1L, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'OthersAsked' AND case_id = {first.Value}"));

        for (var n = 1; n < CheckLimits.ByPerson; n++)
        {
            var next = await CaseOfAsync("sw.stockholm", "Asked", "Often", new(1990, 1, 1));
            await host.OnAsync("sw.stockholm", next, (c, act) => c.AskOthers(Likeness.Of(["Asked", "Often"], new(1990, 1, 1), null), mayAsk: true, act));
        }
        var last = await CaseOfAsync("sw.stockholm", "Asked", "Often", new(1990, 1, 1));
        Assert.Single((await AskAsync("sw.stockholm", last)).Errors);
        // However the application counted.
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => host.OnAsync("sw.stockholm", last, (c, act) => c.AskOthers(Likeness.Of(["Asked", "Often"], new(1990, 1, 1), null), mayAsk: true, act)));
        Assert.Equal("ChecksAreFew", Assert.IsType<PostgresException>(refused.GetBaseException()).ConstraintName);
    }

    private async Task SameAsync(WebPage one, WebPage other, CaseId ofOne, CaseId ofOther)
    {
        Assert.Equal(one.Status, other.Status);
        Assert.Equal(await NeutralAsync(one, ofOne), await NeutralAsync(other, ofOther));
    }

    /// <summary>What is of the case itself, and what is new at every request, is taken out.</summary>
    private async Task<string> NeutralAsync(WebPage page, CaseId id)
    {
        var reference = await host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
        var text = page.Source.Replace(id.ToString(), "ID", StringComparison.Ordinal).Replace(reference, "REF", StringComparison.Ordinal);
        text = Regex.Replace(text, "(name=\"(?:__RequestVerificationToken|act)\"[^>]*value=\")[^\"]*|(nonce=\")[^\"]*|(value=\")CfDJ[^\"]*", "$1$2$3");
        text = Regex.Replace(text, "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "GUID");
        return text.Replace("O.P.", "I.N.", StringComparison.Ordinal).Replace("Z.N.", "I.N.", StringComparison.Ordinal);
    }

    private async Task<long> RowsAsync(string account, string question) => (long)(await RowLevelSecurity.DirectTests.AskAsync(host, await host.ActorAsync(account), question))!;
}
