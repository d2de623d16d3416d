using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Messages;

public sealed class UnreadTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Every_page_says_how_many_messages_are_unread()
    {
        Assert.Equal("", await CountAsync("ngo.haven"));

        var id = await host.CaseAsync("sw.umea");
        await host.ConsentAsync("sw.umea", id, "ngo.haven");
        await host.ReferralAsync("sw.umea", id, "ngo.haven");

        Assert.Equal("1 one unread", await CountAsync("ngo.haven"));
        Assert.Equal("", await CountAsync("sw.umea"));

        var haven = host.As("ngo.haven");
        await haven.Submit(await haven.Get("/messages"), "/messages");
        Assert.Equal("", await CountAsync("ngo.haven"));
    }

    private async Task<string> CountAsync(string account)
    {
        var word = (await host.As(account).Get("/account")).Document.QuerySelector(".govuk-service-navigation a[href='/messages']")!;
        return string.Join(' ', word.Children.Select(part => part.TextContent.Trim()));
    }
}
