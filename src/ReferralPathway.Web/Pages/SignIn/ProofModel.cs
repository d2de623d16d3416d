using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.SignIn;

/// <summary>Whoever sits at an open session shows again who they are, and goes on where they were, with what they had typed.</summary>
public abstract class ProofModel(Credentials credentials, Passkeys passkeys, KeptForms kept, Wording t) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the browser brings of a passkey.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What it was asked.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    [FromQuery(Name = "back")]
    public string? Back { get; set; }

    public bool AsksCode => credentials.AsksCode;

    protected async Task<IActionResult> AskAsync(FoundSession? held) => held is null ? Redirect("/sign-in") : new JsonResult(await passkeys.AskAsync(held.Account));

    /// <param name="since">What was kept after this instant waits to be sent.</param>
    protected async Task<IActionResult> ProveByPasskeyAsync(FoundSession held, DateTimeOffset since, CancellationToken stopping)
    {
        if (await credentials.ProveByPasskeyAsync(held, Answer ?? "", Asked ?? "", stopping)) return await GoOnAsync(held, since, stopping);
        ModelState.AddModelError("", t["SignIn.Passkey.Wrong"]);
        return Page();
    }

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
        return await GoOnAsync(held, since, stopping);
    }

    private async Task<IActionResult> GoOnAsync(FoundSession held, DateTimeOffset since, CancellationToken stopping)
    {
        // Looked for first: the session has another number afterwards.
        var waits = await kept.FindAsync(held, since, stopping) is not null;
        await credentials.GoOnAsync(held, stopping);
        return !waits ? LocalRedirect(Ways.Local(Back)) : Redirect("/sign-in/resume");
    }
}
