using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Data.Accounts;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>The second factor, after a right password. The session reaches nothing else yet.</summary>
public sealed class CodeModel(Credentials credentials, CurrentSession session, Wording t) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public IActionResult OnGet() => session.At(SessionStage.CodeMissing) is null ? Redirect("/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (session.At(SessionStage.CodeMissing) is not { } half) return Redirect("/sign-in");
        if (string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), t.Error("Required", "SignIn.Code.Field"));
        else if (await credentials.GiveCodeAsync(half, Code, stopping)) return LocalRedirect(Ways.Local(Back));
        else ModelState.AddModelError(nameof(Code), t["SignIn.Code.Wrong"]);
        return Page();
    }
}
