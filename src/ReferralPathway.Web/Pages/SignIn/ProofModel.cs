using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Whoever sits at an open session shows again who they are, and goes on where they were, with what they had typed.</summary>
public abstract class ProofModel(Credentials credentials, Sessions sessions, KeptForms kept, Wording t) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public bool AsksCode => credentials.AsksCode;

    /// <param name="since">What was kept after this instant waits to be sent.</param>
    protected async Task<IActionResult> ProveAsync(FoundSession held, DateTimeOffset since, CancellationToken stopping)
    {
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), t.Error("Required", "SignIn.Password"));
        if (AsksCode && string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), t.Error("Required", "SignIn.Code.Field"));
        if (!ModelState.IsValid) return Page();

        if (!await credentials.ProveAsync(held, Password!, Code, stopping))
        {
            ModelState.AddModelError("", t["SignIn.Unlock.Wrong"]);
            return Page();
        }
        await sessions.ProvedAsync(held.Id, stopping);
        return await kept.FindAsync(held, since, stopping) is null ? LocalRedirect(Ways.Local(Back)) : Redirect("/sign-in/resume");
    }
}
