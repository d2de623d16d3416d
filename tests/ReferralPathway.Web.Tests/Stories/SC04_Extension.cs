using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC04 of the domain reference: a reflection period is extended on its last day.</summary>
public sealed class SC04_Extension(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Reasons = "The interpreter fell ill, and two interviews remain.";

    [Fact]
    public async Task A_period_is_extended_without_a_gap_and_not_after_its_end()
    {
        host.Clock.SetInSweden("2026-05-04 09:00");
        var id = await host.InvestigatedCaseAsync("il.polis", "2026-05-04");
        var polis = host.As("il.polis");
        var permit = (await polis.ReflectionPeriodAsync(id, "2026-05-04")).Address;
        host.Clock.SetInSweden("2026-05-11 09:00");
        var agency = host.As("ma.tillstand");
        await agency.DecidesAsync(id, permit, ("Input.Step", "Grant"), ("Input.From", "2026-05-11"), ("Input.To", "2026-06-09"), ("Input.AsPrinted", "true"), ("Input.On", "2026-05-11"));

        host.Clock.SetInSweden("2026-06-08 09:00");
        var extended = await polis.Submit(await polis.Get($"{permit}/extend"), ("Input.Reasons", Reasons), ("Input.StillMet", "true"), ("Input.On", "2026-06-08"));
        Assert.Contains("waits for a decision. The period itself grows only by the decision.", extended.Text);
        host.Clock.SetInSweden("2026-06-09 09:00");
        await agency.DecidesAsync(id, permit, ("Input.Step", "GrantExtension"), ("Input.NewTo", "2026-07-09"), ("Input.On", "2026-06-09"));

        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_applications WHERE case_id = {id.Value} AND valid_to = '2026-07-09'"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_extensions WHERE case_id = {id.Value}"));
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        var reminders = await host.AskAsync<string>($"""
            SELECT string_agg(to_char(r AT TIME ZONE 'Europe/Stockholm', 'MM-DD HH24:MI'), ' ' ORDER BY r) AS "Value"
            FROM pathway.work_items w, unnest(w.remind_at || w.later_reminders) r WHERE w.case_id = {id.Value} AND w.kind = 'DecideNextStep' AND w.closed_at IS NULL
            """);
        Assert.Equal("06-25 08:00 07-02 08:00 07-06 08:00 07-08 08:00", reminders);

        host.Clock.SetInSweden("2026-07-10 00:01");
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal("IRREGULAR", await host.LegalStatusAsync(id));
        host.Clock.SetInSweden("2026-07-10 09:00");
        var late = await polis.Submit(await polis.Get($"{permit}/extend"), ("Input.Reasons", Reasons), ("Input.StillMet", "true"), ("Input.On", "2026-07-10"));
        Assert.Contains("ended on 2026-07-09", late.Text);
    }

    [Fact]
    public async Task A_case_with_an_application_that_waits_stays_open_and_an_application_called_back_lets_it_go()
    {
        host.Clock.SetInSweden("2026-05-04 09:00");
        var id = await host.InvestigatedCaseAsync("il.polis", "2026-05-04");
        var polis = host.As("il.polis");
        var permit = (await polis.ReflectionPeriodAsync(id, "2026-05-04")).Address;

        var kept = await polis.Submit(await polis.Get($"/cases/{id}/close"), ("Input.Because", "LOST_CONTACT"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.Status);
        Assert.Contains("An application for a permit waits for a decision", kept.Text);

        await polis.Submit(await polis.Get($"{permit}/follow"), ("Input.Step", "Withdraw"), ("Input.Reason", "The person left."));
        Assert.Equal(HttpStatusCode.OK, (await polis.Submit(await polis.Get($"/cases/{id}/close"), ("Input.Because", "LOST_CONTACT"))).Status);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind IN ('DecidePermit', 'ChasePermit') AND closed_at IS NULL"));
        // The agency never saw it decided, and takes no part any longer.
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ma.tillstand").Get(permit)).Status);
    }

    [Fact]
    public async Task Nobody_but_the_agency_records_a_decision_and_nobody_but_a_leader_asks_for_more_time()
    {
        host.Clock.SetInSweden("2026-05-04 09:00");
        var id = await host.InvestigatedCaseAsync("il.polis", "2026-05-04");
        await host.JoinsAsync("il.polis", id, "sw.umea");
        var permit = (await host.As("il.polis").ReflectionPeriodAsync(id, "2026-05-04")).Address;

        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("il.polis").Get($"{permit}/decide")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.umea").Get($"{permit}/decide")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.umea").Get($"{permit}/extend")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"{permit}/decide")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo").Get($"{permit}/decide")).Status);
    }
}
