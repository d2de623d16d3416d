using System.Net;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Consents;

public sealed class RecordingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Several_purposes_become_one_decision_each()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var page = await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, await host.OrganisationAsync("sw.umea"),
            ("Input.Purposes", "REFERRAL"), ("Input.Purposes", "SHARE_HEALTH"), ("Input.Purposes", "PLAN_SHARING"), ("Input.Groups", "Identity"), ("Input.Groups", "Health"));

        Assert.Equal("Who the person has agreed to share with", page.Heading);
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value} AND state = 'Given'"));
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'ConsentRecorded'"));
    }

    [Fact]
    public async Task The_agency_that_is_consulted_without_identity_is_no_recipient()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var english = await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, await host.OrganisationAsync("nc.jamy"));
        Assert.Equal(HttpStatusCode.OK, english.Status);
        Assert.Equal(["JÄMY is consulted without personal details; choose another recipient."], english.Errors);
        var own = await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, await host.OrganisationAsync("ngo.haven"), ("Input.Recipient", (await host.OrganisationAsync("ngo.haven")).ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));
    }

    [Theory]
    [InlineData("Input.ToldWhat", null, "Tell the person this, then tick here.")]
    [InlineData("Input.ToldWhy", null, "Tell the person this, then tick here.")]
    [InlineData("Input.ToldWithdraw", null, "Tell the person this, then tick here.")]
    [InlineData("Input.ToldLasting", null, "Tell the person this, then tick here.")]
    [InlineData("Input.On", "2026-03-17", "Day of the decision cannot be later than today (2026-03-16).")]
    [InlineData("Input.On", "2026-03-14", "Day of the decision must be on or after the day on which the person was detected (2026-03-15).")]
    [InlineData("Input.On", "", "Enter day of the decision.")]
    [InlineData("Input.Groups", null, "Enter what may be shared.")]
    [InlineData("Input.Purposes", null, "Enter purposes.")]
    [InlineData("Input.Purposes", "SHARE_HEALTH", "Also tick health here, or leave out the purpose “Share health information”.")]
    [InlineData("Input.Groups", "Health", "Also tick the purpose “Share health information”: health needs a yes of its own.")]
    [InlineData("Input.Method", "ORAL_WITNESSED", "Enter name of the witness.")]
    [InlineData("Input.Language", "", "Enter language.")]
    [InlineData("Input.ValidUntil", "2026-03-15", "Valid until and including must be on or after today (2026-03-16).")]
    [InlineData("Input.Recipient", "", "Enter recipient.")]
    public async Task What_is_missing_is_said_beside_the_question(string field, string? value, string error)
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var page = await FrontDoor.RecordsConsentAsync(host.As("ngo.haven"), id, await host.OrganisationAsync("sw.umea"), (field, value));

        Assert.Equal([error], page.Errors);
        Assert.Single(page.Document.QuerySelectorAll(".govuk-error-message"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task The_ledger_answers_for_any_day_in_the_past()
    {
        host.Clock.SetInSweden("2026-02-16 10:00");
        var id = await host.CanaryCaseAsync("ngo.haven");
        host.Clock.SetInSweden("2026-02-17 10:00");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        host.Clock.SetInSweden("2026-02-20 10:00");
        await host.WithdrawAsync("ngo.haven", id, "sw.umea");
        host.Clock.SetInSweden("2026-03-16 10:00");
        var haven = host.As("ngo.haven");

        Assert.Equal(["Taken back"], await States(""));
        Assert.Equal(["Yes"], await States("?on=2026-02-17"));
        Assert.Equal(["Yes"], await States("?on=2026-02-19"));
        Assert.Equal(["Taken back"], await States("?on=2026-02-20"));
        Assert.Empty(await States("?on=2026-02-16"));
        Assert.Equal(["Day cannot be later than today (2026-03-16)."], (await haven.Get($"/cases/{id}/consents?on=2026-04-01")).Errors);

        async Task<IEnumerable<string>> States(string day) => [.. (await haven.Get($"/cases/{id}/consents{day}")).Document.QuerySelectorAll(".rp-rows .govuk-tag").Select(tag => tag.TextContent)];
    }

    [Fact]
    public async Task A_recipient_loses_what_comes_after_the_withdrawal_and_keeps_what_came_before()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        await host.AcceptAsync("sw.umea", await host.SendAsync("ngo.haven", id, "sw.umea"));
        var waiting = await host.SendAsync("ngo.haven", id, "sw.umea");
        var umea = host.As("sw.umea");
        Assert.Equal(HttpStatusCode.OK, (await umea.Get($"/cases/{id}/consents")).Status);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var haven = host.As("ngo.haven");
        var form = await haven.Get($"/cases/{id}/consents/withdraw");
        Assert.Contains("One waiting referral is called back.", form.Text, StringComparison.Ordinal);
        Assert.Contains("That cannot be undone.", form.Text, StringComparison.Ordinal);
        var consent = form.Document.QuerySelector("input[name='Input.Consent']")!.GetAttribute("value");
        var done = await haven.Submit(form, ("Input.Consent", consent));
        Assert.Equal(HttpStatusCode.OK, done.Status);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Withdrawn", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE id = {waiting.Value}"));
        Assert.Equal("Haven (NGO) has withdrawn the referral", (await umea.Get($"/referrals/{waiting}")).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await umea.Get($"/cases/{id}/consents/record")).Status);
        Assert.Equal(HttpStatusCode.OK, (await umea.Get($"/cases/{id}")).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'ConsentEnded'"));
    }

    [Fact]
    public async Task Only_a_manager_decides_a_legal_ground_and_an_emergency_is_reviewed_by_one()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var polis = await host.OrganisationAsync("il.polis");
        var haven = host.As("ngo.haven");
        Assert.Equal(HttpStatusCode.Forbidden, (await haven.Get($"/cases/{id}/consents/ground")).Status);

        var recorded = await haven.Submit(await haven.Get($"/cases/{id}/consents/emergency"), ("Input.Recipient", polis.ToString()), ("Input.Groups", "Identity"), ("Input.Reason", "He is outside the door."));
        Assert.Equal(HttpStatusCode.OK, recorded.Status);
        var ground = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.legal_grounds WHERE case_id = {id.Value}");
        Assert.Equal(1, await Open());
        var referral = await host.SendAsync("ngo.haven", id, "il.polis", DataGroups.Of(DataGroup.Identity));
        await host.AcceptAsync("il.polis", referral);
        Assert.Equal(1, await host.CountAsync("il.polis", "SELECT count(*) FROM pathway.cases WHERE id = $1", id.Value));

        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Forbidden, (await haven.Get($"/cases/{id}/consents/review/{ground}")).Status);
        var chef = host.As("ngo.haven.chef");
        var review = await chef.Get($"/cases/{id}/consents/review/{ground}");
        Assert.Contains("He is outside the door.", review.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await chef.Submit(review, ("Verdict", "ended"))).Status);
        Assert.Equal(0, await Open());
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await host.CountAsync("il.polis", "SELECT count(*) FROM pathway.cases WHERE id = $1", id.Value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chef.Submit(review, ("Verdict", "upheld"), ("act", Guid.CreateVersion7().ToString()))).Status);

        Task<long> Open() => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReviewEmergency' AND closed_at IS NULL");
    }

    [Fact]
    public async Task A_no_says_how_and_in_which_language_it_was_given_and_a_witness_has_a_name_and_no_story()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var (haven, umea) = (host.As("ngo.haven"), await host.OrganisationAsync("sw.umea"));
        var form = await haven.Get($"/cases/{id}/consents/record?to={umea}");
        Assert.Equal(["This answer is missing.", "Enter language."], (await haven.Submit(form, ("Input.Decision", "refused"))).Errors);
        Assert.Empty((await haven.Submit(form, ("Input.Decision", "refused"), ("Input.Method", "ORAL_INTERPRETER"), ("Input.Language", "en"))).Errors);
        Assert.Equal("ORAL_INTERPRETER en", await host.AskAsync<string>($"SELECT method || ' ' || language AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));

        var story = await FrontDoor.RecordsConsentAsync(haven, id, umea, ("Input.Method", "ORAL_WITNESSED"), ("Input.Witness", new string('w', 201)));
        Assert.Contains("200", Assert.Single(story.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_records_a_ground_of_law()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var chef = host.As("ngo.haven.chef");
        var recorded = await chef.Submit(await chef.Get($"/cases/{id}/consents/ground"), ("Input.Recipient", (await host.OrganisationAsync("il.polis")).ToString()), ("Input.Ground", "CRIME_SERIOUS"), ("Input.Groups", "Identity"), ("Input.Reason", "Suspected trafficking."));
        Assert.Equal(HttpStatusCode.OK, recorded.Status);
        Assert.Equal("CRIME_SERIOUS", await host.AskAsync<string>($"SELECT ground AS \"Value\" FROM pathway.legal_grounds WHERE case_id = {id.Value}"));
    }
}
