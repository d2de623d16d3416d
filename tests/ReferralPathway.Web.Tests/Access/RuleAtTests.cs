using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Access;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Access;

/// <summary>A broken law about one field is said beside it; about the form, with a link to the form.</summary>
public sealed partial class RuleAtTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static IEnumerable<(Type Page, RuleAtAttribute At)> All =>
        from page in typeof(RuleAtAttribute).Assembly.GetTypes()
        from at in page.GetCustomAttributes<RuleAtAttribute>()
        select (page, at);

    [Fact]
    public void What_a_page_names_are_laws_and_fields_of_its_own()
    {
        var rules = typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((Rule)f.GetValue(null)!).Name).ToHashSet();
        Assert.True(All.Count() > 30);
        Assert.All(All, found =>
        {
            Assert.All(found.At.Rules, r => Assert.Contains(r, rules));
            var type = found.Page;
            foreach (var part in found.At.Field.Split('.')) type = type.GetProperty(part)?.PropertyType ?? throw new InvalidOperationException($"{found.Page} has no field {found.At.Field}");
        });
        Assert.All(All.GroupBy(found => found.Page), page => Assert.Distinct(page.SelectMany(p => p.At.Rules)));
    }

    [Fact]
    public async Task An_investigation_that_is_recorded_already_is_said_beside_its_number()
    {
        var id = await host.OpenCaseAsync("il.polis");
        var polis = host.As("il.polis");
        (string, string?)[] filled =
        [
            ("Input.LeaderKind", "Police"), ("Input.Unit", "NOA"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K123456-26"),
            ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-03-16"), ("Input.Reason", "true"),
        ];
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), filled);

        var again = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), filled);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("This investigation is already recorded.", again.Document.GetElementById("Input_Reference-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Input_Reference", again.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Tracing_for_an_adult_is_said_beside_the_service()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var worker = host.As("sw.malmo");
        await worker.Submit(await worker.Get($"/cases/{id}/plan"));
        var plan = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.assistance_plans WHERE case_id = {id.Value}");

        var refused = await worker.Submit(await worker.Get($"/cases/{id}/plans/{plan}/items/new"), ("Input.Service", "TRACING"), ("Input.Need", "Her mother"));

        Assert.Contains("Tracing", refused.Document.GetElementById("Input_Service-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_without_an_investigation_says_so_in_whole_words()
    {
        var id = await host.OpenCaseAsync("il.polis");
        var polis = host.As("il.polis");

        var refused = await polis.Submit(await polis.Get($"/cases/{id}/permits/write/reflection-period"), ("then", "submit"), ("Input.Channel", "Form"));

        Assert.Contains("A reflection period can be applied for when a preliminary investigation has been initiated. None is recorded for this case.", refused.Errors);
        Assert.DoesNotMatch(Placeholder(), refused.Text);
    }

    [Fact]
    public async Task What_is_about_the_whole_form_leads_to_the_form()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var worker = host.As("sw.malmo");
        var form = await worker.Get($"/cases/{id}/intake/danger");
        await host.OnAsync("sw.malmo", id, (c, act) => c.RecordDanger(true, act));

        var refused = await worker.Submit(form, ("Input.Acute", "No"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        var link = refused.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!;
        Assert.Equal("form", refused.Document.QuerySelector(link)!.LocalName);
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
