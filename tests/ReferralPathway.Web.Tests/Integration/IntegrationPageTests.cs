using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Integration;

public sealed class IntegrationPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);

    private Task<long> ReviewsAsync(CaseId id, OrganisationId by) =>
        host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND organisation_id = {by.Value} AND kind = 'ReviewIntegration' AND closed_at IS NULL");

    private Task<CaseId> PermanentAsync() => host.OpenCaseAsync("sw.malmo", (c, act) => c.RecordLegalStatus("PERMANENT", null, act));

    [Theory]
    [InlineData("en", "road map")]
    [InlineData("sv", "vägkarta")]
    public async Task Whoever_writes_a_plan_reads_that_there_is_a_road_map(string language, string words) =>
        Assert.Contains(words, (await host.As("sw.malmo", language).Get($"/cases/{await PermanentAsync()}/integration")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task An_ngo_is_offered_what_ngos_give_and_a_coordinator_nothing()
    {
        var id = await PermanentAsync();
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));
        var ngo = host.As("ngo.haven");
        var plan = await ngo.IntegrationAsync(id, "NGO_PLAN");
        var form = await ngo.Get($"{plan}/components/new");
        Assert.Equal(["NGO_PLAN"], form.Document.QuerySelectorAll("[name='Input.Component'] option").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v)));
        var forged = await ngo.Submit(form, ("Input.Component", "JOB"), ("Input.By", "Municipal"), ("then", "save"));
        Assert.Contains("An NGO plans the individual plan.", forged.Text);

        // A draft is its owner's alone; once it is carried out the lead reads it, and writes nothing in it.
        var malmo = host.As("sw.malmo");
        Assert.Equal(HttpStatusCode.NotFound, (await malmo.Get(plan)).Status);
        await ngo.BeginsAsync(plan);
        var seen = await malmo.Get(plan);
        Assert.Contains("To open a bakery.", seen.Text);
        Assert.DoesNotContain($"{plan}/follow", seen.Links);
        Assert.Equal(HttpStatusCode.NotFound, (await malmo.Get($"{plan}/follow")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("rc.syd").Get(plan)).Status);
    }

    [Fact]
    public async Task A_component_that_is_open_no_longer_is_said_to_be_so_and_goes_on()
    {
        var id = await PermanentAsync();
        var malmo = host.As("sw.malmo");
        var plan = await malmo.IntegrationAsync(id, "JOB", "NGO_PLAN");
        await malmo.BeginsAsync(plan);
        Assert.DoesNotContain("Not open with", (await malmo.Get(plan)).Text);
        await malmo.StaysAsync(id, "TRP_OTHER", "2027-01-31");

        var shown = await malmo.Get(plan);
        Assert.Equal(1, shown.Text.Split("Not open with today’s right to stay").Length - 1);
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.integration_components WHERE case_id = {id.Value} AND ended_on IS NULL"));

        var ended = await malmo.Submit(await malmo.Get(shown.Links.First(l => l.EndsWith("/end", StringComparison.Ordinal))), ("Input.Outcome", "Half a year of work."));
        Assert.Contains("The component has ended", ended.Text);
        Assert.Contains("Half a year of work.", ended.Text);
    }

    [Fact]
    public async Task A_work_permit_that_runs_out_asks_for_a_review_on_the_day_after()
    {
        var id = await host.OpenCaseAsync("sw.malmo", (c, act) => c.RecordLegalStatus("WORK", act.Day.AddDays(10), act));
        var malmo = await host.OrganisationAsync("sw.malmo");
        await host.As("sw.malmo").IntegrationAsync(id, "JOB");
        host.Clock.Advance(TimeSpan.FromDays(10));
        await SweepAsync();
        Assert.Equal(0, await ReviewsAsync(id, malmo));
        host.Clock.Advance(TimeSpan.FromDays(1));
        await SweepAsync();
        await SweepAsync();
        Assert.Equal(1, await ReviewsAsync(id, malmo));
    }

    [Fact]
    public async Task Closing_says_that_a_plan_rests_and_a_review_that_was_asked_for_is_asked_for_again()
    {
        var id = await PermanentAsync();
        var owner = await host.OrganisationAsync("sw.malmo");
        var malmo = host.As("sw.malmo");
        var plan = await malmo.IntegrationAsync(id, "JOB");
        await malmo.BeginsAsync(plan);
        await malmo.StaysAsync(id, "TRP_OTHER", "2027-01-31");
        await SweepAsync();
        Assert.Equal(1, await ReviewsAsync(id, owner));

        var closing = await malmo.Get($"/cases/{id}/close");
        Assert.Contains("One integration plan is not finished", closing.Text);
        await malmo.Submit(closing, ("Input.Because", "INTEGRATED"));
        await SweepAsync();
        Assert.Equal(0, await ReviewsAsync(id, owner));
        Assert.DoesNotContain($"{plan}/follow", (await malmo.Get(plan)).Links);
        await host.OnAsync("sw.malmo", id, (c, act) => c.Reopen("She is back.", act));
        await SweepAsync();
        Assert.Equal(1, await ReviewsAsync(id, owner));
    }

    [Fact]
    public async Task The_lead_is_asked_and_carries_on_where_the_owner_has_left()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", id, await host.SentReferralAsync("sw.malmo", id, "ngo.haven"));
        var plan = await host.As("ngo.haven").IntegrationAsync(id, "NGO_PLAN");
        await host.As("ngo.haven").BeginsAsync(plan);
        var (haven, owner) = (await host.OrganisationAsync("ngo.haven"), await host.OrganisationAsync("sw.malmo"));
        await host.ActAsync("sw.malmo", id, CaseParts.Consents | CaseParts.Referrals, (c, act) => c.WithdrawConsent(haven, "REFERRAL", act.Day, null, c.Referrals, act));
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.As("sw.malmo").StaysAsync(id, "PERMANENT");
        await SweepAsync();

        Assert.Equal((0, 1), (await ReviewsAsync(id, haven), await ReviewsAsync(id, owner)));
        Assert.Contains("The review is saved", (await host.As("sw.malmo").TakesOnAsync(plan, "Review", ("Input.Note", "The municipality goes on."))).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("ngo.haven").Get($"{plan}/follow")).Status);
    }

    [Fact]
    public async Task A_form_that_is_not_complete_says_what_is_missing_and_keeps_what_was_typed()
    {
        var id = await PermanentAsync();
        var malmo = host.As("sw.malmo");
        var plan = await malmo.IntegrationAsync(id);
        var empty = await malmo.Submit(await malmo.Get($"{plan}/components/new"), ("Input.Provider", ""), ("Input.From", ""), ("Input.Notes", "Kept all the same."), ("then", "save"));
        Assert.Equal(["Choose one of the listed values.", "Enter provider.", "Enter begins."], empty.Errors);
        Assert.Contains("Kept all the same.", empty.Source);
        var wrong = await malmo.Submit(empty, ("Input.Component", "JOB"), ("Input.By", "Ngo"), ("Input.Other", "A school"), ("Input.From", "2026-03-17"), ("then", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Enter who gives the component", wrong.Text);
    }

    [Fact]
    public async Task The_database_lets_nobody_forge_a_plan_or_what_has_ended_in_it()
    {
        var id = await PermanentAsync();
        var malmo = host.As("sw.malmo");
        var plan = await malmo.IntegrationAsync(id, "JOB");
        var key = plan[(plan.LastIndexOf('/') + 1)..];
        var umea = await host.OrganisationAsync("sw.umea");
        foreach (var forged in new[] { $"owner = '{umea}'", "status = 'Completed'", "status = 'Active'" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => Referrals.SampleCase.CountAsync(host, "sw.malmo", $"WITH w AS (UPDATE pathway.integration_plans SET {forged} WHERE id = '{key}' RETURNING 1) SELECT count(*) FROM w"))).SqlState);
        await malmo.Submit(await malmo.Get((await malmo.Get(plan)).Links.First(l => l.EndsWith("/end", StringComparison.Ordinal))), ("Input.Outcome", "Struck."));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => Referrals.SampleCase.CountAsync(host, "sw.malmo", $"WITH w AS (UPDATE pathway.integration_components SET ended_on = NULL WHERE plan_id = '{key}' RETURNING 1) SELECT count(*) FROM w"))).SqlState);
        Assert.Equal(0, await Referrals.SampleCase.CountAsync(host, "sw.umea", $"SELECT count(*) FROM pathway.integration_plans WHERE id = '{key}'"));
    }

    [Fact]
    public async Task A_review_that_was_asked_of_the_former_lead_is_the_new_leads()
    {
        var id = await PermanentAsync();
        var (former, next) = (await host.OrganisationAsync("sw.malmo"), await host.OrganisationAsync("sw.umea"));
        await host.As("sw.malmo").IntegrationAsync(id, "JOB");
        await host.As("sw.malmo").StaysAsync(id, "TRP_OTHER", "2027-01-31");
        await SweepAsync();
        Assert.Equal((1, 0), (await ReviewsAsync(id, former), await ReviewsAsync(id, next)));
        await Referrals.SampleCase.ConsentAsync(host, "sw.malmo", id, "sw.umea");
        await Referrals.SampleCase.AcceptAsync(host, "sw.umea", await Referrals.SampleCase.SendAsync(host, "sw.malmo", id, "sw.umea", kind: ReferralKind.Transfer));

        Assert.Equal((0, 1), (await ReviewsAsync(id, former), await ReviewsAsync(id, next)));
    }
}
