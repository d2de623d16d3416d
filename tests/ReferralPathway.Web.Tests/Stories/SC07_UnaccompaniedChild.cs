using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Referrals;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC07 of the domain reference: the police find a boy of sixteen who is alone, and the social board of Stockholm protects him.</summary>
public sealed class SC07_UnaccompaniedChild(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_child_is_reported_at_once_and_protected_step_by_step()
    {
        host.Clock.SetInSweden("2026-06-05 21:40");
        await SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod));
        var (polis, stockholm) = (host.As("il.polis"), host.As("sw.stockholm"));
        var id = await polis.OpensCaseAsync("2026-06-05", [.. FrontDoor.Worker("ar", "MA", "18-20"), ("detected", [("Input.By", "POLICE_BORDER"), ("Input.Municipality", "0180")])]);
        // He says that he is sixteen, and alone: from that moment the case is a child's.
        Assert.Equal(HttpStatusCode.NotFound, (await polis.Get($"/cases/{id}/children")).Status);
        await polis.Submit(await polis.Get($"/cases/{id}/intake/person"), ("Input.Gender", "M"), ("Input.AgeGroup", "15-17"), ("Input.Unaccompanied", "Yes"), ("Input.Languages[0]", "ar"), ("Input.Interpreter", "Yes"));
        Assert.Contains("Report concern for a child at once", (await polis.Get("/")).Text);
        Assert.Contains("Report concern now", (await polis.Get($"/cases/{id}")).Text);

        // Step 1: the report, without consent; a social board, and a time.
        host.Clock.SetInSweden("2026-06-05 21:55");
        var form = await polis.Get($"/cases/{id}/children/report");
        Assert.Contains("114 14", form.Text);
        var wrong = await polis.Submit(form, ("Input.Board", (await host.OrganisationAsync("ngo.haven")).ToString()), ("Input.At", "late"), ("Input.Concern", ""));
        Assert.Equal(["Choose one of the listed values.", "Enter a time as hh:mm, for example 21:55.", "Enter what you are concerned about."], wrong.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await stockholm.Get($"/cases/{id}")).Status);
        var reported = await polis.Submit(await polis.Get($"/cases/{id}/children/report"),
            ("Input.Board", (await host.OrganisationAsync("sw.stockholm")).ToString()), ("Input.At", "21:55"), ("Input.Concern", "Sells for others, and nobody waits for him."), ("Input.TellMe", "true"));
        Assert.EndsWith("/children", reported.Address, StringComparison.Ordinal);
        Assert.Contains("Reported to City of Stockholm", reported.Text);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.legal_grounds WHERE case_id = {id.Value} AND ground = 'CHILD_REPORT'"));

        // Step 2: the social board takes the case on, reads who he is, and assesses at 22:30.
        var takeOn = await stockholm.Get($"/cases/{id}/investigations/take-on");
        await stockholm.Submit(takeOn);
        Assert.Contains(Story.Phone, (await stockholm.Get($"/cases/{id}")).Text);
        host.Clock.SetInSweden("2026-06-05 22:30");
        Assert.Equal(HttpStatusCode.Forbidden, (await polis.Get($"/cases/{id}/children/protect/assessment")).Status);
        await TakeAsync(stockholm, id, "protect/assessment", ("Input.Outcome", "ProtectNow"), ("Input.At", "22:30"), ("Input.Note", "Qxassessment: cannot go back tonight."));
        Assert.Contains("Qxassessment", (await stockholm.Get($"/cases/{id}/children")).Text);
        Assert.DoesNotContain("Qxassessment", (await polis.Get($"/cases/{id}/children")).Source);
        Assert.DoesNotContain("Protection was assessed", (await polis.Get($"/cases/{id}")).Text);

        host.Clock.SetInSweden("2026-06-08 09:00");
        await TakeAsync(stockholm, id, "represent/guardian");
        Assert.Contains("By 19 June 2026", (await stockholm.Get($"/cases/{id}/children")).Text);
        host.Clock.SetInSweden("2026-06-12 09:00");
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'InquiryIsDueSoon'"));
        await TakeAsync(stockholm, id, "protect/decision", ("Input.Outcome", "Opened"));
        Assert.Contains("By 12 October 2026", (await stockholm.Get($"/cases/{id}/children")).Text);
        // Whoever reported asked to be told, and learns it when the board tells, not before.
        Assert.DoesNotContain("An inquiry was opened", (await polis.Get($"/cases/{id}/children")).Text);
        await TakeAsync(stockholm, id, "protect/reporter");
        Assert.Contains("An inquiry was opened", (await polis.Get($"/cases/{id}/children")).Text);

        // Step 3: without a guardian nobody consents for him; then the god man does, and he himself is heard.
        var norrkoping = await host.OrganisationAsync("sw.norrkoping");
        Assert.Equal(["Enter decision of the guardian or representative.", "Enter what the child thinks."], (await FrontDoor.RecordsConsentAsync(polis, id, norrkoping)).Errors);
        host.Clock.SetInSweden("2026-06-15 09:00");
        await TakeAsync(stockholm, id, "say/guardian", ("Input.Outcome", "GodMan"), ("Input.Note", "Nils Ek, through the chief guardian."));
        Assert.Empty((await FrontDoor.RecordsConsentAsync(polis, id, norrkoping, ("Input.Guardian", "Nils Ek agrees"), ("Input.ChildsOpinion", "Wants help"))).Errors);

        // Step 4: protected housing only with an adult custodian who is granted it too; the family is not looked for against his interest.
        var housing = await TakeAsync(stockholm, id, "protect/placement", ("Input.Outcome", "ProtectedHousing"), ("Input.WithCustodian", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, housing.Status);
        Assert.Contains("only together with a custodian", housing.Text);
        await TakeAsync(stockholm, id, "protect/placement", ("Input.Outcome", "FamilyHome"));
        Assert.Contains("against the child’s interest", (await TakeAsync(stockholm, id, "represent/tracing", ("Input.Outcome", "Trace"), ("Input.AgainstInterest", "true"))).Text);
        await TakeAsync(stockholm, id, "represent/tracing", ("Input.Outcome", "AgainstInterest"));

        // Step 5: an investigation, thirty days, and a right to school.
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"),
            ("Input.Unit", "Gränspolisen"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K214365-26"),
            ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-06-10"), ("Input.Reason", "true"));
        var permit = await polis.ReflectionPeriodAsync(id, "2026-06-15");
        host.Clock.SetInSweden("2026-06-18 09:00");
        await host.As("ma.tillstand").DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-06-18"), ("Input.To", "2026-07-17"), ("Input.AsPrinted", "true"), ("Input.On", "2026-06-18"));
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        Assert.Contains("school", (await polis.Get($"/cases/{id}")).Text, StringComparison.OrdinalIgnoreCase);

        // While the inquiry runs the case stays open; when everything is done the child task ends by itself, and with it the board's part.
        Assert.Contains("The protection of the child is not finished", (await CloseAsync(polis, id)).Text);
        host.Clock.SetInSweden("2026-10-01 09:00");
        Assert.Contains("From 15 the child speaks for itself", (await TakeAsync(stockholm, id, "protect/inquiry", ("Input.Outcome", "Measures"))).Text);
        await TakeAsync(stockholm, id, "say/heard", ("Input.Outcome", "Spoke"), ("Input.Note", "Wants to stay in school."));
        await TakeAsync(stockholm, id, "protect/inquiry", ("Input.Outcome", "Measures"));
        Assert.Equal("Ended", await host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.child_tasks WHERE case_id = {id.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND reason = 'ChildReport' AND valid_until > {host.Clock.GetUtcNow()}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND closed_at IS NULL AND kind IN ('ReportConcern', 'AssessProtection', 'DecideInquiry', 'FinishInquiry', 'InformReporter', 'ApplyForGuardian', 'DecideTracing')"));
        Assert.DoesNotContain("The protection of the child is not finished", (await CloseAsync(polis, id)).Text);
    }

    [Fact]
    public async Task A_recipient_reports_too_and_a_suspected_guardian_stops_consent()
    {
        host.Clock.SetInSweden("2026-06-08 09:00");
        var id = await host.CaseAsync("il.polis");
        await host.JoinsAsync("il.polis", id, "ngo.haven");
        await host.OnAsync("il.polis", id, (c, act) => c.RecordPerson(new() { Gender = "F", AgeGroup = "12-14", Unaccompanied = "No" }, act));
        var haven = host.As("ngo.haven");
        Assert.Contains("Report concern now", (await host.As("il.polis").Get($"/cases/{id}")).Text);
        var reported = await haven.Submit(await haven.Get($"/cases/{id}/children/report"), ("Input.Board", (await host.OrganisationAsync("sw.umea")).ToString()), ("Input.Concern", "Bruises."));
        Assert.Contains("Reported to Umeå municipality", reported.Text);
        await TakeAsync(haven, id, "say/suspected", ("Input.Outcome", "Suspected"), ("Input.Note", "Her uncle."));

        Assert.Contains("A guardian is suspected", (await host.As("il.polis").Get($"/cases/{id}")).Text);
        var consent = await FrontDoor.RecordsConsentAsync(host.As("il.polis"), id, await host.OrganisationAsync("sw.norrkoping"), ("Input.Guardian", "Her uncle"), ("Input.ChildsOpinion", "Yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, consent.Status);
        Assert.Contains("cannot consent for the child", consent.Text);
    }

    private static async Task<WebPage> TakeAsync(Browser browser, CaseId id, string step, params (string, string?)[] fields) =>
        await browser.Submit(await browser.Get($"/cases/{id}/children/{step}"), fields);

    private static async Task<WebPage> CloseAsync(Browser browser, CaseId id) => await browser.Submit(await browser.Get($"/cases/{id}/close"), ("Input.Because", "ASSISTANCE_COMPLETED"));
}
