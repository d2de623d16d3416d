using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.TestDatabases;

namespace ReferralPathway.Web.Tests.Reimbursement;

/// <summary>A claim that nobody begins is on no list of its own: the end of the quarter puts it there.</summary>
public sealed class UnclaimedQuarterTests(TemplateDatabase template) : IAsyncLifetime
{
    private readonly PathwayHost _host = new(template);

    private const string Todo = "Begin to claim the costs of a quarter";

    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_quarter_nobody_begins_to_claim_for_is_on_the_list_until_its_last_day()
    {
        var id = await _host.ReflectingCaseAsync("2026-05-29", "2026-06-01", "2026-06-30");
        var norrkoping = _host.As("sw.norrkoping");
        await SweepAsync("2026-06-30 09:00");
        Assert.DoesNotContain(Todo, (await norrkoping.Get("/work")).Text);

        await SweepAsync("2026-07-01 00:05");
        await SweepAsync("2026-07-02 00:05");
        var work = await norrkoping.Get("/work");
        Assert.Contains(Todo, work.Text);
        Assert.Contains($"/cases/{id}/reimbursement", work.Links);
        Assert.Equal(1, await CountAsync(id, "work_items", "BeginClaim"));

        // Reminded a month before; on the day after the last one the managers are told, and there is nothing left to do.
        await SweepAsync("2026-11-30 09:00");
        Assert.Equal(1, await CountAsync(id, "notices", "QuarterUnclaimed"));
        Assert.Equal(0, await MissedAsync(id));
        await SweepAsync("2026-12-31 00:01");
        Assert.Equal(1, await MissedAsync(id));
        Assert.DoesNotContain(Todo, (await norrkoping.Get("/work")).Text);
    }

    [Fact]
    public async Task A_claim_that_is_begun_takes_it_from_the_list()
    {
        var id = await _host.ReflectingCaseAsync("2026-05-29", "2026-06-01", "2026-06-30");
        await SweepAsync("2026-07-01 00:05");
        Assert.Equal(1, await OpenAsync(id));

        await _host.As("sw.norrkoping").BeginsClaimAsync(id, "2026-2");
        Assert.Equal(0, await OpenAsync(id));
        await SweepAsync("2026-07-02 00:05");
        Assert.Equal(0, await OpenAsync(id));
    }

    [Fact]
    public async Task Whoever_may_not_know_of_the_permits_is_not_told_by_a_reminder_that_there_is_one()
    {
        var id = await _host.ReflectingCaseAsync("2026-05-29", "2026-06-01", "2026-06-30");
        var norrkoping = (await _host.ActorAsync("sw.norrkoping")).Organisation;
        var permits = (1 << (int)DataGroup.Migration) | (1 << (int)DataGroup.MigrationSummary);
        // As if the person had never agreed to that: the sweep of the permit's end works the parts out anew from what was agreed.
        await _host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.consent_decisions SET groups = groups & ~{permits} WHERE case_id = '{id}' AND recipient = '{norrkoping}'; UPDATE pathway.participations SET groups = groups & ~{permits} WHERE case_id = '{id}' AND organisation_id = '{norrkoping}'");

        await SweepAsync("2026-07-01 00:05");

        Assert.Equal(0, await CountAsync(id, "work_items", "BeginClaim"));
    }

    private async Task SweepAsync(string at)
    {
        _host.Clock.SetInSweden(at);
        await _host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);
    }

    private Task<long> OpenAsync(CaseId id) => _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'BeginClaim' AND closed_at IS NULL");

    private Task<long> MissedAsync(CaseId id) => _host.AskAsync<long>(
        $"SELECT count(*) AS \"Value\" FROM pathway.notices n JOIN pathway.work_items w ON w.source_id = n.source_id WHERE n.case_id = {id.Value} AND n.kind = 'DeadlineMissed' AND n.managers_only AND w.kind = 'BeginClaim'");

    private async Task<long> CountAsync(CaseId id, string table, string kind) =>
        table == "notices"
            ? await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = {kind}")
            : await _host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = {kind}");
}
