using System.Net;
using ReferralPathway.Web.Pages.Audit;
using ReferralPathway.Web.Tests.Disclosures;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Audit;

public sealed class AuditPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_auditor_sees_who_read_what_and_no_content()
    {
        var id = await host.OpenCaseAsync("sw.umea", (c, act) => c.RecordIdentity(new() { GivenName = "Qxgiven", FamilyName = "Qxfamily" }, "NONE", act));
        await host.As("sw.umea").Get($"/cases/{id}");

        var page = await host.As("audit").Get($"/audit?What=readings&Case={id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Elin Sandberg", page.Text, StringComparison.Ordinal);
        Assert.Contains("Opened the case", page.Text, StringComparison.Ordinal);
        // Whole names: two letters alone also stand in a token now and then.
        Assert.DoesNotContain("Qxgiven", page.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Qxfamily", page.Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_auditor_reads_on_what_ground_disclosure_was_asked_for_and_how_it_was_decided_and_no_word_of_it()
    {
        var (leader, chief) = (host.As("il.polis"), host.As("ngo.haven.chef"));
        var asked = await leader.AsksAsync(await host.OrganisationAsync("ngo.haven"), ("Input.AnswerBy", $"{host.Clock.GetUtcNow().AddDays(5):yyyy-MM-dd}"));
        Assert.Empty(asked.Errors);
        await chief.AssessesAsync(asked.Address);
        await chief.DecidesAsync(asked.Address);

        var page = await host.As("audit").Get("/audit?What=disclosures");

        Assert.Contains("Partly granted", page.Text, StringComparison.Ordinal);
        Assert.Contains("Decided on a request for disclosure", page.Text, StringComparison.Ordinal);
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), row => Assert.Contains("disclosure", row.TextContent, StringComparison.OrdinalIgnoreCase));
        foreach (var word in new[] { DisclosureForms.Asked, DisclosureForms.Reasons, DisclosureForms.HandedOver, DisclosureForms.Answer }) Assert.DoesNotContain(word, page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_auditor_goes_through_the_record_page_by_page_without_missing_a_line()
    {
        for (var i = 0; i < 6; i++) await host.OpenCaseAsync("sw.malmo");
        var seen = new List<string>();
        var next = "/audit?What=acts";
        for (var pages = 0; next is not null && pages < 20; pages++)
        {
            var page = await host.As("audit").Get(next);
            seen.AddRange(page.Document.QuerySelectorAll("tbody tr").Select(row => row.GetAttribute("data-entry")!));
            next = page.Document.QuerySelector(".rp-pager a[rel=next]")?.GetAttribute("href");
        }
        var kept = await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind NOT LIKE 'Read.%' AND kind NOT LIKE 'Refused.%'");

        Assert.True(kept > IndexModel.Size);
        Assert.Equal(kept, seen.Distinct().Count());
        Assert.Equal(kept, seen.Count);
    }

    [Theory]
    [InlineData("sw.umea")]
    [InlineData("admin")]
    [InlineData("nc.jamy")]
    public async Task Nobody_else_sees_it(string account) => Assert.Equal(HttpStatusCode.Forbidden, (await host.As(account).Get("/audit")).Status);

    [Theory]
    [InlineData("Case=nonsense")]
    [InlineData("Until=2026-13-45")]
    [InlineData("After=nonsense")]
    [InlineData("What=nonsense")]
    public async Task Nonsense_is_answered_calmly(string query) => Assert.Equal(HttpStatusCode.OK, (await host.As("audit").Get($"/audit?{query}")).Status);
}
