using Microsoft.EntityFrameworkCore;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Cases;

/// <summary>Within one instant the record tells what happened in the order in which it happened, and of several words in one act the last holds.</summary>
public sealed class TimelineOrderTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly string[] Happened =
        ["CaseStarted", "FactsRecorded", "SafeContactRecorded", "FactsRecorded", "FactsRecorded", "FactsRecorded", "FactsRecorded", "FactsRecorded", "CaseOpened", "HealthRecorded", "IdentityRecorded", "HealthRecorded"];

    [Fact]
    public async Task Lines_of_one_instant_stand_in_the_order_of_the_acts_in_record_and_chain()
    {
        for (var n = 0; n < 3; n++)
        {
            var id = await host.OpenCaseAsync("sw.malmo", (theCase, act) =>
            {
                theCase.RecordHealth(new() { Pregnant = "No", UrgentNeed = "No", Disability = "No" }, act);
                theCase.RecordIdentity(new() { Alias = "Early" }, "NONE", act);
                theCase.RecordHealth(new() { Pregnant = "Yes", UrgentNeed = "No", Disability = "No" }, act);
            });

            Assert.Equal(Happened, await Kinds($"SELECT kind AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} ORDER BY at, id"));
            Assert.Equal(Happened, await Kinds($"SELECT e.kind AS \"Value\" FROM pathway.audit_entries e JOIN pathway.audit_links l ON l.entry = e.id WHERE e.case_id = {id.Value} ORDER BY l.seq"));
            var parts = await Kinds($"SELECT payload AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'FactsRecorded' ORDER BY at, id");
            Assert.Equal(["part=Danger", "part=Detection", "part=Exploitation", "part=Person", "part=LegalStatus", "part=Rights"], parts);
        }
    }

    [Fact]
    public async Task An_investigation_stands_before_the_identification_that_it_caused()
    {
        var id = await host.AnOpenCaseAsync("sw.norrkoping");
        await host.InitiatedAsync("sw.norrkoping", id);

        Assert.Equal(["InvestigationInitiated", "FormallyIdentified"], await Kinds($"SELECT kind AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind IN ('InvestigationInitiated', 'FormallyIdentified') ORDER BY at, id"));
        var page = (await host.As("sw.norrkoping").Get($"/cases/{id}")).Text;
        Assert.True(page.LastIndexOf("Formally identified", StringComparison.Ordinal) < page.LastIndexOf("The police initiated a preliminary investigation", StringComparison.Ordinal), "Newest first: the effect stands above its cause.");
    }

    [Fact]
    public async Task Of_several_words_in_one_act_the_last_holds()
    {
        var id = await host.OpenCaseAsync("sw.malmo", (theCase, act) =>
        {
            foreach (var name in new[] { "First", "Second", "Third" })
            {
                theCase.RecordIdentity(new() { Alias = name }, "NONE", act);
                theCase.RecordHealth(new() { Pregnant = "No", UrgentNeed = "No", Disability = "No", Note = name }, act);
                theCase.RecordSafeContact(new() { Direct = "Yes", DeviceWatched = "No", InPerson = name, LastCheckedOn = act.Day }, act);
                theCase.RecordExploitation("THB", ["SEXUAL"], [], new() { Description = name }, act);
            }
        });

        var browser = host.As("sw.malmo");
        Assert.Contains("Third", (await browser.Get($"/cases/{id}/identity")).Text, StringComparison.Ordinal);
        var page = (await browser.Get($"/cases/{id}")).Text;
        Assert.Contains("Third", page, StringComparison.Ordinal);
        Assert.DoesNotContain("First", page, StringComparison.Ordinal);
        foreach (var table in new[] { "identity_versions", "health_versions", "safe_contact_versions", "safe_contact_summaries", "narrative_versions", "facts_versions" })
            Assert.Equal(0, await host.CountAsync("sw.malmo", $"SELECT count(*) FROM (SELECT FROM pathway.{table} WHERE case_id = $1 GROUP BY number HAVING count(*) > 1) d", id.Value));
    }

    private Task<List<string>> Kinds(FormattableString question) => host.LookAsync(db => db.Database.SqlQuery<string>(question).ToListAsync());
}
