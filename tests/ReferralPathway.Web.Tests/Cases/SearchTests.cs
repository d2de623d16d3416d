using System.Net;
using ReferralPathway.Web.Tests.Hosting;

namespace ReferralPathway.Web.Tests.Cases;

public sealed class SearchTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private static async Task<string> KnownAsync(Browser worker, string given, string family, params (string Name, string? Value)[] more)
    {
        var address = await A.CaseAsync(worker);
        await worker.Submit(await worker.Get($"{address}/intake/identity"), [("Input.GivenName", given), ("Input.FamilyName", family), .. more]);
        return address;
    }

    private static async Task<WebPage> Search(Browser browser, params (string Name, string? Value)[] fields) =>
        await browser.Submit(await browser.Get("/cases/start"), "/cases/start?handler=Search", fields);

    [Theory]
    [InlineData("Oksana Petrenko")]
    [InlineData("petrenko, oksana")]
    [InlineData("Оксана Петренко")]
    [InlineData("Oxana Petrenko")]
    public async Task A_person_is_found_however_the_name_is_spelled(string typed)
    {
        var worker = host.As("sw.umea");
        var address = await KnownAsync(worker, "Oksana", "Petrenko");
        var found = await Search(worker, ("Input.Name", typed));

        Assert.Contains(address, found.Links);
        Assert.Contains("O.P., woman, 25–34", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(typed, found.Address, StringComparison.Ordinal);
        Assert.DoesNotContain("Petrenko", found.Document.QuerySelector("ul.rp-rows")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_a_birth_date_and_a_document_find_the_person()
    {
        var worker = host.As("sw.norrkoping");
        var address = await KnownAsync(worker, "Ines", "Duarte", ("Input.PersonalNumber", "640823-3234"), ("Input.Dossier", "99-1234"), ("Input.Documents[0].Kind", "Passport"), ("Input.Documents[0].Number", "PT998877"), ("Input.Documents[0].HeldBy", "Person"));
        var reference = (await worker.Get($"{address}/intake")).Document.QuerySelector(".govuk-caption-l")!.TextContent;

        Assert.Contains(address, (await Search(worker, ("Input.PersonalNumber", "19640823-3234"))).Links);
        Assert.Contains(address, (await Search(worker, ("Input.BirthDate", "1964-08-23"))).Links);
        Assert.Contains(address, (await Search(worker, ("Input.Reference", "pt998877"))).Links);
        Assert.Contains(address, (await Search(worker, ("Input.Reference", "99-1234"))).Links);
        Assert.Contains(address, (await Search(worker, ("Input.Reference", reference.Trim().Replace("-", "", StringComparison.Ordinal)))).Links);
        Assert.DoesNotContain(address, (await Search(worker, ("Input.Name", "Somebody Else"))).Links);
    }

    [Fact]
    public async Task Nobody_learns_whom_another_organisation_helps()
    {
        var address = await KnownAsync(host.As("ngo.haven"), "Thandiwe", "Mokoena", ("Input.PersonalNumber", "811218-9876"));
        var stranger = host.As("sw.malmo");

        foreach (var field in new[] { ("Input.Name", "Thandiwe Mokoena"), ("Input.PersonalNumber", "811218-9876"), ("Input.BirthDate", "1981-12-18") })
        {
            var found = await Search(stranger, field);
            Assert.Contains("No case here matches", found.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(address, found.Links);
        }
    }

    [Fact]
    public async Task A_colleague_outside_the_team_sees_that_there_is_a_case_and_no_initials()
    {
        var address = await KnownAsync(host.As("sw.malmo"), "Rosalind", "Achebe");
        var found = await Search(host.As("sw.malmo.chef"), ("Input.Name", "Rosalind Achebe"));

        Assert.Contains(address, found.Links);
        Assert.Contains("You are not on the team", found.Text, StringComparison.Ordinal);
        Assert.Contains("Responsible: Jonas Ekdahl", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("R.A.", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleagues_draft_is_not_found()
    {
        var author = host.As("sw.malmo");
        var address = await A.DraftAsync(author);
        await author.Submit(await author.Get($"{address}/intake/identity"), ("Input.GivenName", "Wilhelmina"));

        Assert.Contains($"{address}/intake", (await Search(author, ("Input.Name", "Wilhelmina"))).Links);
        Assert.DoesNotContain(address, (await Search(host.As("sw.malmo.chef"), ("Input.Name", "Wilhelmina"))).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_is_recorded_and_what_was_typed_is_not()
    {
        var worker = host.As("sw.stockholm");
        var address = await KnownAsync(worker, "Xiomara", "Delacroix");
        await Search(worker, ("Input.Name", "Xiomara"));
        var id = address["/cases/".Length..];

        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Read.Search' AND payload = {"case=" + id}"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE payload ILIKE '%xiomara%'"));
    }

    [Fact]
    public async Task A_search_for_nothing_is_asked_again_and_keeps_what_was_typed()
    {
        var worker = host.As("sw.umea");
        Assert.Equal(["Write a name, a birth date or a number to search for."], (await Search(worker)).Errors);
        var wrong = await Search(worker, ("Input.Name", "Kept Here"), ("Input.PersonalNumber", "640823-3235"));
        Assert.Equal(["The last digit does not match. Check the number with the person; do not guess."], wrong.Errors);
        Assert.Contains("Kept Here", wrong.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, wrong.Status);
    }
}
