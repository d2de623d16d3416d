using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Directory;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Stories;

/// <summary>SC16 of the domain reference: the entry of the Gender Equality Agency is reported, corrected, checked, and due again after ninety days.</summary>
public sealed class SC16_WrongContact(PathwayHost host) : IClassFixture<PathwayHost>
{
    [Fact]
    public async Task A_printed_misspelling_is_reported_and_cannot_be_saved()
    {
        host.Clock.SetInSweden("2026-11-20 10:00");
        await DirectoryImport.LoadAsync(host.Services, TestContext.Current.CancellationToken);
        var contact = await EntryAsync("Swedish Gender Equality Agency");
        var address = $"/administration/directory/{contact}";
        var (umea, admin, norr) = (host.As("sw.umea"), host.As("admin"), host.As("rc.norr"));
        // What was doubtful when it was taken over has been looked into.
        await admin.Submit(await admin.Get(address), $"{address}?handler=Verify", ("Input.VerifiedOn", "2026-11-20"));
        Assert.Equal("Published", await StateAsync(contact));

        host.Clock.SetInSweden("2026-11-21 10:00");
        var thanks = await umea.Submit(await umea.Get($"/directory/{contact}/report"), ("Input.About", "https://www.nmtsverige.se/"), ("Input.Text", "A printed guide spells the website www.nmstverige.se."));
        Assert.Contains("checked within two working days", thanks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nmstverige", thanks.Source, StringComparison.Ordinal);
        Assert.Equal("NeedsReview", await StateAsync(contact));
        Assert.Contains("nmstverige", (await admin.Get(address)).Text, StringComparison.Ordinal);

        // A coordinator proposes and does not edit.
        Assert.Equal(HttpStatusCode.Forbidden, (await norr.Get($"{address}/edit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await norr.Get($"/directory/{contact}/propose")).Status);

        // The administrator corrects; the misspelling is refused on save, and what was typed stays.
        var refused = await admin.Submit(await admin.Get($"{address}/edit"), ("Input.Channels[2].Value", "www.nmstverige.se"));
        Assert.Equal(["This looks like a misspelling of www.nmtsverige.se."], refused.Errors);
        Assert.Equal("www.nmstverige.se", refused.Document.GetElementById("Input_Channels_2__Value")!.GetAttribute("value"));
        var corrected = await admin.Submit(refused, ("Input.Channels[2].Value", "https://nspm.jamstalldhetsmyndigheten.se/"));
        Assert.Contains("The change is saved.", corrected.Text, StringComparison.Ordinal);
        var verified = await admin.Submit(corrected, $"{address}?handler=Verify", ("Input.VerifiedOn", "2026-11-21"));
        Assert.Contains("2027-02-19", verified.Text, StringComparison.Ordinal);
        Assert.Equal("Published", await StateAsync(contact));
        Assert.Contains("nspm.jamstalldhetsmyndigheten.se", (await host.Anonymous().Get($"/directory/{contact}")).Source, StringComparison.Ordinal);
        host.Clock.SetInSweden("2027-02-18 12:00");
        await SweepAsync();
        Assert.Equal("Published", await StateAsync(contact));
        host.Clock.SetInSweden("2027-02-19 00:00");
        await SweepAsync();
        Assert.Equal("NeedsReview", await StateAsync(contact));

        // A number that is listed already is refused in any spelling.
        var mitt = await EntryAsync("Regional coordinator Mitt");
        var twice = await admin.Submit(await admin.Get($"/administration/directory/{mitt}/edit"), ("Input.Channels[2].Type", "Phone"), ("Input.Channels[2].Value", "+46 (0)21-391496"));
        Assert.Equal(["This channel is already listed."], twice.Errors);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.directory_channels WHERE entry_id = {Guid.Parse(mitt)} AND normalised = '+4621391496'"));
    }

    private async Task<string> EntryAsync(string name) =>
        (await host.LookAsync(db => db.DirectoryEntries.Where(e => e.NameEn.StartsWith(name)).Select(e => e.Id).SingleAsync())).ToString();

    private Task<string> StateAsync(string id) => host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.directory_entries WHERE id = {Guid.Parse(id)}");

    private Task<bool> SweepAsync() => host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken);
}
