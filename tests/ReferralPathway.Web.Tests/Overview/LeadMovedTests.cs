using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;
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

    private Task<List<string>> OpenAsync(Guid id, OrganisationId of) => host.LookAsync(db =>
        db.Database.SqlQuery<string>($"SELECT kind AS \"Value\" FROM pathway.work_items WHERE case_id = {id} AND organisation_id = {of.Value} AND closed_at IS NULL AND kind <> 'AnswerReferral' ORDER BY kind").ToListAsync());
}
