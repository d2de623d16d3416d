using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ReferralPathway.Web.Accounts;
using ReferralPathway.Web.Texts;

namespace ReferralPathway.Web.Pages.OwnAccount.Passkeys;

/// <summary>One's own passkeys, and a new one. Whoever comes here has just shown who they are.</summary>
public sealed class IndexModel(Credentials credentials, Accounts.Passkeys passkeys, CurrentSession session, Wording t) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The passkey that the browser has just made.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What it was asked.</summary>
    [BindProperty]
    public string? Asked { get; set; }

    public IReadOnlyList<KeptPasskey> Kept { get; private set; } = [];

    public bool MayAdd => Kept.Count < Accounts.Passkeys.Most;

    private FoundSession Here => session.Found!;

    public async Task OnGetAsync(CancellationToken stopping) => Kept = await passkeys.OfAsync(Here.Account.Id, stopping);

    public async Task<IActionResult> OnGetQuestionAsync() => new JsonResult(await passkeys.AskForNewAsync(Here.Account));

    public async Task<IActionResult> OnPostAsync(CancellationToken stopping)
    {
        Kept = await passkeys.OfAsync(Here.Account.Id, stopping);
        if (PasskeyName.Problem(Name, t) is { } problem) ModelState.AddModelError(nameof(Name), problem);
        if (!MayAdd) ModelState.AddModelError("", t["Passkeys.Enough"]);
        if (!ModelState.IsValid) return Page();

        if (!await credentials.AddPasskeyAsync(Here, Name!.Trim(), Answer ?? "", Asked ?? "", stopping))
        {
            ModelState.AddModelError("", t["Passkeys.Failed"]);
            return Page();
        }
        TempData["Done"] = "Passkeys.Added";
        return RedirectToPage();
    }
}

internal static class PasskeyName
{
    /// <summary>What is wrong with the name that somebody gives a passkey; null when nothing is.</summary>
    public static string? Problem(string? name, Wording t) => name?.Trim().Length switch
    {
        null or 0 => t.Error("Required", "Passkeys.Name"),
        > Accounts.Passkeys.LongestName and var length => t.Error("TooLong", "Passkeys.Name", ("n", Accounts.Passkeys.LongestName), ("m", length)),
        _ => null,
    };
}
