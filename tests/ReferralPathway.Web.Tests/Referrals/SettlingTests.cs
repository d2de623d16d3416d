using Npgsql;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Consents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Referrals;

/// <summary>The database itself decides who takes part and with what: asked directly, as pathway_app, past every page and every guard.</summary>
public sealed class SettlingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Parts = "INSERT INTO pathway.participations (id, case_id, case_reference, organisation_id, groups, valid_from, valid_until, reason, source_id, case_changed_at) VALUES (gen_random_uuid(), $1, '2026-000001', $2, 2147483646, pathway.at(), '9999-12-31', $3, gen_random_uuid(), pathway.at())";

    [Fact]
    public async Task Nobody_writes_a_part_in_a_case_for_themselves_or_for_others()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var umea = await host.OrganisationAsync("sw.umea");
        var haven = await host.OrganisationAsync("ngo.haven");

        await Refused(() => host.SqlAsync("sw.umea", Parts, id.Value, umea.Value, "Lead"));
        await Refused(() => host.SqlAsync("sw.umea", Parts, id.Value, umea.Value, "Referral"));
        await Refused(() => host.SqlAsync("ngo.haven", Parts, id.Value, umea.Value, "Referral"));
        await Refused(() => host.SqlAsync("ngo.haven", Parts, id.Value, haven.Value, "Lead"));
        await Refused(() => host.SqlAsync("ngo.haven", Parts, Guid.CreateVersion7(), umea.Value, "Lead"));
        await Refused(() => host.SqlAsync("ngo.haven", "UPDATE pathway.participations SET groups = groups | 64 WHERE case_id = $1", id.Value));
        await Refused(() => host.SqlAsync("ngo.haven", "DELETE FROM pathway.participations WHERE case_id = $1", id.Value));
        Assert.Equal(1, await Count("SELECT count(*) FROM pathway.participations WHERE case_id = $1", "ngo.haven", id.Value));
        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.participations WHERE case_id = $1", "sw.umea", id.Value));
    }

    [Fact]
    public async Task A_part_holder_cannot_say_yes_to_itself()
    {
        var (id, _) = await AcceptedAsync("sw.umea");
        var umea = await host.OrganisationAsync("sw.umea");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await Refused(() => host.SqlAsync("sw.umea", Decision, id.Value, umea.Value, "Given"));
        await Refused(() => host.SqlAsync("sw.umea", "INSERT INTO pathway.legal_grounds (id, case_id, recipient, ground, groups, valid_until, reason, recorded_at, recorded_by, recorder) VALUES (gen_random_uuid(), $1, $2, 'CRIME_SERIOUS', 254, '2099-01-01', '\\x00', pathway.at(), pathway.organisation(), pathway.person())", id.Value, umea.Value));
        await host.SqlAsync("sw.umea", "SELECT pathway.settle_case($1)", id.Value);
        Assert.Equal(0, await Sees("sw.umea", "health_versions", id));
    }

    private const string Transfer = "INSERT INTO pathway.referrals (id, case_id, sender, author, recipient, kind, service, urgency, groups, status, drafted_at, sent_at, answer_by, revision) VALUES (gen_random_uuid(), $1, $2, pathway.person(), $3, 'Transfer', 'SOCIAL', 'Normal', 46, 'Sent', pathway.at(), pathway.at(), pathway.at(), 1)";

    private const string Decision = "INSERT INTO pathway.consent_decisions (id, case_id, number, recipient, purpose, state, groups, decided_on, recorded_at, recorded_by, recorder) VALUES (gen_random_uuid(), $1, 99, $2, 'REFERRAL', $3, 5870, '2026-03-16', pathway.at(), pathway.organisation(), pathway.person())";

    [Fact]
    public async Task A_stranger_writes_no_consent_no_referral_and_takes_no_referral_of_another()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var referral = await host.SendAsync("ngo.haven", id, "sw.umea");
        var malmo = await host.OrganisationAsync("sw.malmo");

        await Refused(() => host.SqlAsync("sw.umea", Decision, id.Value, malmo.Value, "Given"));
        await Refused(() => host.SqlAsync("sw.malmo", "SELECT pathway.settle_acceptance($1)", referral.Value));
        await Refused(() => host.SqlAsync("ngo.haven", "SELECT pathway.settle_acceptance($1)", referral.Value));
        await Refused(() => host.SqlAsync("sw.umea", "SELECT pathway.coverage($1, $2, NULL)", id.Value, malmo.Value));
        await Refused(() => host.SqlAsync("sw.umea", "SELECT * FROM pathway.wanted_parts($1)", id.Value));
        Assert.Equal(0, await Sees("sw.umea", "facts_versions", id));
    }

    [Fact]
    public async Task A_recipient_cannot_change_what_it_was_asked()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var referral = await host.SendAsync("ngo.haven", id, "sw.umea", DataGroups.Of(DataGroup.Identity));

        foreach (var forged in new[] { "kind = 'Transfer'", "groups = 5870", "recipient = sender", "sender = recipient", "status = 'Completed'", "status = 'Accepted'", "sent_at = NULL" })
            await Refused(() => host.SqlAsync("sw.umea", $"UPDATE pathway.referrals SET {forged} WHERE id = $1", referral.Value));
        Assert.Equal("Sent", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE id = {referral.Value}"));
    }

    [Fact]
    public async Task A_mask_is_what_consent_names_and_the_recipients_role_may_reach()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var everything = DataGroups.Consentable;
        await host.ConsentAsync("ngo.haven", id, "il.polis", everything);
        await host.ConsentAsync("ngo.haven", id, "il.polis", everything, Purposes.ShareHealth);
        await host.ConsentAsync("ngo.haven", id, "sw.umea", everything);
        await host.ConsentAsync("ngo.haven", id, "sw.malmo", DataGroups.Of(DataGroup.Facts, DataGroup.Identity));
        foreach (var recipient in new[] { "il.polis", "sw.umea", "sw.malmo" })
            await host.AcceptAsync(recipient, await host.SendAsync("ngo.haven", id, recipient, recipient == "sw.malmo" ? DataGroups.Of(DataGroup.Identity) : everything.Without(DataGroup.Health)));

        Assert.Equal(Domain.Access.Reach.OfRecipient(Role.InvestigationLeader, everything.Without(DataGroup.Health), true), await Mask("il.polis", id));
        Assert.Equal(Domain.Access.Reach.OfRecipient(Role.SocialWorker, everything, healthIsNamed: false), await Mask("sw.umea", id));
        Assert.Equal(DataGroups.Of(DataGroup.Facts, DataGroup.Identity), await Mask("sw.malmo", id));
        Assert.Equal(0, await Sees("il.polis", "health_versions", id));
        Assert.Equal(0, await Sees("sw.umea", "health_versions", id));
        Assert.Equal(1, await Sees("sw.umea", "narrative_versions", id));
        Assert.Equal(0, await Sees("sw.malmo", "narrative_versions", id));
        Assert.Equal(0, await Sees("sw.malmo", "safe_contact_versions", id));
        Assert.Equal(1, await Sees("sw.malmo", "identity_versions", id));
    }

    [Fact]
    public async Task Health_opens_only_with_a_consent_of_its_own_and_only_to_those_who_help()
    {
        var groups = SampleCase.Usual | DataGroups.Of(DataGroup.Health);
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea", groups);
        await host.ConsentAsync("ngo.haven", id, "sw.umea", groups, Purposes.ShareHealth);
        await host.AcceptAsync("sw.umea", await host.SendAsync("ngo.haven", id, "sw.umea", groups));
        Assert.Equal(1, await Sees("sw.umea", "health_versions", id));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.WithdrawAsync("ngo.haven", id, "sw.umea", Purposes.ShareHealth);
        Assert.False((await Mask("sw.umea", id)).Has(DataGroup.Health));
        Assert.True((await Mask("sw.umea", id)).Has(DataGroup.Narrative));
    }

    [Fact]
    public async Task What_is_recorded_after_a_withdrawal_stays_hidden_and_what_came_before_stays_readable()
    {
        var (id, _) = await AcceptedAsync("sw.umea");
        Assert.Equal(1, await Sees("sw.umea", "narrative_versions", id));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.WithdrawAsync("ngo.haven", id, "sw.umea");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.TellMoreAsync("ngo.haven", id, "Told after the withdrawal");

        Assert.Equal(2, await Sees("ngo.haven", "narrative_versions", id));
        Assert.Equal(1, await Sees("sw.umea", "narrative_versions", id));
        Assert.Equal(1, await Sees("sw.umea", "identity_versions", id));
        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.cases WHERE id = $1", "sw.umea", id.Value));
        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.name_tokens WHERE case_id = $1", "sw.umea", id.Value));
        var malmo = await host.OrganisationAsync("sw.malmo");
        await Refused(() => host.SqlAsync("sw.umea", Decision, id.Value, malmo.Value, "Given"));

        // The accepted referral stays; a new yes opens the case again, with what the new yes names.
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.ConsentAsync("ngo.haven", id, "sw.umea", DataGroups.Of(DataGroup.Identity));
        Assert.Equal(DataGroups.Of(DataGroup.Facts, DataGroup.Identity), await Mask("sw.umea", id));
        Assert.Equal(1, await Sees("sw.umea", "narrative_versions", id));
    }

    [Fact]
    public async Task A_consent_that_has_run_out_opens_nothing_even_before_the_sweep_has_said_so()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var today = SwedishCalendar.DayOf(host.Clock.GetUtcNow());
        await host.ConsentAsync("ngo.haven", id, "sw.umea", until: today.AddDays(1));
        await host.ConsentAsync("ngo.haven", id, "sw.malmo", until: today.AddDays(1));
        await host.AcceptAsync("sw.umea", await host.SendAsync("ngo.haven", id, "sw.umea"));
        var waiting = await host.SendAsync("ngo.haven", id, "sw.malmo");

        host.Clock.Set(SwedishCalendar.StartOf(today.AddDays(2)).AddMinutes(-1));
        Assert.Equal(1, await Count("SELECT count(*) FROM pathway.cases WHERE id = $1", "sw.umea", id.Value));
        host.Clock.Set(SwedishCalendar.StartOf(today.AddDays(2)).AddMinutes(1));
        await host.TellMoreAsync("ngo.haven", id, "Told after the last day");

        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.cases WHERE id = $1", "sw.umea", id.Value));
        Assert.Equal(1, await Sees("sw.umea", "narrative_versions", id));
        Assert.Equal(nameof(Rule.ReferralNeedsConsent), (await Refused(() => host.SqlAsync("sw.malmo", "SELECT pathway.settle_acceptance($1)", waiting.Value))).ConstraintName);
    }

    [Fact]
    public async Task A_consent_that_is_taken_back_between_sending_and_accepting_closes_the_referral()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var referral = await host.SendAsync("ngo.haven", id, "sw.umea");
        Assert.Equal(1, await Count("SELECT count(*) FROM pathway.referral_previews WHERE referral_id = $1", "sw.umea", referral.Value));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.WithdrawAsync("ngo.haven", id, "sw.umea");

        Assert.Equal("Withdrawn", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE id = {referral.Value}"));
        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.referral_previews WHERE referral_id = $1", "sw.umea", referral.Value));
        await Refused(() => host.SqlAsync("sw.umea", "SELECT pathway.settle_acceptance($1)", referral.Value));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE source_id = {referral.Value} AND closed_at IS NULL"));
    }

    [Fact]
    public async Task A_referral_is_not_sent_without_consent_whoever_writes_the_row()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, "sw.umea");
        var referral = await host.ActAsync("ngo.haven", async (db, cases, act) =>
        {
            var to = await db.OrganisationOf("sw.umea");
            var found = (await cases.LoadAsync(id, Data.Cases.CaseParts.Consents, default))!;
            return found.DraftReferral(new() { Recipient = to.Id, RecipientKind = to.Kind, Kind = ReferralKind.Service, Service = "SOCIAL", Urgency = Urgency.Normal, Groups = SampleCase.Usual }, act).Id;
        });
        var malmo = await host.OrganisationAsync("sw.malmo");

        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.referrals WHERE id = $1", "sw.umea", referral.Value));
        var refusal = await Refused(() => host.SqlAsync("ngo.haven", "UPDATE pathway.referrals SET recipient = $2, status = 'Sent', sent_at = pathway.at(), answer_by = pathway.at() WHERE id = $1", referral.Value, malmo.Value));
        Assert.Equal(nameof(Rule.ReferralNeedsConsent), refusal.ConstraintName);
    }

    [Fact]
    public async Task A_transfer_moves_the_case_and_the_former_lead_keeps_what_it_had()
    {
        var id = await host.CanaryCaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven");
        var referral = await host.SendAsync("sw.umea", id, "ngo.haven", kind: ReferralKind.Transfer);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.AcceptAsync("ngo.haven", referral);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.TellMoreAsync("ngo.haven", id, "Told to the new lead");

        Assert.Equal((await host.OrganisationAsync("ngo.haven")).Value, await host.AskAsync<Guid>($"SELECT lead AS \"Value\" FROM pathway.cases WHERE id = {id.Value}"));
        Assert.True((await Mask("ngo.haven", id)).Has(DataGroup.AnswersForCase));
        Assert.False((await Mask("ngo.haven", id)).Has(DataGroup.Health));
        Assert.Equal(2, await Sees("ngo.haven", "narrative_versions", id));
        Assert.Equal(1, await Sees("sw.umea", "narrative_versions", id));
        Assert.Equal(1, await Sees("sw.umea", "health_versions", id));
        Assert.Equal(0, await Count("SELECT count(*) FROM pathway.cases WHERE id = $1", "sw.umea", id.Value));
        Assert.Equal(0, await Count("UPDATE pathway.cases SET lead = pathway.organisation() WHERE id = $1 RETURNING 1", "sw.umea", id.Value));
    }

    [Fact]
    public async Task Nobody_but_the_lead_transfers_a_case()
    {
        var (id, _) = await AcceptedAsync("sw.umea");
        await host.ConsentAsync("ngo.haven", id, "sw.malmo");
        var malmo = await host.OrganisationAsync("sw.malmo");
        var umea = await host.OrganisationAsync("sw.umea");
        var haven = await host.OrganisationAsync("ngo.haven");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        await Refused(() => host.SqlAsync("sw.umea", Transfer, id.Value, umea.Value, malmo.Value));
        await Refused(() => host.SqlAsync("sw.umea", Transfer, id.Value, haven.Value, malmo.Value));
    }

    private async Task<(CaseId Case, ReferralId Referral)> AcceptedAsync(string recipient)
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await host.ConsentAsync("ngo.haven", id, recipient);
        var referral = await host.SendAsync("ngo.haven", id, recipient);
        await host.AcceptAsync(recipient, referral);
        return (id, referral);
    }

    private async Task<DataGroups> Mask(string account, CaseId id) =>
        new((int)await Count("SELECT coalesce(bit_or(groups), 0) FROM pathway.participations WHERE case_id = $1 AND organisation_id = pathway.organisation() AND valid_from <= pathway.at() AND valid_until > pathway.at()", account, id.Value));

    private Task<long> Sees(string account, string table, CaseId id) => Count($"SELECT count(*) FROM pathway.{table} WHERE case_id = $1", account, id.Value);

    private Task<long> Count(string question, string account, params object[] values) => host.CountAsync(account, question, values);

    private static async Task<PostgresException> Refused(Func<Task<int>> attempt)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(attempt);
        Assert.Equal("42501", refusal.SqlState);
        return refusal;
    }
}
