using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ReferralPathway.Data.Documents;
using ReferralPathway.Domain.Documents;

namespace ReferralPathway.Web.Documents;

/// <summary>
/// A file as a download, piece by piece: never shown in the browser's own window, where it could act as a page of ours. Where a piece does not open, the answer is broken off: nobody is left
/// with a part that passes for the whole.
/// </summary>
/// <param name="name">What it is and of which case; nothing that somebody called it.</param>
public sealed class FileDownload(FileToRead found, string name) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, response, file) = (context.HttpContext, context.HttpContext.Response, found.File);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{FileFormats.Ending(file.Format)}");
        response.ContentType = FileFormats.MediaType(file.Format);
        response.ContentLength = file.Size;
        response.Headers.ContentDisposition = disposition.ToString();
        if (HttpMethods.IsHead(http.Request.Method)) return;
        try
        {
            await foreach (var piece in http.RequestServices.GetRequiredService<FileReader>().ContentAsync(found, http.RequestAborted)) await response.Body.WriteAsync(piece, http.RequestAborted);
        }
        catch (Exception fault) when (response.HasStarted)
        {
            if (fault is not OperationCanceledException) http.RequestServices.GetRequiredService<ILogger<FileDownload>>().LogError("A download was broken off: {Fault}", fault.GetType().Name);
            http.Abort();
        }
    }
}
