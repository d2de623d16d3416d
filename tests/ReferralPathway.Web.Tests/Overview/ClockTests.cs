using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Overview;

/// <summary>What falls due: on the calendar, in a calendar outside, and at the manager's when nobody did it.</summary>
public sealed partial class ClockTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_missed_comes_to_the_manager_once_and_stays_until_it_is_done()
    {
        host.Clock.SetInSweden("2026-03-02 09:00");
        var id = await host.CanaryCaseAsync("sw.malmo");
        await host.OnAsync("sw.malmo", id, (theCase, act) => theCase.Assess("QUICK", new Dictionary<string, string>(), "Signs of force", act.Day, act.Day.AddDays(1), act));
        var chef = host.As("sw.malmo.chef");
        Assert.DoesNotContain("Review the assessment", (await chef.Get("/work")).Text, StringComparison.OrdinalIgnoreCase);

        host.Clock.SetInSweden("2026-03-03 23:59");
        await SweepAsync();
        Assert.Equal(0, await NoticesAsync());
        host.Clock.SetInSweden("2026-03-04 00:01");
        await SweepAsync();
        await SweepAsync();

        Assert.Equal(1, await NoticesAsync());
        var work = await chef.Get("/work");
        Assert.Contains("You see it as a manager", work.Text);
        // The manager is outside the team: no initials, and the way leads to the line that a colleague sees.
        Assert.DoesNotContain("M.K.", work.Source, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cases/{id}\"", work.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("You see it as a manager", (await host.As("sw.malmo").Get("/work")).Text);
        Assert.DoesNotContain("You see it as a manager", (await host.As("sw.umea").Get("/work")).Text);

        await host.OnAsync("sw.malmo", id, (theCase, act) => theCase.Assess("QUICK", new Dictionary<string, string>(), "Signs of force", act.Day, act.Day.AddDays(20), act));
        Assert.DoesNotContain("You see it as a manager", (await chef.Get("/work")).Text);

        Task<long> NoticesAsync() => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.notices WHERE case_id = {id.Value} AND kind = 'DeadlineMissed' AND managers_only");
    }

    [Fact]
    public async Task The_calendar_shows_a_month_of_work_on_its_swedish_days()
    {
        host.Clock.SetInSweden("2026-03-16 09:00");
        var id = await host.CanaryCaseAsync("sw.norrkoping");
        // Due at the end of the last day of the month, which in UTC is still the month.
        await host.OnAsync("sw.norrkoping", id, (theCase, act) => theCase.Assess("QUICK", new Dictionary<string, string>(), "Signs of force", act.Day, new(2026, 3, 31), act));
        var browser = host.As("sw.norrkoping");

        var march = await browser.Get("/work/calendar");
        Assert.Equal("What falls due in March 2026", march.Heading);
        var day = Assert.Single(march.Document.QuerySelectorAll("li.rp-month__day"), d => d.TextContent.Contains("Review the indicators", StringComparison.Ordinal));
        Assert.Equal("2026-03-31", day.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(31, march.Document.QuerySelectorAll("li.rp-month__day").Length);
        Assert.Contains("rp-month__day--from-7", march.Document.QuerySelector("li.rp-month__day")!.ClassName!, StringComparison.Ordinal);
        var april = await browser.Get(march.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.DoesNotContain("Review the indicators", april.Text, StringComparison.Ordinal);
        Assert.Contains("Good Friday", april.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("nonsense")]
    [InlineData("9999-12")]
    public async Task Another_month_than_there_is_is_this_month(string month) =>
        Assert.Equal(HttpStatusCode.OK, (await host.As("sw.umea").Get($"/work/calendar?month={month}")).Status);

    [Fact]
    public async Task A_calendar_outside_learns_kind_and_day_and_nothing_else_until_the_address_is_taken_back()
    {
        host.Clock.SetInSweden("2026-03-16 09:00");
        var id = await host.CanaryCaseAsync("sw.vasteras");
        await host.OnAsync("sw.vasteras", id, (theCase, act) => theCase.Assess("QUICK", new Dictionary<string, string>(), "Signs of force", act.Day, new(2026, 3, 31), act));
        var reference = await host.AskAsync<string>($"SELECT reference AS \"Value\" FROM pathway.cases WHERE id = {id.Value}");
        var browser = host.As("sw.vasteras");
        var made = await browser.Submit(await browser.Get("/account/calendar"));
        var address = FeedAddress().Match(made.Source).Value;
        Assert.DoesNotContain(address, (await browser.Get("/account/calendar")).Source, StringComparison.Ordinal);
        var outside = host.Anonymous().Client;

        using var answer = await outside.GetAsync(new Uri(address, UriKind.Relative), Stopping);
        var calendar = await answer.Content.ReadAsStringAsync(Stopping);

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("DTSTART;VALUE=DATE:20260331\r\nSUMMARY:Gå igenom indikatorerna igen\r\n", calendar, StringComparison.Ordinal);
        foreach (var never in new[] { reference, id.ToString(), "Västerås", "M.K.", "anarie" }) Assert.DoesNotContain(never, calendar, StringComparison.OrdinalIgnoreCase);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75));

        // A new address ends the old one; taking it back ends both.
        var again = FeedAddress().Match((await browser.Submit(await browser.Get("/account/calendar"))).Source).Value;
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(address));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(again));
        await browser.Submit(await browser.Get("/account/calendar"), "/account/calendar?handler=TakeBack");
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(again));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf("/calendar/nonsense.ics"));

        async Task<HttpStatusCode> StatusOf(string path)
        {
            using var got = await outside.GetAsync(new Uri(path, UriKind.Relative), Stopping);
            return got.StatusCode;
        }
    }

    [Fact]
    public async Task A_feed_of_somebody_who_may_no_longer_sign_in_is_gone()
    {
        var browser = host.As("sw.dorotea");
        var address = FeedAddress().Match((await browser.Submit(await browser.Get("/account/calendar"))).Source).Value;
        var outside = host.Anonymous().Client;
        Assert.Equal(HttpStatusCode.OK, (await outside.GetAsync(new Uri(address, UriKind.Relative), Stopping)).StatusCode);

        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
            await db.Users.Where(a => a.Email == "sw.dorotea@sample.example").ExecuteUpdateAsync(a => a.SetProperty(x => x.Status, AccountStatus.Disabled), Stopping);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(new Uri(address, UriKind.Relative), Stopping)).StatusCode);
    }

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);

    [GeneratedRegex(@"/calendar/[\w-]{43}\.ics")]
    private static partial Regex FeedAddress();
}
