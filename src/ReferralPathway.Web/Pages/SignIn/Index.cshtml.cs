using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>A passkey, or e-mail and password. Every failure gives the same sentence after the same time: nobody learns here which accounts there are.</summary>
public sealed class IndexModel(Credentials credentials, Passkeys passkeys, Wording t) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the browser brings of a passkey.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What it was asked.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    /// <summary>Where the person was going.</summary>
    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), t.Error("Required", "SignIn.Email"));
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), t.Error("Required", "SignIn.Password"));
        if (!ModelState.IsValid) return Page();

        if (await credentials.SignInAsync(Email!, Password!, stopping) is { } next) return LocalRedirect(next == "/" ? Ways.Local(Back) : Ways.With(next, Back));
        ModelState.AddModelError("", t["SignIn.Wrong"]);
        return Page();
    }

    public async Task<IActionResult> OnGetPasskeyAsync() => new JsonResult(await passkeys.AskAsync(account: null));

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken stopping)
    {
        if (await credentials.SignInByPasskeyAsync(Answer ?? "", Asked ?? "", stopping)) return LocalRedirect(Ways.Local(Back));
        ModelState.AddModelError("", t["SignIn.Passkey.Wrong"]);
        return Page();
    }
}
