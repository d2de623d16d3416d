using System.Net;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Directory;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Organisations;

/// <summary>Two administrators at the same record: the slower one learns who did what, keeps what was typed, and overwrites nothing unseen.</summary>
public sealed class LostRaceTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Stale = "Someone changed this record while you were editing. Your text is kept below; compare and save again.";

    [Fact]
    public async Task Of_two_who_change_an_organisation_the_slower_sees_the_other_ones_names()
    {
        var address = $"/administration/organisations/{await host.OrganisationAsync("sw.dorotea")}";
        var (stefan, lotta) = (host.As("admin"), host.As("admin2"));
        var (first, second) = (await stefan.Get(address), await lotta.Get(address));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await stefan.Submit(first, ("Input.NameEn", "Dorotea municipality"));

        var lost = await lotta.Submit(second, ("Input.NameEn", "Municipality in Dorotea"), ("Input.Mail", "other@sample.example"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Equal([Stale], lost.Errors);
        Assert.Equal("Municipality in Dorotea", lost.Document.QuerySelector("#Input_NameEn")!.GetAttribute("value"));
        Assert.Contains("Changed an organisation", lost.Text, StringComparison.Ordinal);
        Assert.Contains(await NameAsync("admin"), lost.Text, StringComparison.Ordinal);
        Assert.Contains("Dorotea municipality", lost.Text, StringComparison.Ordinal);
        Assert.Equal("Dorotea municipality", await host.AskAsync<string>($"SELECT name_en AS \"Value\" FROM pathway.organisations WHERE municipality = '2425' AND kind = 'Municipality'"));

        await lotta.Submit(lost);
        Assert.Equal("Municipality in Dorotea", await host.AskAsync<string>($"SELECT name_en AS \"Value\" FROM pathway.organisations WHERE municipality = '2425' AND kind = 'Municipality'"));
    }

    [Fact]
    public async Task What_gives_access_to_an_account_is_asked_on_what_stands_and_what_takes_it_works_at_once()
    {
        var address = $"/administration/accounts/{(await host.ActorAsync("rc.mitt")).User}";
        var (stefan, lotta) = (host.As("admin"), host.As("admin2"));
        var second = await lotta.Get(address);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await stefan.Submit(await stefan.Get(address), $"{address}?handler=SignOut");

        var lost = await lotta.Submit(second, $"{address}?handler=Manage");
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Was signed out by an administrator", lost.Text, StringComparison.Ordinal);
        Assert.Contains(await NameAsync("admin"), lost.Text, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM identity.account_changes c JOIN identity.accounts a ON a.id = c.account WHERE a.email = 'rc.mitt@sample.example' AND c.state = 'Waiting'"));

        // Taking access away waits for nobody to compare.
        Assert.Equal(HttpStatusCode.OK, (await lotta.Submit(second, $"{address}?handler=Disable")).Status);
        Assert.Equal("Disabled", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM identity.accounts WHERE email = 'rc.mitt@sample.example'"));
    }

    [Fact]
    public async Task Of_two_who_change_an_entry_the_slower_reads_in_its_history_who_changed_what()
    {
        await DirectoryImport.LoadAsync(host.Services, TestContext.Current.CancellationToken);
        var contact = await host.LookAsync(db => db.DirectoryEntries.Where(e => e.NameEn.StartsWith("Regional coordinator V")).Select(e => e.Id).FirstAsync());
        var (stefan, lotta) = (host.As("admin"), host.As("admin2"));
        var (first, second) = (await stefan.Get($"/administration/directory/{contact}/edit"), await lotta.Get($"/administration/directory/{contact}/edit"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await stefan.Submit(first, ("Input.UnitEn", "The office by the river"));

        var lost = await lotta.Submit(second, ("Input.UnitEn", "The office by the lake"));

        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains(await NameAsync("admin"), lost.Text, StringComparison.Ordinal);
        Assert.Contains("The office by the river", lost.Text, StringComparison.Ordinal);
        Assert.Equal("The office by the lake", lost.Document.QuerySelector("#Input_UnitEn")!.GetAttribute("value"));
    }

    private Task<string> NameAsync(string account) => host.LookAsync(db => db.Users.Where(a => a.Email == $"{account}@sample.example").Select(a => a.Name).SingleAsync());
}
