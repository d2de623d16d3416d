using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Returns;

public sealed class ReturnStartTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Theory]
    [InlineData("en", "IOM in Helsinki carries it out", "since 2018 the Gender Equality Agency")]
    [InlineData("sv", "IOM i Helsingfors genomför det", "sedan 2018 betalar Jämställdhetsmyndigheten")]
    public async Task Whoever_begins_a_return_reads_who_carries_the_programme_out_and_who_pays(string language, string who, string pays)
    {
        var id = await host.ProstitutedAsync("ngo.haven");
        var page = await host.As("ngo.haven", language).Get($"/cases/{id}/returns/write");

        Assert.Contains(who, page.Text, StringComparison.Ordinal);
        Assert.Contains(pays, page.Text, StringComparison.Ordinal);
    }
}
