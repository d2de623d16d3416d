using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ReferralPathway.Data.Sealing;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;

namespace ReferralPathway.Data.Documents;

/// <summary>
/// Hands a file out piece by piece, each opened before it is given: there is never more of it in memory than a megabyte, and no connection is held while a slow reader takes its time.
/// </summary>
public sealed class FileReader(PathwayDb db, Sealer sealer)
{
    /// <summary>So many pieces are asked for at a time.</summary>
    private const int Slice = 16;

    /// <summary>The file, where the acting organisation may read it, with its first pieces. In the transaction of the request.</summary>
    public async Task<FileToRead?> FindAsync(CaseId caseId, AttachmentId id, CancellationToken stopping)
    {
        var found = await db.Attachments.AsNoTracking().Where(a => a.Id == id && a.CaseId == caseId).Select(a => new
        {
            File = a,
            Pieces = db.Set<AttachmentPiece>().Count(p => p.AttachmentId == id),
            Key = db.SealingKeys.FirstOrDefault(k => k.Id == caseId.Value),
        }).SingleOrDefaultAsync(stopping);
        if (found is null) return null;
        if (found.Key is { } key) sealer.Learn(key.Id, key.Wrapped, key.Master);
        return new(found.File, found.Pieces, found.Pieces == 0 ? [] : await SliceAsync(id, 0, stopping));
    }

    /// <summary>Its content from beginning to end; what is asked for later is asked in transactions of its own, as the same person at the same instant.</summary>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    /// <exception cref="System.Security.Cryptography.AuthenticationTagMismatchException">A piece is not where it was sealed, or not as it was.</exception>
    public async IAsyncEnumerable<byte[]> ContentAsync(FileToRead found, [EnumeratorCancellation] CancellationToken stopping)
    {
        var file = found.File;
        if (file.Content is { } whole)
        {
            sealer.Open(whole, file.CaseId.Value, file.Id.Value, "attachments", "content");
            yield return whole.Value;
            yield break;
        }
        var count = AttachmentPiece.CountOf(file.Size);
        if (found.Pieces != count) throw new InvalidDataException("Pieces of this file are missing, or there are more than it has.");
        var slice = found.First;
        for (var number = 0; number < count; number++)
        {
            if (number > 0 && number % Slice == 0) slice = await LaterSliceAsync(file.Id, number, stopping);
            var piece = slice.ElementAtOrDefault(number % Slice);
            if (piece?.Number != number || piece.IsLast != (number == count - 1)) throw new InvalidDataException("A piece of this file is missing.");
            sealer.Open(piece.Content, file.CaseId.Value, file.Id.Value, "attachment_pieces", "content", piece.Number, piece.IsLast);
            yield return piece.Content.Value;
        }
    }

    private async Task<IReadOnlyList<AttachmentPiece>> LaterSliceAsync(AttachmentId id, int from, CancellationToken stopping)
    {
        db.Opening = [];
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        var slice = await SliceAsync(id, from, stopping);
        await transaction.CommitAsync(stopping);
        return slice;
    }

    private async Task<IReadOnlyList<AttachmentPiece>> SliceAsync(AttachmentId id, int from, CancellationToken stopping) =>
        await db.Set<AttachmentPiece>().AsNoTracking().Where(p => p.AttachmentId == id && p.Number >= from && p.Number < from + Slice).OrderBy(p => p.Number).ToListAsync(stopping);
}

/// <summary>A file that was found, and is yet to be opened.</summary>
/// <param name="Pieces">How many the database has.</param>
/// <param name="First">The first of them.</param>
public sealed record FileToRead(Attachment File, int Pieces, IReadOnlyList<AttachmentPiece> First);
