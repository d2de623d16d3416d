using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Whereabouts;

/// <summary>Where a person stays, over HTTP: read by who was named, and by nobody else, whatever their role.</summary>
public sealed class AddressPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Street = "Kanariegatan 7";

    [Fact]
    public async Task Whoever_was_named_reads_it_with_a_reason_and_the_reading_is_recorded()
    {
        var id = await RecordedAsync();

        var read = await ReadAsync("sw.malmo", id);

        Assert.Contains(Street, read.Text);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'Read.Whereabouts' AND groups = 16 AND purpose = 'PlanningSupport'"));
        Assert.Contains("Where the person stays", (await host.As("sw.malmo").Get($"/cases/{id}/readings")).Text, StringComparison.OrdinalIgnoreCase);
        // The case page says that there is one, and not where.
        var page = await host.As("sw.malmo").Get($"/cases/{id}");
        Assert.Contains("A protected address is recorded. One person may read it.", page.Text);
        Assert.DoesNotContain(Street, page.Source);
    }

    [Fact]
    public async Task A_manager_says_who_may_read_it_and_does_not_read_it()
    {
        var id = await RecordedAsync();
        var manager = host.As("sw.malmo.chef");

        // Outside the team, by break-glass, and on the team: never.
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Get($"/cases/{id}/whereabouts/read")).Status);
        await manager.Submit(await manager.Get($"/cases/{id}/break-glass"), ("Reason", "The responsible social worker is ill today."));
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Get($"/cases/{id}/whereabouts/read")).Status);
        var grants = await manager.Get($"/cases/{id}/whereabouts/grants");
        Assert.Contains("Jonas Ekdahl", grants.Text);
        Assert.DoesNotContain(Street, grants.Source);
        var chef = await host.ActorAsync("sw.malmo.chef");
        await host.OnAsync("sw.malmo", id, (c, act) => c.AddToTeam(chef.User, false, act));
        var refused = await ReadAsync("sw.malmo.chef", id);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain(Street, refused.Source);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Whereabouts' AND record_id = {id.Value} AND user_id = {chef.User.Value}"));
        // The form does not offer the manager to themselves, and the law refuses it all the same.
        grants = await manager.Get($"/cases/{id}/whereabouts/grants");
        Assert.NotEmpty((await manager.Submit(grants, $"/cases/{id}/whereabouts/grants", ("Input.Person", chef.User.ToString()), ("Input.Why", "To see."))).Errors);
    }

    [Fact]
    public async Task A_grant_is_taken_back_given_again_and_ends_by_itself()
    {
        var id = await RecordedAsync();
        var (manager, worker) = (host.As("sw.malmo.chef"), await host.ActorAsync("sw.malmo"));
        var address = $"/cases/{id}/whereabouts/grants";
        var grants = await manager.Get(address);
        var end = grants.Document.QuerySelectorAll("main form").Select(f => f.GetAttribute("action")!).Single(a => a.Contains("handler=End", StringComparison.Ordinal));

        await manager.Submit(grants, end);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync("sw.malmo", id)).Status);

        var until = SwedishCalendar.DayOf(host.Clock.GetUtcNow()).AddDays(7);
        var given = await manager.Submit(await manager.Get(address), address, ("Input.Person", worker.User.ToString()), ("Input.Until", $"{until:O}"), ("Input.Why", "She drives her to the court."));
        Assert.Empty(given.Errors);
        Assert.Contains("She drives her to the court.", given.Text);
        Assert.Contains(Street, (await ReadAsync("sw.malmo", id)).Text);

        host.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync("sw.malmo", id)).Status);
    }

    [Fact]
    public async Task Who_leaves_the_team_reads_nothing_and_coming_back_gives_nothing_back()
    {
        var id = await RecordedAsync();
        var (chef, worker) = (await host.ActorAsync("sw.malmo.chef"), await host.ActorAsync("sw.malmo"));
        await host.OnAsync("sw.malmo", id, (c, act) => c.AddToTeam(chef.User, true, act));
        await host.OnAsync("sw.malmo.chef", id, (c, act) => c.RemoveFromTeam(worker.User, act));
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo").Get($"/cases/{id}/whereabouts/read")).Status);

        await host.OnAsync("sw.malmo.chef", id, (c, act) => c.AddToTeam(worker.User, false, act));
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync("sw.malmo", id)).Status);
    }

    [Fact]
    public async Task A_recipient_with_consent_to_everything_learns_neither_where_nor_that_it_is_known()
    {
        var id = await RecordedAsync();
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));

        var seen = await host.As("ngo.haven").Get($"/cases/{id}");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("protected address", seen.Text);
        var refused = await ReadAsync("ngo.haven", id);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain(Street, refused.Source);
    }

    [Fact]
    public async Task With_a_protected_registration_nothing_is_asked()
    {
        var id = await host.OpenCaseAsync("sw.malmo", (c, act) => c.RecordIdentity(new(), "SKYDDAD_FOLKBOKFORING", act));
        var page = await host.As("sw.malmo").Get($"/cases/{id}/whereabouts/record");
        Assert.Empty(page.Document.QuerySelectorAll("main textarea"));
        Assert.Contains("no address is recorded here", page.Text);
    }

    private async Task<CaseId> RecordedAsync()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var worker = host.As("sw.malmo");
        var form = await worker.Get($"/cases/{id}/whereabouts/record");
        Assert.Contains("Enter address", Assert.Single((await worker.Submit(form, ("Input.Address", " "))).Errors), StringComparison.Ordinal);
        var saved = await worker.Submit(form, ("Input.Address", Street), ("Input.Note", "Ring twice."));
        Assert.Equal($"/cases/{id}", saved.Address);
        return id;
    }

    private async Task<WebPage> ReadAsync(string account, CaseId id)
    {
        var browser = host.As(account);
        return await browser.Submit(await browser.Get($"/cases/{id}/whereabouts/read"), ("Purpose", "PlanningSupport"));
    }
}
