using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Directory;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Directory;

/// <summary>What anybody sees of the contacts of the national guide.</summary>
public sealed class PublicDirectoryTests(PathwayHost host) : IClassFixture<PathwayHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        host.Clock.Set(StoppedClock.Beginning);
        await DirectoryImport.LoadAsync(host.Services);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("sv", "Vem du kan kontakta")]
    [InlineData("en", "Who to contact")]
    public async Task Emergency_numbers_come_first_then_every_contact(string language, string heading)
    {
        var page = await host.Anonymous(language).Get("/directory");
        Assert.Equal(heading, page.Heading);
        Assert.Equal(["tel:112", "tel:11414", "tel:+4620390000"], page.Links.Take(3));
        Assert.Equal(15, page.Document.QuerySelectorAll(".rp-entry").Length);
        Assert.All(new[] { "tel:+46850825669", "tel:+4611157725", "tel:+46703284869", "tel:+46313679331", "tel:+46721458924", "tel:+46734352792", "tel:+4621391496", "tel:+4620354040", "tel:+46771235235",
            "tel:+35896841150", "mailto:info@nmtsverige.se", "https://www.nmtsverige.se/", "https://www.migrationsverket.se/" }, way => Assert.Contains(way, page.Links));
    }

    [Fact]
    public async Task What_is_doubtful_and_what_was_rejected_is_hidden_and_said_to_be_under_check()
    {
        var page = await host.Anonymous().Get("/directory");
        Assert.DoesNotContain("nmstverige", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("55088567", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("socialresurs", page.Source, StringComparison.Ordinal);
        var bergslagen = page.Document.QuerySelectorAll(".rp-entry").Single(e => e.TextContent.Contains("coordinator Bergslagen", StringComparison.Ordinal));
        Assert.Contains("Being checked", bergslagen.TextContent, StringComparison.Ordinal);
        Assert.Contains("hidden until the region has confirmed it", bergslagen.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bergslagen", (await host.Anonymous().Get("/directory?q=55088567")).Document.QuerySelector("#main .rp-empty + *, .rp-rows")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains(await host.LookAsync(db => db.DirectoryEntries.SelectMany(e => e.Changes).ToListAsync()), c => c.FieldChanges().Any(f => f.Before == "www.nmstverige.se"));
    }

    [Theory]
    [InlineData("q=MALMÖ", "Evonhuset in Malmö")]
    [InlineData("q=malmo+samtal", "Evonhuset in Malmö")]
    [InlineData("q=011-15+77+25", "Regional coordinator Öst")]
    [InlineData("q=%2B4611157725", "Regional coordinator Öst")]
    [InlineData("q=nord", "Regional coordinator Norr")]
    [InlineData("where=Norr", "Regional coordinator Norr")]
    [InlineData("where=2425", "Regional coordinator Norr")]
    [InlineData("where=0581", "Regional coordinator Öst")]
    [InlineData("where=1281", "Evonhuset in Malmö|Regional coordinator Syd")]
    [InlineData("where=Stockholm&help=Counselling", "Mika Reception Centre in Stockholm")]
    [InlineData("help=Permits", "Swedish Migration Agency")]
    [InlineData("help=Shelter&where=national", "Swedish Civil Society Platform against Human Trafficking")]
    [InlineData("q=100%25", "")]
    [InlineData("q=_", "*")]
    public async Task The_directory_is_searched_by_words_place_and_kind_of_help(string query, string expected)
    {
        var page = await host.Anonymous().Get($"/directory?{query}");
        var names = page.Document.QuerySelectorAll(".rp-entry__name").Select(e => e.TextContent.Trim()).ToList();
        if (expected == "*") Assert.Equal(15, names.Count);
        else Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), names);
    }

    [Fact]
    public async Task The_municipality_the_region_and_the_kind_that_were_chosen_stay_chosen()
    {
        var page = await host.Anonymous().Get("/directory?q=stockholm&where=0180&help=Counselling");
        Assert.Equal("stockholm", page.Document.GetElementById("q")!.GetAttribute("value"));
        Assert.Equal(["0180", "Counselling"], page.Document.QuerySelectorAll("option[selected]").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Whoever_signs_in_is_not_told_that_nothing_is_kept()
    {
        Assert.Contains("No account is needed here.", (await host.Anonymous().Get("/directory")).Document.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("No account is needed here.", (await host.Anonymous().Get("/sign-in")).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy", "How we protect personal data")]
    [InlineData("/accessibility", "Accessibility statement")]
    public async Task The_pages_of_the_footer_stand_open(string address, string heading)
    {
        var page = await host.Anonymous().Get(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, page.Heading);
    }
}
