using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Assistance;
using ReferralPathway.Web.Tests.Consultations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC01 of the domain reference: a woman without a permit is helped by a shelter alone, which asks the national coordinator without saying who she is.</summary>
public sealed class SC01_HelpedByAnNgoOnly(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly string[] Others = ["sw.malmo", "rc.syd", "il.polis", "ma.tillstand", "law.lind", "iom.hki", "ngo.platform"];

    [Fact]
    public async Task A_shelter_helps_a_woman_who_says_no_to_the_municipality()
    {
        await SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod));

        // Step 1: Mon 2026-02-02 10:15 the shelter opens C1; no name is ever asked for.
        host.Clock.SetInSweden("2026-02-02 10:15");
        var haven = host.As("ngo.haven");
        var id = await haven.OpensCaseAsync("2026-02-01",
            ("detected", [("Input.By", "SHELTER"), ("Input.Municipality", null)]), ("exploitation", [("Input.Countries[0]", "NG")]),
            ("person", [("Input.Languages[0]", "en"), ("Input.Languages[1]", "pcm")]), ("legal-status", [("Input.Status", "IRREGULAR")]), ("identity", [("Input.Nationalities[0]", "NG")]));
        var opened = await haven.Get($"/cases/{id}");
        Assert.Equal(("Open", "Presumed"), (await AskAsync("status", id), await AskAsync("identification", id)));
        Assert.Contains("Presumed", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Through Haven", opened.Text, StringComparison.OrdinalIgnoreCase);
        AsE01(await haven.Get($"/cases/{id}/guidance"));

        // Step 2: she says no to the municipality, and the referral is refused in the law's own words.
        host.Clock.SetInSweden("2026-02-02 10:20");
        var malmo = await host.OrganisationAsync("sw.malmo");
        var asked = await haven.Get($"/cases/{id}/consents/record?to={malmo}");
        var unsaid = await haven.Submit(asked, ("Input.Decision", "refused"));
        Assert.Equal(2, unsaid.Errors.Count);
        var recorded = await haven.Submit(asked, ("Input.Decision", "refused"), ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "pcm"));
        Assert.Contains("You may still consult JÄMY without personal details.", recorded.Text, StringComparison.Ordinal);
        Assert.Equal("Refused", await host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));
        host.Clock.SetInSweden("2026-02-02 10:25");
        var tried = await haven.Get($"/cases/{id}/referrals/write/{malmo}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.Status);
        Assert.Equal(["There is no valid consent from the person for City of Malmö. Record consent first, or consult JÄMY without personal details."], tried.Errors);
        Assert.Empty(tried.Document.QuerySelectorAll("main form"));
        Assert.Equal(["Det finns inget giltigt samtycke från personen för Malmö stad. Registrera samtycke först eller rådfråga JÄMY utan personuppgifter."],
            (await host.As("ngo.haven", "sv").Get($"/cases/{id}/referrals/write/{malmo}")).Errors);
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Rule' AND payload LIKE '%ReferralNeedsConsent%'"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}"));

        // Step 3: a telephone number is refused; without it the question is sent while the hotline is open.
        host.Clock.SetInSweden("2026-02-02 10:30");
        Assert.Contains("Open until 16:30", (await haven.Get("/consultations/ask")).Text, StringComparison.Ordinal);
        var numbered = await haven.AskAsync(("Input.Question", Asking.Question + " +46 70 123 45 67"));
        Assert.Contains("The text seems to contain a telephone number.", Assert.Single(numbered.Errors), StringComparison.Ordinal);
        var sent = await haven.Submit(numbered, ("Input.Question", Asking.Question));
        Assert.Equal("The question waits for an answer", sent.Heading);
        Assert.Contains("Answer by Tuesday", sent.Text, StringComparison.Ordinal);
        var consultation = ConsultationId.Parse(sent.Address.Split('/')[^1], null);
        Assert.Equal("Submitted", await host.StatusAsync(consultation));

        // Step 4: the national coordinator answers, and never reads the case.
        host.Clock.SetInSweden("2026-02-02 11:40");
        var jamy = host.As("nc.jamy");
        Assert.Contains("Answer a question without personal details", (await jamy.Get("/")).Text, StringComparison.Ordinal);
        var desk = await jamy.Get("/consultations/desk");
        Assert.Equal("One question waits for an answer", desk.Heading);
        var read = await jamy.Get(desk.Link("Protection and housing"));
        Assert.DoesNotContain("Haven", read.Source, StringComparison.Ordinal);
        await jamy.Submit(read, $"/consultations/{consultation}/take-on");
        await host.AnsweredAsync("nc.jamy", consultation);
        Assert.Equal("Answered", await host.StatusAsync(consultation));
        Assert.Contains("The municipality of stay", (await haven.Get($"/consultations/{consultation}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await jamy.Get($"/cases/{id}")).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND record_id = {id.Value} AND role = 'NationalCoordinator'"));

        // Step 5: a plan of three services is agreed and carried out; the address stands apart from it.
        host.Clock.SetInSweden("2026-02-02 12:00");
        var plan = await haven.PlanAsync(id, ("NGO_SOCIAL_WORK", null, null), ("ACCOMMODATION", null, null), ("HEALTH", "", "The health centre"));
        Assert.Contains("Waits for what the person says", (await haven.FollowsAsync(plan, "Propose")).Text, StringComparison.Ordinal);
        Assert.Contains("The person has agreed", (await haven.AgreesAsync(plan, "en")).Text, StringComparison.Ordinal);
        var early = await haven.FollowsAsync(plan, "Activate");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("at least one service is approved or has begun", early.Text, StringComparison.Ordinal);
        await haven.RecordsAsync(plan, 0, "Ongoing");
        Assert.Contains("The plan is being carried out", (await haven.FollowsAsync(plan, "Activate")).Text, StringComparison.Ordinal);
        await haven.Submit(await haven.Get($"/cases/{id}/whereabouts/record"), ("Input.Address", "Qxgatan 12"));
        var shown = await haven.Get(plan);
        Assert.Contains("A protected address is recorded. One person may read it.", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Qxgatan", shown.Source + (await haven.Get($"/cases/{id}")).Source, StringComparison.Ordinal);
        Assert.Equal("Active", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.assistance_plans WHERE case_id = {id.Value}"));

        // The end: no investigation, the reflection period is for later, and nobody else knows.
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
        AsE01(await haven.Get($"/cases/{id}/guidance"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value}"));
        foreach (var other in Others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(other).Get($"/cases/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(other).Get(plan)).Status);
        }

        // After it: thirty days later the plan is gone through again, by itself.
        var sweeper = host.Services.GetRequiredService<Sweeper>();
        host.Clock.SetInSweden("2026-02-25 09:00");
        await sweeper.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Contains("A plan of assistance is to be reviewed soon", (await haven.Get("/messages")).Text, StringComparison.Ordinal);
        host.Clock.SetInSweden("2026-03-04 09:00");
        await sweeper.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Review the plan of assistance", (await haven.Get("/")).Text, StringComparison.Ordinal);
        var reviewed = await haven.FollowsAsync(plan, "Review", ("Input.Note", "She sleeps better."), ("Input.ReviewOn", "2026-04-03"));
        Assert.Contains("The plan is being carried out", reviewed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Review the plan of assistance", (await haven.Get("/")).Document.QuerySelector("#today")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>E01 of the rules: R01, R03 with its note, R05, R07, R08 and R09 not now, R11b.</summary>
    private static void AsE01(WebPage panel)
    {
        var lines = panel.Guidance();
        (string, string)[] expected =
        [
            ("Advice to you, without naming anyone", "Available"), ("Support from the municipality", "Right"), ("Support from NGOs", "Most likely"), ("Health care that cannot be deferred", "Right"),
            ("Reflection period, 30 days", "Not yet"), ("Temporary residence permit, at least six months", "Not yet"), ("A long-term plan with an NGO", "Available"),
        ];
        foreach (var line in expected) Assert.Contains(line, lines);
        Assert.Contains("most likely be assisted only by NGOs", panel.Guidance("Support from the municipality"), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Support is "The whole plan of assistance" or "Reimbursement to the municipality" or "Health care as a resident");
    }

    private Task<string> AskAsync(string column, CaseId id) => host.AskAsync<string>(System.Runtime.CompilerServices.FormattableStringFactory.Create($"SELECT {column} AS \"Value\" FROM pathway.cases WHERE id = {{0}}", id.Value));
}
