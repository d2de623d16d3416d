using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Directory;

public sealed class SwedishOrderTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task Contacts_are_listed_as_swedish_sorts_page_by_page()
    {
        var act = new Act(UserId.New(host.Clock.GetUtcNow()), Role.Administrator, OrganisationId.New(host.Clock.GetUtcNow()), host.Clock.GetUtcNow());
        string[] names = ["Åsa", "Ärla", "Östra", "zebra", "Zoo", "alfa", .. Enumerable.Range(0, 30).Select(n => $"mitt {n:00}")];
        await using (var scope = host.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Door>().Through = Entrance.System;
            var db = scope.ServiceProvider.GetRequiredService<PathwayDb>();
            db.Acting = ActingAs.System(act.At);
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var name in names)
            {
                var entry = DirectoryEntry.Write(new() { NameSv = name, NameEn = name, AssistanceSv = "sidprov", Kind = OrganisationKind.Municipality, Channels = [new(ChannelType.Email, "a@kommun.se")] }, act);
                entry.Verify(act.Day, act);
                db.DirectoryEntries.Add(entry);
            }
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }

        var listed = new List<string>();
        for (var address = "/directory?q=sidprov"; address is not null;)
        {
            var page = await host.Anonymous("sv").Get(address);
            listed.AddRange(page.Document.QuerySelectorAll(".rp-entry__name").Select(e => e.TextContent.Trim()));
            address = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(["alfa", .. names.Where(n => n.StartsWith("mitt", StringComparison.Ordinal)), "zebra", "Zoo", "Åsa", "Ärla", "Östra"], listed);
    }
}
