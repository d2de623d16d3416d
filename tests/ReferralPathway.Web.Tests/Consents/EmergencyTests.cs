using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;


namespace ReferralPathway.Web.Tests.Consents;

/// <summary>What is told the police in an emergency (A37): for 72 hours at most, looked at by somebody else within 24, and told the auditor where nobody looks or nobody can.</summary>
public sealed class EmergencyTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task No_worker_opens_a_case_to_the_police_for_longer_than_three_days()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.As("ngo.haven").OpensCaseAsync("2026-03-15");

        var late = await TellsAsync("ngo.haven", id, "2026-03-19");
        Assert.Equal(["What is shared in an emergency may hold until and including 2026-03-18. If the police need it longer, a manager decides on another ground."], late.Errors);
        Assert.Empty((await TellsAsync("ngo.haven", id, "2026-03-18")).Errors);
        var broken = await Assert.ThrowsAsync<PostgresException>(() => host.SqlAsync("ngo.haven", """
            INSERT INTO pathway.legal_grounds (id, case_id, recipient, ground, groups, valid_until, reason, recorded_at, recorded_by, recorder)
            SELECT gen_random_uuid(), case_id, recipient, ground, groups, valid_until + 1, reason, recorded_at, recorded_by, recorder FROM pathway.legal_grounds WHERE case_id = $1
            """, id.Value));
        Assert.Equal("ck_legal_grounds_emergency_is_short", broken.ConstraintName);

        // A manager's ground lasts a year at a time.
        var chef = host.As("ngo.haven.chef");
        var years = await chef.Submit(await chef.Get($"/cases/{id}/consents/ground"),
            ("Input.Recipient", (await host.OrganisationAsync("il.polis")).ToString()), ("Input.Ground", "CRIME_SERIOUS"), ("Input.Groups", "Identity"), ("Input.Reason", "Suspected trafficking."), ("Input.ValidUntil", "2029-01-01"));
        Assert.Equal(["A legal ground holds for a year at a time. Choose a day until and including 2027-03-16."], years.Errors);
    }

    [Fact]
    public async Task What_nobody_looks_at_is_told_the_managers_and_the_auditor_and_ends_by_itself()
    {
        host.Clock.SetInSweden("2026-04-13 10:00");
        var haven = host.As("ngo.haven");
        var id = await haven.OpensCaseAsync("2026-04-12");
        var told = await TellsAsync("ngo.haven", id, "2026-04-15");
        Assert.Contains("Your manager reviews it within 24 hours.", told.Text, StringComparison.Ordinal);
        var polis = await host.OrganisationAsync("il.polis");
        await haven.RefersAsync(id, polis, ("Input.Service", "SOCIAL"));
        Assert.Equal(0, await NoticesAsync(id, "EmergencyUnreviewed"));

        // A day later nobody has looked: managers and auditor are told, once, and the record says so.
        host.Clock.SetInSweden("2026-04-14 10:01");
        await SweepAsync();
        await SweepAsync();
        Assert.Equal(1, await NoticesAsync(id, "DeadlineMissed"));
        Assert.Equal(1, await NoticesAsync(id, "EmergencyUnreviewed"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'LegalGroundUnreviewed'"));
        var auditor = host.As("audit");
        Assert.Contains("Shared in an emergency and not reviewed within 24 hours", (await auditor.Get("/")).Text, StringComparison.Ordinal);
        Assert.Contains("has been reviewed by nobody else", (await auditor.Get("/messages")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.Get($"/cases/{id}")).Status);
        Assert.Contains("Review: information was given to the police in an emergency", (await host.As("ngo.haven.chef").Get("/work")).Text, StringComparison.Ordinal);

        // It ends with its last day: what waits on it is called back, and there is nothing left to review.
        host.Clock.SetInSweden("2026-04-16 00:01");
        await SweepAsync();
        Assert.Equal("Withdrawn", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE case_id = {id.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReviewEmergency' AND closed_at IS NULL"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'LegalGroundEnded' AND occurred_on = '2026-04-15'"));
        await SweepAsync();
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'LegalGroundEnded'"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await haven.Get($"/cases/{id}/referrals/write/{polis}")).Status);
    }

    [Fact]
    public async Task What_the_only_manager_recorded_is_told_the_auditor_at_once()
    {
        host.Clock.SetInSweden("2026-05-11 10:00");
        var id = await host.As("ngo.haven.chef").OpensCaseAsync("2026-05-10");

        var told = await TellsAsync("ngo.haven.chef", id, "2026-05-12");

        Assert.Contains("the auditor has been told", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, await NoticesAsync(id, "EmergencyUnreviewed"));
        var ground = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.legal_grounds WHERE case_id = {id.Value}");
        Assert.Contains("You recorded the ground yourself.", (await host.As("ngo.haven.chef").Get($"/cases/{id}/consents/review/{ground}")).Text, StringComparison.Ordinal);
        // It was told at once: a day later the record says that nobody has looked, and the auditor hears of it again.
        host.Clock.SetInSweden("2026-05-12 10:01");
        await SweepAsync();
        Assert.Equal(2, await NoticesAsync(id, "EmergencyUnreviewed"));
    }

    private async Task<WebPage> TellsAsync(string account, CaseId id, string until)
    {
        var worker = host.As(account);
        return await worker.Submit(await worker.Get($"/cases/{id}/consents/emergency"), ("Input.Recipient", (await host.OrganisationAsync("il.polis")).ToString()),
            ("Input.Groups", "Identity"), ("Input.Groups", "SafeContact"), ("Input.Reason", "He is outside the door."), ("Input.ValidUntil", until));
    }

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);

    private Task<long> NoticesAsync(CaseId id, string kind) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = {kind}");
}
