using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ReferralPathway.Domain.Access;
using ReferralPathway.Domain.Letters;
using ReferralPathway.Web.Hosting;
using ReferralPathway.Web.Letters;
using ReferralPathway.Web.Pages.Shared;

namespace ReferralPathway.Web.Pages.Letters.Show;

/// <summary>A letter as its reader will have it: to look at, to print and to keep as a file. Opening it is recorded as a reading.</summary>
public class IndexModel(LetterDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AskInput Ask { get; set; } = new();

    public LetterSheet Sheet { get; private set; } = null!;

    public CaseView View => desk.View;

    public string Letters => $"/cases/{View.Id}/letters";

    /// <summary>Where this letter is, or a page below it, with what a form of consent asks.</summary>
    public string Way(string below = "") => $"{Letters}/{Sheet.Order.Path}{below}{(Sheet.Order.Kind == LetterKind.ConsentForm ? Ask.Query : "")}";

    public async Task<IActionResult> OnGetAsync(string letter, CancellationToken stopping)
    {
        if (await desk.WriteAsync(letter, Ask.Asked, stopping) is not { } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }
}

/// <summary>The same letter as a file.</summary>
[EnableRateLimiting(Limits.Costly)]
[AsPdf("Letters.File")]
public sealed class PdfModel(LetterDesk desk) : IndexModel(desk);
