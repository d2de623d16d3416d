using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Sweeps;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Referrals;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Sweeps;

public sealed class SweeperTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    private Sweeper Sweeper => host.Services.GetRequiredService<Sweeper>();

    [Fact]
    public async Task A_consent_expires_on_the_day_after_its_last_and_calls_the_waiting_referral_back()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.CaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven", new(2026, 3, 18));
        var referral = await host.ReferralAsync("sw.umea", id, "ngo.haven");

        host.Clock.SetInSweden("2026-03-18 23:59");
        Assert.True(await Sweeper.SweepAsync(Stopping));
        Assert.Equal(["Given"], await StatesAsync(id));

        host.Clock.SetInSweden("2026-03-19 00:00");
        Assert.True(await Sweeper.SweepAsync(Stopping));
        Assert.Equal(["Given", "Expired"], await StatesAsync(id));
        Assert.Equal("Withdrawn", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.referrals WHERE id = {referral.Value}"));
        // The system does it, for the organisation that leads, and the record says so.
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'ConsentRecorded' AND role = 'System' AND user_id = {Act.System.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.work_items WHERE source_id = {referral.Value} AND kind = 'AnswerReferral' AND closed_at IS NULL"));

        Assert.True(await Sweeper.SweepAsync(Stopping));
        Assert.Equal(["Given", "Expired"], await StatesAsync(id));
    }

    [Fact]
    public async Task A_recipient_is_reminded_once_and_then_the_sender_is_told_once()
    {
        host.Clock.SetInSweden("2026-04-01 09:00");
        var id = await host.CaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        var referral = await host.ReferralAsync("sw.malmo", id, "ngo.haven", Urgency.Urgent);

        host.Clock.SetInSweden("2026-04-01 20:59");
        await Sweeper.SweepAsync(Stopping);
        Assert.Equal(0, await NoticesAsync(referral, "ReferralReminder"));

        host.Clock.SetInSweden("2026-04-01 21:00");
        await Sweeper.SweepAsync(Stopping);
        await Sweeper.SweepAsync(Stopping);
        Assert.Equal(1, await NoticesAsync(referral, "ReferralReminder"));
        Assert.Equal(0, await NoticesAsync(referral, "ReferralUnanswered"));

        host.Clock.SetInSweden("2026-04-02 09:00");
        await Sweeper.SweepAsync(Stopping);
        await Sweeper.SweepAsync(Stopping);
        Assert.Equal(1, await NoticesAsync(referral, "ReferralUnanswered"));
        Assert.Equal(await host.OrganisationAsync("sw.malmo"), OrganisationId.From(await host.AskAsync<Guid>($"SELECT organisation_id AS \"Value\" FROM pathway.notices WHERE source_id = {referral.Value} AND kind = 'ReferralUnanswered'")));

        var overview = await host.As("sw.malmo").Get("/");
        Assert.Contains("No answer to your referral", overview.Text);
    }

    [Fact]
    public async Task An_answered_referral_reminds_nobody()
    {
        host.Clock.SetInSweden("2026-05-04 09:00");
        var id = await host.CaseAsync("sw.vasteras");
        await host.ConsentAsync("sw.vasteras", id, "ngo.platform");
        var referral = await host.ReferralAsync("sw.vasteras", id, "ngo.platform", Urgency.Urgent);
        await host.AcceptAsync("ngo.platform", referral);

        host.Clock.SetInSweden("2026-05-06 09:00");
        await Sweeper.SweepAsync(Stopping);

        Assert.Equal(0, await NoticesAsync(referral, "ReferralReminder") + await NoticesAsync(referral, "ReferralUnanswered"));
    }

    [Fact]
    public async Task Two_instances_sweep_at_once_and_each_thing_happens_once()
    {
        host.Clock.SetInSweden("2026-06-01 09:00");
        var cases = new List<CaseId>();
        for (var i = 0; i < 4; i++)
        {
            cases.Add(await host.CaseAsync("sw.norrkoping"));
            await host.ConsentAsync("sw.norrkoping", cases[^1], "ngo.haven", new(2026, 6, 1));
        }
        host.Clock.SetInSweden("2026-06-02 00:01");
        await using var other = PathwayHost.Factory(host.Database, host.Clock);

        await Task.WhenAll(Sweeper.SweepAsync(Stopping), other.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping));
        await Sweeper.SweepAsync(Stopping);

        foreach (var id in cases) Assert.Equal(["Given", "Expired"], await StatesAsync(id));
    }

    [Fact]
    public async Task Days_that_are_skipped_are_lived_through_each_on_its_own_day()
    {
        host.Clock.SetInSweden("2026-08-03 09:00");
        var id = await host.CaseAsync("sw.dorotea");
        await host.ConsentAsync("sw.dorotea", id, "ngo.haven", new(2026, 8, 5));
        await host.ConsentAsync("sw.dorotea", id, "ngo.platform", new(2026, 8, 10));
        var from = host.Clock.GetUtcNow();

        host.Clock.SetInSweden("2026-09-01 09:00");
        Assert.True(await Sweeper.LiveThroughAsync(from, host.Clock.GetUtcNow(), Stopping));

        var days = await host.LookAsync(db => db.Consents.Where(c => c.CaseId == id && c.State == Domain.Consents.ConsentState.Expired).OrderBy(c => c.RecordedAt).Select(c => c.RecordedAt).ToListAsync());
        Assert.Equal([new DateOnly(2026, 8, 6), new DateOnly(2026, 8, 11)], days.Select(SwedishCalendar.DayOf));
    }

    [Fact]
    public async Task Hours_that_are_skipped_are_lived_through_each_at_its_own_hour()
    {
        host.Clock.SetInSweden("2026-10-05 09:00");
        var id = await host.CaseAsync("sw.malmo");
        await host.ConsentAsync("sw.malmo", id, "ngo.haven");
        var referral = await host.ReferralAsync("sw.malmo", id, "ngo.haven", Urgency.Urgent);
        var from = host.Clock.GetUtcNow();

        host.Clock.SetInSweden("2026-10-08 15:30");
        Assert.True(await Sweeper.LiveThroughAsync(from, host.Clock.GetUtcNow(), Stopping));

        var told = await host.LookAsync(db => db.Notices.Where(n => n.SourceId == referral.Value && n.At > from && !n.ManagersOnly).OrderBy(n => n.At).Select(n => n.At).ToListAsync());
        Assert.Equal([from.AddHours(12), from.AddHours(24)], told);
    }

    [Fact]
    public async Task The_record_has_a_partition_before_its_month_begins()
    {
        host.Clock.SetInSweden("2027-01-20 09:00");

        await Sweeper.SweepAsync(Stopping);

        Assert.True(await host.AskAsync<bool>($"SELECT to_regclass('pathway.audit_entries_202702') IS NOT NULL AS \"Value\""));
    }

    private Task<List<string>> StatesAsync(CaseId id) => host.LookAsync(db => db.Database.SqlQuery<string>($"SELECT state AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value} ORDER BY number").ToListAsync());

    private Task<long> NoticesAsync(ReferralId id, string kind) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE source_id = {id.Value} AND kind = {kind}");
}

