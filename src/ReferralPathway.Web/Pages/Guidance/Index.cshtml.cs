using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Domain.Guidance;
using ReferralPathway.Web.Guidance;
using ReferralPathway.Web.Pages.Shared;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.Guidance;

/// <summary>
/// The guidance for anybody, without an account. The answers come by POST, so that no fact stands in an address, a log or a history; nothing is stored, and the page
/// that answers is the page that asked.
/// </summary>
public sealed partial class IndexModel(GuidanceDesk desk, IHotline hotline, Wording t) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Null while nothing has been asked, or when the question could not be read.</summary>
    public GuidanceAnswer? Answer { get; private set; }

    public HotlineNow Hotline { get; private set; } = null!;

    public void OnGet() => Hotline = hotline.Now;

    public async Task OnPostAsync(CancellationToken stopping)
    {
        Hotline = hotline.Now;
        // Read by the names of the API; what the form binds is what it shows again.
        var question = new GuidanceQuestion(name => Request.Form[$"{nameof(Input)}.{name}"].FirstOrDefault());
        Answer = await desk.AnswerAsync(question, stopping);
        foreach (var (name, why, _) in question.Faults) ModelState.AddModelError($"{nameof(Input)}.{char.ToUpperInvariant(name[0])}{name[1..]}", t[$"Guidance.Error.{why}"]);
    }
}
