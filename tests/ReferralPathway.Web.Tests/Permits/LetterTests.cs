using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Permits;

/// <summary>The application as a letter: to print, or as a file.</summary>
public sealed class LetterTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static readonly (string, string?)[] Application =
    [
        ("Input.Wanted", "yes"), ("Input.WantedOn", "2026-03-16"), ("Input.WantedIn", "uz"), ("Input.Needed.Met", "yes"), ("Input.Needed.Because", "Two more hearings are planned."),
        ("Input.NothingAgainst.Met", "yes"), ("Input.InSweden", "yes"), ("Input.AddressForService", "Gränspolisen, Box 1, Malmö"),
    ];

    [Fact]
    public async Task A_draft_is_printed_before_it_is_handed_in_and_holds_what_the_application_needs_and_no_more()
    {
        var (_, draft) = await DraftAsync();
        var letter = await host.As("il.polis").Get(draft.Link("Print the application"));

        Assert.Equal("Application for a reflection period", letter.Heading);
        foreach (var needed in new[] { "5000-K214365-26", "Two more hearings are planned.", "Gränspolisen, Box 1, Malmö", "Uzbek", "Signature" }) Assert.Contains(needed, letter.Text, StringComparison.Ordinal);
        Assert.Contains($"{Story.GivenName} {Story.FamilyName}", letter.Text, StringComparison.Ordinal);
        foreach (var kept in new[] { "what was done there", Story.Phone }) Assert.DoesNotContain(kept, letter.Source, StringComparison.Ordinal);

        var pdf = await host.As("il.polis").Client.GetAsync(new Uri(letter.Link("Save as PDF"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("attachment", "letter.pdf"), (pdf.Content.Headers.ContentDisposition?.DispositionType, pdf.Content.Headers.ContentDisposition?.FileNameStar));
        var printed = await pdf.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Two more hearings are planned.", printed, StringComparison.Ordinal);
        // It is printed without network: nothing is fetched, nothing runs, and the fonts are inside.
        Assert.DoesNotContain("<script", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("url(\"fonts", printed, StringComparison.Ordinal);
        Assert.Contains("data:font/woff2;base64,", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_letter_that_is_opened_is_recorded_as_a_reading_of_the_identity()
    {
        var (id, draft) = await DraftAsync();
        var before = await ReadingsAsync(id.Value);
        using var pdf = await host.As("il.polis").Client.GetAsync(new Uri($"{draft.Link("Print the application")}/pdf", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
        Assert.Equal(before + 1, await ReadingsAsync(id.Value));
    }

    [Fact]
    public async Task A_letter_is_its_applicants_alone()
    {
        var (_, draft) = await DraftAsync();
        foreach (var other in new[] { "il.aklagare", "sw.malmo", "ma.tillstand", "nc.jamy" })
            Assert.Contains((await host.As(other).Get($"{draft.Link("Print the application")}/pdf")).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
    }

    [Fact]
    public async Task Where_no_file_can_be_made_the_page_is_there_to_print()
    {
        var (_, draft) = await DraftAsync();
        await using var without = PathwayHost.Leaking(host, services => services.AddSingleton<ILetterPrinter>(new LetterPrinter(null, NullLogger.Instance)));
        var page = await without.As("il.polis").Get($"{draft.Link("Print the application")}/pdf");

        Assert.Equal(draft.Link("Print the application"), page.Address);
        Assert.DoesNotContain("Save as PDF", page.Text, StringComparison.Ordinal);

        await using var busy = PathwayHost.Leaking(host, services => services.AddSingleton<ILetterPrinter, BusyPrinter>());
        Assert.Contains("No PDF could be made just now", (await busy.As("il.polis").Get($"{draft.Link("Print the application")}/pdf")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_discarded_with_a_reason()
    {
        var (id, draft) = await DraftAsync();
        var leader = host.As("il.polis");
        var form = await leader.Get(draft.Link("Discard the draft"));
        Assert.Equal("Discard the draft", form.Heading);
        Assert.Contains("Enter reason.", (await leader.Submit(form, ("Input.Step", "Discard"))).Errors);

        var done = await leader.Submit(form, ("Input.Step", "Discard"), ("Input.Reason", "Written in the wrong case."));
        Assert.Contains("The draft is discarded.", done.Text, StringComparison.Ordinal);
        Assert.Equal("Withdrawn", await host.AskAsync<string>($"SELECT status AS \"Value\" FROM pathway.permit_applications WHERE case_id = {id.Value}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.permit_summaries WHERE case_id = {id.Value}"));
    }

    private async Task<(Domain.Foundations.CaseId Id, WebPage Draft)> DraftAsync()
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await host.InvestigatedCaseAsync("il.polis", "2026-03-16");
        var leader = host.As("il.polis");
        var told = await leader.Submit(await leader.Get($"/cases/{id}/intake/exploitation"), ("Input.Description", "The person tells what was done there."));
        Assert.Empty(told.Errors);
        var draft = await leader.Submit(await leader.Get($"/cases/{id}/permits/write/reflection-period"), [.. Application, ("then", "save")]);
        Assert.Contains("The draft is saved", draft.Text, StringComparison.Ordinal);
        return (id, draft);
    }

    private Task<long> ReadingsAsync(Guid id) => host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id} AND kind LIKE 'Read.%'");

    private sealed class BusyPrinter : ILetterPrinter
    {
        public bool CanPrint => true;

        public Task<byte[]?> PrintAsync(string html, CancellationToken stopping) => Task.FromResult<byte[]?>(null);
    }
}
