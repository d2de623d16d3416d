using System.Net;
using System.Text;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Documents;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Consents;

/// <summary>The form that the person signed (F3): taken as what it is, sealed, handed out as a download, to the team alone, and recorded.</summary>
public sealed class SignedFormTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const string Canary = "Signed by Kanarienko";

    private static readonly byte[] Pdf = Encoding.Latin1.GetBytes($"%PDF-1.7\n{Canary}\n%%EOF\n");

    [Fact]
    public async Task One_form_carries_every_purpose_and_comes_back_byte_for_byte_as_a_download()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var haven = host.As("ngo.haven");

        var history = await AttachAsync(haven, id, Pdf, "blankett.exe", "text/html", ("Input.Purposes", "REFERRAL"), ("Input.Purposes", "PLAN_SHARING"));

        Assert.Equal("Who the person has agreed to share with", history.Heading);
        Assert.Equal(2, history.Links.Count(l => l.Contains("/consents/forms/", StringComparison.Ordinal)));
        var address = history.Link("Download the signed form");
        using var answer = await haven.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(Pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'Read.ConsentForm' AND record_id = {Guid.Parse(address[^36..])}"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.audit_entries WHERE case_id = {id.Value} AND kind = 'FormAttached'"));
    }

    [Fact]
    public async Task The_database_holds_it_sealed_and_does_not_know_what_it_was_called()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        await AttachAsync(host.As("ngo.haven"), id, Pdf, "Kanarienko-signed.pdf", "application/pdf");

        var kept = await host.AskAsync<byte[]>($"SELECT content AS \"Value\" FROM pathway.attachment_pieces WHERE case_id = {id.Value}");
        Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("%PDF", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments a WHERE a::text LIKE '%Kanarienko%' OR a.content IS NOT NULL"));
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "form.pdf", "The file is neither a PDF nor a picture (JPEG, PNG or WebP). Scan or photograph the paper and choose the file again.")]
    [InlineData("%PDF-1.7 and then nothing", "form.pdf", "The file is neither a PDF nor a picture (JPEG, PNG or WebP). Scan or photograph the paper and choose the file again.")]
    [InlineData("", "form.pdf", "The file is neither a PDF nor a picture (JPEG, PNG or WebP). Scan or photograph the paper and choose the file again.")]
    public async Task What_is_no_pdf_is_said_beside_the_field_whatever_it_is_called(string content, string name, string error)
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var page = await AttachAsync(host.As("ngo.haven"), id, Encoding.Latin1.GetBytes(content), name, "application/pdf");

        Assert.Equal([error], page.Errors);
        Assert.Contains(error, page.Document.QuerySelector("#Input_SignedForm-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.consent_decisions WHERE case_id = {id.Value}"));
    }

    [Fact]
    public async Task Ten_megabytes_are_taken_and_a_byte_more_is_not()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var most = Large(Attachment.MostBytes);

        var tooLarge = await AttachAsync(host.As("ngo.haven"), id, Large(Attachment.MostBytes + 1), "form.pdf", "application/pdf");
        Assert.Equal(["The file is too large. It may have at most 10 MB."], tooLarge.Errors);
        Assert.Equal("Filen är för stor. Den får vara högst 10 MB.", Assert.Single((await AttachAsync(host.As("ngo.haven", "sv"), id, Large(Attachment.MostBytes + 1), "form.pdf", "application/pdf")).Errors));
        var taken = await AttachAsync(host.As("ngo.haven"), id, most, "form.pdf", "application/pdf");

        Assert.Empty(taken.Errors);
        Assert.Equal(Attachment.MostBytes, await host.AskAsync<int>($"SELECT size AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value}"));

        static byte[] Large(int size) => [.. "%PDF-1.7\n"u8, .. new byte[size - 15], .. "%%EOF\n"u8];
    }

    [Fact]
    public async Task Only_the_team_opens_it_and_the_recipient_of_the_consent_never_does()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var address = (await AttachAsync(host.As("ngo.haven"), id, Pdf, "form.pdf", "application/pdf")).Link("Download the signed form");
        await host.AcceptAsync("sw.umea", await host.SendAsync("ngo.haven", id, "sw.umea"));

        Assert.Equal(HttpStatusCode.OK, (await host.As("ngo.haven").Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.umea").Get(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("ngo.haven.chef").Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("sw.malmo").Get(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.As("nc.jamy").Get(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("ngo.haven").Get($"/cases/{id}/consents/forms/nothing")).Status);
        Assert.DoesNotContain((await host.As("sw.umea").Get($"/cases/{id}/consents")).Links, l => l == address);

        Assert.Equal(1, await host.CountAsync("ngo.haven", "SELECT count(*) FROM pathway.attachments WHERE case_id = $1", id.Value));
        Assert.Equal(0, await host.CountAsync("sw.umea", "SELECT count(*) FROM pathway.attachments WHERE case_id = $1", id.Value));
        Assert.Equal(0, await host.CountAsync("sw.malmo", "SELECT count(*) FROM pathway.attachments WHERE case_id = $1", id.Value));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.SqlAsync("ngo.haven", "UPDATE pathway.attachments SET size = 1 WHERE case_id = $1", id.Value));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.SqlAsync("sw.malmo", "INSERT INTO pathway.attachments (id, case_id, kind, format, size, groups, recorded_at, recorded_by, recorder) VALUES (gen_random_uuid(), $1, 'SignedConsent', 'Pdf', 1, 2048, pathway.at(), pathway.organisation(), pathway.person())", id.Value));
    }

    [Fact]
    public async Task Of_a_photograph_of_the_form_is_kept_what_it_shows_upright_and_not_where_it_was_taken()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        var haven = host.As("ngo.haven");

        var history = await AttachAsync(haven, id, Photographs.Taken("55.58N 13.03E Rosengaard", held: 6), "IMG_0042.HEIC", "image/heic");

        Assert.Empty(history.Errors);
        using var answer = await haven.Client.GetAsync(new Uri(history.Link("Download the signed form"), UriKind.Relative));
        var kept = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(("image/jpeg", "BRYG"), (answer.Content.Headers.ContentType!.ToString(), Photographs.FieldsOf(kept)));
        Assert.DoesNotContain("Rosengaard", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.EndsWith(".jpg", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_is_said_beside_the_field()
    {
        var id = await host.CanaryCaseAsync("ngo.haven");
        foreach (var (picture, error) in new[]
        {
            (Photographs.Taken("here")[..400], "The picture cannot be read: the file is damaged or cut off. Take the picture again and choose it again."),
            (Photographs.Claiming(50_001, 1000), "The picture is too large. It may have at most 50 million pixels. Take it again at a lower resolution."),
        })
        {
            var page = await AttachAsync(host.As("ngo.haven"), id, picture, "form.jpg", "image/jpeg");

            Assert.Equal([error], page.Errors);
            Assert.Contains(error, page.Document.QuerySelector("#Input_SignedForm-error")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(0, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachments WHERE case_id = {id.Value}"));
    }

    private async Task<WebPage> AttachAsync(Browser browser, CaseId id, byte[] content, string name, string mediaType, params (string, string?)[] other)
    {
        var page = await browser.Get($"/cases/{id}/consents/record?to={await host.OrganisationAsync("sw.umea")}");
        return await browser.SubmitFile(page, "Input.SignedForm", content, name, mediaType, [.. FrontDoor.Yes.Where(u => other.All(o => o.Item1 != u.Item1)), .. other]);
    }
}
