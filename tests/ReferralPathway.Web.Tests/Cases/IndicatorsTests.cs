using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class IndicatorsTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private Browser Worker { get; } = host.As("sw.umea");

    [Fact]
    public async Task Signs_are_weighed_and_change_nothing_but_the_record_of_the_assessment()
    {
        var address = await A.CaseAsync(Worker);
        var id = Guid.Parse(address["/cases/".Length..]);
        var page = await Worker.Get($"{address}/indicators/DR");
        Assert.Contains("Signs never prove trafficking, and their absence never excludes it.", page.Text, StringComparison.Ordinal);

        var saved = await Worker.Submit(page,
            ("Input.Profile", "AdultLabour"), ("Input.Answers[DR01]", "Yes"), ("Input.Answers[DR02]", "Yes"), ("Input.Answers[DR03]", "Declined"), ("Input.Conclusion", "Likely deceived"), ("Input.On", "2026-03-16"), ("Input.NextReview", "2026-04-01"));

        Assert.Contains("Points to it: deceptive recruitment", saved.Text, StringComparison.Ordinal);
        Assert.Contains("1 strong, 1 medium, 0 weak", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Likely deceived", saved.Source, StringComparison.Ordinal);
        Assert.Equal("Presumed", await host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id}"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind = 'Assessed'"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.assessments WHERE case_id = {id} AND position(convert_to('deceived', 'UTF8') IN conclusion) > 0"));
    }

    [Fact]
    public async Task What_was_answered_on_one_page_stays_while_another_is_answered()
    {
        var address = await A.CaseAsync(Worker);
        await Worker.Submit(await Worker.Get($"{address}/indicators/DR"), ("Input.Answers[DR02]", "Yes"), ("Input.Conclusion", "First"));
        var second = await Worker.Submit(await Worker.Get($"{address}/indicators/CR"), ("Input.Answers[CR01]", "No"));
        Assert.Empty(second.Errors);

        var first = await Worker.Get($"{address}/indicators/DR");
        Assert.Equal("Yes", first.Document.QuerySelector("input[name='Input.Answers[DR02]'][checked]")!.GetAttribute("value"));
        var quick = await Worker.Get($"{address}/indicators");
        Assert.Null(quick.Document.QuerySelector("input[type=radio][checked]"));
    }

    [Fact]
    public async Task The_quick_list_has_eleven_signs_and_counts_those_present()
    {
        var address = await A.CaseAsync(Worker);
        var page = await Worker.Get($"{address}/indicators");
        Assert.Equal(11, page.Document.QuerySelectorAll("main fieldset").Length);
        var saved = await Worker.Submit(page, ("Input.Answers[ILO7]", "Yes"), ("Input.Answers[ILO8]", "Yes"), ("Input.Answers[ILO1]", "Unknown"), ("Input.Conclusion", "Papers withheld"));
        Assert.Contains("2 signs are present.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assessment_needs_a_persons_own_conclusion_and_days_in_order()
    {
        var address = await A.CaseAsync(Worker);
        var shown = await Worker.Submit(await Worker.Get($"{address}/indicators"), ("Input.Answers[ILO1]", "Yes"), ("Input.On", "2026-03-17"), ("Input.NextReview", "2026-03-01"));
        Assert.Equal(["Enter your own conclusion.", "Date of the assessment cannot be later than today (2026-03-16).", "Next review must be on or after date of the assessment (2026-03-17)."], shown.Errors);
        Assert.Equal("Yes", shown.Document.QuerySelector("input[name='Input.Answers[ILO1]'][checked]")!.GetAttribute("value"));
        var unknown = await Worker.Submit(shown, ("Input.Answers[ILO1]", "Perhaps"), ("Input.Conclusion", "Mine"), ("Input.On", "2026-03-16"), ("Input.NextReview", ""));
        Assert.Equal(["Choose one of the listed values."], unknown.Errors);
    }

    [Fact]
    public async Task A_list_that_is_none_is_not_there()
    {
        var address = await A.CaseAsync(Worker);
        Assert.Equal(HttpStatusCode.NotFound, (await Worker.Get($"{address}/indicators/ZZ")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get($"{address}/indicators")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"{address}/indicators")).Status);
    }

    [Fact]
    public async Task Each_sign_says_how_strongly_it_speaks()
    {
        var address = await A.CaseAsync(Worker);
        var saved = await Worker.Submit(await Worker.Get($"{address}/indicators/DR"), ("Input.Profile", "AdultLabour"), ("Input.Answers[DR01]", "Yes"), ("Input.Answers[DR02]", "Yes"), ("Input.Conclusion", "Deceived"));

        var present = saved.Document.QuerySelectorAll("aside .rp-soft").Select(e => e.TextContent).ToList();
        Assert.Contains("Strong sign", present);
        Assert.Contains("Medium sign", present);
        Assert.All(new[] { "Strong sign", "Medium sign" }, weight => Assert.Contains(saved.Document.QuerySelectorAll(".govuk-hint"), h => h.TextContent == weight));
        var unweighed = await Worker.Submit(saved, ("Input.Profile", "AdultSexual"));
        Assert.DoesNotContain("Strong sign", unweighed.Text, StringComparison.Ordinal);
    }
}