public sealed class SweepErrorTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task An_error_in_one_case_stops_no_other_and_stays_due()
    {
        var broken = new Broken();
        host.Configure = services => services.AddScoped<ISweep>(_ => broken);
        var sweeper = host.Services.GetRequiredService<Sweeper>();

        Assert.False(await sweeper.SweepAsync(TestContext.Current.CancellationToken));
        Assert.Equal([1, 2, 3], broken.Tried.Select(id => (int)id.ToByteArray()[15]).Order());

        broken.Tried.Clear();
        Assert.False(await sweeper.SweepAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, broken.Tried.Single().ToByteArray()[15]);
    }

    private sealed class Broken : ISweep
    {
        private readonly HashSet<Guid> _done = [];

        public List<Guid> Tried { get; } = [];

        public bool ByDay => true;

        public Task<IReadOnlyList<Due>> DueAsync(PathwayDb db, DateTimeOffset at, Guid after, int most, CancellationToken stopping) =>
            Task.FromResult<IReadOnlyList<Due>>([.. Enumerable.Range(1, 3).Select(Numbered).Where(id => id.CompareTo(after) > 0 && !_done.Contains(id)).Select(id => new Due(id, id))]);

        public Task PerformAsync(PathwayDb db, Due due, DateTimeOffset at, CancellationToken stopping)
        {
            Tried.Add(due.Id);
            if (due.Id == Numbered(2)) throw new InvalidOperationException("This one cannot be done.");
            _done.Add(due.Id);
            return Task.CompletedTask;
        }

        private static Guid Numbered(int n) => new($"00000000-0000-7000-8000-0000000000{n:00}");
    }
}
