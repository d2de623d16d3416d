using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data.Cases;
using ReferralPathway.Domain.Cases;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Documents;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;
using ReferralPathway.Web.Tests.Walking;

namespace ReferralPathway.Web.Tests.Documents;

/// <summary>Documents of a case: each read by whoever reads the group of its kind, and by nobody else.</summary>
public sealed class DocumentTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Lead = "ngo.haven";
    private const string Recipient = "sw.umea";

    private static readonly byte[] Pdf = Encoding.Latin1.GetBytes("%PDF-1.7\nWritten by Kanarienko\n%%EOF\n");

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_listed_and_downloaded_by_its_kind_and_the_reference_of_the_case()
    {
        var id = await host.CanaryCaseAsync(Lead);
        var list = await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf, ("Input.Note", "Issued by the canary"), ("Input.On", "2026-03-01"));

        Assert.Equal($"/cases/{id}/documents", list.Address);
        foreach (var said in new[] { "Other document", "Issued by the canary", "1 March 2026", "PDF, 1 kB" }) Assert.Contains(said, list.Text, StringComparison.Ordinal);
        var document = await LatestAsync(id);
        using var answer = await GetAsync(Lead, $"/cases/{id}/documents/{document}/file");
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Stopping));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches("^Other document 20[0-9]{2}-[0-9]{6}\\.pdf$", answer.Content.Headers.ContentDisposition.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("document=OtherDocument", await host.AskAsync<string>($"SELECT payload AS \"Value\" FROM pathway.audit_entries WHERE record_id = {document} AND kind = 'DocumentAdded' AND groups = 32"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE record_id = {document} AND kind = 'Read.Document' AND groups = 32 AND case_id = {id.Value}"));
        Assert.Contains("Document added: other document", (await host.As(Lead).Get($"/cases/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Handlingar", (await host.As(Lead, "sv").Get($"/cases/{id}/documents")).Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Kind", "Input.Kind", null, "")]
    [InlineData("Input.Kind", "Input.Kind", "SignedConsent", "")]
    // An NGO does not read decisions on migration, and puts none away.
    [InlineData("Input.Kind", "Input.Kind", "MigrationDecision", "")]
    [InlineData("Input.Kind", "Input.Kind", "Whereabouts", "")]
    [InlineData("Input.On", "Input.On", "2030-01-01", "")]
    [InlineData("Input.Note", "Input.Note", "long", "")]
    [InlineData("Input.File", null, null, "PK\u0003\u0004")]
    [InlineData("Input.File", null, null, "<html>")]
    [InlineData("Input.File", null, null, "empty")]
    [InlineData("Input.File", null, null, "large")]
    [InlineData("Input.File", null, null, "none")]
    public async Task What_cannot_be_taken_is_said_beside_the_field_and_nothing_is_kept(string field, string? name, string? value, string content)
    {
        var id = await host.CanaryCaseAsync(Lead);
        var browser = host.As(Lead);
        var page = await browser.Get($"/cases/{id}/documents/add");
        byte[] bytes = content switch { "" => Pdf, "empty" => [], "large" => [.. Pdf, .. new byte[Attachment.MostBytes], .. "%%EOF"u8], _ => Encoding.Latin1.GetBytes(content) };
        (string, string?)[] fields = [("Input.Kind", name == "Input.Kind" ? value : "OtherDocument"), .. name is not null and not "Input.Kind" ? [(name, value == "long" ? new string('x', 501) : value)] : Array.Empty<(string, string?)>()];

        var answer = content == "none" ? await browser.Submit(page, fields) : await browser.SubmitFile(page, "Input.File", bytes, "a.pdf", "application/pdf", fields);

        Assert.Single(answer.Errors);
        Assert.NotNull(answer.Document.QuerySelector($"#{field.Replace('.', '_')}-error"));
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task What_the_scanner_does_not_let_through_is_not_kept_and_not_drawn()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await using var scanning = PathwayHost.Leaking(host, services => services.AddSingleton<IFileScanner, Wary>());
        var browser = scanning.As(Lead);

        var page = await browser.SubmitFile(await browser.Get($"/cases/{id}/documents/add"), "Input.File", [0xFF, 0xD8, 0xFF, 0], "a.jpg", "image/jpeg", ("Input.Kind", "Photograph"));

        Assert.Equal(["The file could not be taken: the malware scanner did not let it through. Choose another file or contact the administrator."], page.Errors);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task A_closed_case_takes_no_document_and_still_shows_those_it_has()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf);
        var document = await LatestAsync(id);
        await host.ActAsync(Lead, async (_, cases, act) =>
        {
            (await cases.LoadAsync(id, CaseParts.Core, Stopping))!.Close("DUPLICATE", 0, act);
            return true;
        });

        var refused = await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Single(refused.Errors);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value}"));
        Assert.DoesNotContain((await host.As(Lead).Get($"/cases/{id}/documents")).Links, l => l.EndsWith("/add", StringComparison.Ordinal));
        using var answer = await GetAsync(Lead, $"/cases/{id}/documents/{document}/file");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Who_does_not_read_the_group_is_told_the_same_as_if_there_were_no_document()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf, ("Input.Note", "Issued by the canary"));
        var document = await LatestAsync(id);
        await host.ConsentAsync(Lead, id, Recipient, DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact));
        await host.AcceptAsync(Recipient, await host.SendAsync(Lead, id, Recipient, DataGroups.Of(DataGroup.Facts, DataGroup.Identity, DataGroup.SafeContact)));

        var list = await host.As(Recipient).Get($"/cases/{id}/documents");
        Assert.Contains("No documents", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("OtherDocument", (await host.As(Recipient).Get($"/cases/{id}/documents/add")).Source, StringComparison.Ordinal);
        foreach (var page in new[] { "file", "open", "mistake" })
        {
            var (there, nowhere) = (await host.As(Recipient).Get($"/cases/{id}/documents/{document}/{page}"), await host.As(Recipient).Get($"/cases/{id}/documents/{Guid.NewGuid()}/{page}"));
            Assert.Equal((HttpStatusCode.NotFound, World.Bare(nowhere.Source)), (there.Status, World.Bare(there.Source)));
        }
        foreach (var (account, status) in new[] { ("sw.malmo", HttpStatusCode.NotFound), ("nc.jamy", HttpStatusCode.Forbidden), ("ngo.haven.chef", HttpStatusCode.Forbidden), ("admin", HttpStatusCode.Forbidden) })
            Assert.Equal(status, (await host.As(account).Get($"/cases/{id}/documents/{document}/file")).Status);
        Assert.DoesNotContain("Document added", (await host.As(Recipient).Get($"/cases/{id}")).Text, StringComparison.Ordinal);

        // The database says the same without the application.
        Assert.Equal(1, await host.CountAsync(Lead, "SELECT count(*) FROM pathway.attachments WHERE id = $1", document));
        foreach (var account in new[] { Recipient, "sw.malmo", "nc.jamy", "admin" })
        {
            Assert.Equal(0, await host.CountAsync(account, "SELECT count(*) FROM pathway.attachments WHERE id = $1", document));
            Assert.Equal(0, await host.CountAsync(account, "SELECT count(*) FROM pathway.attachment_pieces WHERE attachment_id = $1", document));
        }
    }

    [Fact]
    public async Task After_consent_is_withdrawn_a_recipient_keeps_what_there_was_and_gets_nothing_new()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf, ("Input.Note", "The first canary"));
        var first = await LatestAsync(id);
        await host.ConsentAsync(Lead, id, Recipient);
        await host.AcceptAsync(Recipient, await host.SendAsync(Lead, id, Recipient));
        using (var answer = await GetAsync(Recipient, $"/cases/{id}/documents/{first}/file")) Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Stopping));

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.WithdrawAsync(Lead, id, Recipient);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf, ("Input.Note", "The second canary"));
        var second = await LatestAsync(id);

        var list = await host.As(Recipient).Get($"/cases/{id}/documents");
        Assert.Contains("The first canary", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The second canary", list.Text, StringComparison.Ordinal);
        using (var answer = await GetAsync(Recipient, $"/cases/{id}/documents/{first}/file")) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As(Recipient).Get($"/cases/{id}/documents/{second}/file")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As(Recipient).Get($"/cases/{id}/documents/add")).Status);
        Assert.Equal(1, await host.CountAsync(Recipient, "SELECT count(*) FROM pathway.attachments WHERE case_id = $1", id.Value));
    }

    [Fact]
    public async Task What_is_known_of_health_opens_with_a_reason_and_who_somebody_is_by_a_button()
    {
        var id = await host.CanaryCaseAsync(Lead);
        var browser = host.As(Lead);
        await AddAsync(Lead, id, AttachmentKind.MedicalCertificate, Pdf, ("Input.Note", "Qzcertificate"));
        var health = await LatestAsync(id);
        var list = await AddAsync(Lead, id, AttachmentKind.IdentityDocument, Pdf, ("Input.Note", "Qzpassport"));
        var identity = await LatestAsync(id);

        foreach (var hidden in new[] { "Qzcertificate", "Qzpassport" }) Assert.DoesNotContain(hidden, list.Text, StringComparison.Ordinal);
        foreach (var document in new[] { health, identity }) Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/cases/{id}/documents/{document}/file")).Status);
        var asked = await browser.Get($"/cases/{id}/documents/{health}/open");
        Assert.Single((await browser.Submit(asked)).Errors);
        using (var answer = await browser.Post(asked, ("Purpose", "UrgentCare"))) Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Stopping));
        using (var answer = await browser.Post(await browser.Get($"/cases/{id}/documents/{identity}/open"))) Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync(Stopping));
        var stale = host.As(Lead, provedAgo: TimeSpan.FromHours(1));
        using (var answer = await stale.Post(await stale.Get($"/cases/{id}/documents/{health}/open"), ("Purpose", "UrgentCare"))) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["UrgentCare"], await host.LookAsync(db => db.AuditEntries.Where(e => e.RecordId == health && e.Kind == "Read.Document").Select(e => e.Purpose!).ToListAsync(Stopping)));
        Assert.Contains("Qzcertificate", (await browser.Submit(await browser.Get($"/cases/{id}/health"), ("Purpose", "UrgentCare"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Qzpassport", (await browser.Submit(await browser.Get($"/cases/{id}/health"), ("Purpose", "UrgentCare"))).Text, StringComparison.Ordinal);
        Assert.Contains("Qzpassport", (await browser.Submit(await browser.Get($"/cases/{id}"), $"/cases/{id}/identity")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_added_by_mistake_stays_in_the_record_and_is_downloaded_no_more()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await host.ConsentAsync(Lead, id, Recipient);
        await host.AcceptAsync(Recipient, await host.SendAsync(Lead, id, Recipient));
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf);
        var leads = await LatestAsync(id);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(Recipient, id, AttachmentKind.CourtDocument, Pdf);
        var theirs = await LatestAsync(id);

        // Whoever takes part marks what they added themselves; the lead marks any.
        Assert.Equal(HttpStatusCode.NotFound, (await host.As(Recipient).Get($"/cases/{id}/documents/{leads}/mistake")).Status);
        Assert.Equal(0, await host.SqlAsync(Recipient, "UPDATE pathway.attachments SET mistake = 'OfNoUse', mistaken_at = pathway.at(), mistaken_by = pathway.person() WHERE id = $1", leads));
        var list = await MarkAsync(Recipient, id, theirs, DocumentMistake.WrongPerson);

        Assert.Contains("It is about somebody else", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(list.Links, l => l.Contains($"{theirs}", StringComparison.Ordinal));
        foreach (var account in new[] { Lead, Recipient })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(account).Get($"/cases/{id}/documents/{theirs}/file")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await host.As(account).Get($"/cases/{id}/documents/{theirs}/mistake")).Status);
            Assert.Equal(0, await host.CountAsync(account, "SELECT count(*) FROM pathway.attachment_pieces WHERE attachment_id = $1", theirs));
            Assert.Equal(1, await host.CountAsync(account, "SELECT count(*) FROM pathway.attachments WHERE id = $1", theirs));
        }
        Assert.Equal("document=CourtDocument\nmistake=WrongPerson", await host.AskAsync<string>($"SELECT payload AS \"Value\" FROM pathway.audit_entries WHERE record_id = {theirs} AND kind = 'DocumentMarked'"));
        Assert.Contains("Help does not require it", (await MarkAsync(Lead, id, leads, DocumentMistake.NotNeeded)).Text, StringComparison.Ordinal);
        await AddAsync(Recipient, id, AttachmentKind.CourtDocument, Pdf);
        Assert.Contains("It cannot be read", (await MarkAsync(Lead, id, await LatestAsync(id), DocumentMistake.OfNoUse)).Text, StringComparison.Ordinal);
        Assert.Equal(3, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value} AND mistake IS NOT NULL"));
    }

    [Fact]
    public async Task A_signed_form_is_no_document_and_a_document_no_signed_form()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf);
        var document = await LatestAsync(id);
        var form = await host.ActAsync(Lead, async (_, cases, act) => (await cases.LoadAsync(id, CaseParts.Core, Stopping))!.AttachForm(Pdf, act).Id);

        Assert.Equal(HttpStatusCode.NotFound, (await host.As(Lead).Get($"/cases/{id}/documents/{form}/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As(Lead).Get($"/cases/{id}/consents/forms/{document}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As(Lead).Get($"/cases/{await host.CanaryCaseAsync(Lead)}/documents/{document}/file")).Status);
    }

    [Theory]
    // Of a group that one does not read, in another's name, under another group than that of its kind, to a case one has no part in.
    [InlineData(Recipient, "'MedicalCertificate', 'Pdf', 1, 64, pathway.at(), pathway.organisation(), pathway.person()", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData(Lead, "'MigrationDecision', 'Pdf', 1, 512, pathway.at(), pathway.organisation(), pathway.person()", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData(Lead, "'OtherDocument', 'Pdf', 1, 32, pathway.at(), gen_random_uuid(), pathway.person()", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData(Lead, "'OtherDocument', 'Pdf', 1, 32, pathway.at() - interval '1 day', pathway.organisation(), pathway.person()", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData(Lead, "'MedicalCertificate', 'Pdf', 1, 2, pathway.at(), pathway.organisation(), pathway.person()", PostgresErrorCodes.CheckViolation)]
    [InlineData("sw.malmo", "'OtherDocument', 'Pdf', 1, 32, pathway.at(), pathway.organisation(), pathway.person()", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("ngo.haven.chef", "'OtherDocument', 'Pdf', 1, 32, pathway.at(), pathway.organisation(), pathway.person()", PostgresErrorCodes.InsufficientPrivilege)]
    public async Task The_database_lets_nobody_add_what_is_not_theirs_to_add(string account, string values, string state)
    {
        var id = await host.CanaryCaseAsync(Lead);
        await host.ConsentAsync(Lead, id, Recipient);
        await host.AcceptAsync(Recipient, await host.SendAsync(Lead, id, Recipient));
        const string into = "INSERT INTO pathway.attachments (id, case_id, kind, format, size, groups, recorded_at, recorded_by, recorder) VALUES (gen_random_uuid(), $1, ";

        Assert.Equal(1, await host.SqlAsync(Lead, $"{into}'OtherDocument', 'Pdf', 1, 32, pathway.at(), pathway.organisation(), pathway.person())", id.Value));
        Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => host.SqlAsync(account, $"{into}{values})", id.Value))).SqlState);
    }

    [Theory]
    [InlineData("UPDATE pathway.attachments SET note = NULL WHERE case_id = $1")]
    [InlineData("UPDATE pathway.attachments SET groups = 2 WHERE case_id = $1")]
    [InlineData("UPDATE pathway.attachments SET mistake = NULL, mistaken_at = NULL, mistaken_by = NULL WHERE case_id = $1")]
    [InlineData("UPDATE pathway.attachments SET mistake = 'OfNoUse', mistaken_at = pathway.at(), mistaken_by = gen_random_uuid() WHERE case_id = $1")]
    [InlineData("DELETE FROM pathway.attachments WHERE case_id = $1")]
    public async Task The_database_lets_nobody_change_a_document(string crime)
    {
        var id = await host.CanaryCaseAsync(Lead);
        await AddAsync(Lead, id, AttachmentKind.OtherDocument, Pdf);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => host.SqlAsync(Lead, crime, id.Value))).SqlState);
    }

    [Fact]
    public async Task A_stolen_dump_holds_nothing_of_a_document()
    {
        var id = await host.CanaryCaseAsync(Lead);
        await AddAsync(Lead, id, AttachmentKind.Photograph, Photographs.Taken("Rosengaard"), ("Input.Note", "Qznote of the picture"));
        using var answer = await GetAsync(Lead, $"/cases/{id}/documents/{await LatestAsync(id)}/file");
        var kept = await answer.Content.ReadAsByteArrayAsync(Stopping);
        Assert.Equal("RGBY", Photographs.FieldsOf(kept));

        var dump = await host.DumpAsync();

        Assert.Contains("attachment_pieces", dump, StringComparison.Ordinal);
        foreach (var word in new[] { "Qznote", "a-picture", "Rosengaard", Convert.ToHexString(kept.AsSpan(0, 20)), Convert.ToHexString(kept.AsSpan(kept.Length / 2, 20)) }) Assert.DoesNotContain(word, dump, StringComparison.OrdinalIgnoreCase);
    }

    private Task<Guid> LatestAsync(CaseId id) => host.LookAsync(async db => (await db.Attachments.Where(a => a.CaseId == id).OrderByDescending(a => a.RecordedAt).ThenByDescending(a => a.Id).Select(a => a.Id).FirstAsync(Stopping)).Value);

    private async Task<WebPage> AddAsync(string account, CaseId id, AttachmentKind kind, byte[] content, params (string, string?)[] fields)
    {
        // Ids follow the clock.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var browser = host.As(account);
        return await browser.SubmitFile(await browser.Get($"/cases/{id}/documents/add"), "Input.File", content, "a-picture-of-Kanarienko.exe", "text/html", [("Input.Kind", kind.ToString()), .. fields]);
    }

    private async Task<WebPage> MarkAsync(string account, CaseId id, Guid document, DocumentMistake why)
    {
        var browser = host.As(account);
        return await browser.Submit(await browser.Get($"/cases/{id}/documents/{document}/mistake"), ("Reason", why.ToString()));
    }

    private Task<HttpResponseMessage> GetAsync(string account, string address) => host.As(account).Client.GetAsync(new Uri(address, UriKind.Relative), Stopping);

    private sealed class Wary : IFileScanner
    {
        public Task<bool> IsCleanAsync(byte[] content, CancellationToken stopping) => Task.FromResult(false);
    }
}
