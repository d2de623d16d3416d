using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReferralPathway.Data.Directory;
using ReferralPathway.Domain.Directory;
using ReferralPathway.Domain.Overview;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Directory;

/// <summary>SC16: a wrong contact is reported, corrected and checked; and everything else that is done to the directory.</summary>
public sealed class DirectoryTests(PathwayHost host) : IClassFixture<PathwayHost>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        host.Clock.SetInSweden("2026-11-21 10:00");
        await DirectoryImport.LoadAsync(host.Services);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_wrong_contact_is_reported_corrected_checked_and_due_again_after_ninety_days()
    {
        var contact = await EntryAsync("Swedish Civil Society Platform");
        var umea = host.As("sw.umea");
        var report = await umea.Get($"/directory/{contact}/report");
        var thanks = await umea.Submit(report, ("Input.About", "https://www.manniskohandel.se/"), ("Input.Text", "A printed guide spells the website www.nmstverige.se."));
        Assert.Contains("checked within two working days", thanks.Text, StringComparison.Ordinal);
        Assert.Contains("Reported wrong on 21\u00a0November 2026", thanks.Text.Replace("21 November", "21\u00a0November", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("nmstverige", thanks.Source, StringComparison.Ordinal);
        Assert.Equal("NeedsReview", await StateAsync(contact));
        Assert.Equal(1, await OpenWorkAsync(contact));

        var admin = host.As("admin");
        var edit = await admin.Get($"/administration/directory/{contact}/edit");
        var refused = await admin.Submit(edit, ("Input.Channels[1].Value", "www.nmstverige.se"));
        Assert.Equal(["This looks like a misspelling of www.nmtsverige.se."], refused.Errors);
        Assert.Equal("www.nmstverige.se", refused.Document.GetElementById("Input_Channels_1__Value")!.GetAttribute("value"));
        var corrected = await admin.Submit(refused, ("Input.Channels[1].Value", "https://manniskohandel.se/"));
        Assert.Contains("The change is saved.", corrected.Text, StringComparison.Ordinal);

        var verified = await admin.Submit(corrected, $"/administration/directory/{contact}?handler=Verify", ("Input.VerifiedOn", "2026-11-21"));
        Assert.Contains("2027-02-19", verified.Text, StringComparison.Ordinal);
        Assert.Equal("Published", await StateAsync(contact));
        Assert.Equal(0, await OpenWorkAsync(contact));
        Assert.Equal(["Directory.Imported", "Directory.Reported", "Directory.Edited", "Directory.Verified"],
            await host.LookAsync(db => db.AuditEntries.Where(a => a.RecordId == Guid.Parse(contact) && a.Kind != "Directory.ReviewFellDue").OrderBy(a => a.Payload).Select(a => a.Kind).ToListAsync()));
        Assert.Contains("Elin Sandberg", verified.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sweep_asks_for_a_check_on_the_day_and_not_the_day_before()
    {
        var contact = await EntryAsync("Regional coordinator Norr");
        await SweepAsync("2027-02-18 12:00");
        Assert.Equal("Published", await StateAsync(contact));
        await SweepAsync("2027-02-19 00:00");
        Assert.Equal("NeedsReview", await StateAsync(contact));
        Assert.Equal(1, await OpenWorkAsync(contact));
        await SweepAsync("2027-02-20 12:00");
        Assert.Equal(1, await OpenWorkAsync(contact));
    }

    [Theory]
    [InlineData("rc.norr", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("ngo.haven", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("iom.hki", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("nc.jamy", HttpStatusCode.Forbidden, HttpStatusCode.OK)]
    [InlineData("sw.umea", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("il.polis", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("ma.tillstand", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("law.lind", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("audit", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    public async Task Only_an_administrator_edits_and_some_propose(string account, HttpStatusCode edit, HttpStatusCode propose)
    {
        var contact = await EntryAsync("Regional coordinator Öst");
        var browser = host.As(account);
        Assert.Equal(edit, (await browser.Get($"/administration/directory/{contact}/edit")).Status);
        Assert.Equal(edit, (await browser.Get("/administration/directory")).Status);
        Assert.Equal(propose, (await browser.Get($"/directory/{contact}/propose")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/directory/{contact}/report")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/directory")).Status);
    }

    [Fact]
    public async Task A_coordinator_cannot_edit_by_posting_either()
    {
        var contact = await EntryAsync("Regional coordinator Öst");
        var edit = await host.As("admin").Get($"/administration/directory/{contact}/edit");
        var norr = host.As("rc.norr");
        var own = await norr.Get($"/directory/{contact}/propose");
        var token = own.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await norr.Submit(edit, ("__RequestVerificationToken", token), ("Input.NameSv", "Någon annan"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("Regionkoordinator Öst", await host.AskAsync<string>($"SELECT name_sv AS \"Value\" FROM pathway.directory_entries WHERE id = {Guid.Parse(contact)}"));
    }

    [Fact]
    public async Task A_proposal_is_held_against_the_laws_of_the_entry_then_accepted_or_rejected()
    {
        var contact = await EntryAsync("Regional coordinator Stockholm");
        var haven = host.As("ngo.haven");
        var form = await haven.Get($"/directory/{contact}/propose");
        var wrong = await haven.Submit(form, ("Input.About", "+46850825669"), ("Input.Proposed", "+46 (0)76-1225669"), ("Input.Text", "New number."));
        Assert.Equal(["This channel is already listed."], wrong.Errors);
        await haven.Submit(wrong, ("Input.About", "+46850825669"), ("Input.Proposed", "08-508 256 70"), ("Input.Text", "New number."));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await haven.Submit(await haven.Get($"/directory/{contact}/propose"), ("Input.About", "other"), ("Input.Text", "They have moved."));
        Assert.Equal("NeedsReview", await StateAsync(contact));
        Assert.Equal(1, await OpenWorkAsync(contact));

        var admin = host.As("admin");
        var address = $"/administration/directory/{contact}";
        var unanswered = await admin.Submit(await admin.Get(address), $"{address}?handler=Verify");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.Status);
        Assert.Equal(["Accept or reject the proposals first. Then record the check."], unanswered.Errors);
        var accepted = await admin.Submit(await admin.Get(address), $"{address}?handler=Accept");
        Assert.Contains("08-508 256 70", accepted.Text, StringComparison.Ordinal);
        var rejected = await admin.Submit(accepted, $"{address}?handler=Reject");
        Assert.Contains("The proposal is rejected.", rejected.Text, StringComparison.Ordinal);
        await admin.Submit(rejected, $"{address}?handler=Verify");
        Assert.Equal("Published", await StateAsync(contact));
        Assert.Contains("tel:+46850825670", (await host.Anonymous().Get($"/directory/{contact}")).Source.Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fault_of_an_entry_stands_beside_its_field_and_what_was_typed_is_kept()
    {
        var admin = host.As("admin");
        var answer = await admin.Submit(await admin.Get("/administration/directory/create"),
            ("Input.NameSv", ""), ("Input.NameEn", "A shelter"), ("Input.Kind", "Ngo"), ("Input.Languages", "sv"), ("Input.Languages", "elvish"), ("Input.Capacity", "Full"), ("Input.ReviewIntervalDays", "0"),
            ("Input.Hours[0].Opens", "9"), ("Input.Hours[0].Closes", "16:30"),
            ("Input.Channels[0].Type", "Phone"), ("Input.Channels[0].Value", "12"),
            ("Input.Channels[1].Type", "Email"), ("Input.Channels[1].Value", "nobody"),
            ("Input.Channels[2].Type", "VisitingAddress"), ("Input.Channels[2].Value", "Storgatan 1"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Enter name in Swedish.", ErrorOf(answer, "Input_NameSv"));
        Assert.NotNull(ErrorOf(answer, "Input_Languages"));
        Assert.True(answer.Document.QuerySelector("input[name='Input.Languages'][value=sv]")!.HasAttribute("checked"));
        Assert.Equal("Write the day on which this held.", ErrorOf(answer, "Input_CapacityOn"));
        Assert.Equal("Write a number of days from 1 to 1830, for example 90.", ErrorOf(answer, "Input_ReviewIntervalDays"));
        Assert.Equal("Write a time such as 09:00.", ErrorOf(answer, "Input_Hours_0__Opens"));
        Assert.Equal("Write the phone number with country code, for example +46 70 123 45 67.", ErrorOf(answer, "Input_Channels_0__Value"));
        Assert.Equal("Write an e-mail address, for example name@kommun.se.", ErrorOf(answer, "Input_Channels_1__Value"));
        Assert.Equal("Do not store the address of a shelter here.", ErrorOf(answer, "Input_Channels_2__Value"));
        Assert.Equal("Storgatan 1", answer.Document.GetElementById("Input_Channels_2__Value")!.GetAttribute("value"));
        Assert.Equal("Ngo", answer.Document.QuerySelector("#Input_Kind option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_number_that_is_listed_already_is_refused_in_any_spelling_also_after_an_empty_row()
    {
        var contact = await EntryAsync("Regional coordinator Mitt");
        var admin = host.As("admin", "sv");
        var answer = await admin.Submit(await admin.Get($"/administration/directory/{contact}/edit"), ("Input.Channels[2].Type", "Phone"), ("Input.Channels[2].Value", "+46 (0)21-391496"));
        Assert.Equal("Kontaktvägen finns redan i listan.", ErrorOf(answer, "Input_Channels_2__Value"));
        Assert.Null(ErrorOf(answer, "Input_Channels_0__Value"));
    }

    [Fact]
    public async Task Of_two_administrators_the_slower_one_is_told_and_keeps_the_text()
    {
        var contact = await EntryAsync("Regional coordinator Väst");
        var admin = host.As("admin");
        var (first, second) = (await admin.Get($"/administration/directory/{contact}/edit"), await admin.Get($"/administration/directory/{contact}/edit"));
        await admin.Submit(first, ("Input.SourceNoteEn", "Called on Monday."));
        var stale = await admin.Submit(second, ("Input.SourceNoteEn", "Called on Tuesday."));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(["Someone changed this record while you were editing. Your text is kept below; compare and save again."], stale.Errors);
        Assert.Equal("Called on Tuesday.", stale.Document.GetElementById("Input_SourceNoteEn")!.TextContent.Trim());
        Assert.Equal("Called on Monday.", await host.AskAsync<string>($"SELECT source_note_en AS \"Value\" FROM pathway.directory_entries WHERE id = {Guid.Parse(contact)}"));
        Assert.Contains("The change is saved.", (await admin.Submit(stale)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_public_from_its_first_check_until_it_is_withdrawn()
    {
        var admin = host.As("admin");
        var saved = await admin.Submit(await admin.Get("/administration/directory/create"),
            ("Input.NameSv", "Kvinnojouren Norrsken"), ("Input.NameEn", "Norrsken shelter"), ("Input.Kind", "Ngo"), ("Input.Helps", "Shelter"), ("Input.Municipality", "2480"), ("Input.Languages", "sv"), ("Input.Languages", "th"),
            ("Input.Hours[0].Opens", "8.00"), ("Input.Hours[0].Closes", "17:00"), ("Input.Channels[0].Type", "Phone"), ("Input.Channels[0].Value", "090-12 34 56"),
            ("Input.Channels[1].Type", "Phone"), ("Input.Channels[1].Value", "090-65 43 21"), ("Input.Channels[1].IsPublic", null));
        Assert.Contains("The draft is saved.", saved.Text, StringComparison.Ordinal);
        var contact = saved.Address.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().Get($"/directory/{contact}")).Status);
        Assert.DoesNotContain("Norrsken", (await host.Anonymous().Get("/directory?q=norrsken")).Source, StringComparison.Ordinal);

        var published = await admin.Submit(saved, $"{saved.Address}?handler=Verify");
        var page = await host.Anonymous("sv").Get($"/directory/{contact}");
        Assert.Equal("Kvinnojouren Norrsken", page.Heading);
        Assert.Contains("090-12 34 56", page.Text, StringComparison.Ordinal);
        Assert.Contains("mån–fre 08.00–17.00", page.Text, StringComparison.Ordinal);
        Assert.Contains("svenska, thailändska", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("65 43 21", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Norrsken", (await host.Anonymous().Get("/directory?q=654321")).Source, StringComparison.Ordinal);

        var withdrawn = await admin.Submit(published, $"{saved.Address}?handler=Withdraw");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().Get($"/directory/{contact}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get($"/directory/{contact}/report")).Status);
        var restored = await admin.Submit(withdrawn, $"{saved.Address}?handler=Restore");
        Assert.Contains("The contact is a draft again.", restored.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Anonymous().Get($"/directory/{contact}")).Status);
    }

    [Fact]
    public async Task A_report_needs_somebody_who_is_signed_in()
    {
        var contact = await EntryAsync("Swedish Migration Agency");
        var answer = await host.Anonymous().Client.GetAsync(new Uri($"/directory/{contact}/report", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Sign in", (await host.Anonymous().Get($"/directory/{contact}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("0198a5b0-0000-7000-8000-000000000000")]
    public async Task An_address_that_leads_nowhere_is_not_found(string id)
    {
        var admin = host.As("admin");
        foreach (var address in new[] { $"/directory/{id}", $"/directory/{id}/report", $"/administration/directory/{id}", $"/administration/directory/{id}/edit" })
            Assert.Equal(HttpStatusCode.NotFound, (await admin.Get(address)).Status);
    }

    private static string? ErrorOf(WebPage page, string field) => page.Document.GetElementById($"{field}-error")?.ChildNodes[^1].TextContent.Trim();

    private async Task<string> EntryAsync(string name) =>
        (await host.LookAsync(db => db.DirectoryEntries.Where(e => e.NameEn.StartsWith(name)).Select(e => e.Id).SingleAsync())).ToString();

    private Task<string> StateAsync(string id) => host.AskAsync<string>($"SELECT state AS \"Value\" FROM pathway.directory_entries WHERE id = {Guid.Parse(id)}");

    private Task<int> OpenWorkAsync(string id) => host.LookAsync(db => db.WorkItems.CountAsync(w => w.Kind == WorkKind.ReviewEntry && w.SourceId == Guid.Parse(id) && w.ClosedAt == null));

    private async Task SweepAsync(string when)
    {
        host.Clock.SetInSweden(when);
        Assert.True(await host.Services.GetRequiredService<Sweeper>().SweepAsync(TestContext.Current.CancellationToken));
    }
}
