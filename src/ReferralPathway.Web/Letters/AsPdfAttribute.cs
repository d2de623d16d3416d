using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Letters;

/// <summary>The page is answered as a PDF to keep, under a name that says what it is and of nobody. Where none can be made, one is led to the page that is to be printed.</summary>
/// <param name="name">The text that names the file, without its ending.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AsPdfAttribute(string name) : Attribute, IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var printer = services.GetRequiredService<ILetterPrinter>();
        if (context.Result is not PageResult)
        {
            await next();
            return;
        }
        var (response, stopping) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        if (!printer.CanPrint)
        {
            response.Redirect(Page(context));
            return;
        }
        var answer = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            if ((await next()).Exception is not null) return;
        }
        finally
        {
            response.Body = answer;
        }
        var html = Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
        if (await printer.PrintAsync(html, stopping) is not { } pdf)
        {
            ((PageModel)context.Controller).TempData["Done"] = "Letters.NotNow";
            response.Redirect(Page(context));
            return;
        }
        response.ContentType = "application/pdf";
        response.ContentLength = pdf.Length;
        var kept = new ContentDispositionHeaderValue("attachment");
        kept.SetHttpFileName($"{services.GetRequiredService<Wording>()[name]}.pdf");
        response.Headers.ContentDisposition = kept.ToString();
        await answer.WriteAsync(pdf, stopping);
    }

    /// <summary>The PDF lies one step below the page that it prints.</summary>
    private static string Page(ResultExecutingContext context) =>
        $"{context.HttpContext.Request.Path.Value![..context.HttpContext.Request.Path.Value!.LastIndexOf('/')]}{context.HttpContext.Request.QueryString}";
}
