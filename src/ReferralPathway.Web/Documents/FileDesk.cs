using Microsoft.AspNetCore.Mvc.ModelBinding;
using ReferralPathway.Domain.Documents;
using ReferralPathway.Domain.Foundations;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Documents;

/// <summary>Takes a file from a form: looks at its size and its bytes, lets the scanner look, draws a picture anew. What is wrong is said beside the field.</summary>
public sealed class FileDesk(IFileScanner scanner, PictureDrawer drawer, Wording t)
{
    /// <summary>
    /// More than a request may hold: the framework writes what is larger than this to a file on its way in, and nothing is written in clear.
    /// </summary>
    public const int LargestRequest = 32 * 1024 * 1024;

    /// <summary>The bytes as they are kept; null where something is wrong, with this file or with another answer of the form: then it is chosen anew, and is not worth the work.</summary>
    /// <param name="field">Of the form, as <c>Input.File</c>.</param>
    public async Task<byte[]?> TakeAsync(IFormFile file, string field, ModelStateDictionary state, CancellationToken stopping)
    {
        if (file.Length > Attachment.MostBytes) return Wrong(t["Rules.AnAttachmentIsAtMostTenMegabytes", ("most", Attachment.MostMegabytes)]);
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(content, stopping);
        var isPicture = FileFormats.BeginsAsPicture(content);
        if (!isPicture && FileFormats.Of(content) is null) return Wrong(t[$"Rules.{nameof(Rule.AFileIsAPdfOrAPicture)}"]);
        if (!state.IsValid) return null;
        // The scanner sees what was sent, and the decoder nothing that the scanner has not let through.
        if (!await scanner.IsCleanAsync(content, stopping)) return Wrong(t["Documents.NotClean"]);
        if (!isPicture) return content;
        var drawing = await drawer.RedrawAsync(content, stopping);
        return drawing.Fault switch
        {
            null => drawing.Content,
            DrawingFault.TooManyPixels => Wrong(t["Documents.TooManyPixels", ("most", PictureDrawer.MostMegapixels)]),
            DrawingFault.TooLarge => Wrong(t["Documents.TooLarge", ("most", Attachment.MostMegabytes)]),
            _ => Wrong(t["Documents.Broken"]),
        };

        byte[]? Wrong(string error)
        {
            state.AddModelError(field, error);
            return null;
        }
    }
}
