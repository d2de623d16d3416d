using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class StartingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Whoever_starts_a_case_sees_it_and_nobody_else_does()
    {
        var haven = host.As("ngo.haven");
        var started = await haven.Submit(await haven.Get("/cases/start"));

        Assert.Equal(HttpStatusCode.OK, started.Status);
        Assert.Equal("2026-000001", started.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get(started.Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get(started.Address)).Status);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'CaseStarted'"));
    }
}
