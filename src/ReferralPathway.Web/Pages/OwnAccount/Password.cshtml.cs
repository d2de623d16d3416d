using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount;

/// <summary>Changes one's own password. The old one (and the second factor) is asked for again, and every other use of the account ends.</summary>
public sealed class PasswordModel(Credentials credentials, OwnPassword own, CurrentSession session, PasswordCheck check, Wording t) : PageModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    public bool AsksCode => credentials.AsksCode;

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        if (session.Found is not { } here) return Redirect("/sign-in");
        if (string.IsNullOrEmpty(CurrentPassword)) ModelState.AddModelError(nameof(CurrentPassword), t.Error("Required", "OwnAccount.Password.Current"));
        if (AsksCode && string.IsNullOrWhiteSpace(Code)) ModelState.AddModelError(nameof(Code), t.Error("Required", "SignIn.Code.Field"));
        if (string.IsNullOrEmpty(NewPassword)) ModelState.AddModelError(nameof(NewPassword), t.Error("Required", "SignIn.Invitation.Password"));
        else if (check.Problem(PasswordRules.Normal(NewPassword), here.Account) is { } problem) ModelState.AddModelError(nameof(NewPassword), t[problem]);
        else if (NewPassword != PasswordAgain) ModelState.AddModelError(nameof(PasswordAgain), t["SignIn.Password.Differs"]);
        if (!ModelState.IsValid) return Page();

        if (!await credentials.ProveAsync(here, CurrentPassword!, Code, stopping))
        {
            ModelState.AddModelError("", t["SignIn.Unlock.Wrong"]);
            return Page();
        }
        await own.ChangeAsync(here, PasswordRules.Normal(NewPassword!), stopping);
        TempData["Done"] = "OwnAccount.Password.Done";
        return Redirect("/account");
    }
}
