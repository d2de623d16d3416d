using System.Net;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Sweeps;

namespace ReferralPathway.Web.Tests.Letters;

/// <summary>Letters: written for a reader, printed, given to somebody, and worded by an administrator.</summary>
public sealed class LetterPageTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private Browser Worker { get; } = host.As("sw.malmo");

    [Fact]
    public async Task A_referral_is_printed_for_its_recipient_and_carries_what_the_recipient_may_read()
    {
        var (id, sheet) = await SheetAsync("ma.tillstand");

        Assert.Equal("Referral", sheet.Heading);
        Assert.Contains($"{Story.GivenName} {Story.FamilyName}", sheet.Text, StringComparison.Ordinal);
        // The consent names safe contact and the writer reads it; the agency knows only through whom.
        Assert.DoesNotContain(Story.Phone, sheet.Source, StringComparison.Ordinal);
        Assert.Contains("Contact goes through", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("consent no.", sheet.Text, StringComparison.Ordinal);
        // Whose letter it is stands neither in the title nor in the name of the file.
        Assert.DoesNotContain(Story.FamilyName, sheet.Document.Title!, StringComparison.Ordinal);

        using var pdf = await Worker.Client.GetAsync(new Uri(sheet.Link("Save as PDF"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(("application/pdf", "letter.pdf"), (pdf.Content.Headers.ContentType?.MediaType, pdf.Content.Headers.ContentDisposition?.FileNameStar));
        var printed = await pdf.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("""<p class="rp-paper__mark" data-mark="[^"]*consent no\.""", printed);
        Assert.Contains("<html lang=\"en\" dir=\"ltr\"", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Story.Phone, printed, StringComparison.Ordinal);
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'Read.Letter'"));
    }

    [Fact]
    public async Task Each_letter_that_is_given_is_written_down_with_how_when_and_by_whom()
    {
        var (id, sheet) = await SheetAsync("ngo.haven");
        var form = await Worker.Get(sheet.Link("Record that the letter was given"));
        Assert.Equal(["Choose how the letter was given."], (await Worker.Submit(form, ("Input.Receiver", "The clerk"))).Errors);
        var given = await Worker.Submit(form, ("Input.Way", "SecureMail"), ("Input.Receiver", "The clerk"));

        Assert.Equal($"/cases/{id}/letters", given.Address);
        foreach (var said in new[] { "The clerk", "By secure e-mail", "version 0 of the template" }) Assert.Contains(said, given.Text, StringComparison.Ordinal);
        Assert.Contains("Letter given: referral, by secure e-mail", (await Worker.Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        // It is its writer's own: the recipient, who takes part, is not told.
        await host.As("ngo.haven").AcceptsAsync("Malmö", "2026-03-17");
        Assert.DoesNotContain("Letter given", (await host.As("ngo.haven").Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The clerk", (await host.As("ngo.haven").Get($"/cases/{id}/letters")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The clerk", await host.DumpAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_writes_a_letter_of_what_is_not_theirs()
    {
        var (_, sheet) = await SheetAsync("ngo.haven");
        foreach (var (other, status) in new[] { ("sw.malmo.chef", HttpStatusCode.Forbidden), ("ngo.haven", HttpStatusCode.NotFound), ("sw.umea", HttpStatusCode.NotFound), ("admin", HttpStatusCode.Forbidden), ("nc.jamy", HttpStatusCode.Forbidden) })
            Assert.Equal(status, (await host.As(other).Get(sheet.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Worker.Get(sheet.Address.Replace("referral-sheet", "plan", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task Nothing_is_posted_to_a_person_who_has_not_said_that_letters_are_safe()
    {
        var id = await Worker.OpensCaseAsync("2026-03-15");
        var letter = await ConsentFormAsync(id, "en");
        var refused = await Worker.Submit(await Worker.Get(letter.Link("Record that the letter was given")), ("Input.Way", "Post"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("has not said that letters may be sent", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Letter given: form of consent, handed over", (await HandOverAsync(id, refused)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", "rtl", "رقم الملف")]
    [InlineData("ti", "ltr", "ቁጽሪ ጉዳይ")]
    [InlineData("sv", "ltr", "Ärendenummer")]
    public async Task The_form_of_consent_is_in_the_persons_language_and_says_when_nobody_has_read_the_translation(string language, string direction, string said)
    {
        var letter = await ConsentFormAsync(await Worker.OpensCaseAsync("2026-03-15"), language);
        var sheet = letter.Document.QuerySelector("article")!;

        Assert.Equal((language, direction), (sheet.GetAttribute("lang"), sheet.GetAttribute("dir")));
        Assert.Contains(said, sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains(ConsentWords.Purpose("REFERRAL", language), sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains(ConsentWords.Group(DataGroup.Identity, language), sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-06-30", sheet.TextContent, StringComparison.Ordinal);
        Assert.Equal(LetterKinds.IsTranslated(language), sheet.TextContent.Contains(ConsentWords.Draft(language), StringComparison.Ordinal));
        Assert.Equal(LetterKinds.IsTranslated(language), letter.Text.Contains("nobody who knows the language has reviewed it", StringComparison.Ordinal));
        var printed = await Worker.Client.GetStringAsync(new Uri(letter.Link("Save as PDF"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\"", printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_is_to_ask_is_chosen_first_and_what_is_missing_is_said_beside_the_field()
    {
        var id = await Worker.OpensCaseAsync("2026-03-15");
        var asked = await Worker.Get($"/cases/{id}/letters/ask?go=yes&Ask.Language=xx&Ask.Until=2026-01-01");

        Assert.Equal(["Choose which organisation it is about.", "Choose at least one reason.", "Choose at least one group of data.", "The last day cannot be in the past.", "Choose a language."], asked.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await Worker.Get($"/cases/{id}/letters/consent-form-{await host.OrganisationAsync("ngo.haven")}")).Status);
    }

    [Fact]
    public async Task An_administrator_words_a_letter_sees_it_with_invented_data_and_goes_back_to_an_older_version()
    {
        var admin = host.As("admin");
        var form = await admin.Get("/administration/letters/disclosure-extract/en");
        var wrong = await admin.Submit(form, ("Input.Text", "# Extract\n{health} {nothing}"));
        Assert.Equal("There is nothing to fill in here: {health}, {nothing}. Use the data in the list.", Assert.Single(wrong.Errors));
        Assert.Contains("{nothing}", wrong.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var looked = await admin.Submit(form, ("Input.Text", "# A new word\n= Name: {name}"), ("then", "look"));
        Assert.Contains("Ana Example", looked.Document.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        var swedish = await admin.Submit(await admin.Get("/administration/letters/disclosure-extract/sv"), ("Input.Text", "# Ett ord\n= Namn: {name}"), ("then", "look"));
        Assert.Contains("Ana Exempel", swedish.Document.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        var late = await admin.Get("/administration/letters/disclosure-extract/en");
        await admin.Submit(form, ("Input.Text", "# A new word\n= Who: {name}\n= Born: {birth_date}"));

        var id = await CaseAsync("ngo.haven");
        var list = await Worker.Get($"/cases/{id}/letters");
        var letter = await Worker.Get(list.Link("Extract to an organisation"));
        Assert.Equal("A new word", letter.Document.QuerySelector("article h2")!.TextContent);
        Assert.Contains("Version 1 of the template", letter.Text, StringComparison.Ordinal);
        Assert.Contains(Story.FamilyName, letter.Text, StringComparison.Ordinal);
        // The line of the unknown birth date is not there at all.
        Assert.DoesNotContain("Born", letter.Document.QuerySelector("article")!.TextContent, StringComparison.Ordinal);

        // Whoever has the form of an older version open does not write over a newer one.
        Assert.Equal(HttpStatusCode.Conflict, (await admin.Submit(late, ("Input.Text", "# Too late"))).Status);
        var edit = await admin.Get("/administration/letters/disclosure-extract/en");
        Assert.Contains("Version 1", edit.Text, StringComparison.Ordinal);
        var preset = await admin.Get(edit.Link("The text that comes with the system"));
        Assert.StartsWith("# Extract from a case", preset.Document.QuerySelector("textarea")!.TextContent.Trim(), StringComparison.Ordinal);
        await admin.Submit(preset);
        Assert.Contains("Version 2 of the template", (await Worker.Get(letter.Address)).Text, StringComparison.Ordinal);
        Assert.Equal(2, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE kind = 'Letters.Changed' AND payload LIKE '%DisclosureExtract%'"));
        foreach (var other in new[] { "sw.malmo", "sw.malmo.chef", "audit" }) Assert.Equal(HttpStatusCode.Forbidden, (await host.As(other).Get("/administration/letters")).Status);
    }

    [Fact]
    public async Task A_translation_that_was_read_is_no_draft_any_more()
    {
        var admin = host.As("admin");
        Assert.Contains("Not reviewed", (await admin.Get("/administration/letters")).Text, StringComparison.Ordinal);
        await admin.Submit(await admin.Get("/administration/letters/consent-form/es"), ("Input.Reviewed", "true"));

        Assert.DoesNotContain(ConsentWords.Draft("es"), (await ConsentFormAsync(await Worker.OpensCaseAsync("2026-03-15"), "es")).Text, StringComparison.Ordinal);
    }

    private async Task<CaseId> CaseAsync(string recipient)
    {
        host.Clock.SetInSweden("2026-03-16 10:00");
        var id = await Worker.OpensCaseAsync("2026-03-15", FrontDoor.Worker());
        Assert.Empty((await Worker.RecordsConsentAsync(id, await host.OrganisationAsync(recipient))).Errors);
        return id;
    }

    private async Task<(CaseId Id, WebPage Sheet)> SheetAsync(string recipient)
    {
        var id = await CaseAsync(recipient);
        var sent = await Worker.RefersAsync(id, await host.OrganisationAsync(recipient));
        return (id, await Worker.Get(sent.Link("Print as a letter")));
    }

    private async Task<WebPage> ConsentFormAsync(CaseId id, string language) =>
        await Worker.Get($"/cases/{id}/letters/ask?go=yes&To={await host.OrganisationAsync("ngo.haven")}&Ask.Purposes=REFERRAL&Ask.Groups=Facts&Ask.Groups=Identity&Ask.Until=2026-06-30&Ask.Language={language}");

    private async Task<WebPage> HandOverAsync(CaseId id, WebPage form)
    {
        await Worker.Submit(form, ("Input.Way", "HandedOver"));
        return await Worker.Get($"/cases/{id}");
    }
}
