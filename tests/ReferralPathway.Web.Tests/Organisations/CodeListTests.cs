using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Organisations;

/// <summary>What codes are called and which are offered, and who changed that.</summary>
public sealed class CodeListTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_code_is_called_otherwise_at_once_on_every_instance_and_its_history_says_who_and_from_what()
    {
        await using var other = PathwayHost.Leaking(host, _ => { });
        var id = await host.OpenCaseAsync("sw.umea");
        var admin = host.As("admin");
        Assert.Contains("href=\"/administration/codes?list=act\"", (await admin.Get("/administration/codes")).Source, StringComparison.Ordinal);
        const string address = "/administration/codes?list=exploitation_type&code=SEXUAL";
        var form = await admin.Get(address);
        Assert.Null(form.Document.QuerySelector("#Input_WithdrawnFrom"));

        await admin.Submit(form, ("Input.Sv", "Sexuella ändamål av nytt slag"), ("Input.En", "Sexual purposes, newly named"));

        Assert.Contains("Sexual purposes, newly named", (await other.As("sw.umea").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Sexuella ändamål av nytt slag", (await other.As("sw.umea", "sv").Get($"/cases/{id}/intake/exploitation")).Text, StringComparison.Ordinal);
        var list = await admin.Get("/administration/codes?list=exploitation_type");
        var history = await admin.Get(list.Link("Who changed this"));
        Assert.Contains("→ Sexual purposes, newly named", history.Text, StringComparison.Ordinal);
        Assert.Contains("Stefan Holm", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_code_is_offered_no_more_and_read_as_before()
    {
        host.Clock.SetInSweden("2026-03-16 09:00");
        var id = await host.OpenCaseAsync("sw.umea", (opened, act) => opened.RecordExploitation("THB", ["FORCED_LABOUR"], ["CONSTRUCTION"], new(), act));
        var fresh = await host.OpenCaseAsync("sw.umea", (opened, act) => opened.RecordExploitation("THB", ["FORCED_LABOUR"], ["GREEN"], new(), act));
        var admin = host.As("admin");
        const string address = "/administration/codes?list=labour_sector&code=CONSTRUCTION";
        var past = await admin.Submit(await admin.Get(address), ("Input.WithdrawnFrom", "2026-03-15"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
        await admin.Submit(await admin.Get(address), ("Input.WithdrawnFrom", "2026-03-17"));
        var worker = host.As("sw.umea");
        Assert.True(await OfferedAsync(worker, fresh));

        host.Clock.SetInSweden("2026-03-17 00:00");

        Assert.False(await OfferedAsync(worker, fresh));
        Assert.True(await OfferedAsync(worker, id));
        Assert.Contains("onstruction", (await worker.Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get("/administration/codes?list=labour_sector&code=NONE")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get("/administration/codes?list=identification_status")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.Get(address)).Status);
    }

    [Fact]
    public async Task The_history_of_an_organisation_and_of_the_hotline_says_who_changed_what_page_by_page()
    {
        host.Clock.SetInSweden("2026-03-16 09:00");
        var admin = host.As("admin");
        var address = $"/administration/organisations/{await host.OrganisationAsync("sw.dorotea")}";
        for (var n = 1; n <= 26; n++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await admin.Submit(await admin.Get(address), ("Input.NameEn", $"Dorotea {n}"));
        }
        var history = await admin.Get((await admin.Get(address)).Link("Who changed this"));
        Assert.Contains("English name: Dorotea 25 → Dorotea 26", history.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dorotea municipality → Dorotea 1", history.Text, StringComparison.Ordinal);
        Assert.Contains("Dorotea municipality → Dorotea 1", (await admin.Get(history.Document.QuerySelector("a[href*='after=']")!.GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dorotea", history.Document.Title, StringComparison.Ordinal);

        var hours = await admin.Get("/administration/directory/hotline");
        await admin.Submit(hours, "/administration/directory/hotline", ("Input.Day", "2026-04-01"), ("Input.ClosesAt", "15:00"));
        Assert.Contains("1 April 2026: nothing → ", (await admin.Get((await admin.Get("/administration/directory/hotline")).Link("Who changed this"))).Text, StringComparison.Ordinal);
    }

    private static async Task<bool> OfferedAsync(Browser worker, Domain.Foundations.CaseId id) =>
        (await worker.Get($"/cases/{id}/intake/exploitation")).Document.QuerySelector("input[name='Input.Sectors'][value='CONSTRUCTION']") is not null;
}
