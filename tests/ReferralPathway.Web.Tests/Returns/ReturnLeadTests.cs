using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Returns;

/// <summary>A return and whoever leads the case.</summary>
public sealed class ReturnLeadTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_return_that_the_lead_is_writing_goes_with_the_case_to_the_next_lead()
    {
        host.Clock.SetInSweden("2026-03-17 09:00");
        var (umea, haven) = (host.As("sw.umea"), host.As("ngo.haven"));
        var id = await host.ProstitutedAsync("sw.umea");
        var one = await umea.BeginsReturnAsync(id);
        await host.ContactsCoordinatorAsync(umea, one, "rc.norr", "2026-03-17");
        await umea.WritesPartAAsync(one, "2026-03-17");
        await umea.RecordsConsentAsync(id, await host.OrganisationAsync("ngo.haven"), ("Input.On", "2026-03-17"));
        await umea.RefersAsync(id, await host.OrganisationAsync("ngo.haven"), ("Input.Kind", "Transfer"), ("Input.Service", "NGO_SOCIAL_WORK"));
        await haven.AcceptsAsync("Umeå", "2026-03-18");

        var page = await haven.Get(one);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await haven.SaysAsync($"{one}/write/destination", ("Input.Country", "RO"), ("Input.Place", "Oradea"), ("Input.Right", "Citizen"));
        Assert.Equal(HttpStatusCode.NotFound, (await umea.Get($"{one}/write/destination")).Status);
        Assert.Equal((await host.OrganisationAsync("ngo.haven")).Value, await host.AskAsync<Guid>(
            $"SELECT organisation_id AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'WriteReturn' AND closed_at IS NULL"));
    }

    [Fact]
    public async Task Whoever_leads_the_case_hears_of_a_return_that_somebody_else_begins()
    {
        host.Clock.SetInSweden("2026-03-17 09:00");
        var id = await host.ProstitutedAsync("sw.umea");
        await host.JoinsAsync("sw.umea", id, "ngo.haven", "Umeå", "2026-03-18");
        await host.As("ngo.haven").BeginsReturnAsync(id);

        Assert.Contains("Something has happened to a return", (await host.As("sw.umea").Get("/messages")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Something has happened to a return", (await host.As("ngo.haven").Get("/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_of_the_region_is_suggested_first()
    {
        host.Clock.SetInSweden("2026-03-17 09:00");
        var umea = host.As("sw.umea");
        var id = await host.ProstitutedAsync("sw.umea");
        await host.OnAsync("sw.umea", id, (c, act) => c.RecordDetection(act.Day, "SOCIAL_WORKER", null, "2480", act));
        var form = await umea.Get($"{await umea.BeginsReturnAsync(id)}/write/coordinator");

        Assert.Equal((await host.OrganisationAsync("rc.norr")).ToString(), ((AngleSharp.Html.Dom.IHtmlSelectElement)form.Document.QuerySelector("[name='Input.Coordinator']")!).Value);
    }
}
