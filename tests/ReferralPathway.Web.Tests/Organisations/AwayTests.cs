using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Organisations;

/// <summary>Somebody is away, and a colleague stands in: the cases, the work, the messages and the mail, for those days and no longer.</summary>
public sealed class AwayTests : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;
    private readonly PathwayHost _host;
    private readonly Recorded _post;

    public AwayTests(PathwayHost host)
    {
        _host = host;
        host.Configure = services => services.AddSingleton<IMailTransport, Recorded>();
        _post = (Recorded)host.Services.GetRequiredService<IMailTransport>();
    }

    [Fact]
    public async Task A_deputy_has_the_cases_the_work_and_the_messages_until_the_other_is_back()
    {
        _host.Clock.SetInSweden("2026-03-16 09:00");
        var id = await _host.CaseAsync("sw.malmo");
        await _host.ConsentAsync("sw.malmo", id, "ngo.haven");
        var (jonas, birgitta) = (_host.As("sw.malmo"), _host.As("sw.malmo.chef"));
        Assert.DoesNotContain(Story.FamilyName, (await birgitta.Get($"/cases/{id}")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await birgitta.Get($"/cases/{id}/team")).Status);

        var saved = await SayAsync(jonas, "/account/away", "2026-03-16", "2026-03-20", (await _host.ActorAsync("sw.malmo.chef")).User);
        Assert.Contains("Birgitta Nyman answers", saved.Text, StringComparison.Ordinal);
        await SweepAsync();

        // What comes meanwhile is addressed to Jonas, and lies with Birgitta.
        var referral = await _host.ReferralAsync("sw.malmo", id, "ngo.haven");
        await DeclineAsync(referral);
        var reference = await _host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
        Assert.Contains(reference, (await birgitta.Get("/work")).Text, StringComparison.Ordinal);
        Assert.Contains("Your referral was declined", (await birgitta.Get("/messages")).Text, StringComparison.Ordinal);
        await _host.Services.GetRequiredService<Postman>().DeliverAsync(Stopping);
        Assert.Contains(_post.Sent, m => m.To == "sw.malmo.chef@sample.example");
        Assert.DoesNotContain(_post.Sent, m => m.To == "sw.malmo@sample.example");

        var team = await birgitta.Get($"/cases/{id}/team");
        Assert.Equal(HttpStatusCode.OK, team.Status);
        Assert.Contains("Away until 20 March 2026, Birgitta Nyman answers", team.Text, StringComparison.Ordinal);
        Assert.Contains("stands in for a colleague", team.Text, StringComparison.Ordinal);
        Assert.Contains("Birgitta Nyman stands in for a colleague who is away", (await birgitta.Get($"/cases/{id}")).Text, StringComparison.Ordinal);

        // Back two days early: the same evening Birgitta reads no more of it than before.
        _host.Clock.SetInSweden("2026-03-18 16:00");
        await jonas.Submit(await jonas.Get("/account/away"), "/account/away?handler=End");
        await SweepAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await birgitta.Get($"/cases/{id}/team")).Status);
        Assert.DoesNotContain("Your referral was declined", (await birgitta.Get("/messages")).Text, StringComparison.Ordinal);
        Assert.Contains(reference, (await jonas.Get("/work")).Text, StringComparison.Ordinal);
        var steps = await _host.LookAsync(db => db.AuditEntries.Where(e => e.CaseId == id.Value && e.Kind == "TeamChanged" && e.Role == "System").OrderBy(e => e.Id).Select(e => e.Payload).ToListAsync());
        Assert.Equal(["change=stands-in", "change=stood-in"], steps.Select(payload => payload.Split('\n')[1]));
    }

    [Fact]
    public async Task It_ends_by_itself_on_the_day_after_the_last()
    {
        _host.Clock.SetInSweden("2026-05-04 09:00");
        var id = await _host.OpenCaseAsync("ma.tillstand");
        var deputy = _host.As("ma.mottagning");
        await SayAsync(_host.As("ma.tillstand"), "/account/away", "2026-05-05", "2026-05-06", (await _host.ActorAsync("ma.mottagning")).User);

        foreach (var (at, status) in new[] { ("2026-05-04 23:59", HttpStatusCode.Forbidden), ("2026-05-05 00:00", HttpStatusCode.OK), ("2026-05-06 23:59", HttpStatusCode.OK), ("2026-05-07 00:00", HttpStatusCode.Forbidden) })
        {
            _host.Clock.SetInSweden(at);
            await SweepAsync();
            Assert.Equal(status, (await deputy.Get($"/cases/{id}/team")).Status);
        }
    }

    [Fact]
    public async Task Where_nobody_stands_in_what_is_late_goes_to_the_managers()
    {
        _host.Clock.SetInSweden("2026-06-01 09:00");
        var id = await _host.CaseAsync("ngo.haven");
        await _host.ConsentAsync("ngo.haven", id, "law.lind");
        var chief = _host.As("ngo.haven.chef");
        var page = await chief.Get("/organisation/away");
        var said = await chief.Submit(page, "/organisation/away", ("Input.Who", (await _host.ActorAsync("ngo.haven")).User.ToString()), ("Input.From", "2026-06-01"), ("Input.To", "2026-06-30"), ("Input.Deputy", ""));
        Assert.Contains("Nobody stands in", said.Text, StringComparison.Ordinal);
        var referral = await _host.ReferralAsync("ngo.haven", id, "law.lind", Domain.Referrals.Urgency.Urgent);
        await DeclineAsync(referral, "law.lind");
        _post.Sent.Clear();
        await _host.Services.GetRequiredService<Postman>().DeliverAsync(Stopping);
        Assert.Contains(_post.Sent, m => m.To == "ngo.haven.chef@sample.example");
        Assert.DoesNotContain(_post.Sent, m => m.To == "ngo.haven@sample.example");

        _host.Clock.SetInSweden("2026-06-05 09:00");
        await SweepAsync();
        Assert.Contains("should have done is not done", (await chief.Get("/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_that_nobody_answers_is_told_the_managers_who_should_have()
    {
        _host.Clock.SetInSweden("2026-09-07 09:00");
        var id = await _host.CaseAsync("sw.umea");
        await _host.ConsentAsync("sw.umea", id, "ngo.haven");
        var referral = await _host.ReferralAsync("sw.umea", id, "ngo.haven", Domain.Referrals.Urgency.Urgent);
        _host.Clock.SetInSweden("2026-09-08 09:01");
        await SweepAsync();
        Assert.Equal(1, await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE source_id = {referral.Value} AND kind = 'DeadlineMissed' AND managers_only AND organisation_id = {(await _host.OrganisationAsync("ngo.haven")).Value}"));
    }

    [Fact]
    public async Task Nobody_is_chosen_who_is_no_colleague_and_what_was_typed_stays()
    {
        var jonas = _host.As("rc.syd");
        _host.Clock.SetInSweden("2026-11-02 09:00");
        var wrong = await SayAsync(jonas, "/account/away", "2026-11-01", "2026-11-03", (await _host.ActorAsync("rc.syd2")).User);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("The first day is today or later", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Equal("2026-11-03", wrong.Document.QuerySelector("#Input_To")!.GetAttribute("value"));

        var stranger = await SayAsync(jonas, "/account/away", "2026-11-02", "2026-11-03", (await _host.ActorAsync("sw.umea")).User);
        Assert.Equal(["Choose one of the listed values."], stranger.Errors);
    }

    private static async Task<WebPage> SayAsync(Browser who, string page, string from, string to, UserId deputy) =>
        await who.Submit(await who.Get(page), page, ("Input.From", from), ("Input.To", to), ("Input.Deputy", deputy.ToString()));

    private Task DeclineAsync(ReferralId referral, string by = "ngo.haven") =>
        _host.DoAsync(by, async doing => (await doing.Db.Referrals.SingleAsync(r => r.Id == referral)).Decline("NO_CAPACITY", null, doing.Act));

    private Task<bool> SweepAsync() => _host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);

    private sealed class Recorded : IMailTransport
    {
        public List<Mail> Sent { get; } = [];

        public Task SendAsync(Mail mail, CancellationToken stopping)
        {
            Sent.Add(mail);
            return Task.CompletedTask;
        }
    }
}
