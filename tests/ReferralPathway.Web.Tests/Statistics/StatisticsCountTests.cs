using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Directory;
using ReferralPathway.Data.Statistics;
using ReferralPathway.Domain.Statistics;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Walking;

namespace ReferralPathway.Web.Tests.Statistics;

/// <summary>What is counted of one person of whom everything is recorded: investigated, granted, gone home.</summary>
public sealed class StatisticsCountTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly CancellationToken Stopping = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_recorded_of_a_person_who_went_home_is_counted()
    {
        await DirectoryImport.LoadAsync(host.Services, Stopping);
        await Cast.EnterAsync(host);
        await new EverythingCase(host, 0, ReturnStory.Home).BeginAsync();
        var began = host.Clock.GetUtcNow();
        host.Clock.Advance(TimeSpan.FromDays(100));
        await host.Services.GetRequiredService<Sweeper>().SweepAsync(Stopping);
        var counts = await host.LookAsync(async db => await db.Database.SqlQuery<Kept>($"SELECT report || ' ' || place || ' ' || year || ' ' || quarter AS \"Place\", cells AS \"Text\" FROM pathway.release_counts WHERE cells <> '[]'").ToListAsync(Stopping));
        Assert.Fail($"{began:O} " + string.Join("\n", counts.Select(c => $"{c.Place}: {c.Text}")));
    }

    private sealed record Kept(string Place, string Text);
}
