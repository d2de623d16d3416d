using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Children;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Children;

/// <summary>What a social board does for a child is secret towards everybody else, also where the application would forget it (decision 0027).</summary>
public sealed class BoardsOwnStepsTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task The_database_itself_keeps_the_social_boards_steps_to_the_board()
    {
        var id = await ReportedAsync();
        await host.DoAsync("sw.umea", async doing =>
        {
            var c = await doing.CaseAsync(id, CaseParts.Children);
            c.TakeOn(doing.Act);
            c.ProtectChild(ChildStepKind.Assessed, new() { On = doing.Act.Day, Outcome = ChildOutcome.ProtectNow, Note = "Its own." }, doing.Act);
        });

        Assert.Equal((2, 2, 1), await SeenAsync("sw.umea", id));
        Assert.Equal((1, 1, 0), await SeenAsync("il.polis", id));
        Assert.Equal((0, 0, 0), await SeenAsync("ngo.haven", id));
    }

    [Fact]
    public async Task Nobody_else_says_that_the_board_is_done_nor_changes_to_whom_it_was_reported()
    {
        var id = await ReportedAsync();
        var elsewhere = await host.OrganisationAsync("sw.dorotea");

        await Assert.ThrowsAnyAsync<Exception>(() => host.DoAsync("il.polis", doing => doing.Db.ChildTasks.Where(t => t.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.BoardIsDone, true))));
        await Assert.ThrowsAnyAsync<Exception>(() => host.DoAsync("il.polis", doing => doing.Db.ChildTasks.Where(t => t.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Board, elsewhere))));
        await host.DoAsync("sw.umea", doing => doing.Db.ChildTasks.Where(t => t.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.BoardIsDone, true)));
    }

    [Fact]
    public async Task What_the_lead_has_to_do_for_a_child_follows_the_case()
    {
        var id = await host.CaseAsync("sw.malmo", "12-14");
        var norrkoping = await host.OrganisationAsync("sw.norrkoping");
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.cases SET lead = '{norrkoping}' WHERE id = '{id}'");
        Assert.Equal(norrkoping.Value, await host.AskAsync<Guid>($"SELECT organisation_id AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'ReportConcern'"));
    }

    [Fact]
    public async Task A_reporter_who_asks_when_all_is_done_gives_the_board_its_part_again_until_it_has_told()
    {
        var id = await ReportedAsync();
        await host.DoAsync("sw.umea", async doing =>
        {
            var c = await doing.CaseAsync(id, CaseParts.Children);
            c.TakeOn(doing.Act);
            c.ProtectChild(ChildStepKind.Assessed, new() { On = doing.Act.Day, Outcome = ChildOutcome.NoneNow }, doing.Act);
            c.ProtectChild(ChildStepKind.Decided, new() { On = doing.Act.Day, Outcome = ChildOutcome.NotOpened }, doing.Act);
        });
        Assert.Equal((0, 0), (await PartsAsync(id), await ToTellAsync(id)));

        await host.OnAsync("il.polis", id, (c, act) => c.ProtectChild(ChildStepKind.Asked, new() { On = act.Day }, act));

        Assert.Equal((1, 1), (await PartsAsync(id), await ToTellAsync(id)));
        await host.DoAsync("sw.umea", async doing => (await doing.CaseAsync(id, CaseParts.Children)).ProtectChild(ChildStepKind.Informed, new() { On = doing.Act.Day }, doing.Act));
        Assert.Equal((0, 0), (await PartsAsync(id), await ToTellAsync(id)));
    }

    private Task<long> PartsAsync(CaseId id) =>
        host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.participations WHERE case_id = {id.Value} AND reason = 'ChildReport' AND valid_until > {host.Clock.GetUtcNow()}");

    private Task<long> ToTellAsync(CaseId id) =>
        host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE case_id = {id.Value} AND kind = 'InformReporter' AND closed_at IS NULL");

    private async Task<CaseId> ReportedAsync()
    {
        var umea = await host.OrganisationAsync("sw.umea");
        var id = await host.CaseAsync("il.polis", "12-14");
        await host.OnAsync("il.polis", id, (c, act) => c.ReportConcern(new(umea, true, act.At, "Sold on the street.", TellMe: false), OrganisationKind.Municipality, act));
        return id;
    }

    private Task<(int Steps, int Notes, int Lines)> SeenAsync(string account, CaseId id) => host.DoAsync(account, async doing => (
        await doing.Db.Set<ChildStep>().CountAsync(s => s.CaseId == id), await doing.Db.Set<ChildNote>().CountAsync(n => n.CaseId == id),
        await doing.Db.AuditEntries.CountAsync(e => e.CaseId == id.Value && e.Kind == nameof(ChildStepKept))));
}
