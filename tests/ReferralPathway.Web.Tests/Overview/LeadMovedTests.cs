using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Overview;

public sealed class LeadMovedTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Work_on_a_case_follows_the_case_to_its_new_lead_and_the_safe_contact_is_checked_anew()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var (haven, malmo, umea) = (await host.OrganisationAsync("ngo.haven"), await host.OrganisationAsync("sw.malmo"), await host.OrganisationAsync("sw.umea"));
        var polis = await host.OrganisationAsync("il.polis");
        await host.OnAsync("ngo.haven", id, (theCase, act) =>
        {
            theCase.Assess("QUICK", new Dictionary<string, string>(), "Signs of force", act.Day, act.Day.AddDays(10), act);
            theCase.RecordLegalGround(polis, OrganisationKind.Police, "EMERGENCY", DataGroups.Of(DataGroup.Identity), act.Day, "He is outside the door.", byManager: false, act);
        });
        await host.ConsentAsync("ngo.haven", id, "sw.malmo");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var asked = await host.SendAsync("ngo.haven", id, "sw.umea");
        var transfer = await host.SendAsync("ngo.haven", id, "sw.malmo", kind: ReferralKind.Transfer);
        await host.DoAsync("sw.umea", async doing => (await doing.Db.Referrals.SingleAsync(r => r.Id == asked)).Decline("NO_CAPACITY", null, doing.Act));
        Assert.Equal(["CheckSafeContact", "FindAnotherProvider", "ReviewAssessment", "ReviewEmergency"], await OpenAsync(id.Value, haven));
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await host.AcceptAsync("sw.malmo", transfer);

        Assert.Empty(await OpenAsync(id.Value, haven));
        Assert.Equal(["CheckSafeContact", "FindAnotherProvider", "ReviewAssessment", "ReviewEmergency"], await OpenAsync(id.Value, malmo));
        Assert.Empty(await OpenAsync(id.Value, umea));
        // Nobody at the new lead was named for it yet; the safe contact is due the next working day, whatever the former lead had found.
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND organisation_id = {malmo.Value} AND user_id IS NOT NULL AND closed_at IS NULL"));
        var due = await host.AskAsync<DateTimeOffset>($"SELECT due_at AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND organisation_id = {malmo.Value} AND kind = 'CheckSafeContact' AND closed_at IS NULL");
        Assert.Equal(SwedishCalendar.StartOf(SwedishCalendar.AddWorkingDays(SwedishCalendar.DayOf(host.Clock.GetUtcNow()), 1).AddDays(1)), due);
        Assert.DoesNotContain($"/cases/{id}", (await host.As("ngo.haven").Get("/work")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leads_is_told_that_a_permit_ends_and_so_is_whoever_applied()
    {
        host.Clock.SetInSweden("2026-03-02 09:00");
        var id = await host.InvestigatedCaseAsync("il.polis", "2026-03-02");
        var permit = await host.As("il.polis").ReflectionPeriodAsync(id, "2026-03-02");
        await host.As("ma.tillstand").DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-03-02"), ("Input.To", "2026-03-31"), ("Input.AsPrinted", "true"), ("Input.On", "2026-03-02"));
        var (polis, malmo, haven) = (await host.OrganisationAsync("il.polis"), await host.OrganisationAsync("sw.malmo"), await host.OrganisationAsync("ngo.haven"));
        await host.ConsentAsync("il.polis", id, "sw.malmo");
        await host.AcceptAsync("sw.malmo", await host.SendAsync("il.polis", id, "sw.malmo", kind: ReferralKind.Transfer));
        Assert.Equal((true, true), (await NextStepAsync(polis), await NextStepAsync(malmo)));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        await host.AcceptAsync("ngo.haven", await host.SendAsync("sw.malmo", id, "ngo.haven", kind: ReferralKind.Transfer));

        Assert.Equal((true, false, true), (await NextStepAsync(polis), await NextStepAsync(malmo), await NextStepAsync(haven)));
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'DecideNextStep' AND closed_at IS NULL AND cardinality(later_reminders) = 3 AND remind_at IS NOT NULL"));

        host.Clock.SetInSweden("2026-04-01 00:05");
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal((false, false, false), (await NextStepAsync(polis), await NextStepAsync(malmo), await NextStepAsync(haven)));
        Assert.Contains("ReviewLegalStatus", await OpenAsync(id.Value, haven));

        async Task<bool> NextStepAsync(OrganisationId of) => (await OpenAsync(id.Value, of)).Contains("DecideNextStep");
    }

    private Task<List<string>> OpenAsync(Guid id, OrganisationId of) => host.LookAsync(db =>
        db.Database.SqlQuery<string>($"SELECT kind AS \"Value\" FROM pathway.work_items WHERE case_id = {id} AND organisation_id = {of.Value} AND closed_at IS NULL AND kind <> 'AnswerReferral' ORDER BY kind").ToListAsync());
}
