using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class BreakGlassTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Reason = "She is at the emergency ward and the team is asleep.";

    [Fact]
    public async Task A_colleague_opens_the_case_with_a_reason_for_four_hours_and_the_manager_is_told()
    {
        var id = await OpenCaseAsync("ngo.haven");
        var browser = host.As("ngo.haven.chef");
        var form = await browser.Get($"/cases/{id}/break-glass");
        Assert.Contains("Write at least 20 characters.", (await browser.Submit(form, ("Reason", "in a hurry"))).Errors);

        var opened = await browser.Submit(form, ("Reason", Reason));

        Assert.Equal($"/cases/{id}", opened.Address);
        Assert.Equal("M.K., woman, 25–34", opened.Heading);
        Assert.Contains(Told.Channel, opened.Text, StringComparison.Ordinal);
        Assert.Contains(Told.Story, opened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.FamilyName, opened.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("rp-timeline", opened.Source, StringComparison.Ordinal);
        Assert.Contains(Told.FamilyName, (await browser.Submit(opened, $"/cases/{id}/identity")).Text, StringComparison.Ordinal);
        Assert.Contains(Told.HealthNote, (await browser.Submit(await browser.Get($"/cases/{id}/health"), ("Purpose", "UrgentCare"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"/cases/{id}/close")).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'GlassBroken' AND managers_only"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReviewBreakGlass' AND managers_only AND closed_at IS NULL"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'GlassBroken'"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.break_glass WHERE encode(reason, 'escape') LIKE '%emergency ward%'"));

        var now = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromMinutes(1));
        Assert.DoesNotContain(Told.Channel, (await browser.Get($"/cases/{id}")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get($"/cases/{id}/health")).Status);
        host.Clock.Set(now);
    }

    [Fact]
    public async Task Never_across_organisations_and_never_by_whoever_is_on_the_team_already()
    {
        var id = await OpenCaseAsync("ngo.haven");

        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.platform").Get($"/cases/{id}/break-glass")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("ngo.haven").Get($"/cases/{id}/break-glass")).Status);
    }

    [Fact]
    public async Task A_manager_reviews_what_a_colleague_opened_once_and_never_their_own()
    {
        var id = await OpenCaseAsync("sw.malmo.chef");
        var colleague = host.As("sw.malmo");
        await colleague.Submit(await colleague.Get($"/cases/{id}/break-glass"), ("Reason", Reason));
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.Get($"/cases/{id}/review-glass")).Status);

        var manager = host.As("sw.malmo.chef");
        var open = await manager.Get($"/cases/{id}/review-glass");
        Assert.Contains(Reason, open.Text, StringComparison.Ordinal);
        Assert.Contains("Jonas Ekdahl", open.Text, StringComparison.Ordinal);
        var reviewed = await manager.Submit(open, ("justified", "true"));

        Assert.Contains("Justified, reviewed", reviewed.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReviewBreakGlass' AND closed_at IS NULL"));

        var own = await OpenCaseAsync("sw.malmo");
        await manager.Submit(await manager.Get($"/cases/{own}/break-glass"), ("Reason", Reason));
        Assert.Contains("Somebody else reviews this one", (await manager.Get($"/cases/{own}/review-glass")).Text, StringComparison.Ordinal);
    }

    /// <summary>A woman with a name, whose story and state of health are known.</summary>
    private Task<Domain.Foundations.CaseId> OpenCaseAsync(string account) => host.As(account).OpensCaseAsync("2026-03-15",
        ("safe-contact", [("Input.Through", Told.Channel)]), ("exploitation", [("Input.Description", Told.Story)]),
        ("identity", [("Input.GivenName", Told.GivenName), ("Input.FamilyName", Told.FamilyName)]), ("health", [("Input.Note", Told.HealthNote)]));
}
