using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Tests.Overview;

public sealed class OverviewTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_heading_is_the_answer()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.CaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven");
        Assert.Equal("Nothing has to be done today", (await host.As("ngo.haven").Get("/")).Heading);

        await host.ReferralAsync("sw.umea", id, "ngo.haven", Urgency.ImmediateDanger);

        var haven = await host.As("ngo.haven").Get("/");
        Assert.Equal("One thing to do today", haven.Heading);
        Assert.Contains("The referral from Umeå municipality is the one that cannot wait.", haven.Text);
        Assert.Contains("Answer now: a referral in immediate danger", haven.Text);
        Assert.Equal("En sak att göra i dag", (await host.As("ngo.haven", "sv").Get("/")).Heading);
        var umea = await host.As("sw.umea").Get("/");
        Assert.Contains("Answer to a referral", umea.Document.QuerySelector("#waiting")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task Who_is_referred_has_no_initials_before_the_referral_is_accepted_and_no_name_ever()
    {
        host.Clock.SetInSweden("2026-03-17 10:00");
        var id = await host.CaseAsync("sw.malmo");
        var reference = await ReferenceAsync(id);
        await host.ConsentAsync("sw.malmo", id, "ngo.platform");
        var referral = await host.ReferralAsync("sw.malmo", id, "ngo.platform", Urgency.Urgent);

        var before = await host.As("ngo.platform").Get("/work");
        Assert.Contains($"Man, 35–44 · {reference}", before.Text);
        Assert.DoesNotContain("R.K.", before.Source);

        await host.AcceptAsync("ngo.platform", referral);
        var after = await host.As("ngo.platform").Get("/");
        Assert.Contains("R.K., man, 35–44", after.Text);
        foreach (var page in new[] { before, after, await host.As("sw.malmo").Get("/") })
            foreach (var canary in new[] { Story.GivenName, Story.FamilyName, Story.Phone }) Assert.DoesNotContain(canary, page.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_protected_person_has_not_even_initials()
    {
        host.Clock.SetInSweden("2026-03-17 11:00");
        await host.CaseAsync("sw.vasteras", protectedIdentity: CodeLists.ProtectedIdentity.Items.First(i => i.Code != "NONE").Code);
        host.Clock.SetInSweden("2026-04-20 09:00");

        var page = await host.As("sw.vasteras").Get("/");

        Assert.Contains("Check the safe contact again", page.Text);
        Assert.Contains("Protected person", page.Text);
        Assert.DoesNotContain("R.K.", page.Source);
        Assert.DoesNotContain("35–44", page.Source);
    }

    [Fact]
    public async Task A_colleague_outside_the_team_and_another_organisation_see_nothing_of_it()
    {
        host.Clock.SetInSweden("2026-03-18 10:00");
        var id = await host.CaseAsync("ngo.haven");
        var reference = await ReferenceAsync(id);
        host.Clock.SetInSweden("2026-04-20 10:00");

        Assert.Contains(reference, (await host.As("ngo.haven").Get("/")).Text);
        foreach (var other in new[] { "ngo.haven.chef", "ngo.platform", "sw.umea", "admin", "audit", "nc.jamy" })
            Assert.DoesNotContain(reference, (await host.As(other).Get("/")).Source);
    }

    [Fact]
    public async Task What_others_did_since_the_last_visit_is_news_until_the_next()
    {
        host.Clock.SetInSweden("2026-05-04 09:00");
        var id = await host.CaseAsync("sw.norrkoping");
        await host.ConsentAsync("sw.norrkoping", id, "law.lind");
        var referral = await host.ReferralAsync("sw.norrkoping", id, "law.lind");
        await host.As("sw.norrkoping").Get("/");
        host.Clock.SetInSweden("2026-05-05 09:00");
        await host.AcceptAsync("law.lind", referral);

        host.Clock.SetInSweden("2026-05-06 09:00");
        var news = await host.As("sw.norrkoping").Get("/");
        Assert.Contains("Changed since Mon 4", news.Text.Replace('\u00a0', ' '));
        Assert.Contains("A referral was accepted", news.Text);
        // One's own acts are no news.
        Assert.DoesNotContain("A referral was sent", news.Text);

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Contains("A referral was accepted", (await host.As("sw.norrkoping").Get("/")).Text);
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.DoesNotContain("A referral was accepted", (await host.As("sw.norrkoping").Get("/")).Text);
    }

    [Fact]
    public async Task A_draft_waits_beside_the_work_until_its_day_has_come()
    {
        host.Clock.SetInSweden("2026-06-01 09:00");
        var dorotea = host.As("sw.dorotea");
        await Cases.A.DraftAsync(dorotea);
        Assert.Contains("Drafts to finish", (await dorotea.Get("/")).Text);
        Assert.Equal("Nothing has to be done today", (await dorotea.Get("/")).Heading);

        host.Clock.SetInSweden("2026-06-02 09:00");
        var page = await dorotea.Get("/");
        Assert.Equal("One thing to do today", page.Heading);
        Assert.Contains("Finish the draft of a case", page.Text);
    }

    [Fact]
    public async Task A_manager_reviews_a_broken_glass_and_the_auditor_sees_it()
    {
        host.Clock.SetInSweden("2026-06-03 09:00");
        var id = await host.CaseAsync("sw.malmo");
        await host.OnAsync("sw.malmo", id, Data.Cases.CaseParts.BreakGlass, (theCase, _, act) =>
        {
            theCase.BreakTheGlass("The responsible colleague is ill and the person is in danger.", act);
            return Task.CompletedTask;
        });
        host.Clock.SetInSweden("2026-06-04 09:00");

        Assert.Contains("Review: a colleague opened a case from outside the team", (await host.As("sw.malmo.chef").Get("/")).Text);
        Assert.DoesNotContain("Review: a colleague opened", (await host.As("sw.malmo").Get("/")).Text);
        var audit = await host.As("audit").Get("/");
        Assert.Equal("What to look at", audit.Heading);
        Assert.Contains("Somebody outside the team opened a case", audit.Text);
        Assert.DoesNotContain("colleague is ill", audit.Source);
    }

    [Theory]
    [InlineData("admin", "Accounts")]
    [InlineData("nc.jamy", "No question waits for an answer")]
    [InlineData("iom.hki", "your open cases")]
    [InlineData("ma.tillstand", "Start a new case")]
    public async Task Everybody_has_an_overview_of_their_own(string account, string says)
    {
        var page = await host.As(account).Get("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, page.Text);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Contains("020-39 00 00", page.Text);
        Assert.Equal(HttpStatusCode.OK, (await host.As(account, "sv").Get("/")).Status);
    }

    [Fact]
    public async Task All_work_is_read_page_by_page_and_none_is_lost()
    {
        host.Clock.SetInSweden("2026-07-01 09:00");
        var rc = await host.ActorAsync("rc.syd");
        await host.LookAsync(async db =>
        {
            for (var i = 0; i < 60; i++)
                db.WorkItems.Add(new(WorkKind.ReviewEntry, null, Guid.CreateVersion7(), rc.Organisation, rc.User, null, host.Clock.GetUtcNow().AddDays(i / 3), null, false, host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.Database.CurrentTransaction!.CommitAsync();
            return true;
        });
        var browser = host.As("rc.syd");
        var seen = new List<string>();
        var address = "/work";
        for (var pages = 0; pages < 5; pages++)
        {
            var page = await browser.Get(address);
            seen.AddRange(page.Links.Where(l => l.StartsWith("/administration/directory/", StringComparison.Ordinal)));
            if (page.Document.QuerySelector("a[rel=next]") is not { } next) break;
            address = next.GetAttribute("href")!;
        }

        Assert.Equal(60, seen.Count);
        Assert.Equal(60, seen.Distinct().Count());
    }

    [Fact]
    public async Task Reading_the_overview_is_recorded_with_the_cases_it_showed()
    {
        host.Clock.SetInSweden("2026-08-03 09:00");
        var id = await host.CaseAsync("sw.stockholm");

        await host.As("sw.stockholm").Get("/");

        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Read.Overview' AND payload LIKE {"%" + id + "%"} AND groups & 4 <> 0"));
    }

    [Fact]
    public async Task A_message_is_new_until_it_is_opened()
    {
        host.Clock.SetInSweden("2026-09-01 09:00");
        var id = await host.CaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "rc.mitt");
        var referral = await host.ReferralAsync("sw.umea", id, "rc.mitt");
        var mitt = host.As("rc.mitt");

        var inbox = await mitt.Get("/messages");
        Assert.Contains("A referral has come to your organisation", inbox.Text);
        Assert.Contains("One of them is new.", inbox.Text);
        using var opened = await mitt.Send(new(HttpMethod.Get, inbox.Link("A referral has come")));
        Assert.Equal($"/referrals/{referral}", opened.Headers.Location!.ToString());
        Assert.Contains("You have read them all.", (await mitt.Get("/messages")).Text);
        // Somebody else's message does not exist.
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo").Get(inbox.Link("A referral has come"))).Status);
    }

    [Fact]
    public void Every_event_and_every_piece_of_work_and_every_message_has_its_words()
    {
        var book = new Phrasebook(strict: true);
        var known = book.Keys(PageLanguage.Swedish);
        var events = typeof(CaseEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CaseEvent))).Select(t => t.Name).ToList();

        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Contains(known, k => k == $"Overview.Changed.{e}" || k.StartsWith($"Overview.Changed.{e}.", StringComparison.Ordinal)));
        Assert.All(Enum.GetNames<WorkKind>(), k => Assert.True(known.Contains($"Overview.{k}") && known.Contains($"Overview.{k}.Text"), k));
        Assert.All(Enum.GetNames<NoticeKind>(), k => Assert.Contains($"Messages.{k}", known));
        Assert.All(Enum.GetNames<Urgency>(), u => Assert.Contains($"Overview.AnswerReferral.{u}", known));
        Assert.All(Enum.GetNames<Domain.Investigations.InvestigationStatus>().Where(s => s != "Reported"), s => Assert.Contains($"Overview.Changed.InvestigationMoved.{s}", known));
        Assert.All(Enum.GetNames<Domain.Consents.ConsentState>(), s => Assert.Contains($"Overview.Changed.ConsentRecorded.{s}", known));
    }

    private Task<string> ReferenceAsync(CaseId id) => host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
}
