using ReferralPathway.Data.Directory;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Walking;

namespace ReferralPathway.Web.Tests.Returns;

/// <summary>3.9j: what IOM hears of a person who has gone home comes back to whoever released the word.</summary>
public sealed class JusticeTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task What_the_person_wishes_and_needs_comes_back_to_whoever_released_the_word()
    {
        await DirectoryImport.LoadAsync(host.Services);
        await Cast.EnterAsync(host);
        await new EverythingCase(host, 0, ReturnStory.Home).BeginAsync();
        var (id, relay) = (await host.AskAsync<Guid>($"SELECT case_id AS \"Value\" FROM pathway.justice_events"), await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.justice_events"));
        var back = await host.AskAsync<Guid>($"SELECT id AS \"Value\" FROM pathway.return_applications WHERE case_id = {id} AND arrived_at IS NOT NULL");
        var iom = host.As("iom.hki");
        Assert.DoesNotContain("What is needed?", (await host.As("il.polis").Get($"/cases/{id}/justice")).Text);

        var told = await iom.Submit(await iom.Get($"/cases/{id}/returns/{back}/carry-out/relay/{relay}"), ("Input.Reached", "yes"), ("Input.Wishes", "Yes"), ("Input.Needs", "RemoteLink"), ("Input.Needs", "Interpreter"));

        Assert.Empty(told.Errors);
        var heard = await host.As("il.polis").Get($"/cases/{id}/justice");
        Assert.Contains("What is needed?", heard.Text);
        Assert.Contains("Remote link, interpreter", heard.Text);
    }
}
