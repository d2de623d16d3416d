using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReferralPathway.Data;
using ReferralPathway.Data.Access;
using ReferralPathway.Data.Documents;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Tests.Hosting;
using ReferralPathway.Web.Tests.Referrals;

namespace ReferralPathway.Web.Tests.Documents;

/// <summary>A file is sealed in pieces and handed out piece by piece: whole, or broken off.</summary>
public sealed class StreamingTests(PathwayHost host) : IClassFixture<PathwayHost>
{
    private const int Piece = AttachmentPiece.MostBytes;

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    /// <summary>So many whole pieces and a bit, no two bytes of which stand where they could stand elsewhere.</summary>
    private static byte[] File(int pieces, int seed = 1)
    {
        var content = new byte[pieces * Piece + 100];
        new Random(seed).NextBytes(content);
        "%PDF-1.7\n"u8.CopyTo(content);
        "%%EOF\n"u8.CopyTo(content.AsSpan(content.Length - 6));
        return content;
    }

    [Fact]
    public async Task A_file_of_many_pieces_comes_back_byte_for_byte_with_its_length_told_beforehand()
    {
        var content = File(pieces: 40);
        var (id, address) = await KeptAsync(await host.CanaryCaseAsync("ngo.haven"), content);

        Assert.Equal(content, await DownloadAsync(address));
        using var head = await host.As("ngo.haven").Client.SendAsync(new(HttpMethod.Head, address), Stopping);
        Assert.Equal(content.Length, head.Content.Headers.ContentLength);
        Assert.Equal(41, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachment_pieces WHERE attachment_id = {id}"));
        Assert.Equal(1, await host.AskAsync<long>($"SELECT count(*) AS \"Value\" FROM pathway.attachment_pieces WHERE attachment_id = {id} AND is_last AND number = 40"));
    }

    [Theory]
    // Two pieces change places.
    [InlineData("UPDATE pathway.attachment_pieces p SET content = (SELECT o.content FROM pathway.attachment_pieces o WHERE o.attachment_id = p.attachment_id AND o.number = 3 - p.number) WHERE attachment_id = '{0}' AND number IN (1, 2)")]
    // The end is cut off.
    [InlineData("DELETE FROM pathway.attachment_pieces WHERE attachment_id = '{0}' AND is_last")]
    // … and the file says that it was so meant.
    [InlineData("DELETE FROM pathway.attachment_pieces WHERE attachment_id = '{0}' AND is_last; UPDATE pathway.attachments SET size = 19 * 65536 WHERE id = '{0}'; UPDATE pathway.attachment_pieces SET is_last = true WHERE attachment_id = '{0}' AND number = 18")]
    // Something is added, and the file says so.
    [InlineData("UPDATE pathway.attachment_pieces SET is_last = false WHERE attachment_id = '{0}'; INSERT INTO pathway.attachment_pieces SELECT attachment_id, 20, case_id, true, content FROM pathway.attachment_pieces WHERE attachment_id = '{0}' AND number = 19; UPDATE pathway.attachments SET size = size + 65536 WHERE id = '{0}'")]
    // Something is added behind the end.
    [InlineData("INSERT INTO pathway.attachment_pieces SELECT attachment_id, 20, case_id, true, content FROM pathway.attachment_pieces WHERE attachment_id = '{0}' AND number = 19")]
    // A piece in the middle is missing, and its follower stands in for it.
    [InlineData("DELETE FROM pathway.attachment_pieces WHERE attachment_id = '{0}' AND number = 5; INSERT INTO pathway.attachment_pieces SELECT attachment_id, 5, case_id, is_last, content FROM pathway.attachment_pieces WHERE attachment_id = '{0}' AND number = 6")]
    // A piece comes from another file of the same case.
    [InlineData("UPDATE pathway.attachment_pieces p SET content = (SELECT o.content FROM pathway.attachment_pieces o WHERE o.attachment_id = '{1}' AND o.number = p.number) WHERE attachment_id = '{0}' AND number = 17")]
    // A bit is turned, in the first piece and in the last.
    [InlineData("UPDATE pathway.attachment_pieces SET content = set_bit(content, 999, 1 - get_bit(content, 999)) WHERE attachment_id = '{0}' AND number = 0")]
    [InlineData("UPDATE pathway.attachment_pieces SET content = set_bit(content, 999, 1 - get_bit(content, 999)) WHERE attachment_id = '{0}' AND is_last")]
    public async Task What_was_moved_cut_off_added_or_changed_is_never_handed_out_as_whole(string crime)
    {
        var theCase = await host.CanaryCaseAsync("ngo.haven");
        var (id, address) = await KeptAsync(theCase, File(pieces: 19));
        var (other, _) = await KeptAsync(theCase, File(pieces: 19, seed: 2));
        Assert.NotNull(await DownloadAsync(address));

        foreach (var step in crime.Split("; ")) await host.Database.ExecuteAsSuperuserAsync(step.Replace("{0}", id.ToString(), StringComparison.Ordinal).Replace("{1}", other.ToString(), StringComparison.Ordinal));

        Assert.Null(await DownloadAsync(address));
    }

    [Fact]
    public async Task A_fault_far_into_a_file_breaks_the_answer_off_after_it_has_begun()
    {
        var content = File(pieces: 40);
        var (id, address) = await KeptAsync(await host.CanaryCaseAsync("ngo.haven"), content);
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.attachment_pieces SET content = set_bit(content, 999, 1 - get_bit(content, 999)) WHERE attachment_id = '{id}' AND number = 33");

        using var answer = await host.As("ngo.haven").Client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stopping);
        Assert.True(answer.IsSuccessStatusCode);
        using var got = new MemoryStream();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var stream = await answer.Content.ReadAsStreamAsync(Stopping);
            await stream.CopyToAsync(got, Stopping);
        });

        Assert.InRange(got.Length, 1, 33 * Piece);
        Assert.Equal(content[..(int)got.Length], got.ToArray());
    }

    [Fact]
    public async Task There_is_never_more_of_a_file_in_memory_than_a_slice_of_it()
    {
        var theCase = await host.CanaryCaseAsync("ngo.haven");
        var (id, _) = await KeptAsync(theCase, File(pieces: 40));
        await using var scope = host.Services.CreateAsyncScope();
        var (db, files) = (scope.ServiceProvider.GetRequiredService<PathwayDb>(), scope.ServiceProvider.GetRequiredService<FileReader>());
        db.Acting = ActingAs.Person(await host.ActorAsync("ngo.haven"), host.Clock.GetUtcNow());
        FileToRead found;
        await using (await db.Database.BeginTransactionAsync(Stopping)) found = (await files.FindAsync(theCase, AttachmentId.From(id), Stopping))!;

        Assert.Equal(16, found.First.Count);
        await foreach (var piece in files.ContentAsync(found, Stopping))
        {
            Assert.InRange(piece.Length, 1, Piece);
            // Nothing is held while a slow reader takes its time.
            Assert.Null(db.Database.CurrentTransaction);
            Assert.Empty(db.ChangeTracker.Entries());
        }
    }

    [Fact]
    public async Task What_was_sealed_in_one_before_files_were_cut_can_still_be_read()
    {
        var theCase = await host.CanaryCaseAsync("ngo.haven");
        var content = File(pieces: 2);
        var (id, address) = await KeptAsync(theCase, content);
        var (wrapped, master) = await host.LookAsync(async db => await db.SealingKeys.Where(k => k.Id == theCase.Value).Select(k => new ValueTuple<byte[], int>(k.Wrapped, k.Master)).SingleAsync(Stopping));
        var key = MasterKeys.Read(TestKeys.Master).Unwrap(wrapped, master, theCase.ToString());
        var box = Box.Close(key, content, Encoding.UTF8.GetBytes($"{theCase}/{id}/attachments.content"));
        await host.Database.ExecuteAsSuperuserAsync($"DELETE FROM pathway.attachment_pieces WHERE attachment_id = '{id}'");
        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.attachments SET content = '\\x{Convert.ToHexString(box)}' WHERE id = '{id}'");

        Assert.Equal(content, await DownloadAsync(address));

        await host.Database.ExecuteAsSuperuserAsync($"UPDATE pathway.attachments SET content = set_bit(content, 999, 1 - get_bit(content, 999)) WHERE id = '{id}'");
        Assert.Null(await DownloadAsync(address));
    }

    [Fact]
    public async Task Pieces_are_read_with_their_file_and_nothing_is_added_to_one_afterwards()
    {
        var theCase = await host.CanaryCaseAsync("ngo.haven");
        var (id, _) = await KeptAsync(theCase, File(pieces: 1));
        await host.AcceptAsync("sw.umea", await host.SendAsync("ngo.haven", theCase, "sw.umea"));

        Assert.Equal(2, await host.CountAsync("ngo.haven", "SELECT count(*) FROM pathway.attachment_pieces WHERE attachment_id = $1", id));
        Assert.Equal(0, await host.CountAsync("sw.umea", "SELECT count(*) FROM pathway.attachment_pieces WHERE attachment_id = $1", id));
        Assert.Equal(0, await host.CountAsync("sw.malmo", "SELECT count(*) FROM pathway.attachment_pieces WHERE attachment_id = $1", id));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var crime in new[]
        {
            "INSERT INTO pathway.attachment_pieces (attachment_id, number, case_id, is_last, content) SELECT id, 2, case_id, true, '\\x00' FROM pathway.attachments WHERE id = $1",
            "UPDATE pathway.attachment_pieces SET is_last = true WHERE attachment_id = $1",
            "DELETE FROM pathway.attachment_pieces WHERE attachment_id = $1",
        })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => host.SqlAsync("ngo.haven", crime, id))).SqlState);
    }

    private async Task<(Guid Id, string Address)> KeptAsync(CaseId theCase, byte[] content)
    {
        // Ids are in the order of time: of two in the same instant neither is the later.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var browser = host.As("ngo.haven");
        var page = await browser.Get($"/cases/{theCase}/consents/record?to={await host.OrganisationAsync("sw.umea")}");
        var history = await browser.SubmitFile(page, "Input.SignedForm", content, "form.pdf", "application/pdf", FrontDoor.Yes);
        Assert.Empty(history.Errors);
        var id = await host.LookAsync(db => db.Attachments.Where(a => a.CaseId == theCase).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync(Stopping));
        return (id.Value, $"/cases/{theCase}/consents/forms/{id}");
    }

    /// <summary>What a reader has in the end; null where the answer was refused or broken off.</summary>
    private async Task<byte[]?> DownloadAsync(string address)
    {
        try
        {
            using var answer = await host.As("ngo.haven").Client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stopping);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(Stopping) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }
}
