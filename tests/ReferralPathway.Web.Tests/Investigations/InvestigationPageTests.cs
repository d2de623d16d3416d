using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Investigations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Investigations;

public sealed class InvestigationPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly (string, string?)[] Filled =
    [
        ("Input.Unit", "NOA Stockholm"), ("Input.LeaderName", "Per Grahn"), ("Input.Reference", "5000-K123456-26"),
        ("Input.Offences", "BRB_4_1A"), ("Input.On", "2026-03-16"), ("Input.Reason", "true"),
    ];

    [Fact]
    public async Task A_leader_initiates_and_the_person_is_formally_identified()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");

        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), Filled);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.EndsWith("/follow", page.Address);
        Assert.Contains("The investigation is recorded, and the person is formally identified.", page.Text);
        Assert.DoesNotContain("does not look as numbers", page.Text);
        Assert.Equal("FormallyIdentified", await host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        Assert.Equal(2, await WorkAsync(id, "InformOfPermits", "RequestCounsel"));
    }

    [Fact]
    public async Task An_unusual_number_is_corrected_where_the_page_says_so()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");
        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled.Where(f => f.Item1 != "Input.Reference"), ("Input.Reference", "K-1-26")]);
        Assert.Contains("does not look as numbers", page.Text, StringComparison.Ordinal);
        Assert.Equal("K-1-26", page.Document.GetElementById("Input_Reference")!.GetAttribute("value"));

        Assert.Equal(["Write the reference number with 3 to 40 letters, digits, hyphens or strokes."], (await polis.Submit(page, ("Input.Step", "Correct"), ("Input.Reference", "K 1"))).Errors);
        var corrected = await polis.Submit(page, ("Input.Step", "Correct"), ("Input.Reference", "5000-K123456-26"), ("Input.Offences", "BRB_4_1B"));

        Assert.Empty(corrected.Errors);
        Assert.DoesNotContain("does not look as numbers", corrected.Text, StringComparison.Ordinal);
        Assert.Equal("5000-K123456-26 BRB_4_1B", await host.AskAsync<string>($"SELECT reference_number || ' ' || offences[1] AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'InvestigationCorrected' AND payload = 'renumbered=yes'"));
    }

    [Fact]
    public async Task A_prosecutor_leads_as_a_prosecutor_and_says_since_when()
    {
        var id = await host.CaseAsync("il.aklagare");
        var aklagare = host.As("il.aklagare");
        var form = await aklagare.Get($"/cases/{id}/investigations/initiate");
        Assert.Empty(form.Document.QuerySelectorAll("[name='Input.LeaderKind']"));
        Assert.Contains("A prosecutor", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Day the prosecutor took over", (await host.As("il.polis").Get($"/cases/{await host.CaseAsync("il.polis")}/investigations/initiate")).Text, StringComparison.Ordinal);

        (string, string?)[] filled = [.. Filled.Where(f => f.Item1 is not ("Input.Reference" or "Input.On")), ("Input.Reference", "AM-12345-26"), ("Input.On", "2026-03-12")];
        Assert.Single((await aklagare.Submit(form, [.. filled, ("Input.TookOver", "2026-03-11")])).Errors);
        var followed = await aklagare.Submit(form, [.. filled, ("Input.TookOver", "2026-03-13"), ("Input.LeaderKind", "Police")]);

        Assert.Contains("The prosecutor took over", followed.Text, StringComparison.Ordinal);
        Assert.Equal("Prosecutor 2026-03-13", await host.AskAsync<string>($"SELECT leader_kind || ' ' || prosecutor_took_over_on AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task What_is_filled_in_at_once_becomes_no_task()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");

        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled, ("Input.Informed", "2026-03-16"), ("Input.Requested", "2026-03-16")]);

        Assert.Equal(0, await WorkAsync(id, "InformOfPermits", "RequestCounsel"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value} AND informed_of_permits_on = '2026-03-16' AND counsel_requested_on = '2026-03-16'"));
    }

    [Theory]
    [InlineData("Input.On", "2026-03-17", "Initiated on cannot be later than today (2026-03-16).")]
    [InlineData("Input.On", "2026-02-30", "Enter a real date as yyyy-mm-dd, for example 2026-03-16.")]
    [InlineData("Input.On", "", "Enter initiated on.")]
    [InlineData("Input.ReportedOn", "2026-03-17", "Reported on cannot be later than today (2026-03-16).")]
    [InlineData("Input.Informed", "2026-03-15", "Told about reflection period and permit on must be on or after initiated on (2026-03-16).")]
    [InlineData("Input.Unit", " ", "Enter authority and unit.")]
    [InlineData("Input.LeaderName", "", "Enter name of the leader.")]
    [InlineData("Input.Reference", "", "Enter reference number.")]
    [InlineData("Input.Reference", "5000 K1", "Write the reference number with 3 to 40 letters, digits, hyphens or strokes.")]
    [InlineData("Input.Offences", null, "Enter what the investigation concerns.")]
    [InlineData("Input.Offences", "THEFT", "Choose one of the listed values.")]
    [InlineData("Input.Reason", null, "Confirm that there is reason to assume an offence. A suspicion is enough.")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_recorded(string field, string? value, string error)
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");

        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled.Where(f => f.Item1 != field), (field, value)]);

        Assert.Contains(error, page.Errors);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task The_same_investigation_is_recorded_once()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");
        await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), Filled);

        var again = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), Filled);

        Assert.Equal((HttpStatusCode)422, again.Status);
        Assert.Equal(["This investigation is already recorded."], again.Errors);
    }

    [Fact]
    public async Task An_unusual_number_is_pointed_out_and_not_refused()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");

        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled.Where(f => f.Item1 != "Input.Reference"), ("Input.Reference", "K-1/26")]);

        Assert.EndsWith("/follow", page.Address);
        Assert.Contains("does not look as numbers of this authority usually do", page.Text);
    }

    [Fact]
    public async Task What_happened_earlier_says_that_it_was_recorded_later()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");

        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled.Where(f => f.Item1 != "Input.On"), ("Input.On", "2026-03-10")]);

        Assert.Contains("10 March 2026", page.Text.Replace('\u00a0', ' '));
        Assert.Matches("recorded later, today 10:0[0-9]", page.Text);
    }

    [Fact]
    public async Task Who_leads_no_investigations_is_refused_and_who_has_no_part_learns_nothing()
    {
        var id = await host.CaseAsync("sw.umea");
        foreach (var page in new[] { "initiate", $"{Guid.CreateVersion7()}/follow" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.As("sw.umea").Get($"/cases/{id}/investigations/{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.polis").Get($"/cases/{id}/investigations/{page}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get($"/cases/{id}/investigations/{page}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get($"/cases/{id}/investigations/report")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.polis").Get("/cases/nonsense/investigations/initiate")).Status);
        Assert.True(await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Refused.Access' AND record_id = {id.Value}") >= 7);
    }

    [Fact]
    public async Task A_wrong_investigation_in_the_address_does_not_exist()
    {
        var id = await host.CaseAsync("il.polis");

        Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.polis").Get($"/cases/{id}/investigations/{Guid.CreateVersion7()}/follow")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.polis").Get($"/cases/{id}/investigations/nonsense/follow")).Status);
    }

    [Fact]
    public async Task The_police_get_a_part_by_a_report_only_when_the_person_agrees_and_then_somebody_there_takes_it_on()
    {
        var id = await host.CaseAsync("sw.malmo");
        var malmo = host.As("sw.malmo");
        var police = (await host.OrganisationAsync("il.polis")).ToString();
        var filled = new (string, string?)[] { ("Input.On", "2026-03-16"), ("Input.Unit", "NOA"), ("Input.To", police) };

        var refused = await malmo.Submit(await malmo.Get($"/cases/{id}/investigations/report"), filled);
        Assert.Equal(["To let the police take part in the case here, there must be consent from the person or a ground in law."], refused.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.polis").Get($"/cases/{id}/investigations/take-on")).Status);

        await host.ConsentAsync("sw.malmo", id, "il.polis");
        var reported = await malmo.Submit(await malmo.Get($"/cases/{id}/investigations/report"), filled);
        Assert.Equal($"/cases/{id}", reported.Address);

        var polis = host.As("il.polis");
        Assert.Equal(HttpStatusCode.Forbidden, (await polis.Get($"/cases/{id}/investigations/initiate")).Status);
        Assert.Contains("Take on a case that came to your organisation", (await polis.Get("/")).Text);
        var taken = await polis.Submit(await polis.Get($"/cases/{id}/investigations/take-on"));
        Assert.Equal($"/cases/{id}", taken.Address);

        var initiate = await polis.Get($"/cases/{id}/investigations/initiate");
        Assert.Contains("Reported 16 March 2026, NOA", initiate.Text.Replace('\u00a0', ' '));
        Assert.EndsWith("/follow", (await polis.Submit(initiate, Filled)).Address);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.investigations WHERE case_id = {id.Value}"));
        // The social worker who leads the case learns that, and no more than that.
        Assert.Equal(HttpStatusCode.Forbidden, (await malmo.Get($"/cases/{id}/investigations/initiate")).Status);
        Assert.Contains("the person is formally identified", (await malmo.Get("/messages")).Text);
    }

    [Fact]
    public async Task An_investigation_is_followed_step_by_step()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");
        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled.Where(f => f.Item1 != "Input.On"), ("Input.On", "2026-03-10")]);
        var address = page.Address;
        async Task<WebPage> Step(string step, string on, params (string, string?)[] more) => await polis.Submit(await polis.Get(address), [("Input.Step", step), ("Input.On", on), .. more]);

        Assert.Contains("Enter why.", (await Step("Discontinue", "2026-03-11")).Errors);
        Assert.Contains("It is discontinued.", (await Step("Discontinue", "2026-03-11", ("Input.WhyDiscontinued", "No evidence."))).Text);
        Assert.Contains("The date must be on or after 2026-03-11, the day of the step before.", (await Step("Resume", "2026-03-10")).Errors);
        Assert.Contains("It is initiated.", (await Step("Resume", "2026-03-12")).Text);
        Assert.Contains("The step is recorded.", (await Step("Inform", "2026-03-11")).Text);
        Assert.Contains("It is followed by a prosecution.", (await Step("BringProsecution", "2026-03-13")).Text);
        Assert.Contains("It is followed by a judgment.", (await Step("Judge", "2026-03-14")).Text);
        var last = await Step("JudgeFinally", "2026-03-15");
        Assert.Contains("It is followed by a final judgment.", last.Text);
        Assert.DoesNotContain("No evidence", last.Source);
    }

    /// <summary>Decision 0007: the consent is taken back, so that the investigation alone gives the part.</summary>
    [Fact]
    public async Task A_leader_keeps_the_part_while_the_investigation_is_discontinued_and_loses_it_with_the_final_judgment()
    {
        var id = await host.OpenCaseAsync("sw.malmo");
        var police = await host.OrganisationAsync("il.polis");
        await host.ConsentAsync("sw.malmo", id, "il.polis");
        await host.OnAsync("sw.malmo", id, (c, act) => c.ReportToPolice(act.Day, "NOA", police, null, act));
        await host.OnAsync("il.polis", id, (c, act) => c.TakeOn(act));
        var investigation = await host.DoAsync("il.polis", async doing =>
        {
            var c = await doing.CaseAsync(id);
            return c.InitiateInvestigation(c.Investigations[0], new()
            {
                LeaderKind = LeaderKind.Police, Organisation = OrganisationKind.Police, AuthorityUnit = "NOA", LeaderName = "Per Grahn", ReferenceNumber = "5000-K7-26", Offences = ["BRB_4_1A"], On = doing.Act.Day, ReasonToAssume = true,
            }, doing.Act).Id;
        });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.OnAsync("sw.malmo", id, (c, act) => c.WithdrawConsent(police, Domain.Consents.Purposes.Referral, act.Day, null, c.Referrals, act));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var polis = host.As("il.polis");
        var follow = $"/cases/{id}/investigations/{investigation}/follow";

        await FollowAsync((i, act) => i.Discontinue(act.Day, "No evidence.", act));
        Assert.Equal(HttpStatusCode.OK, (await polis.Get(follow)).Status);

        await FollowAsync((i, act) => i.Resume(act.Day, act));
        await FollowAsync((i, act) => i.BringProsecution(act.Day, act));
        await FollowAsync((i, act) => i.Judge(act.Day, act));
        Assert.Equal(HttpStatusCode.OK, (await polis.Get(follow)).Status);

        await FollowAsync((i, act) => i.JudgeFinally(act.Day, act));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await polis.Get(follow)).Status);

        Task FollowAsync(Action<Investigation, Act> step) => host.OnAsync("il.polis", id, (c, act) => c.FollowInvestigation(investigation, i => step(i, act), act));
    }

    [Fact]
    public async Task A_mistake_takes_the_identification_back()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");
        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), Filled);

        var corrected = await polis.Submit(await polis.Get(page.Address), ("Input.Step", "Mistaken"), ("Input.WhyMistaken", "It belongs to another case."));

        Assert.Contains("Nothing more can be recorded", corrected.Text);
        Assert.Equal("Presumed", await host.AskAsync<string>($"SELECT identification AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        Assert.Equal(0, await WorkAsync(id, "InformOfPermits", "RequestCounsel"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'IdentificationCorrected'"));
    }

    [Fact]
    public async Task The_prosecutor_who_takes_over_takes_part_and_is_told()
    {
        var id = await host.CaseAsync("il.polis");
        var polis = host.As("il.polis");
        var page = await polis.Submit(await polis.Get($"/cases/{id}/investigations/initiate"), [.. Filled, ("Input.Informed", "2026-03-16")]);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("il.aklagare").Get($"/cases/{id}")).Status);

        var handed = await polis.Submit(await polis.Get(page.Address), ("Input.Step", "ChangeLeader"), ("Input.On", "2026-03-16"),
            ("Input.Organisation", (await host.OrganisationAsync("il.aklagare")).ToString()), ("Input.Unit", "Riksenheten"), ("Input.LeaderName", "Charlotta Hjelm"));

        Assert.Equal($"/cases/{id}", handed.Address);
        var aklagare = host.As("il.aklagare");
        Assert.Contains("The leadership of an investigation has come to your organisation", (await aklagare.Get("/messages")).Text);
        await aklagare.Submit(await aklagare.Get($"/cases/{id}/investigations/take-on"));
        Assert.Contains("It is initiated.", (await aklagare.Get(page.Address)).Text);
        // The person has been told already; counsel is still owed, and by the new leader.
        var owed = await host.LookAsync(db => db.WorkItems.Where(w => w.CaseId == id && w.ClosedAt == null && w.Kind != Domain.Overview.WorkKind.CheckSafeContact).ToListAsync());
        Assert.Equal((Domain.Overview.WorkKind.RequestCounsel, await host.OrganisationAsync("il.aklagare")), (Assert.Single(owed).Kind, owed[0].OrganisationId));
    }

    private Task<long> WorkAsync(CaseId id, string one, string other) =>
        host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind IN ({one}, {other}) AND closed_at IS NULL");
}
