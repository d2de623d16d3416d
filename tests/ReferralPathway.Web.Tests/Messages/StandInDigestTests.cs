using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Messages;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Messages;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Messages;

public sealed class StandInDigestTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Whoever_stands_in_is_told_in_the_morning_of_what_is_unread_of_both()
    {
        host.Clock.SetInSweden("2026-05-18 10:00");
        var (jonas, birgitta) = (await host.ActorAsync("sw.malmo"), await host.ActorAsync("sw.malmo.chef"));
        var chief = host.As("sw.malmo.chef");
        await chief.Submit(await chief.Get("/account/mail"), ("Input.Own", "Daily"), ("Input.Team", "InboxOnly"), ("Input.Everybody", "InboxOnly"), ("Input.Managers", "InboxOnly"));
        var worker = host.As("sw.malmo");
        await worker.Submit(await worker.Get("/account/away"), "/account/away", ("Input.From", "2026-05-19"), ("Input.To", "2026-05-19"), ("Input.Deputy", $"{birgitta.User}"));
        await host.LookAsync(async db =>
        {
            foreach (var user in new[] { jonas.User, jonas.User, birgitta.User })
                db.Notices.Add(new(NoticeKind.ReferralDeclined, jonas.Organisation, user, null, null, managersOnly: false, host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
            await db.Database.CurrentTransaction!.CommitAsync();
            return true;
        });

        var (his, hers) = (await UnreadAsync(jonas.User), await UnreadAsync(birgitta.User));
        Assert.True(his >= 2);
        Assert.Equal(his + hers, await MorningAsync("2026-05-19 07:30"));
        // The day after, the other is back.
        Assert.Equal(hers, await MorningAsync("2026-05-20 07:30"));

        Task<long> UnreadAsync(UserId user) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE user_id = {user.Value} AND read_at IS NULL AND NOT managers_only");

        async Task<long> MorningAsync(string at)
        {
            host.Clock.SetInSweden(at);
            await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
            return await host.LookAsync(db => db.Outbox.Where(l => l.UserId == birgitta.User && l.Kind == nameof(Letter.Digest)).OrderByDescending(l => l.WrittenAt).Select(l => l.Messages).FirstAsync()) ?? 0;
        }
    }
}
