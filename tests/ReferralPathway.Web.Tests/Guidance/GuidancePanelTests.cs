using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Cases;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Guidance;

/// <summary>The guidance on a case, and the two administrators who choose the reading of its rules.</summary>
public sealed class GuidancePanelTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_case_shows_what_support_there_is_and_leads_to_the_act()
    {
        var id = await host.AnOpenCaseAsync("sw.umea");

        var page = await host.As("sw.umea").Get($"/cases/{id}");
        var panel = page.Document.QuerySelector("section[aria-labelledby=guidance]")!;

        Assert.Equal("Support from the municipality", panel.QuerySelector(".rp-line__title")!.TextContent);
        Assert.Contains("You can give this yourselves.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/cases/{id}/consents/record", panel.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains($"/cases/{id}/guidance", page.Links);
        Assert.DoesNotContain(panel.QuerySelectorAll("a"), a => a.GetAttribute("href") == "");
        Assert.Contains("National guide", panel.QuerySelector(".rp-line__source")!.TextContent, StringComparison.Ordinal);
        // A room that is not built yet has no link.
        Assert.All(panel.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).Distinct(), href => Assert.Equal(HttpStatusCode.OK, host.As("sw.umea").Get(href).GetAwaiter().GetResult().Status));
    }

    [Fact]
    public async Task A_colleague_outside_the_team_and_a_case_that_is_closed_to_them_have_no_guidance()
    {
        var id = await host.AnOpenCaseAsync("sw.malmo");

        Assert.DoesNotContain("aria-labelledby=\"guidance\"", (await host.As("sw.malmo.chef").Get($"/cases/{id}")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.malmo.chef").Get($"/cases/{id}/guidance")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get($"/cases/{id}/guidance")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"/cases/{id}/guidance")).Status);
    }

    [Theory]
    [InlineData("en", "Support for the person", "If a preliminary investigation begins")]
    [InlineData("sv", "Stöd för personen", "Om en förundersökning inleds")]
    public async Task The_whole_guidance_of_a_case_tells_what_if_and_answers_for_another_day(string language, string heading, string whatIf)
    {
        var id = await host.AnOpenCaseAsync("ngo.haven");
        var browser = host.As("ngo.haven", language);

        var page = await browser.Get($"/cases/{id}/guidance");
        Assert.Equal(heading, page.Heading);
        Assert.Contains(whatIf, page.Text, StringComparison.Ordinal);
        var earlier = await browser.Get($"/cases/{id}/guidance?Day=2022-07-31");
        Assert.Contains("2022", earlier.Document.QuerySelector(".rp-lede")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/cases/{id}/guidance?Day=never")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/cases/{id}/guidance?Day=9999-12-31")).Status);
    }

    [Fact]
    public async Task One_administrator_asks_for_another_reading_and_only_another_confirms_it()
    {
        const string rules = "/administration/rules";
        var id = await host.AnOpenCaseAsync("rc.norr");
        var (stefan, lotta) = (host.As("admin"), host.As("admin2"));

        Assert.Contains("former Social Services Act (2001:453) 4:1, 5:11 until 30 June 2025", (await stefan.Get(rules)).Text, StringComparison.Ordinal);
        Assert.Equal(["Choose something other than what holds on that day."], (await stefan.Submit(await stefan.Get(rules))).Errors);
        var late = await stefan.Submit(await stefan.Get(rules), ("Input.RuleSet", "Guide"), ("Input.Since", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        var asked = await stefan.Submit(await stefan.Get(rules), ("Input.RuleSet", "Guide"), ("Input.ReimbursementFrom", "GrantedReflectionPeriod"));
        Assert.Contains("Somebody other than you confirms.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(2, await ReflectionPeriodsAsync());

        // Whoever asked has no button, and a forged form is refused by the law.
        var waiting = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.rule_changes WHERE state = 'Waiting'");
        var token = (await stefan.Get(rules)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var forged = await stefan.Client.PostAsync(new Uri($"{rules}?handler=Answer", UriKind.Relative), new FormUrlEncodedContent([new("id", waiting.ToString()), new("answer", "yes"), new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.Equal("Waiting", await host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.rule_changes WHERE id = {waiting}"));

        var confirmed = await lotta.Submit(await lotta.Get(rules), $"{rules}?handler=Answer", ("answer", "yes"));
        Assert.Contains("The change is confirmed.", confirmed.Text, StringComparison.Ordinal);
        Assert.Equal(1, await ReflectionPeriodsAsync());
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind IN ('Rules.Asked', 'Rules.Confirmed')"));
        Assert.Contains("only the investigation leader applies for a reflection period", (await host.As("rc.norr").Get($"/cases/{id}/guidance")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.umea").Get(rules)).Status);

        async Task<int> ReflectionPeriodsAsync() => (await host.Anonymous().Client.GetStringAsync(new Uri("/api/guidance?exposure=THB", UriKind.Relative))).Split("\"ruleId\":\"R08\"").Length - 1;
    }

    [Fact]
    public void The_sample_begins_with_the_rules_it_is_given()
    {
        Assert.Null(SampleMode.Preset(Given()));
        Assert.Equal(new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.Application), SampleMode.Preset(Given(("PATHWAY_RULESET", "Guide"))));
        Assert.Equal(new(ReflectionPeriodRuleSet.Law2022, ReimbursementFrom.GrantedReflectionPeriod), SampleMode.Preset(Given(("PATHWAY_REIMBURSEMENT_FROM", "GrantedReflectionPeriod"))));
        Assert.Throws<InvalidOperationException>(() => SampleMode.Preset(Given(("PATHWAY_RULESET", "Law2023"))));

        static Microsoft.Extensions.Configuration.IConfiguration Given(params (string, string)[] settings) =>
            new Microsoft.Extensions.Configuration.ConfigurationManager { Sources = { new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = settings.ToDictionary(s => s.Item1, s => (string?)s.Item2) } } };
    }
}
