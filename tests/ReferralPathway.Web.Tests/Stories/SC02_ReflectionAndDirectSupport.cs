using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Assistance;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Permits;
using ReferralPathway.Web.Tests.Reimbursement;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC02 of the domain reference: a man reflects for thirty days, does not want to cooperate, and is helped further by a shelter, which leads the case.</summary>
public sealed class SC02_ReflectionAndDirectSupport(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private static readonly (string, string?)[] InUzbek =
    [
        ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "uz"), ("Input.Interpreter", "Telephone"), ("Input.Groups", "Facts"), ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"),
        ("Input.Groups", "Narrative"), ("Input.Groups", "Investigation"), ("Input.Groups", "Migration"), ("Input.Groups", "Plan"),
    ];

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);

    [Fact]
    public async Task From_a_border_control_to_the_help_of_a_shelter()
    {
        await SampleData.PresetAsync(host.Services, new(ReflectionPeriodRuleSet.Guide, ReimbursementFrom.GrantedReflectionPeriod));
        var (polis, norrkoping, agency, haven) = (host.As("il.polis"), host.As("sw.norrkoping"), host.As("ma.tillstand"), host.As("ngo.haven"));

        // Step 1: Mon 2026-02-16 the border police open C2 and record the report; on Tuesday the investigation is initiated.
        host.Clock.SetInSweden("2026-02-16 10:00");
        var id = await polis.OpensCaseAsync("2026-02-16",
            ("safe-contact", [("Input.Direct", "Yes"), ("Input.Organisation", null), ("Input.Through", null), ("Input.Phone", "+46 70 174 06 05"), ("Input.Message", "No"), ("Input.DeviceWatched", "No")]),
            ("detected", [("Input.By", "POLICE_BORDER"), ("Input.Municipality", "0581")]), ("exploitation", [("Input.Types", "FORCED_LABOUR"), ("Input.Sectors", "CONSTRUCTION")]),
            ("person", [("Input.Gender", "M"), ("Input.AgeGroup", "35-44"), ("Input.Languages[0]", "uz")]), ("legal-status", [("Input.Status", "IRREGULAR")]), ("rights", [("Input.Informed", "NotYet")]),
            ("identity", [("Input.Nationalities[0]", "UZ")]));
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/report"), ("Input.On", "2026-02-16"), ("Input.Unit", "Gränspolisen Norrköping"));
        Assert.Equal("Presumed", await host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        host.Clock.SetInSweden("2026-02-17 09:00");
        var followed = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"),
            ("Input.Unit", "Gränspolisen Norrköping"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K214365-26"), ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-02-17"), ("Input.Reason", "true"));
        Assert.Equal(HttpStatusCode.OK, followed.Status);
        Assert.Equal("FormallyIdentified", await host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        Assert.Equal(new DateOnly(2026, 2, 17), await host.AskAsync<DateOnly>($"SELECT formally_identified_on AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        var tasks = (await polis.Get("/work")).Text;
        Assert.Contains("Tell the person about reflection period and permit", tasks, StringComparison.Ordinal);
        Assert.Contains("Request counsel for the injured party", tasks, StringComparison.Ordinal);
        host.Clock.SetInSweden("2026-02-18 09:00");
        await polis.Submit(await polis.Get(followed.Address), ("Input.Step", "Inform"), ("Input.On", "2026-02-18"));
        await polis.Submit(await polis.Get(followed.Address), ("Input.Step", "RequestCounsel"), ("Input.On", "2026-02-18"));
        Assert.DoesNotContain("Tell the person about reflection period and permit", (await polis.Get("/work")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Request counsel for the injured party", (await polis.Get("/work")).Text, StringComparison.Ordinal);

        // Step 2: yes to the municipality and to the regional coordinator, in Uzbek, by an interpreter on the telephone. Consent alone lets nobody in.
        foreach (var recipient in new[] { "sw.norrkoping", "rc.ost" })
            Assert.Empty((await polis.RecordsConsentAsync(id, await host.OrganisationAsync(recipient), InUzbek)).Errors);
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value} AND state = 'Given' AND language = 'uz' AND interpreter = 'Telephone'"));
        Assert.Equal(HttpStatusCode.NotFound, (await norrkoping.Get($"/cases/{id}")).Status);
        var police = await host.LookAsync(async db => (await db.Organisations.FindAsync([await host.OrganisationAsync("il.polis")], Stopping))!.NameEn);
        await polis.RefersAsync(id, await host.OrganisationAsync("sw.norrkoping"), ("Input.Service", "SOCIAL"));

        // Step 3: the municipality accepts on 19 February; under the guide it may not apply, the leader does.
        host.Clock.SetInSweden("2026-02-19 10:00");
        Assert.Equal($"/cases/{id}", (await norrkoping.AcceptsAsync(police, "2026-02-19")).Address);
        Assert.Equal(new DateOnly(2026, 2, 19), await host.AskAsync<DateOnly>($"SELECT (answered_at AT TIME ZONE 'Europe/Stockholm')::date AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}"));
        host.Clock.SetInSweden("2026-02-25 10:00");
        var refused = await norrkoping.ReflectionPeriodAsync(id, "2026-02-25", ("Input.Ground", "Works without pay, and his papers were taken."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It is done by the investigation leader", refused.Text, StringComparison.Ordinal);
        var permit = await polis.ReflectionPeriodAsync(id, "2026-02-25");
        Assert.Contains("waits for the Migration Agency", permit.Text, StringComparison.Ordinal);
        Assert.Contains("Reflection period: applied for", (await norrkoping.Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await norrkoping.Get(permit.Address)).Status);

        // Step 4: Fri 2026-02-27 the agency grants it from 1 to 30 March. The page suggests the twenty-ninth day after the first.
        host.Clock.SetInSweden("2026-02-27 10:00");
        Assert.Contains("Decide an application for a permit", (await agency.Get("/")).Text, StringComparison.Ordinal);
        var wrong = await agency.DecidesAsync(id, permit.Address, ("Input.Step", "Grant"), ("Input.From", "2026-03-01"), ("Input.To", "2026-04-30"), ("Input.AsPrinted", "true"), ("Input.On", "2026-02-27"));
        Assert.Contains("The dates give 61 days", wrong.Text, StringComparison.Ordinal);
        var form = await agency.Get($"{permit.Address}/decide");
        Assert.Equal(("2026-02-27", "2026-03-28"), (Value(form, "Input_From"), Value(form, "Input_To")));
        var granted = await agency.Submit(form, ("Input.Step", "Grant"), ("Input.From", "2026-03-01"), ("Input.To", "2026-03-30"), ("Input.AsPrinted", "true"), ("Input.On", "2026-02-27"));
        Assert.Empty(granted.Errors);
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        Assert.Contains("Until and including 30 Mar", (await norrkoping.Get($"/cases/{id}")).Text, StringComparison.OrdinalIgnoreCase);

        // Step 5: the municipality's plan is active, of which the police learn that assistance is ongoing; cost lines of March, 12 400.00.
        host.Clock.SetInSweden("2026-03-02 10:00");
        Assert.Equal("2026-03-23", Value(await norrkoping.Get($"/cases/{id}/plan"), "Input_ReviewOn"));
        var plan = await norrkoping.PlanAsync(id, ("ALLOWANCE", null, null), ("SOCIAL", null, null), ("HEALTH", "", "The health centre"));
        await norrkoping.FollowsAsync(plan, "Propose");
        await norrkoping.AgreesAsync(plan, "uz");
        await norrkoping.RecordsAsync(plan, 0, "Approved");
        var active = await norrkoping.FollowsAsync(plan, "Activate");
        Assert.Contains("The plan is being carried out", active.Text, StringComparison.Ordinal);
        Assert.Contains("Social assistance (Social Services Act 12:1)", active.Text, StringComparison.Ordinal);
        Assert.Contains("Make a coordinated individual plan", active.Text, StringComparison.Ordinal);

        // Reminders 14, 7 and 3 days before the end, each once; the third day is a Friday and the last working day before the end, which is a working day itself.
        Assert.Equal(new DateOnly(2026, 3, 27), SwedishCalendar.LastWorkingDayBefore(new(2026, 3, 30)));
        Assert.True(SwedishCalendar.IsWorkingDay(new(2026, 3, 30)));
        foreach (var (day, expected) in new[] { ("2026-03-15", 0), ("2026-03-16", 1), ("2026-03-17", 1), ("2026-03-22", 1), ("2026-03-23", 2), ("2026-03-26", 2) })
        {
            host.Clock.SetInSweden($"{day} 09:00");
            await SweepAsync();
            await SweepAsync();
            Assert.Equal((day, expected), (day, (int)await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'PermitEndsSoon'")));
        }
        Assert.Contains("Time to go through the plan", (await norrkoping.Get(plan)).Text, StringComparison.Ordinal);
        var costs = await norrkoping.BeginsClaimAsync(id, "2026-1");
        Assert.Contains("Wednesday 30 September", costs.Text, StringComparison.Ordinal);
        var unclear = await norrkoping.CostAsync(costs, "2026-03-01", "2026-03-30", "12,400");
        Assert.Contains("can be read in two ways", unclear.Text, StringComparison.Ordinal);
        var written = await norrkoping.CostAsync(unclear, "2026-03-01", "2026-03-30", "12 400,00", note: "Boende och matpengar");
        Assert.Contains("So far SEK 12,400.00", written.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var claim = written.Claim();
        Assert.Contains("claimed in arrears", (await norrkoping.HandsInAsync(claim)).Text, StringComparison.Ordinal);
        foreach (var day in new[] { "2026-03-27", "2026-03-29" })
        {
            host.Clock.SetInSweden($"{day} 09:00");
            await SweepAsync();
            Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'PermitEndsSoon'"));
        }

        // Step 6: the system ends it on the day after; there is no second one. The shelter is the way that stands out, and takes the case over on 1 April.
        host.Clock.SetInSweden("2026-03-30 23:59");
        await SweepAsync();
        Assert.Equal("RP", await host.LegalStatusAsync(id));
        host.Clock.SetInSweden("2026-03-31 00:01");
        await SweepAsync();
        Assert.Equal("IRREGULAR", await host.LegalStatusAsync(id));
        host.Clock.SetInSweden("2026-03-31 09:00");
        Assert.Contains("Check the person’s right to stay", (await polis.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Reflection period: over", (await norrkoping.Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND reason = 'Application' AND valid_until > {host.Clock.GetUtcNow()}"));
        Assert.Contains("There already is a reflection period in the case", (await polis.ReflectionPeriodAsync(id, "2026-03-31")).Text, StringComparison.Ordinal);
        var panel = await polis.Get($"/cases/{id}/guidance");
        Assert.Contains("Support from NGOs", panel.Guidance().Select(l => l.Support));
        Assert.DoesNotContain("Matters most here", panel.Text, StringComparison.Ordinal);
        // He does not want to cooperate: the help that asks nothing of it stands out.
        var wishes = await polis.Submit(await polis.Get($"/cases/{id}/intake/wishes"), ("Input.Cooperation", "UNWILLING"), ("Input.Return", "No"), ("Input.InSweden", "Yes"), ("Input.On", "2026-03-31"));
        Assert.Contains("Unwilling. Does not want to go home.", wishes.Text, StringComparison.Ordinal);
        // Whoever takes part without leading does not read it (0041).
        Assert.DoesNotContain("Does not want to go home", (await norrkoping.Get($"/cases/{id}")).Source, StringComparison.Ordinal);
        Assert.Contains("Matters most here", (await polis.Get($"/cases/{id}/guidance")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(panel.Guidance(), l => l.Support is "Reflection period, 30 days" or "Longer reflection period" && l.Strength == "Can apply");
        var shelter = await host.OrganisationAsync("ngo.haven");
        Assert.Empty((await polis.RecordsConsentAsync(id, shelter, InUzbek)).Errors);
        await polis.RefersAsync(id, shelter, ("Input.Kind", "Transfer"), ("Input.Service", "NGO_SOCIAL_WORK"));
        host.Clock.SetInSweden("2026-04-01 10:00");
        Assert.Equal($"/cases/{id}", (await haven.AcceptsAsync(police, "2026-04-01")).Address);

        // Step 7: the claim of the first quarter is handed in on 20 April and granted in part.
        host.Clock.SetInSweden("2026-04-20 10:00");
        Assert.Equal(HttpStatusCode.NotFound, (await agency.Get(claim)).Status);
        Assert.Equal(HttpStatusCode.OK, (await norrkoping.HandsInAsync(claim)).Status);
        Assert.Contains("Wednesday 30 September", (await norrkoping.Get(claim)).Text, StringComparison.Ordinal);
        Assert.Contains("Decide a municipality’s claim for costs", (await agency.Get("/work")).Text, StringComparison.Ordinal);
        Assert.Contains("Boende och matpengar", (await agency.Get(claim)).Text, StringComparison.Ordinal);
        var decide = await agency.Get($"{claim}/decide");
        Assert.Contains("at most as large as what was claimed", (await agency.Submit(decide, ("Input.Step", "Part"), ("Input.Amount", "12 400,01"), ("Input.WhyPart", "Ett dygn."))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await agency.Submit(decide, ("Input.Step", "Part"), ("Input.Amount", "9,300.00"), ("Input.WhyPart", "Sju dygn är inte visade."), ("Input.On", "2026-04-20"))).Status);
        Assert.Equal("PartlyGranted", await host.ClaimStatusAsync(id));
        Assert.Equal(9_300m, await host.AskAsync<decimal>($"SELECT granted AS \"Value\" FROM pathway.reimbursement_claims WHERE case_id = {id.Value}"));

        // The end: the investigation goes on, there is no temporary permit, and the case is open with the shelter as its lead.
        Assert.Equal("Initiated", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_applications WHERE case_id = {id.Value} AND kind = 'TemporaryPermit'"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.cases WHERE id = {id.Value} AND status = 'Open' AND lead = {shelter.Value}"));
        Assert.Contains("Support from NGOs", (await haven.Get($"/cases/{id}/guidance")).Guidance().Select(l => l.Support));

        // After it: the municipality reads amount, reason and the last day to appeal, and appeals.
        host.Clock.SetInSweden("2026-04-21 10:00");
        Assert.Contains("Last day to appeal the decision on a claim", (await norrkoping.Get("/work")).Text, StringComparison.Ordinal);
        Assert.Contains("Sju dygn är inte visade.", (await norrkoping.Get(claim)).Text, StringComparison.Ordinal);
        await norrkoping.Submit(await norrkoping.Get($"{claim}/appeal"), ("Input.On", "2026-04-21"));
        Assert.Equal("Appealed", await host.ClaimStatusAsync(id));
        Assert.DoesNotContain("Last day to appeal the decision on a claim", (await norrkoping.Get("/work")).Text, StringComparison.Ordinal);
        Assert.Contains("Decide a municipality’s claim for costs", (await agency.Get("/work")).Text, StringComparison.Ordinal);
    }

    private static string? Value(WebPage page, string field) => page.Document.GetElementById(field)!.GetAttribute("value");
}
